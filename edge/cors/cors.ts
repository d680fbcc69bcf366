/**
 * Pages of other origins: which may call the edge from a browser (https://fetch.spec.whatwg.org/#http-cors-protocol). The front door of
 * the room. Nobody may unless the operator says so. Credentials are never allowed: tokens travel in `Authorization`, and with cookies
 * any page that is allowed could act for its visitor.
 * @module
 */

/** Browsers keep a preflight's answer no longer than this: Chromium's limit. Each one saved is a round trip. */
const PREFLIGHT_SECONDS = 7_200;
/** What an app wants to read beside the headers that every page may. */
const EXPOSED = "ETag, Retry-After, Location, WWW-Authenticate, Server-Timing, Cache-Status";

export interface Cors {
  /** The answer to a preflight from a page that may call; undefined where the request is none. Never reaches an upstream. */
  preflight(request: Request): Response | undefined;
  /** Makes a reply of the edge's own making (its headers change) readable by the page that asked for it, if it may be. */
  allow(request: Request, reply: Response): Response;
}

/** @param origins of pages that may call, `https://app.example`; `*` for any */
export function cors(origins: ReadonlySet<string>): Cors {
  const any = origins.has("*");

  /** @returns the value of Access-Control-Allow-Origin */
  function allowed(request: Request): string | undefined {
    const origin = request.headers.get("origin");
    if (origin === null) return undefined;
    if (any) return "*";
    return origins.has(origin) ? origin : undefined;
  }

  return {
    preflight(request) {
      if (request.method !== "OPTIONS" || !request.headers.has("access-control-request-method")) return undefined;
      const origin = allowed(request);
      if (origin === undefined) return undefined;
      return new Response(null, {
        status: 204,
        headers: {
          "access-control-allow-origin": origin,
          "access-control-allow-methods": "GET, HEAD, POST, PUT, PATCH, DELETE",
          // What a page may send is the route's to judge. Echoed, because `*` does not cover Authorization.
          "access-control-allow-headers": request.headers.get("access-control-request-headers") ?? "",
          "access-control-max-age": String(PREFLIGHT_SECONDS),
          vary: "Origin, Access-Control-Request-Headers",
        },
      });
    },
    allow(request, reply) {
      const origin = allowed(request);
      // Caches in between must know that the reply depends on who asks, also when this one may not read it.
      if (origin === undefined && !request.headers.has("origin")) return reply;
      if (!any) reply.headers.append("vary", "Origin");
      if (origin !== undefined) {
        reply.headers.set("access-control-allow-origin", origin);
        reply.headers.set("access-control-expose-headers", EXPOSED);
      }
      return reply;
    },
  };
}
