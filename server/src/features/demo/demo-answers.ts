/** How the demo student answers a question of Cairn's own bank: as it is shown, and rightly or not. */
import type { LearningSession } from '@cairn/contracts';
import type { Answer, Question } from '@cairn/engine/learning';

export type ShownQuestion = NonNullable<LearningSession['current']>;

/** A question is known by what it shows, since a page is not told its id. */
export function questionShown(questions: readonly Question[], shown: ShownQuestion): Question | undefined {
  const parts = partsOf(shown.parts);
  return questions.find((question) => question.skillId === shown.skillId && question.ask === shown.ask && question.code?.text === shown.code?.text && partsOf(textsOf(question)) === parts);
}

/** Wrong is the first wrong option where one is chosen, and "I do not know" else. */
export function demoAnswer(question: Question, { parts }: ShownQuestion, right: boolean): Answer | null {
  if (!right && question.kind !== 'single') return null;
  const placesWhere = (isMeant: (text: string) => boolean): number[] => parts.flatMap((text, place) => (isMeant(text) ? [place] : []));
  switch (question.kind) {
    case 'single': case 'multiple': return { kind: question.kind, chosen: placesWhere((text) => question.options.some((option) => option.text === text && option.right === right)).slice(0, right ? parts.length : 1) };
    case 'order': return { kind: 'order', order: question.items.map((item) => parts.indexOf(item)) };
    case 'output': return { kind: 'output', text: question.output };
    case 'blank': return { kind: 'blank', text: question.accepted[0] ?? '' };
    case 'text': return { kind: 'text', text: question.modelAnswer };
  }
}

function textsOf(question: Question): string[] {
  if (question.kind === 'order') return [...question.items];
  return question.kind === 'single' || question.kind === 'multiple' ? question.options.map(({ text }) => text) : [];
}

function partsOf(texts: readonly string[]): string {
  return JSON.stringify(texts.toSorted());
}
