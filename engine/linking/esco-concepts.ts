import type { Concept } from './types.ts';
import { escoWordings } from './vocabulary/esco-wordings.ts';

/** A concept that we know wordings for is one that ads are known to ask for. */
const wordedPrior = 0.5;

/** ESCO's skills by their preferred labels, with ESCO's own other labels where they are given, and the wordings of ads. */
export function escoConcepts(preferredLabels: readonly string[], otherLabels: ReadonlyMap<string, readonly string[]>): Concept[] {
  return preferredLabels.map((label) => {
    const wordings = escoWordings.get(label);
    return { id: label, name: label, aliases: [...(otherLabels.get(label) ?? []), ...(wordings ?? [])], prior: wordings === undefined ? 0 : wordedPrior };
  });
}
