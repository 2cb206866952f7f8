import { expand } from '../text/fold.ts';
import { resolveHits } from './ambiguity.ts';
import { negations } from './negation.ts';
import { scanForms } from './scan.ts';
import type { Taxonomy } from './taxonomy.ts';
import type { SkillMention } from './types.ts';

export interface FindSkillsOptions {
  /** The text is a list of skills (a resume's skills section): an ambiguous name that is a whole item counts. */
  readonly skillList?: boolean;
}

/** Forms of one or two letters ("ML", "QA") are now and then something else. */
const shortFormConfidence = 0.9;

/**
 * Every skill the text names, in order of the text, never overlapping: at each place the longest form wins ("React
 * Native" is not React). Ambiguous forms need their context, denied ones are marked `negated`. Confidence 1 for an
 * unambiguous form, 0.8 to 0.9 for an ambiguous or very short one. Linear in the length of the text.
 */
export function findSkills(taxonomy: Taxonomy, text: string, options: FindSkillsOptions = {}): SkillMention[] {
  const expanded = expand(text);
  const hits = scanForms(taxonomy.phrases, expanded.text);
  if (hits.length === 0) return [];
  const resolved = resolveHits(taxonomy, expanded.text, hits, options.skillList ?? false);
  const denied = negations(expanded.text, resolved);
  const place = (at: number): number => (expanded.offsets === null ? at : (expanded.offsets[at] as number));
  return resolved.map((hit, index) => ({
    skillId: hit.form.skillId,
    form: hit.form.written,
    start: place(hit.start),
    end: place(hit.end),
    confidence: hit.confidence === 1 && hit.end - hit.start <= 2 && /^\p{L}+$/u.test(hit.form.written) ? shortFormConfidence : hit.confidence,
    negated: denied[index] as boolean,
  }));
}
