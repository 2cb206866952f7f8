/**
 * Copies of pages and their data for reading without a connection; public/offline-worker.js reads them. They belong to one
 * person and go when that person signs out, or when somebody else signs in.
 */
import { keep, readKept } from './kept.ts';

const copies = 'cairn-kept';
const owner = 'cairn.kept-for';
const shell = '/study';
const dataAddress = (path: string): string => `/api/v1${path}`;

/** Browsers have both only where the page came over https or from this machine. */
export function canKeepCopies(): boolean {
  return 'serviceWorker' in navigator && 'caches' in window;
}

/** Keeps what `paths` answer, the frame of the pages and every file that they have loaded so far. Throws where one cannot be had. */
export async function keepCopies(userId: string, paths: readonly string[]): Promise<void> {
  await navigator.serviceWorker.register('/offline-worker.js', { scope: '/' });
  const cache = await caches.open(copies);
  keep(owner, userId);
  await cache.addAll([shell, ...paths.map(dataAddress), dataAddress('/me'), ...filesInUse()]);
}

export async function hasCopy(path: string): Promise<boolean> {
  return canKeepCopies() && (await caches.match(dataAddress(path), { ignoreVary: true })) !== undefined;
}

export async function dropCopy(path: string): Promise<void> {
  const cache = await caches.open(copies);
  await cache.delete(dataAddress(path), { ignoreVary: true });
}

/** Whether whoever kept something here is still the one who is here. */
export async function keepCopiesOf(userId: string): Promise<void> {
  const keptFor = readKept(owner);
  if (keptFor !== null && keptFor !== userId) await forgetCopies();
}

export async function forgetCopies(): Promise<void> {
  if (readKept(owner) === null || !canKeepCopies()) return;
  await caches.delete(copies);
  await (await navigator.serviceWorker.getRegistration('/'))?.unregister();
  keep(owner, null);
}

function filesInUse(): string[] {
  const named = [...document.querySelectorAll<HTMLElement>('script[src], link[href]')].map((element) => element.getAttribute('src') ?? element.getAttribute('href') ?? '');
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
  const addresses = [...named, ...loaded].map((address) => new URL(address, location.href)).filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/assets/'));
  return [...new Set(addresses.map(({ pathname }) => pathname))];
}
