/** What a resource may be: a secure address, levels that rise, and one entry for each thing that can be learned from. */
import type { Resource } from '@cairn/engine/knowledge';
import type { Problem } from './problem.ts';

export function resourceProblems(resources: readonly Resource[]): Problem[] {
  return [insecureUrls(resources), levelsThatDoNotRise(resources), duplicateResources(resources)].flat();
}

function insecureUrls(resources: readonly Resource[]): Problem[] {
  return resources.filter(({ url }) => !url.startsWith('https://')).map(({ id, url }) => ({
    code: 'knowledge.insecure-url', entry: `resource ${id}`, message: `${url} is not https`,
  }));
}

function levelsThatDoNotRise(resources: readonly Resource[]): Problem[] {
  return resources.filter(({ fromLevel, toLevel }) => fromLevel >= toLevel).map(({ id, fromLevel, toLevel }) => ({
    code: 'knowledge.levels-do-not-rise', entry: `resource ${id}`, message: `leads from level ${fromLevel} to ${toLevel}`,
  }));
}

/**
 * A provider's front page may stand for several of its courses, which is better than a guessed deep link. So an address may come
 * again, but not under the same title, one that only says more ("The Effect: an introduction to causality"), or one in other order.
 */
function duplicateResources(resources: readonly Resource[]): Problem[] {
  const byAddress = new Map<string, { readonly id: string; readonly title: ReadonlySet<string> }[]>();
  return resources.flatMap((resource): Problem[] => {
    const place = `${addressOf(resource.url)} ${resource.language}`;
    const others = byAddress.get(place) ?? [];
    const title = wordsOf(resource.title);
    const same = others.find((other) => namesOneThing(other.title, title));
    byAddress.set(place, [...others, { id: resource.id, title }]);
    if (same === undefined) return [];
    return [{ code: 'knowledge.duplicate-resource', entry: `resource ${resource.id}`, message: `is what resource ${same.id} is: the address is the same and the title says no other thing` }];
  });
}

/** The scheme, "www.", letter case, a closing slash, a place in the page and what counts visitors make no other page. */
function addressOf(url: string): string {
  const page = new URL(url);
  page.hash = '';
  for (const name of [...page.searchParams.keys()].filter((key) => /^(?:utm_|fbclid$|gclid$|ref$)/.test(key))) page.searchParams.delete(name);
  return page.href.toLowerCase().replace(/^https?:\/\/(www\.)?/, '').replace(/\/(index\.html?)?$/, '');
}

const wordsThatSayNothing = new Set(['a', 'an', 'the', 'and', 'or', 'of', 'on', 'for', 'in', 'to', 'with']);

function wordsOf(title: string): ReadonlySet<string> {
  const words = title.normalize('NFKC').toLowerCase().split(/[^\p{L}\p{M}\p{N}+#]+/u);
  return new Set(words.filter((word) => word !== '' && !wordsThatSayNothing.has(word)));
}

/** One title says all that the other does: a share of the words would take "Python, in Hindi" and "LibreOffice, in Hindi" for one. */
function namesOneThing(first: ReadonlySet<string>, second: ReadonlySet<string>): boolean {
  const [fewer, more] = first.size <= second.size ? [first, second] : [second, first];
  return [...fewer].every((word) => more.has(word));
}
