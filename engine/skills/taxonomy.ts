import type { Skill } from '../knowledge/types.ts';
import { foldKey } from '../text/fold.ts';
import { buildPhraseTrie } from './build-phrase-trie.ts';
import { formVariants, normaliseForm } from './forms.ts';
import type { PhraseTrie } from './phrase-trie.ts';

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
  /** What the trie's values count into: the forms that are written alike, unambiguous ones first. */
  readonly claims: readonly (readonly Form[])[];
  readonly trie: PhraseTrie;
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

/** Who claims which node of the trie. A form that is alone at its nodes is one claim, however many ways of writing it has. */
function claimNodes() {
  const builder = buildPhraseTrie();
  const claims: Form[][] = [];
  /** Claims made for one node, which several skills share. */
  const shared = new Set<number>();
  return {
    claims, builder,
    /** A number for the form as a claimant that is alone. */
    register: (form: Form): number => claims.push([form]) - 1,
    claim: (node: number, value: number): void => {
      const present = builder.valueOf(node);
      if (node === 0 || present === value) return;
      if (present < 0) {
        builder.setValue(node, value, claims[value]?.[0]?.context === null);
        return;
      }
      const form = claims[value]?.[0] as Form;
      const claimants = claims[present] as Form[];
      if (claimants.some(({ skillId }) => skillId === form.skillId)) return;
      if (shared.has(present)) claimants.push(form);
      else {
        shared.add(claims.length);
        builder.setValue(node, claims.length, false);
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
 * unambiguous one, then the smaller id. Time and memory grow with the letters of all forms.
 */
export function compileTaxonomy(skills: readonly Skill[]): Taxonomy {
  const { claims, builder, register, claim, finish } = claimNodes();
  const forms = skills.flatMap(formsOf).map((form) => ({ form, normalised: normaliseForm(form.written), value: register(form) }));
  for (const { normalised, value } of forms) claim(builder.add(normalised), value);
  const writtenCount = claims.length;
  for (const { form, normalised } of forms) {
    let value = -1;
    for (const variant of formVariants(form.written, normalised, form.context !== null)) {
      const node = builder.add(variant);
      const present = builder.valueOf(node);
      if (node === 0 || (present >= 0 && present < writtenCount)) continue;
      if (value < 0) value = register(form);
      claim(node, value);
    }
  }
  finish();
  const byId = new Map(skills.map((skill) => [skill.id, skill]));
  return { skills: byId, neighbours: neighboursOf(byId), claims, trie: builder.finish() };
}
