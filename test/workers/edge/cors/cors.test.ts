import { describe, expect, test } from "vitest";
import { cors } from "../../../../edge/cors/cors.ts";
import { parseSettings } from "../../../../edge/settings.ts";

const APP = "https://app.example";
const URL = "https://edge.example/api/countries";

function preflight(origin: string, headers: Record<string, string> = {}): Request {
  const asked = { origin, "access-control-request-method": "POST", ...headers };
  return new Request(URL, { method: "OPTIONS", headers: asked });
}

function from(origin?: string): Request {
  return new Request(URL, { headers: origin === undefined ? {} : { origin } });
}

describe("a preflight", () => {
  test("of a page that may call is answered with what it asked for", () => {
    const asked = { "access-control-request-headers": "authorization, content-type" };
    const reply = cors(new Set([APP])).preflight(preflight(APP, asked));
    expect(reply?.status).toBe(204);
    expect(reply?.headers.get("access-control-allow-origin")).toBe(APP);
    expect(reply?.headers.get("access-control-allow-headers")).toBe("authorization, content-type");
    expect(reply?.headers.get("access-control-allow-credentials")).toBeNull();
    expect(reply?.headers.get("vary")).toContain("Origin");
  });

  test.each([
    ["another page", preflight("https://evil.example")],
    ["a page whose origin only begins like that of one that may", preflight(`${APP}.evil.example`)],
    ["a sandboxed page", preflight("null")],
    ["nobody: OPTIONS of a plain client", new Request(URL, { method: "OPTIONS" })],
  ])("of %s is not", (_, request) => {
    expect(cors(new Set([APP])).preflight(request)).toBeUndefined();
  });

  test("is never answered where the operator names nobody", () => {
    expect(cors(new Set()).preflight(preflight(APP))).toBeUndefined();
  });
});

describe("a reply", () => {
  test("may be read by the page that is allowed, and says that it depends on who asks", () => {
    const reply = cors(new Set([APP])).allow(from(APP), new Response("x", { headers: { vary: "Accept" } }));
    expect(reply.headers.get("access-control-allow-origin")).toBe(APP);
    expect(reply.headers.get("access-control-expose-headers")).toContain("ETag");
    expect(reply.headers.get("vary")).toBe("Accept, Origin");
  });

  test("may not be read by another page", () => {
    const reply = cors(new Set([APP])).allow(from("https://evil.example"), new Response("x"));
    expect(reply.headers.get("access-control-allow-origin")).toBeNull();
    expect(reply.headers.get("vary")).toBe("Origin");
  });

  test("to who is no page stays as it is", () => {
    const reply = new Response("x");
    expect(cors(new Set([APP])).allow(from(), reply)).toBe(reply);
    expect(reply.headers.get("vary")).toBeNull();
  });

  test("may be read by any page where the operator says so", () => {
    expect(
      cors(new Set(["*"]))
        .allow(from(APP), new Response("x"))
        .headers.get("access-control-allow-origin"),
    ).toBe("*");
  });
});

test.each(["app.example", "https://app.example/", "https://app.example/path", "HTTPS://app.example"])(
  "the edge refuses '%s' as an origin and names the binding",
  (origin) => {
    const { flaws } = parseSettings({ CORS_ORIGINS: origin }, JSON.stringify({ upstreams: {}, routes: [] }));
    expect(flaws?.join()).toContain(`CORS_ORIGINS: '${origin}'`);
  },
);
