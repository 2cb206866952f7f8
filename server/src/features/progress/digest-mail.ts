/** The weekly mail: what was done, the streak, what comes next and one suggestion; in the languages of the pages. */
import type { NextStep, Streak } from '@cairn/engine/progress';
import type { Message } from '@cairn/engine/reasons';
import type { Letter } from '../../platform/mail/mail.ts';
import { layOutLetter, type Addressee, type LetterWords } from '../../platform/mail/lay-out-letter.ts';
import { suggestionInWords } from './digest-suggestions.ts';

export interface DigestLinksOfPerson {
  readonly dashboard: string;
  readonly endPage: string;
  readonly endAddress: string;
}

export interface DigestContent {
  /** Of the week that is over. */
  readonly minutes: number;
  readonly tasks: number;
  readonly activeDays: number;
  readonly streak: Pick<Streak, 'days' | 'freezes'>;
  readonly steps: readonly { readonly kind: NextStep['kind']; readonly minutes: number; readonly skill: string }[];
  readonly suggestion: Message | null;
}

export function composeDigest(to: Addressee, content: DigestContent, links: DigestLinksOfPerson): Letter {
  return lettered(to, to.language === 'hi' ? inHindi(content, links) : inEnglish(content, links), links);
}

export function composeGentleNote(to: Addressee, links: DigestLinksOfPerson): Letter {
  const words: LetterWords = to.language === 'hi'
    ? { subject: 'आपका रास्ता वहीं है जहाँ आपने छोड़ा था', before: ['चार हफ़्तों से Cairn पर कुछ नहीं हुआ, और यह ठीक है। जो आपने किया वह सब सुरक्षित है, और योजना आपके समय के हिसाब से फिर से बन सकती है।'], button: 'जहाँ थे वहीं से आगे बढ़ें', after: ['जब तक आप फिर शुरू नहीं करते, हम और नहीं लिखेंगे।', endInHindi(links)] }
    : { subject: 'Your way is where you left it', before: ['Nothing has happened on Cairn for four weeks, and that is fine. All that you did is kept, and the plan can be laid out anew for the time you have.'], button: 'Go on from where you were', after: ['We will not write again until you begin again.', endInEnglish(links)] };
  return lettered(to, words, links);
}

function lettered(to: Addressee, words: LetterWords, links: DigestLinksOfPerson): Letter {
  return {
    ...layOutLetter(to, words, links.dashboard),
    // One click in the mail program ends the mails: RFC 2369 and RFC 8058.
    headers: { 'List-Unsubscribe': `<${links.endAddress}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
  };
}

const endInEnglish = ({ endPage }: DigestLinksOfPerson) => `This mail comes once a week. End it here: ${endPage}`;
const endInHindi = ({ endPage }: DigestLinksOfPerson) => `यह मेल हफ़्ते में एक बार आता है। इसे यहाँ बंद करें: ${endPage}`;

function inEnglish(content: DigestContent, links: DigestLinksOfPerson): LetterWords {
  const { minutes, tasks, activeDays, streak, steps, suggestion } = content;
  const week = minutes === 0
    ? 'Last week was a quiet one. This one is new.'
    : `Last week you learned for ${englishTime(minutes)} on ${plural(activeDays, 'day', 'days')}${tasks > 0 ? ` and finished ${plural(tasks, 'task', 'tasks')}` : ''}.`;
  const kept = streak.freezes > 0 ? `; ${streak.freezes === 1 ? 'one freeze is' : `${streak.freezes} freezes are`} in hand for a day off` : '';
  const stepWords = { review: 'Review', task: 'Next task', lesson: 'Lesson' };
  return {
    subject: minutes === 0 ? 'A new week on your way' : `Your week: ${englishTime(minutes)}`,
    before: [
      week,
      ...(streak.days > 0 ? [`Your streak: ${plural(streak.days, 'day', 'days')}${kept}.`] : []),
      ...(steps.length > 0 ? [`What comes next:\n${steps.map(({ kind, skill, minutes: long }) => `- ${stepWords[kind]}: ${skill}, ${englishTime(long)}`).join('\n')}`] : []),
      ...(suggestion === null ? [] : [suggestionInWords(suggestion, 'en')]),
    ],
    button: 'Open your day', after: [endInEnglish(links)],
  };
}

function inHindi(content: DigestContent, links: DigestLinksOfPerson): LetterWords {
  const { minutes, tasks, activeDays, streak, steps, suggestion } = content;
  const week = minutes === 0
    ? 'पिछला हफ़्ता शांत रहा। यह हफ़्ता नया है।'
    : `पिछले हफ़्ते आपने ${activeDays} दिन में ${hindiTime(minutes)} सीखा${tasks > 0 ? ` और ${tasks} काम पूरे किए` : ''}।`;
  const kept = streak.freezes > 0 ? `; छुट्टी के लिए ${streak.freezes} फ़्रीज़ आपके पास ${streak.freezes === 1 ? 'है' : 'हैं'}` : '';
  const stepWords = { review: 'दोहराना', task: 'अगला काम', lesson: 'पाठ' };
  return {
    subject: minutes === 0 ? 'आपके रास्ते का नया हफ़्ता' : `आपका हफ़्ता: ${hindiTime(minutes)}`,
    before: [
      week,
      ...(streak.days > 0 ? [`आपका सिलसिला: ${streak.days} दिन${kept}।`] : []),
      ...(steps.length > 0 ? [`आगे क्या है:\n${steps.map(({ kind, skill, minutes: long }) => `- ${stepWords[kind]}: ${skill}, ${hindiTime(long)}`).join('\n')}`] : []),
      ...(suggestion === null ? [] : [suggestionInWords(suggestion, 'hi')]),
    ],
    button: 'अपना दिन खोलें', after: [endInHindi(links)],
  };
}

function plural(count: number, one: string, other: string): string {
  return `${count} ${count === 1 ? one : other}`;
}

const minutesPerHour = 60;

/** Minutes below an hour, else hours with at most one decimal. */
function timeOf(minutes: number, language: 'en-IN' | 'hi-IN-u-nu-latn'): { readonly value: string; readonly isHours: boolean; readonly isOne: boolean } {
  const isHours = minutes >= minutesPerHour;
  const value = new Intl.NumberFormat(language, { maximumFractionDigits: isHours ? 1 : 0 }).format(isHours ? minutes / minutesPerHour : Math.max(1, minutes));
  return { value, isHours, isOne: value === '1' };
}

function englishTime(minutes: number): string {
  const { value, isHours, isOne } = timeOf(minutes, 'en-IN');
  return `${value} ${isHours ? 'hour' : 'minute'}${isOne ? '' : 's'}`;
}

function hindiTime(minutes: number): string {
  const { value, isHours, isOne } = timeOf(minutes, 'hi-IN-u-nu-latn');
  return `${value} ${isHours ? (isOne ? 'घंटा' : 'घंटे') : 'मिनट'}`;
}
