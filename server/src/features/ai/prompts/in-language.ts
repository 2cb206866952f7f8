export type AnswerLanguage = 'en' | 'hi';

/** How every prompt of this feature says in which language and manner to write. */
export const inLanguage: Readonly<Record<AnswerLanguage, string>> = {
  en: 'Write in English: short sentences that a student understands, second person, no praise, no exclamation marks.',
  hi: 'Write in Hindi (Devanagari): short sentences that a student understands, second person, no praise, no exclamation marks. Names of skills and tools may stay in Latin letters.',
};

/** What no words may do: the plan, its numbers and the facts are fixed. */
export const onlyWords = 'You cannot change what is given. Name no number, date, price, pay, firm, person, product or address that is not given. No links, no markup, no lists. Use the ids exactly as given and no others.';
