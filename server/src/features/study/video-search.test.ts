import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { videoStandIn, type VideoFault, type VideoStandIn } from '../../test-support/video-stand-in.ts';
import { createVideoSearch, VideoSearchError } from './video-search.ts';

let service: VideoStandIn;
beforeAll(async () => { service = await videoStandIn(); });
afterAll(() => service.close());
beforeEach(() => {
  service.fault = 'none';
  service.asked.length = 0;
});
const key = 'AIza-a-key-that-nobody-may-see';
const search = (isAllowed: (address: string) => boolean = (address) => address === '127.0.0.1') => createVideoSearch({ key, address: service.address, isAllowed, timeoutMilliseconds: 400 });

test('finds videos with their length, and sends the name of the skill and nothing else', async () => {
  expect(await search()('SQL', 'hi')).toEqual([{ videoId: 'abcdefghij1', title: 'SQL in <b>an hour</b>', channel: 'A channel', minutes: 63 }]);
  expect(service.asked.map(({ path, key: sent }) => [path, sent])).toEqual([['/search', key], ['/videos', key]]);
  expect(Object.fromEntries(service.asked[0]?.query ?? [])).toMatchObject({ q: 'SQL tutorial', relevanceLanguage: 'hi', type: 'video' });
  expect(service.asked.map(({ query }) => query.toString()).join()).not.toContain(key);
});

test.each<[VideoFault, RegExp]>([
  ['refuses', /answered 403/], ['hangs', /did not answer/], ['nonsense', /cannot be read/], ['cut', /did not answer/], ['floods', /too much/], ['other-shape', /cannot be read/], ['redirects', /answered 302/],
])('a service that %s is one that failed, without a word of the key', async (fault, reason) => {
  service.fault = fault;
  const failure = await search()('SQL', 'en').catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(VideoSearchError);
  expect((failure as Error).message).toMatch(reason);
  expect((failure as Error).message).not.toContain(key);
});

test('an address inside this network is not dialled', async () => {
  await expect(search(() => false)('SQL', 'en')).rejects.toThrow(/did not answer/);
  expect(service.asked).toEqual([]);
});
