/** The forms in which people say that they do something, compiled for finding them in a text. */
import type { SaidSkill } from '../knowledge/types.ts';
import { stemOf } from '../linking/stems.ts';

/** Verbs whose past is made by no rule, or too short for one; the others meet by their stems. Not those whose past is a thing, like "wound". */
const irregular = `add added adding; use used using; tie tied tying; be was were been; begin began begun; bend bent; bind bound; bring brought; build built; buy bought; catch caught; choose chose chosen; deal dealt; dig dug; do did done; draw drew drawn; drive drove driven;
feed fed; find found; fly flew flown; get got; give gave given; grow grew grown; hold held; keep kept; lay laid; lead led; make made; meet met; pay paid; run ran; sell sold; send sent; sew sewn; sow sown;
speak spoke spoken; spin spun; stick stuck; sweep swept; take took taken; teach taught; tell told; think thought; weave wove woven; write wrote written`;
const firstForms: ReadonlyMap<string, string> = new Map(irregular.split(/;\s*/).flatMap((line) => {
  const [first = '', ...others] = line.split(' ');
  return others.map((other) => [other, stemOf(first)] as const);
}));
const numberWords: ReadonlySet<string> = new Set('two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty hundred several'.split(' '));

/** What a number is compared as. */
export const anyNumber = '#';

const isNumber = (word: string): boolean => numberWords.has(word) || /^\d[\d,.]*$/.test(word);

/** What a verb of a text or a form is compared by: the stem of its first form; '#' for a number, "12" or "twelve". */
export function saidKey(word: string): string {
  if (isNumber(word)) return anyNumber;
  return firstForms.get(word) ?? stemOf(word);
}

/** Forms of the past that no ending shows. */
export function isIrregularPast(word: string): boolean {
  return firstForms.has(word) && !word.endsWith('ing') && !word.endsWith('ed');
}

/** What a word for what is done or made is compared by: its singular, for "trained" is no "training". '#' for a number. */
export function thingKey(word: string): string {
  if (isNumber(word)) return anyNumber;
  return /(?:ing|ed)s?$/.test(word) ? word.replace(/s$/, '') : stemOf(word);
}

/** One `what` with the verbs that may stand before it. */
export interface SaidPattern {
  readonly skillId: string;
  readonly verbs: ReadonlySet<string>;
  readonly what: readonly string[];
  /** As the knowledge writes it. */
  readonly written: string;
}

/** Patterns by the key of the first word of `what`, those of more words first. */
export type SaidTable = ReadonlyMap<string, readonly SaidPattern[]>;

/** Time and memory grow with the words of all forms. */
export function compileSaid(skills: readonly SaidSkill[]): SaidTable {
  // The forms have each word several times too.
  const [verbKey, wordKey] = [remembered(saidKey), remembered(thingKey)];
  const patterns = skills.flatMap(({ id, said }) => said.flatMap(({ do: verbs, what }) => {
    const keys = new Set(verbs.map(verbKey));
    return what.map((written): SaidPattern => ({ skillId: id, verbs: keys, what: written.split(' ').map(wordKey), written }));
  }));
  return Map.groupBy(patterns.toSorted((a, b) => b.what.length - a.what.length), ({ what }) => what[0] as string);
}

/** Texts have each word many times. */
export function remembered<Key>(keyOf: (word: string) => Key): (word: string) => Key {
  const known = new Map<string, Key>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const key = keyOf(word);
    known.set(word, key);
    return key;
  };
}
