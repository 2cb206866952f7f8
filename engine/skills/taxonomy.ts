import type { SaidSkill, Skill } from '../knowledge/types.ts';
import { foldKey } from '../text/fold.ts';
import { buildPhraseTable, type Expected, type PhraseTableBuilder } from './build-phrase-table.ts';
import { normaliseForm, visitWaysOfWriting } from './forms.ts';
import { letterBytes, type PhraseTable } from './phrase-table.ts';
import { compileSaid, type SaidTable } from './said-table.ts';

/** One way a skill is named. */
export interface Form {
  readonly skillId: string;
  /** As the taxonomy writes it. */
  readonly written: string;
  /** The words one of which must be near; null when the form names the skill wherever it stands. */
  readonly context: readonly string[] | null;
}

export interface Taxonomy {
  readonly skills: ReadonlyMap<string, Skill>;
  /** For each skill those it relates to or that relate to it. */
  readonly neighbours: ReadonlyMap<string, ReadonlySet<string>>;
  /** Forms, and where several skills write alike the forms that share a phrase; see claimantsOf. A list around each form would be a megabyte. */
  readonly claims: readonly (Form | readonly Form[])[];
  readonly phrases: PhraseTable;
  readonly said: SaidTable;
}

function formsOf({ id: skillId, name, aliases, ambiguous }: Skill): Form[] {
  const declared = ambiguous.length === 0 ? null : new Set(ambiguous.map(({ form }) => foldKey(form)));
  const forms: Form[] = [];
  const addPlain = (written: string): void => {
    if (declared?.has(foldKey(written)) !== true) forms.push({ skillId, written, context: null });
  };
  addPlain(name);
  aliases.forEach(addPlain);
  for (const { form, context } of ambiguous) forms.push({ skillId, written: form, context });
  return forms;
}

function neighboursOf(skills: ReadonlyMap<string, Skill>): Map<string, Set<string>> {
  const neighbours = new Map<string, Set<string>>();
  const add = (id: string, other: string): void => {
    const others = neighbours.get(id);
    if (others === undefined) neighbours.set(id, new Set([other]));
    else others.add(other);
  };
  for (const { id, related } of skills.values()) {
    for (const other of related) {
      add(id, other.id);
      if (skills.has(other.id)) add(other.id, id);
    }
  }
  return neighbours;
}

const byPrecedence = (a: Form, b: Form): number =>
  Number(a.context !== null) - Number(b.context !== null) || (a.skillId < b.skillId ? -1 : a.skillId > b.skillId ? 1 : 0);

/** Derived ways of writing, about, for each form that is written, and for one in a script whose cases are endings (case-endings.ts). */
const waysPerForm = 1.6;
const waysPerIndicForm = 9;
const firstIndic = 0x0900;

function expectedOf(skills: readonly Skill[]): Expected {
  const expected = { phrases: 0, letters: 0 };
  const count = (form: string): void => {
    const isIndic = form.charCodeAt(form.length - 1) >= firstIndic;
    const ways = 1 + (isIndic ? waysPerIndicForm : waysPerForm);
    expected.phrases += ways;
    expected.letters += ways * form.length * (isIndic ? letterBytes : 1);
  };
  for (const { name, aliases, ambiguous } of skills) {
    count(name);
    aliases.forEach(count);
    for (const { form } of ambiguous) count(form);
  }
  return expected;
}

/** What the table keeps of a claim: where it stands in the claims, and whether the form is only derived from the written one. */
const derived = 1;
const claimShift = 1;

/** Who claims a form that was found, by its value in the table: unambiguous forms first. */
export function claimantsOf({ claims }: Pick<Taxonomy, 'claims'>, value: number): readonly Form[] {
  const claim = claims[value >> claimShift];
  return claim === undefined ? [] : isShared(claim) ? claim : [claim];
}

const isShared = (claim: Form | readonly Form[]): claim is readonly Form[] => Array.isArray(claim);

/** Who claims which phrase. A form that is alone at its phrases is one claim, however many ways of writing it has. */
function claimPhrases(builder: PhraseTableBuilder) {
  const claims: (Form | Form[])[] = [];

  /** The form as one more claimant of what another one claims. */
  function share(slot: number, form: Form, present: number): void {
    const claim = claims[present >> claimShift] as Form | Form[];
    if (Array.isArray(claim)) {
      if (!claim.some(({ skillId }) => skillId === form.skillId)) claim.push(form);
      return;
    }
    if (claim.skillId === form.skillId) return;
    builder.setValue(slot, (claims.length << claimShift) | (present & derived), false);
    claims.push([claim, form]);
  }

  function claim(slot: number, form: Form, value: number): void {
    if (slot < 0) return;
    const present = builder.valueOf(slot);
    const isFree = present < 0;
    if (isFree || (present & derived) > (value & derived)) builder.setValue(slot, value, form.context === null);
    else if (present !== value && (present & derived) === (value & derived)) share(slot, form, present);
  }

  /** The form that is added, and the value of what is derived from it. */
  let current: Form;
  let derivedValue = 0;
  const claimDerived = (way: string): void => { if (way !== '') claim(builder.add(way), current, derivedValue); };

  return {
    claims,
    add(form: Form): void {
      const value = (claims.push(form) - 1) << claimShift;
      const normalised = normaliseForm(form.written);
      current = form;
      derivedValue = value | derived;
      claim(builder.add(normalised), form, value);
      visitWaysOfWriting(form.written, normalised, form.context !== null, claimDerived);
    },
    finish: (): void => { for (const claim of claims) if (Array.isArray(claim)) claim.sort(byPrecedence); },
  };
}

/**
 * Compiles names, aliases and ambiguous forms, with the ways of writing them that are safe (forms.ts), for findSkills.
 * A name that the skill declares ambiguous counts only by its context. A form as the taxonomy writes it beats one that is
 * only derived (a plural, a glued pair); where several skills claim a form, the one with its context near wins, then the
 * unambiguous one, then the smaller id. `said` tells how the skills are described where they are not named. Time and memory
 * grow with the letters of all forms.
 */
export function compileTaxonomy(skills: readonly Skill[], said: readonly SaidSkill[] = []): Taxonomy {
  const builder = buildPhraseTable(expectedOf(skills));
  const { claims, add, finish } = claimPhrases(builder);
  const byId = new Map<string, Skill>();
  for (const skill of skills) {
    byId.set(skill.id, skill);
    formsOf(skill).forEach(add);
  }
  finish();
  return { skills: byId, neighbours: neighboursOf(byId), claims, phrases: builder.finish(), said: compileSaid(said) };
}
