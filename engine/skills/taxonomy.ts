import type { SaidSkill, Skill } from '../knowledge/types.ts';
import { foldKey } from '../text/fold.ts';
import { buildPhraseTable } from './build-phrase-table.ts';
import { formVariants, normaliseForm } from './forms.ts';
import type { PhraseTable } from './phrase-table.ts';
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
  /** What the table's values count into: the forms that are written alike, unambiguous ones first. */
  readonly claims: readonly (readonly Form[])[];
  readonly phrases: PhraseTable;
  readonly said: SaidTable;
}

function formsOf(skill: Skill): Form[] {
  const plainForm = (written: string): Form => ({ skillId: skill.id, written, context: null });
  if (skill.ambiguous.length === 0) return [plainForm(skill.name), ...skill.aliases.map(plainForm)];
  const declared = new Set(skill.ambiguous.map(({ form }) => foldKey(form)));
  const plain = [skill.name, ...skill.aliases].filter((form) => !declared.has(foldKey(form)));
  return [...plain.map(plainForm), ...skill.ambiguous.map(({ form, context }): Form => ({ skillId: skill.id, written: form, context }))];
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

/** Derived ways of writing, about, for each one that is written. */
const waysPerForm = 1.6;

/** Who claims which phrase. A form that is alone at its phrases is one claim, however many ways of writing it has. */
function claimPhrases(formCount: number) {
  const builder = buildPhraseTable((1 + waysPerForm) * formCount);
  const claims: Form[][] = [];
  /** Claims made for one phrase, which several skills share. */
  const shared = new Set<number>();
  return {
    claims, builder,
    /** A number for the form as a claimant that is alone. */
    register: (form: Form): number => claims.push([form]) - 1,
    claim: (slot: number, value: number): void => {
      const present = slot < 0 ? value : builder.valueOf(slot);
      if (present === value) return;
      if (present < 0) {
        builder.setValue(slot, value, claims[value]?.[0]?.context === null);
        return;
      }
      const form = claims[value]?.[0] as Form;
      const claimants = claims[present] as Form[];
      if (claimants.some(({ skillId }) => skillId === form.skillId)) return;
      if (shared.has(present)) claimants.push(form);
      else {
        shared.add(claims.length);
        builder.setValue(slot, claims.length, false);
        claims.push([...claimants, form]);
      }
    },
    finish: (): void => { for (const value of shared) claims[value]?.sort(byPrecedence); },
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
  const forms = skills.flatMap(formsOf);
  const { claims, builder, register, claim, finish } = claimPhrases(forms.length);
  const normalised = forms.map(({ written }) => normaliseForm(written));
  forms.forEach((form, at) => { claim(builder.add(normalised[at] as string), register(form)); });
  const writtenCount = claims.length;
  forms.forEach((form, at) => {
    let value = -1;
    for (const variant of formVariants(form.written, normalised[at] as string, form.context !== null)) {
      const slot = builder.add(variant);
      const present = slot < 0 ? 0 : builder.valueOf(slot);
      if (present >= 0 && present < writtenCount) continue;
      if (value < 0) value = register(form);
      claim(slot, value);
    }
  });
  finish();
  const byId = new Map(skills.map((skill) => [skill.id, skill]));
  return { skills: byId, neighbours: neighboursOf(byId), claims, phrases: builder.finish(), said: compileSaid(said) };
}
