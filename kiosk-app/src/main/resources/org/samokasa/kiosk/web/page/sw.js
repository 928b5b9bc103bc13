// Keeps the page and its words, so that the knowledge base is there without the hub. The hub's own copy comes first:
// a new version is never hidden behind an old one.
const store = 'samokasa-page';

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== location.origin || url.pathname.startsWith('/api/')) return;
  event.respondWith(answer(event.request, url.origin + url.pathname));
});

// Without the query: it may carry the key.
async function answer(request, key) {
  try {
    const fresh = await fetch(request);
    if (fresh.ok) (await caches.open(store)).put(key, fresh.clone());
    return fresh;
  } catch (unreachable) {
    return (await caches.match(key)) ?? Response.error();
  }
}
