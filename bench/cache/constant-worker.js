/**
 * The least that a Worker with a route can do: a constant of the same size as the benches' replies, at once, or at a moment that many
 * requests wait for.
 * @module
 */
const BODY = JSON.stringify({ text: "x".repeat(1_013) });
const HEADERS = { "content-type": "application/json", "cache-control": "max-age=3600" };

export default {
  fetch(request) {
    const { pathname } = new URL(request.url);
    if (pathname === "/kilobyte") return new Response(BODY, { headers: HEADERS });
    if (pathname.startsWith("/at/")) return later(Number(pathname.slice("/at/".length)));
    return new Response("nothing is here", { status: 404 });
  },
};

async function later(atMs) {
  await scheduler.wait(Math.max(0, atMs - Date.now()));
  return new Response(BODY, { headers: HEADERS });
}
