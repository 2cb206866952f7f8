/** Videos for a skill by the official YouTube Data API, v3 (developers.google.com/youtube/v3/docs). Only the skill's name leaves. */
import { z } from 'zod';
import { guardedFetch } from '../../platform/network/guarded-fetch.ts';

export interface Video {
  readonly videoId: string;
  readonly title: string;
  readonly channel: string;
  readonly minutes: number;
}

/** The service did not answer, or nothing that can be read; `reason` says which, without anything of the request. */
export class VideoSearchError extends Error {
  override readonly name = 'VideoSearchError';
}

export type SearchVideos = (skillName: string, language: string, signal?: AbortSignal) => Promise<Video[]>;

export interface VideoSearchParts {
  readonly key: string;
  readonly address: string;
  readonly isAllowed: (address: string) => boolean;
  readonly timeoutMilliseconds: number;
}

export const youtubeAddress = 'https://www.googleapis.com/youtube/v3';
export const usualTimeoutMilliseconds = 8000;
const videosAsked = 5;
const largestAnswerBytes = 1_000_000;

const found = z.object({ items: z.array(z.object({ id: z.object({ videoId: z.string().regex(/^[\w-]{6,20}$/) }) })).max(50) });
const details = z.object({
  items: z.array(z.object({
    id: z.string().regex(/^[\w-]{6,20}$/), snippet: z.object({ title: z.string().max(500), channelTitle: z.string().max(500) }), contentDetails: z.object({ duration: z.string().max(40) }),
  })).max(50),
});

/** Throws VideoSearchError. */
export function createVideoSearch({ key, address, isAllowed, timeoutMilliseconds }: VideoSearchParts): SearchVideos {
  const fetch = guardedFetch(isAllowed);

  async function ask<Shape extends z.ZodType>(path: string, query: Record<string, string>, shape: Shape, signal: AbortSignal): Promise<z.output<Shape>> {
    try {
      const response = await fetch(`${address}/${path}?${new URLSearchParams(query).toString()}`, { headers: { accept: 'application/json', 'x-goog-api-key': key }, signal });
      const text = await textOf(response);
      if (!response.ok) throw new VideoSearchError(`answered ${response.status}`);
      return shape.parse(JSON.parse(text));
    } catch (error) {
      if (error instanceof VideoSearchError) throw error;
      if (error instanceof SyntaxError || error instanceof z.ZodError) throw new VideoSearchError('answered what cannot be read', { cause: error });
      throw new VideoSearchError('did not answer', { cause: error });
    }
  }

  return async (skillName, language, stop) => {
    const limit = AbortSignal.timeout(timeoutMilliseconds);
    const signal = stop === undefined ? limit : AbortSignal.any([stop, limit]);
    const { items } = await ask('search', { part: 'id', type: 'video', maxResults: String(videosAsked), safeSearch: 'strict', relevanceLanguage: language, q: `${skillName} tutorial` }, found, signal);
    if (items.length === 0) return [];
    const { items: videos } = await ask('videos', { part: 'snippet,contentDetails', id: items.map(({ id }) => id.videoId).join(',') }, details, signal);
    return videos.flatMap(({ id, snippet, contentDetails }) => {
      const minutes = minutesOf(contentDetails.duration);
      return minutes === null ? [] : [{ videoId: id, title: snippet.title.toWellFormed().replaceAll('\0', '').slice(0, 200), channel: snippet.channelTitle.toWellFormed().replaceAll('\0', '').slice(0, 100), minutes }];
    });
  };
}

async function textOf(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > largestAnswerBytes) throw new VideoSearchError('answered too much');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** ISO 8601, "PT1H2M10S", up to whole minutes; null for a live stream, which has none. */
function minutesOf(duration: string): number | null {
  const [, days = 0, hours = 0, minutes = 0, seconds = 0] = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(duration)?.map((part) => Number(part ?? 0)) ?? [];
  const all = days * 1440 + hours * 60 + minutes + seconds / 60;
  return all > 0 ? Math.ceil(all) : null;
}
