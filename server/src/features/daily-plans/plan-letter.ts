/** The mail of a day's plan, in the languages of the pages. */
import type { User } from '@cairn/contracts';
import { layOutLetter, type Addressee, type LetterWords } from '../../platform/mail/lay-out-letter.ts';
import type { Letter } from '../../platform/mail/mail.ts';
import type { StoredItem, StoredPlan } from './daily-plans.store.ts';

/** How many minutes, for what kind of work, and where to begin. What the work is about stays on the page: a mail is read by others, too. */
export function planLetter({ name, email, language }: Pick<User, 'name' | 'email' | 'language'>, { items }: StoredPlan, publicUrl: string): Letter {
  const to: Addressee = { name, email, language: language === 'hi' ? 'hi' : 'en' };
  const minutes = items.reduce((sum, item) => sum + item.minutes, 0);
  return layOutLetter(to, (to.language === 'hi' ? inHindi : inEnglish)(minutes, items, `${publicUrl}/settings`), `${publicUrl}/dashboard`);
}

type InWords = (minutes: number, items: readonly StoredItem[], settings: string) => LetterWords;

const inEnglish: InWords = (minutes, items, settings) => ({
  subject: `Your ${minutes} minutes for today`,
  before: [`This is planned for today:\n${items.map((item) => `- ${item.minutes} min: ${itemInEnglish(item)}`).join('\n')}`],
  button: 'Begin',
  after: [`You asked for this mail. It stops in your settings: ${settings}`],
});

const inHindi: InWords = (minutes, items, settings) => ({
  subject: `आज के आपके ${minutes} मिनट`,
  before: [`आज के लिए यह योजना है:\n${items.map((item) => `- ${item.minutes} मिनट: ${itemInHindi(item)}`).join('\n')}`],
  button: 'शुरू करें',
  after: [`यह मेल आपने माँगा था। सेटिंग में इसे बंद कर सकते हैं: ${settings}`],
});

function itemInEnglish(item: StoredItem): string {
  if (item.kind === 'review') return item.questions === 1 ? '1 question comes back' : `${item.questions} questions come back`;
  return item.kind === 'lesson' ? 'a lesson' : 'the next step of your roadmap';
}

function itemInHindi(item: StoredItem): string {
  if (item.kind === 'review') return `${item.questions} प्रश्न दोहराने हैं`;
  return item.kind === 'lesson' ? 'एक पाठ' : 'आपके रोडमैप का अगला कदम';
}
