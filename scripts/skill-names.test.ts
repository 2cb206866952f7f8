/** Names of the shipped skills as people write them: in Indian languages, in sentences, and misspelt. */
import { describe, expect, test } from 'vitest';
import { compileTaxonomy, findSkills } from '@cairn/engine/skills';
import { loadKnowledge, ordinaryWords } from '@cairn/knowledge';

const knowledge = loadKnowledge();
const taxonomy = compileTaxonomy(knowledge.skills);
const found = (text: string): string[] => findSkills(taxonomy, text).map(({ skillId }) => skillId);

describe('a skill is found in a sentence, with the ending that its case gives it', () => {
  test.each<[string, string, string[]]>([
    ['Hindi', 'मुझे एकाउंटिंग, टैली प्राइम और एमएस एक्सेल में दो वर्ष का अनुभव है। रसायन विज्ञान में स्नातक।', ['accounting', 'tally', 'excel', 'chemistry']],
    ['Hindi', 'भूमि सर्वेक्षण, ऑटोकैड तथा आपदा प्रबंधन का ज्ञान।', ['surveying', 'autocad', 'disaster-management']],
    ['Marathi', 'मला टॅलीचा अनुभव आहे. लेखाशास्त्रात पदवी, सेंद्रिय शेतीत काम.', ['tally', 'accounting', 'organic-farming']],
    ['Marathi', 'शिवणकाम, भरतकाम आणि प्रथमोपचाराचे प्रशिक्षण घेतले.', ['tailoring', 'embroidery', 'basic-life-support']],
    ['Tamil', 'எனக்கு கணக்கியல், டேலி மற்றும் எம்எஸ் எக்செல் நன்கு தெரியும். வேதியியலில் பட்டம் பெற்றேன்.', ['accounting', 'tally', 'excel', 'chemistry']],
    ['Tamil', 'கணிதத்தை பள்ளியில் கற்பித்தேன்; வெல்டிங்கில் இரண்டு ஆண்டுகள் அனுபவம்.', ['mathematics-basics', 'welding']],
    ['Telugu', 'నాకు ఖాతాల నిర్వహణ, జీఎస్టీలో మూడేళ్ల అనుభవం ఉంది. రసాయన శాస్త్రంలో డిగ్రీ.', ['bookkeeping', 'goods-and-services-tax', 'chemistry']],
    ['Telugu', 'పైథాన్‌లో ప్రాజెక్టులు చేశాను; వ్యవసాయాన్ని చదివాను.', ['python', 'agronomy']],
    ['Bengali', 'আমি হিসাবরক্ষণ ও ট্যালিতে দক্ষ। গণিতে স্নাতক। প্লাম্বিংয়ের কাজ জানি।', ['bookkeeping', 'tally', 'mathematics-basics', 'plumbing']],
    ['Bengali', 'পাইথনের অভিজ্ঞতা আছে, ফটোশপে কাজ করেছি।', ['python', 'adobe-photoshop']],
    ['Gujarati', 'મને એકાઉન્ટિંગમાં ત્રણ વર્ષનો અનુભવ છે. ટેલી અને જીએસટીનું જ્ઞાન.', ['accounting', 'tally', 'goods-and-services-tax']],
    ['Gujarati', 'પશુપાલન, સીવણ અને પ્રાથમિક સારવારની તાલીમ.', ['animal-husbandry', 'tailoring', 'basic-life-support']],
  ])('%s: %s', (_, sentence, skills) => {
    expect(found(sentence)).toEqual(skills);
  });
});

test.each<[string, RegExp]>([
  ['Devanagari', /[\u0900-\u097f]/], ['Bengali', /[\u0980-\u09ff]/], ['Gujarati', /[\u0a80-\u0aff]/], ['Tamil', /[\u0b80-\u0bff]/], ['Telugu', /[\u0c00-\u0c7f]/],
])('at least 120 skills have a name in %s letters', (_, letters) => {
  expect(knowledge.skills.filter(({ aliases }) => aliases.some((alias) => letters.test(alias))).length).toBeGreaterThanOrEqual(120);
});

test.each([
  'यह एक बड़ी कंपनी है और इसमें बहुत लोग काम करते हैं। कुल योग 450 अंक।',
  'ही एक मोठी कंपनी आहे आणि इथे अनेक लोक काम करतात.',
  'এটি একটি বড় প্রতিষ্ঠান এবং এখানে অনেক মানুষ কাজ করেন।',
  'આ એક મોટી કંપની છે અને અહીં ઘણા લોકો કામ કરે છે.',
  'இது ஒரு பெரிய நிறுவனம்; இங்கு பலர் வேலை செய்கிறார்கள்.',
  'ఇది ఒక పెద్ద సంస్థ; ఇక్కడ చాలా మంది పని చేస్తారు.',
])('ordinary words name nothing: %s', (sentence) => {
  expect(found(sentence)).toEqual([]);
});

describe('a common misspelling', () => {
  const misspelt = `kuberenetes kubernetes, kubernets kubernetes, ms excell excel, photshop adobe-photoshop, wordpres wordpress, javascrip javascript, pyhton python,
    postgress postgresql, mongo db mongodb, powerbi power-bi, machine learing machine-learning, comunication communication, accountng accounting, acounting accounting,
    tally erp9 tally, auto cad autocad, solid works solidworks, mat lab matlab, phlebotamy phlebotomy, object oriented programing object-oriented-programming,
    software developement software-engineering, data analystics data-analysis, project managment project-management, time managment time-management, teamwrok teamwork,
    enginering drawing engineering-drawing, graphic desgin graphic-design, digital marketting digital-marketing, stad pro staad-pro, corel drow coreldraw, andriod android-development,
    cyber securty information-security, continous integration continuous-integration, requirment gathering requirements-elicitation, bank reconcilation bank-reconciliation,
    accounts recievable accounts-payable-and-receivable, gst filling goods-and-services-tax, lesson planing lesson-planning, physiotheraphy physiotherapy, heamatology haematology,
    carpentary carpentry, masonary masonry, weilding welding, plumming plumbing, embroidary embroidery, vedio editing video-editing, bussiness analysis business-analysis,
    stakeholder managment stakeholder-management, data entery data-entry, preventive maintainance preventive-maintenance, hematology haematology, pediatric nursing paediatric-nursing`
    .split(/,\s+/).map((pair): [string, string] => [pair.slice(0, pair.lastIndexOf(' ')), pair.slice(pair.lastIndexOf(' ') + 1)]);

  test.each(misspelt)('%s is %s', (written, skill) => {
    expect(found(`Worked with ${written} for two years.`)).toContain(skill);
  });

  test('is nothing that a careful text has', () => {
    const careful = new Set([
      ...knowledge.skills.flatMap(({ name, checkpoints }) => [name, ...Object.values(checkpoints)]),
      ...knowledge.roles.map(({ summary }) => summary),
      ...knowledge.projects.flatMap(({ summary, provenBy }) => [summary, ...provenBy]),
    ].flatMap((text) => text.toLowerCase().match(/\p{L}+/gu) ?? []));
    const single = misspelt.map(([written]) => written).filter((written) => !written.includes(' ') && !['powerbi', 'hematology'].includes(written));
    expect(single.filter((word) => careful.has(word) || ordinaryWords.has(word))).toEqual([]);
  });
});
