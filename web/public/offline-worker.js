/* What somebody kept for reading without a connection (web/src/lib/offline-copies.ts) is read from there when the network does not answer; all else goes its usual way. */
const kept = 'cairn-kept';
const shell = '/study';
const readable = /^\/api\/v1\/(?:me|study|study\/lessons\/[a-z0-9-]+)$/;

self.addEventListener('install', () => { void self.skipWaiting(); });
self.addEventListener('activate', (event) => { event.waitUntil(self.clients.claim()); });
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate') {
    if (pathname === shell || pathname.startsWith(`${shell}/`)) event.respondWith(networkFirst(request, shell));
  } else if (pathname.startsWith('/assets/')) event.respondWith(copyFirst(request));
  else if (readable.test(pathname)) event.respondWith(networkFirst(request, pathname));
});

/** A copy that there is stays as new as what the network last answered. */
async function networkFirst(request, address) {
  const cache = await caches.open(kept);
  try {
    const response = await fetch(request);
    if (response.ok && (await cache.match(address, { ignoreVary: true })) !== undefined && request.mode !== 'navigate') await cache.put(address, response.clone());
    return response;
  } catch (error) {
    const copy = await cache.match(address, { ignoreVary: true });
    if (copy === undefined) throw error;
    return copy;
  }
}

/** Files with a hash in their name never change. */
async function copyFirst(request) {
  return (await caches.match(request, { ignoreVary: true })) ?? fetch(request);
}
