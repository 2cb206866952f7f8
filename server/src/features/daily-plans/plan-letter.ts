import type { User } from '@cairn/contracts';
import type { Letter } from '../../platform/mail/mail.ts';
import type { StoredItem, StoredPlan } from './daily-plans.store.ts';

/** How many minutes, for what kind of work, and where to begin. What the work is about stays on the page: a mail is read by others, too. */
export function planLetter({ name, email, language }: Pick<User, 'name' | 'email' | 'language'>, { items }: StoredPlan, publicUrl: string): Letter {
  const words = language === 'hi' ? hindi : english;
  const minutes = items.reduce((sum, item) => sum + item.minutes, 0);
  const lines = items.map((item) => `- ${words.item(item)}`);
  return {
    to: email,
    subject: words.subject(minutes),
    text: [words.hello(name.replace(/\s+/g, ' ').trim()), words.before, lines.join('\n'), `${words.begin}:\n${publicUrl}/dashboard`, `${words.stop}:\n${publicUrl}/settings`].join('\n\n') + '\n',
  };
}

interface Words {
  readonly subject: (minutes: number) => string;
  readonly hello: (name: string) => string;
  readonly before: string;
  readonly item: (item: StoredItem) => string;
  readonly begin: string;
  readonly stop: string;
}

const english: Words = {
  subject: (minutes) => `Your ${minutes} minutes for today`,
  hello: (name) => `Good morning ${name},`,
  before: 'this is planned for today:',
  item: (item) => (item.kind === 'review' ? `${item.minutes} min: ${item.questions === 1 ? '1 question comes' : `${item.questions} questions come`} back` : item.kind === 'lesson' ? `${item.minutes} min: a lesson` : `${item.minutes} min: the next step of your roadmap`),
  begin: 'Begin',
  stop: 'You asked for this mail. It stops in your settings',
};

const hindi: Words = {
  subject: (minutes) => `आज के आपके ${minutes} मिनट`,
  hello: (name) => `सुप्रभात ${name},`,
  before: 'आज के लिए यह योजना है:',
  item: (item) => (item.kind === 'review' ? `${item.minutes} मिनट: ${item.questions} प्रश्न दोहराने हैं` : item.kind === 'lesson' ? `${item.minutes} मिनट: एक पाठ` : `${item.minutes} मिनट: आपके रोडमैप का अगला कदम`),
  begin: 'शुरू करें',
  stop: 'यह मेल आपने माँगा था। सेटिंग में इसे बंद कर सकते हैं',
};
