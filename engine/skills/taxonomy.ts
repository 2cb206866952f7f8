import type { SaidSkill, Skill } from '../knowledge/types.ts';
import { claimBits, compilePhrases, formsOf, type CompiledPhrases, type Form } from './compile-phrases.ts';
import type { PhraseTable } from './phrase-table.ts';
import { compileSaid, type SaidTable } from './said-table.ts';

export interface Taxonomy {
  readonly skills: ReadonlyMap<string, Skill>;
  /** For each skill those it relates to or that relate to it. */
  readonly neighbours: ReadonlyMap<string, ReadonlySet<string>>;
  /** What the values of the phrases count into, see claimantsOf. A list around each form would be a megabyte. */
  readonly forms: readonly Form[];
  readonly shared: readonly (readonly Form[])[];
  readonly phrases: PhraseTable;
  readonly said: SaidTable;
}

function neighboursOf(skills: ReadonlyMap<string, Skill>): Map<string, Set<string>> {
  const neighbours = new Map<string, Set<string>>();
  const add = (id: string, other: string): void => {
    const others = neighbours.get(id);
    if (others === undefined) neighbours.set(id, new Set([other]));
    else others.add(other);
  };
  skills.forEach(({ id, related }) => {
    for (const other of related) {
      add(id, other.id);
      if (skills.has(other.id)) add(other.id, id);
    }
  });
  return neighbours;
}

/** Who claims a phrase that was found, by its value in the table: unambiguous forms first. */
export function claimantsOf({ forms, shared }: Pick<Taxonomy, 'forms' | 'shared'>, value: number): readonly Form[] {
  const number = value >> claimBits.numberShift;
  if ((value & claimBits.shared) !== 0) return shared[number] ?? [];
  const form = forms[number];
  return form === undefined ? [] : [form];
}

/**
 * Compiles names, aliases and ambiguous forms, with the ways of writing them that are safe (forms.ts), for findSkills.
 * A name that the skill declares ambiguous counts only by its context. A form as the taxonomy writes it beats one that is
 * only derived (a plural, a glued pair); where several skills claim a form, the one with its context near wins, then the
 * unambiguous one, then the smaller id. `said` tells how the skills are described where they are not named. `compiled` is what
 * compilePhrases made of these same skills, where that was kept. Time and memory grow with the letters of all forms.
 */
export function compileTaxonomy(skills: readonly Skill[], said: readonly SaidSkill[] = [], compiled: CompiledPhrases | null = null): Taxonomy {
  const forms = formsOf(skills);
  const { phrases, shared } = compiled ?? compilePhrases(forms);
  const byId = new Map<string, Skill>();
  for (let at = 0, count = skills.length; at < count; at += 1) byId.set((skills[at] as Skill).id, skills[at] as Skill);
  return {
    skills: byId, neighbours: neighboursOf(byId), forms, phrases, said: compileSaid(said),
    shared: shared.map((claimants) => claimants.map((number) => forms[number] as Form)),
  };
}
