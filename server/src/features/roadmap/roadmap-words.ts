/** What exports say, in the languages there are. Pages have wordings of their own. */
import { wordInEnglish, type RoadmapMessageCode, type WordMessage } from '@cairn/engine/roadmap';

const hindi: Readonly<Record<RoadmapMessageCode, string>> = {
  'roadmap.level.1': 'शुरुआती',
  'roadmap.level.2': 'मध्यम',
  'roadmap.level.3': 'उन्नत',
  'roadmap.level.4': 'विशेषज्ञ',
  'roadmap.task.learn': '{skill} ({level}) सीखें',
  'roadmap.task.learn-hour': '{skill} ({level}) सीखें, {total} में से घंटा {from}',
  'roadmap.task.learn-hours': '{skill} ({level}) सीखें, {total} में से घंटे {from}–{to}',
  'roadmap.task.practise': '{skill} ({level}) का अभ्यास करें',
  'roadmap.task.practise-hour': '{skill} ({level}) का अभ्यास करें, {total} में से घंटा {from}',
  'roadmap.task.practise-hours': '{skill} ({level}) का अभ्यास करें, {total} में से घंटे {from}–{to}',
  'roadmap.task.check': 'स्वयं को जाँचें: {skill} ({level})',
  'roadmap.task.build': '"{project}" बनाएँ',
  'roadmap.task.build-hour': '"{project}" बनाएँ, {total} में से घंटा {from}',
  'roadmap.task.build-hours': '"{project}" बनाएँ, {total} में से घंटे {from}–{to}',
  'roadmap.overview': 'कौशल: {skills}। घंटे: {hours}। सप्ताह: {weeks}, हर सप्ताह {hoursPerWeek} घंटे। परियोजनाएँ: {projects}।',
  'roadmap.overview.nothing-to-learn': 'माँगा गया हर कौशल आपके पास पहले से है।',
  'roadmap.timeline': '{startsOn} से {endsOn} तक। सप्ताह: {weeks}। महीने: {months}।',
  'roadmap.timeline.none': 'समय की आवश्यकता नहीं है।',
  'roadmap.final-outcome': 'आप {skills} माँगे गए स्तर पर दिखा सकेंगे।',
  'roadmap.final-outcome.more': 'आप {skills} और अन्य कौशल ({more}) माँगे गए स्तर पर दिखा सकेंगे।',
  'roadmap.final-outcome.proven': 'आप {skills} माँगे गए स्तर पर दिखा सकेंगे, और {projects} से सिद्ध कर सकेंगे।',
  'roadmap.final-outcome.more-proven': 'आप {skills} और अन्य कौशल ({more}) माँगे गए स्तर पर दिखा सकेंगे, और {projects} से सिद्ध कर सकेंगे।',
  'roadmap.final-outcome.reached': 'आप अभी तैयार हैं।',
  'roadmap.phase': '{skills}',
  'roadmap.phase.empty': 'कुछ तय नहीं है',
  'roadmap.reason.target': '{skill} माँगा गया है (महत्व 100 में {importance})।',
  'roadmap.reason.needed-for': '{target} के लिए इसकी ज़रूरत है।',
  'roadmap.reason.needed-for-more': '{target} के लिए इसकी ज़रूरत है, और दूसरे माँगे गए कौशलों ({more}) के लिए भी।',
  'roadmap.reason.brought-forward': '{skill} इसकी प्रतीक्षा में है, इसलिए यह पहले आता है।',
  'roadmap.reason.unlocks': 'इसके बाद आप {skills} शुरू कर सकते हैं।',
  'roadmap.reason.project-proves': 'यह {skills} का अभ्यास ऐसी चीज़ पर कराता है जिसे आप दिखा सकें।',
  'roadmap.reason.project-hours': 'इसके घंटे इन कौशलों के अभ्यास में ही गिने गए हैं, अलग से नहीं।',
  'roadmap.reason.target-hours': 'माँगे गए कौशलों ({count}) के घंटे।',
  'roadmap.reason.foundation-hours': 'जिन नींवों ({count}) पर वे टिके हैं, उनके घंटे।',
  'roadmap.reason.known-hours': 'जो आप पहले से जानते हैं, उससे बचे घंटे।',
  'roadmap.reason.current-role-hours': 'आपके मौजूदा काम ({role}, साल: {years}) के लिए जो आना ही चाहिए, उससे बचे घंटे; इन्हें माना गया है, जाँचा नहीं: {skills}।',
  'roadmap.reason.skipped-hours': 'स्वयं-जाँच पूरी करने से छूटे घंटे।',
  'roadmap.reason.resource-relevance': 'यह {skill} में आपके स्तर से ज़रूरी स्तर तक के लिए ठीक है।',
  'roadmap.reason.resource-rating': 'सदस्यों ने इसे 5 में से {rating} अंक दिए ({count} अंक)।',
  'roadmap.reason.resource-completion': 'शुरू करने वाले {started} सदस्यों में से {finished} ने इसे पूरा किया।',
  'roadmap.reason.resource-recency': 'किसी सदस्य ने इसे {date} को पूरा किया।',
  'roadmap.reason.resource-few-members': 'इसके बारे में 5 से कम सदस्यों ने बताया है, इसलिए यह बीच के पास है।',
  'roadmap.self-check.can-do': 'मैं बिना मदद के {skill} पर {level} स्तर का काम कर सकता/सकती हूँ।',
  'roadmap.export.title': 'रोडमैप',
  'roadmap.export.final-outcome': 'यह कहाँ ले जाता है',
  'roadmap.export.progress': '{total} में से {done} घंटे पूरे ({percentage} %)',
  'roadmap.export.phase': 'चरण {number}: {title}',
  'roadmap.export.week': 'सप्ताह {number}, {startsOn} से: {focus} ({hours} घंटे)',
  'roadmap.export.week-event': 'सप्ताह {number}: {focus}',
  'roadmap.export.hours': '{hours} घंटे',
  'roadmap.export.skipped': 'छोड़ा गया',
  'roadmap.export.tools': 'औज़ार',
  'roadmap.export.projects': 'परियोजनाएँ',
  'roadmap.export.project': '{name} ({difficulty}, {hours} घंटे): {summary}',
  'roadmap.export.proven-by': 'इससे सिद्ध होता है',
  'roadmap.export.checkpoint': 'पड़ाव',
  'roadmap.export.resources': 'सामग्री',
  'roadmap.export.part-of': '{title} का एक भाग',
};

const wordInHindi: WordMessage = ({ code, params }) => {
  const template = (hindi as Readonly<Record<string, string>>)[code];
  if (template === undefined) return code;
  return template.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    if (name === 'level' || name === 'difficulty') return (hindi as Readonly<Record<string, string>>)[`roadmap.level.${String(value)}`] ?? whole;
    return value === undefined ? whole : String(value);
  });
};

export function roadmapWords(language: string): WordMessage {
  return language === 'hi' ? wordInHindi : wordInEnglish;
}
