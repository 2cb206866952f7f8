import type { Skill } from '../knowledge/types.ts';
import { foldKey } from '../text/fold.ts';
import { formVariants } from './forms.ts';
import { buildPhraseTrie, type Phrase, type PhraseTrie } from './phrase-trie.ts';
import { encodeForm } from './symbols.ts';

/** One way a skill is named. */
export interface Form {
  readonly skillId: string;
  /** As the taxonomy writes it. */
  readonly written: string;
  /** Finds the words one of which must be near, in folded text; null when the form names the skill wherever it stands. */
  readonly context: RegExp | null;
}

export interface Taxonomy {
  readonly skills: ReadonlyMap<string, Skill>;
  /** For each skill those it relates to or that relate to it. */
  readonly neighbours: ReadonlyMap<string, ReadonlySet<string>>;
  /** What the trie's values count into: the forms that are written alike, unambiguous ones first. */
  readonly claims: readonly (readonly Form[])[];
  readonly trie: PhraseTrie;
}

function contextPattern(words: readonly string[]): RegExp {
  const escaped = words.map((word) => foldKey(word).replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`).replace(/[ -]/g, String.raw`[\s-]{1,3}`));
  return new RegExp(String.raw`(?<![\p{L}\p{N}\p{M}])(?:${escaped.join('|')})(?![\p{L}\p{N}\p{M}+#])`, 'gu');
}

function formsOf(skill: Skill): Form[] {
  const ambiguous = skill.ambiguous.map(({ form, context }): Form => ({ skillId: skill.id, written: form, context: contextPattern(context) }));
  const declared = new Set(skill.ambiguous.map(({ form }) => foldKey(form)));
  const plain = [skill.name, ...skill.aliases].filter((form) => !declared.has(foldKey(form)));
  return [...plain.map((written): Form => ({ skillId: skill.id, written, context: null })), ...ambiguous];
}

function neighboursOf(skills: readonly Skill[]): Map<string, Set<string>> {
  const neighbours = new Map(skills.map(({ id }) => [id, new Set<string>()]));
  for (const { id, related } of skills) {
    for (const other of related) {
      neighbours.get(id)?.add(other.id);
      neighbours.get(other.id)?.add(id);
    }
  }
  return neighbours;
}

/**
 * Compiles names, aliases and ambiguous forms, with the ways of writing them that are safe (forms.ts), for findSkills.
 * A name that the skill declares ambiguous counts only by its context. A form as the taxonomy writes it beats one that is
 * only derived (a plural, a glued pair); where several skills claim a form, the one with its context near wins, then the
 * unambiguous one, then the smaller id. Time and memory grow with the letters of all forms.
 */
export function compileTaxonomy(skills: readonly Skill[]): Taxonomy {
  const written = new Map<string, Form[]>();
  const derived = new Map<string, Form[]>();
  const claim = (claims: Map<string, Form[]>, symbols: string, form: Form): void => {
    const claimants = claims.get(symbols);
    if (claimants === undefined) claims.set(symbols, [form]);
    else if (!claimants.some((other) => other.skillId === form.skillId)) claimants.push(form);
  };
  for (const skill of skills.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))) {
    for (const form of formsOf(skill)) {
      formVariants(form.written, form.context !== null).forEach((variant, index) => {
        const symbols = encodeForm(variant);
        if (symbols !== null) claim(index === 0 ? written : derived, symbols, form);
      });
    }
  }
  for (const [symbols, forms] of derived) if (!written.has(symbols)) written.set(symbols, forms);
  const claims: Form[][] = [];
  const phrases: Phrase[] = [];
  for (const [symbols, forms] of written) {
    phrases.push({ symbols, value: claims.length });
    claims.push(forms.toSorted((a, b) => Number(a.context !== null) - Number(b.context !== null)));
  }
  return {
    skills: new Map(skills.map((skill) => [skill.id, skill])),
    neighbours: neighboursOf(skills),
    claims,
    trie: buildPhraseTrie(phrases),
  };
}
