import type { z } from 'zod';
import type { RunningJob } from '../../platform/jobs/define-job.ts';
import type { Live } from '../../platform/live/live.ts';
import type { Log } from '../../platform/log/log.ts';
import { rankingFor, weekMilliseconds, type FoundVideos, type RankingParts } from './make-materials.ts';
import type { makeMaterialsData } from './materials.jobs.ts';
import { keepVideos, keptVideos, materialsToMake, saveMaterials } from './study.store.ts';
import { VideoSearchError, type SearchVideos } from './video-search.ts';

export interface MakeMaterialsParts extends RankingParts {
  readonly live: Live;
  readonly log: Log;
  /** Null: no key of the video service is set. */
  readonly searchVideos: SearchVideos | null;
}

/** A search costs 101 of the 10,000 units that a key has in a day: what is beyond these waits for the next refresh. */
const mostSearches = 12;

/** Runs twice without harm: it makes what is to be made when it begins, and the second finds nothing. */
export async function handle(job: RunningJob<z.output<typeof makeMaterialsData>>, parts: MakeMaterialsParts): Promise<void> {
  const { data: owner } = job;
  const staleBefore = new Date(parts.now() - weekMilliseconds);
  const begun = await job.transaction(async (tx) => {
    const wanted = await materialsToMake(tx, owner, staleBefore);
    if (wanted.length === 0) return null;
    const { known, wishes } = await rankingFor(parts, tx, owner);
    const language = wishes.language;
    const kept = new Map((await keptVideos(tx, wanted.map(({ skillId }) => skillId), language, staleBefore)).map(({ skillId, videos }) => [skillId, videos]));
    return { wanted, language, kept, nameOf: (skillId: string) => known.skills.get(skillId)?.name };
  });
  if (begun === null) return;
  const found = await searchAll(job, parts, begun);
  await job.transaction(async (tx) => {
    const at = new Date(parts.now());
    for (const [skillId, { state, videos }] of found) if (state === 'done' && !begun.kept.has(skillId)) await keepVideos(tx, owner, skillId, begun.language, videos, at);
    const ranking = await rankingFor(parts, tx, owner);
    for (const { skillId, toLevel } of begun.wanted) {
      const { state, videos } = found.get(skillId) ?? { state: 'off', videos: [] };
      const ranked = ranking.rank(skillId, toLevel, videos);
      // What the organisation has taken out since has no materials any more.
      await saveMaterials(tx, owner, { skillId, toLevel, fromLevel: ranked?.fromLevel ?? 0, videoSearch: state, materials: ranked?.materials ?? [] }, at);
    }
    await parts.live.publish(tx, { ...owner, event: { kind: 'study.changed' } });
  });
}

interface Begun {
  readonly wanted: readonly { readonly skillId: string }[];
  readonly language: string;
  readonly kept: ReadonlyMap<string, FoundVideos['videos']>;
  readonly nameOf: (skillId: string) => string | undefined;
}

/** Outside of any transaction. A service that does not answer once is not asked again in this run. */
async function searchAll({ signal }: { readonly signal: AbortSignal }, { searchVideos, log }: MakeMaterialsParts, { wanted, language, kept, nameOf }: Begun): Promise<Map<string, FoundVideos>> {
  const found = new Map<string, FoundVideos>();
  let searches = 0;
  let failed = false;
  for (const { skillId } of wanted) {
    const before = kept.get(skillId);
    const name = nameOf(skillId);
    if (searchVideos === null) found.set(skillId, { state: 'off', videos: [] });
    else if (before !== undefined) found.set(skillId, { state: 'done', videos: before });
    else if (name === undefined || failed || searches >= mostSearches) found.set(skillId, { state: 'failed', videos: [] });
    else {
      searches += 1;
      try {
        found.set(skillId, { state: 'done', videos: await searchVideos(name, language, signal) });
      } catch (error) {
        if (!(error instanceof VideoSearchError)) throw error;
        log.warn({ reason: error.message }, 'the search for videos failed');
        failed = true;
        found.set(skillId, { state: 'failed', videos: [] });
      }
    }
  }
  return found;
}
