import type { Skill } from '@cairn/engine/knowledge';
import { compileConcepts, linkText } from '@cairn/engine/linking';
import type { SkillVectors } from './skill-vectors.ts';

/** A page of a chooser has room for so many guesses. */
const most = 8;
/** What is related stands among weaker guesses by words. */
const lookedThrough = 60;
/** Weaker guesses share a word with what was asked for and no more. */
const leastScore = 0.15;
/** So much of the best guess's score others must have. */
const leastOfBest = 0.3;
/** When the words themselves led somewhere so surely, guesses by meaning only distract. */
const sureByWords = 0.5;

/**
 * Finds skills by misspelt names, other forms of their words, and what is typed about them; the best first. Where the words
 * lead surely to one, what is related to it follows.
 */
export function createMeaningSearch(skills: readonly Skill[], vectors: () => SkillVectors): (search: string) => Promise<Skill[]> {
  const index = compileConcepts(skills.map(({ id, name, aliases, related }) => ({ id, name, aliases, related })));
  const byId = new Map(skills.map((skill) => [skill.id, skill]));
  return async (search) => {
    const { embed, ofSkills, leastLikeness } = vectors();
    const vector = await embed(search);
    const meaning = { embed: () => vector, conceptVectors: ofSkills, leastLikeness };
    const linked = linkText(index, search, { limit: 2 * most, meaning }).filter(({ found }) => found !== 'related').slice(0, most);
    const isSure = linked.some(({ found, score }) => found !== 'embedding' && score >= sureByWords);
    const least = Math.max(leastScore, leastOfBest * (linked[0]?.score ?? 0));
    const hits = linked.filter(({ found, score }) => score >= least && !(isSure && found === 'embedding'));
    const related = isSure ? linkText(index, search, { limit: lookedThrough }).filter(({ found }) => found === 'related') : [];
    return [...hits, ...related].slice(0, most).flatMap(({ id }) => byId.get(id) ?? []);
  };
}
