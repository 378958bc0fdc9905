// The service worker of the site. It keeps all files on the device at the first visit, so that the page works without a
// network. A new version is fetched whole beside the old one, and replaces it when the page says so.
const VERSION = "@VERSION@"; // a hash of the files: src/tool/web-page writes it and the list
const FILES = ["@FILES@"];
const NAME = `ehc ${VERSION}`;

async function keepAll() {
  const kept = await caches.open(NAME);
  await kept.addAll(FILES.map((file) => new Request(file, { cache: "reload" })));
}

async function removeOthers() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith("ehc ") && name !== NAME).map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function answer(request) {
  const url = new URL(request.url), folder = new URL("./", self.location).href;
  const page = url.origin + url.pathname === folder ? `${folder}index.html` : request;
  const kept = await caches.open(NAME);
  return (await kept.match(page, { ignoreSearch: true })) ?? fetch(request);
}

self.addEventListener("install", (event) => event.waitUntil(keepAll()));
self.addEventListener("activate", (event) => event.waitUntil(removeOthers()));
self.addEventListener("fetch", (event) => event.respondWith(answer(event.request)));
self.addEventListener("message", (event) => {
  if (event.data === "show the new version") self.skipWaiting();
});
