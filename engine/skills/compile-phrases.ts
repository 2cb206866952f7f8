/** Every phrase that names a skill, and who claims it. What this file and those that it imports do to the names of the skills is kept by knowledge/load.ts. */
import type { Skill } from '../knowledge/types.ts';
import { foldKey } from '../text/fold.ts';
import { buildPhraseTable, type Expected, type PhraseTableBuilder } from './build-phrase-table.ts';
import { normaliseForm, visitWaysOfWriting, type Ways } from './forms.ts';
import { letterBytes, type PhraseTable } from './phrase-table.ts';

/** One way a skill is named. */
export interface Form {
  readonly skillId: string;
  /** As the taxonomy writes it. */
  readonly written: string;
  /** The words one of which must be near; null when the form names the skill wherever it stands. */
  readonly context: readonly string[] | null;
}

export interface CompiledPhrases {
  /** Its values are claims. */
  readonly phrases: PhraseTable;
  /** Forms by their numbers, see formsOf: where several skills write alike those that share a phrase, unambiguous ones first. */
  readonly shared: readonly (readonly number[])[];
}

/**
 * What the table says of a phrase. A form that is alone at its phrases is one claim, however many ways of writing it has: its number,
 * and whether the phrase is only derived from it. Else the number counts into what is shared.
 */
export const claimBits = { derived: 1, shared: 2, numberShift: 2 } as const;

/**
 * All forms of the skills, one after another; in this order they are numbered. A name that the skill declares ambiguous counts only as
 * that. Counted loops here and below: a list is gone through once in a start, before anything is optimised, and an iterator's answers
 * were 14 MB of a large build.
 */
export function formsOf(skills: readonly Skill[]): Form[] {
  const forms: Form[] = [];
  for (let at = 0, count = skills.length; at < count; at += 1) {
    const { id: skillId, name, aliases, ambiguous } = skills[at] as Skill;
    const declared = ambiguous.length === 0 ? null : new Set(ambiguous.map(({ form }) => foldKey(form)));
    if (declared?.has(foldKey(name)) !== true) forms.push({ skillId, written: name, context: null });
    for (let alias = 0, aliasCount = aliases.length; alias < aliasCount; alias += 1) {
      const written = aliases[alias] as string;
      if (declared?.has(foldKey(written)) !== true) forms.push({ skillId, written, context: null });
    }
    for (const { form: written, context } of ambiguous) forms.push({ skillId, written, context });
  }
  return forms;
}

const byPrecedence = (a: Form, b: Form): number =>
  Number(a.context !== null) - Number(b.context !== null) || (a.skillId < b.skillId ? -1 : a.skillId > b.skillId ? 1 : 0);

/** Derived ways of writing, about, for each form that is written, and for one in a script whose cases are endings (case-endings.ts). */
const waysPerForm = 1.6;
const waysPerIndicForm = 9;
const firstIndic = 0x0900;

function expectedOf(forms: readonly Form[]): Expected {
  let [latin, latinLetters, indic, indicLetters] = [0, 0, 0, 0];
  for (let at = 0, count = forms.length; at < count; at += 1) {
    const { written } = forms[at] as Form;
    if (written.charCodeAt(written.length - 1) >= firstIndic) {
      indic += 1;
      indicLetters += written.length;
    } else {
      latin += 1;
      latinLetters += written.length;
    }
  }
  const [latinWays, indicWays] = [1 + waysPerForm, 1 + waysPerIndicForm];
  return { phrases: latinWays * latin + indicWays * indic, letters: latinWays * latinLetters + indicWays * letterBytes * indicLetters };
}

function claimPhrases(forms: readonly Form[], builder: PhraseTableBuilder) {
  const shared: number[][] = [];

  /** Whether the form's skill is among the claimants. */
  function claims(claimants: readonly number[], number: number): boolean {
    const skillId = forms[number]?.skillId;
    for (const other of claimants) if (forms[other]?.skillId === skillId) return true;
    return false;
  }

  /** In order of precedence. */
  function insert(claimants: number[], number: number): void {
    let at = claimants.length;
    for (; at > 0 && byPrecedence(forms[number] as Form, forms[claimants[at - 1] as number] as Form) < 0; at -= 1) claimants[at] = claimants[at - 1] as number;
    claimants[at] = number;
  }

  /** A form as one more claimant of what others claim. */
  function share(slot: number, number: number, present: number): void {
    const before = present >> claimBits.numberShift;
    const claimants = (present & claimBits.shared) === 0 ? [before] : (shared[before] as number[]);
    if (claims(claimants, number)) return;
    insert(claimants, number);
    if ((present & claimBits.shared) !== 0) return;
    builder.setValue(slot, (shared.length << claimBits.numberShift) | claimBits.shared | (present & claimBits.derived), false);
    shared.push(claimants);
  }

  /** What is written wins over what is derived, whichever comes first. */
  function claim(slot: number, number: number, derived: 0 | 1): void {
    if (slot < 0) return;
    const present = builder.valueOf(slot);
    const value = (number << claimBits.numberShift) | derived;
    if (present < 0 || (present & claimBits.derived) > derived) builder.setValue(slot, value, forms[number]?.context === null);
    else if (present !== value && (present & claimBits.derived) === derived) share(slot, number, present);
  }

  return { shared, claim };
}

/** See compileTaxonomy. Time and memory grow with the letters of all forms. */
export function compilePhrases(forms: readonly Form[]): CompiledPhrases {
  const builder = buildPhraseTable(expectedOf(forms));
  const { shared, claim } = claimPhrases(forms, builder);
  let number = 0;
  let derived: 0 | 1 = 0;
  const ways: Ways = {
    whole: (way) => {
      claim(builder.add(way), number, derived);
      derived = 1;
    },
    ended: (cut, ending) => { claim(builder.addEnding(cut, ending), number, 1); },
  };
  for (; number < forms.length; number += 1) {
    const { written, context } = forms[number] as Form;
    derived = 0;
    visitWaysOfWriting(written, normaliseForm(written), context !== null, ways);
  }
  return { phrases: builder.finish(), shared };
}
