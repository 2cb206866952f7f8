import type { SkillGap } from '@cairn/contracts';
import { readAdFacts } from '@cairn/engine/gap';
import { splitTitle } from '@cairn/engine/titles';
import type { Places } from '../places/index.ts';

/** Below this the place is shown as the ad writes it, without a country of ours. */
const leastConfidence = 0.3;

/** What an ad says about the job beside its skills: how senior, where, and whether from elsewhere. Null for a role. */
export function jobFacts(title: string | null, jobText: string | null, places: Pick<Places, 'read'>): SkillGap['job'] {
  if (jobText === null) return null;
  const { seniority, seniorityWords, extras } = splitTitle(title ?? '');
  const written = readAdFacts(jobText).place ?? extras.find((extra) => places.read(extra) !== null) ?? null;
  const place = written === null ? null : places.read(written);
  const isSure = place !== null && place.kind !== 'remote' && place.confidence >= leastConfidence;
  return {
    seniority: seniorityWords.length === 0 ? null : seniority,
    place: isSure ? { name: place.name, state: place.state, country: place.country } : written === null || place?.kind === 'remote' ? null : { name: written, state: null, country: null },
    isRemote: place?.remote === true || extras.some((extra) => places.read(extra)?.kind === 'remote'),
  };
}
