/** The job ad on a page: schema.org's JobPosting where the page has one, else its readable text. */
import type { KnownAdFacts } from '@cairn/engine/gap';
import { Failure } from '../../platform/http/failure.ts';
import { storableText } from '../../platform/storable-text.ts';
import { readPageText } from './page-text.ts';
import { fetchPublicPage, type FetchedPage } from './public-fetch.ts';

export interface JobPage {
  readonly url: string;
  readonly text: string;
  readonly facts: KnownAdFacts;
}

export async function readJobPage(url: string, fetchPage: (url: string) => Promise<FetchedPage> = fetchPublicPage): Promise<JobPage> {
  const page = await fetchPage(url);
  const content = storableText(decode(page));
  if (page.mediaType === 'text/plain') return { url: page.url, text: content, facts: {} };
  if (page.mediaType !== 'text/html' && page.mediaType !== 'application/xhtml+xml') throw new Failure('job-ad.unreadable', { params: { mediaType: page.mediaType.slice(0, 100) } });
  const { text, linkedData } = readPageText(content);
  return { url: page.url, ...(jobPosting(linkedData) ?? { text, facts: {} }) };
}

/** By the header, else by the page's own word, else UTF-8. An unknown charset is read as UTF-8. */
function decode({ body, charset }: FetchedPage): string {
  const declared = charset ?? /<meta[^>]+charset=["']?([\w-]+)/i.exec(body.subarray(0, 2048).toString('latin1'))?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(declared).decode(body);
  } catch {
    return new TextDecoder().decode(body);
  }
}

interface JobPosting {
  readonly title?: unknown;
  readonly description?: unknown;
  readonly hiringOrganization?: unknown;
  readonly jobLocation?: unknown;
  readonly skills?: unknown;
  readonly qualifications?: unknown;
  readonly responsibilities?: unknown;
  readonly experienceRequirements?: unknown;
}

function jobPosting(linkedData: readonly string[]): Pick<JobPage, 'text' | 'facts'> | null {
  for (const json of linkedData) {
    const posting = findPosting(parsed(json), 0);
    if (!posting || typeof posting.description !== 'string') continue;
    const title = plain(posting.title);
    const organisation = plain(nameOf(posting.hiringOrganization));
    const place = placeOf(posting.jobLocation);
    const parts = [posting.description, posting.responsibilities, posting.qualifications, posting.skills, posting.experienceRequirements].map(plain).filter((part) => part !== '');
    return {
      text: [title, ...parts].filter((part) => part !== '').join('\n\n'),
      facts: { ...(title === '' ? {} : { title }), ...(organisation === '' ? {} : { organisation }), ...(place === '' ? {} : { place }) },
    };
  }
  return null;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    // A page's broken data is as good as none: its text is read instead.
    return null;
  }
}

/** Alone, in a list, or in an `@graph`; nested no deeper than pages do. */
function findPosting(value: unknown, depth: number): JobPosting | null {
  if (depth > 4 || typeof value !== 'object' || value === null) return null;
  if (Array.isArray(value)) {
    for (const item of value as unknown[]) {
      const found = findPosting(item, depth + 1);
      if (found) return found;
    }
    return null;
  }
  const type = (value as { '@type'?: unknown })['@type'];
  if ([type].flat().includes('JobPosting')) return value as JobPosting;
  return findPosting((value as { '@graph'?: unknown })['@graph'], depth + 1);
}

function nameOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? (value as { name?: unknown }).name : value;
}

function placeOf(value: unknown): string {
  const [first] = [value].flat() as unknown[];
  const address = (first as { address?: unknown } | undefined)?.address;
  if (typeof address === 'string') return plain(address);
  const { addressLocality, addressRegion, addressCountry } = (address ?? {}) as Record<string, unknown>;
  return [addressLocality, addressRegion, nameOf(addressCountry)].map(plain).filter((part) => part !== '').join(', ');
}

/** Values may hold markup, and may hold it escaped; lists hold no lists. */
function plain(value: unknown): string {
  if (Array.isArray(value)) return value.filter((item) => typeof item === 'string').map(plain).join('\n');
  if (typeof value !== 'string') return '';
  const once = readPageText(value).text;
  return storableText(/<[a-z][^>]*>/i.test(once) ? readPageText(once).text : once);
}
