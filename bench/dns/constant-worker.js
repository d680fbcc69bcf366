/**
 * The least that a Worker with two routes can do: constants as long as what the edge answers there.
 * @module
 */
const ANSWER = "192.0.2.1;192.0.2.2,60|127.0.0.1";
/** A block of padded DNS (RFC 8467). */
const MESSAGE = new Uint8Array(468);

export default {
  fetch(request) {
    const { pathname } = new URL(request.url);
    if (pathname === "/d") return new Response(ANSWER, { headers: { "content-type": "text/plain;charset=utf-8" } });
    if (pathname === "/dns-query") {
      const headers = { "content-type": "application/dns-message", "cache-control": "max-age=60" };
      return new Response(MESSAGE, { headers });
    }
    return new Response("nothing is here", { status: 404 });
  },
};
