import type { MemberRole, User } from '@cairn/contracts';
import type { IconName } from '../ui/icons.tsx';
import type { Language } from '../lib/i18n.ts';
import { isLearner, placesOf, settingsPlace, type Place } from './places.ts';

type Address = Place['to'] | '/roadmaps/new';

/** What choosing an entry does. */
export type Deed =
  | { readonly kind: 'go'; readonly to: Address }
  | { readonly kind: 'language'; readonly language: Language }
  | { readonly kind: 'theme'; readonly theme: User['theme'] }
  | { readonly kind: 'sign-out' };

export interface Entry {
  readonly id: string;
  readonly group: 'go' | 'do' | 'set';
  readonly icon: IconName;
  readonly label: string;
  /** Other words people look for it by. */
  readonly words: string;
  readonly deed: Deed;
}

type Say = (key: string) => string;

const deeds: readonly { readonly id: string; readonly icon: IconName; readonly to: Address }[] = [
  { id: 'upload', icon: 'resume', to: '/resumes' },
  { id: 'compare', icon: 'gap', to: '/gaps' },
  { id: 'plan', icon: 'roadmap', to: '/roadmaps/new' },
];

/** Everything a person of this role can go to or do from anywhere. */
export function entriesFor(role: MemberRole, say: Say, sayCommon: Say): Entry[] {
  const { daily, office } = placesOf(role);
  const go = [...daily, ...office, settingsPlace].map(({ to, icon, label }): Entry => ({ id: `go${to}`, group: 'go', icon, label: sayCommon(label), words: say(`words.${label.slice('nav.'.length)}`), deed: { kind: 'go', to } }));
  const act = isLearner(role) ? deeds.map(({ id, icon, to }): Entry => ({ id, group: 'do', icon, label: say(`do.${id}`), words: say(`words.${id}`), deed: { kind: 'go', to } })) : [];
  const set: Entry[] = [
    { id: 'english', group: 'set', icon: 'language', label: say('language.en'), words: say('words.language'), deed: { kind: 'language', language: 'en' } },
    { id: 'hindi', group: 'set', icon: 'language', label: say('language.hi'), words: say('words.language'), deed: { kind: 'language', language: 'hi' } },
    ...(['light', 'dark', 'system'] as const).map((theme): Entry => ({ id: theme, group: 'set', icon: 'theme', label: say(`theme.${theme}`), words: say('words.theme'), deed: { kind: 'theme', theme } })),
    { id: 'sign-out', group: 'set', icon: 'leave', label: sayCommon('signOut'), words: say('words.signOut'), deed: { kind: 'sign-out' } },
  ];
  return [...act, ...go, ...set];
}

/** Each typed word must begin a word of the label or of its other words; a label that begins so comes first, then what is anywhere in the label. */
export function found(entries: readonly Entry[], typed: string): Entry[] {
  const wanted = wordsOf(typed);
  const isIn = (text: string) => wanted.every((word) => wordsOf(text).some((one) => one.startsWith(word)));
  const begins = (label: string) => wanted.length > 0 && wordsOf(label).join(' ').startsWith(wanted.join(' '));
  const byLabel = entries.filter(({ label }) => isIn(label)).sort((one, other) => Number(begins(other.label)) - Number(begins(one.label)));
  return [...byLabel, ...entries.filter((entry) => !byLabel.includes(entry) && isIn(`${entry.label} ${entry.words}`))];
}

function wordsOf(text: string): string[] {
  return text.normalize('NFKC').toLowerCase().split(/[\s,.…/()]+/).filter((word) => word !== '');
}
