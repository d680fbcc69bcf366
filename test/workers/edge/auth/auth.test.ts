import { beforeAll, describe, expect, test, vi } from "vitest";
import { type Authenticator, type AuthMode, authenticator } from "../../../../edge/auth/auth.ts";
import { Fault } from "../../../../proto/fault.ts";
import { identitySeal } from "../../../../proto/identity.ts";
import {
  AUDIENCE,
  down,
  ISSUER,
  jwksReply,
  SESSION_ID,
  type TestKey,
  type TestOrigin,
  testKey,
  testOrigin,
  UID,
  UNKNOWN_EXTENSION,
} from "./issuer.ts";

const IDENTITY_KEY = new Uint8Array(32).fill(1);
const START_MS = 1_790_000_000_000;
const MINUTE_MS = 60_000;

let first: TestKey;
let second: TestKey;
beforeAll(async () => {
  first = await testKey("first");
  second = await testKey("second");
});

/** An edge with a clock that stands still until it is moved, as a Worker's does. */
function edge(origin: TestOrigin) {
  const clock = { nowMs: START_MS, moves: false };
  const startedMs = Date.now();
  const background: Promise<unknown>[] = [];
  const warnings: unknown[] = [];
  const auth: Authenticator = authenticator({
    fetchJwks: (signal) => {
      origin.fetches += 1;
      return origin.answer(signal);
    },
    now: () => clock.nowMs + (clock.moves ? Date.now() - startedMs : 0),
    issuer: ISSUER,
    audience: AUDIENCE,
    identityKey: IDENTITY_KEY,
    warn: (_message, cause) => warnings.push(cause),
  });
  return {
    clock,
    warnings,
    verify: (token: string | null, mode: AuthMode = "required") =>
      auth.verify(token === null ? null : `Bearer ${token}`, mode, (promise) => background.push(promise)),
    raw: (authorization: string | null, mode: AuthMode = "required") =>
      auth.verify(authorization, mode, (promise) => background.push(promise)),
    settle: () => Promise.all(background.splice(0)),
  };
}

async function faultOf(promise: Promise<unknown>): Promise<Fault> {
  const thrown = await promise.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(thrown).toBeInstanceOf(Fault);
  return thrown as Fault;
}

const base64url = (text: string) => btoa(text).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");

describe("a good token", () => {
  test("makes its caller known to the upstream", async () => {
    const { verify, clock } = edge(testOrigin(first));
    const identity = await verify(await first.token(clock.nowMs));
    expect(identity).toMatchObject({ uid: UID, sessionId: SESSION_ID, expiresAtMs: START_MS + 600_000 });
    expect(identity?.headers).toMatchObject({ "x-fairway-uid": "7", "x-fairway-session": "9" });
    const check = await identitySeal([IDENTITY_KEY]).verify(identity?.headers["fairway-identity"] ?? "", clock.nowMs);
    expect(check).toEqual({
      kind: "valid",
      claims: { uid: UID, sessionId: SESSION_ID, expiresAtMs: START_MS + 600_000 },
    });
  });

  test("is checked once, then known until it ends", async () => {
    const { verify, clock } = edge(testOrigin(first));
    const token = await first.token(clock.nowMs);
    const identity = await verify(token);
    clock.nowMs += 600_000 + 9_000;
    expect(await verify(token)).toBe(identity);
    clock.nowMs += 1_000;
    expect((await faultOf(verify(token))).message).toBe("the access token has expired");
  });

  test("may come with the scheme in any case, and with the long form of its type", async () => {
    const { raw, clock } = edge(testOrigin(first));
    const token = await first.token(clock.nowMs, {}, { typ: "application/at+jwt" });
    expect(await raw(`bearer ${token}`)).toMatchObject({ uid: UID });
  });

  test("is not believed for longer than an hour, whatever it says", async () => {
    const { verify, clock } = edge(testOrigin(first));
    const token = await first.token(clock.nowMs, { exp: START_MS / 1000 + 86_400 * 365 });
    expect(await verify(token)).toMatchObject({ expiresAtMs: START_MS + 3_600_000 });
    clock.nowMs += 3_600_000 + 10_000;
    expect((await faultOf(verify(token))).message).toBe("the access token has expired");
  });
});

describe("a bad token is refused with the challenge of RFC 6750, without repeating it", () => {
  type Make = (key: TestKey, other: TestKey) => string | Promise<string>;
  const cases: Readonly<Record<string, readonly [words: string, make: Make]>> = {
    "no JWT": ["malformed", () => "abc"],
    "four parts": ["malformed", async (key) => `${await key.token(START_MS)}.x`],
    "not base64": ["malformed", async (key) => (await key.token(START_MS)).replace(".", "=.")],
    oversized: ["malformed", (key) => key.token(START_MS, { pad: "x".repeat(4096) })],
    "algorithm none": [
      "algorithm",
      async (key) => {
        const [, payload] = (await key.token(START_MS)).split(".");
        return `${base64url(JSON.stringify({ alg: "none", typ: "at+jwt", kid: "first" }))}.${payload}.`;
      },
    ],
    "HS256 with the public key as its secret": ["algorithm", (key) => hs256(key)],
    "another key under our kid": ["signature", (_key, other) => other.token(START_MS, {}, { kid: "first" })],
    "changed claims": [
      "signature",
      async (key) => {
        const [header, , signature] = (await key.token(START_MS)).split(".");
        const [, payload] = (await key.token(START_MS, { sub: "8" })).split(".");
        return `${header}.${payload}.${signature}`;
      },
    ],
    "unknown kid": ["unknown key", (_key, other) => other.token(START_MS)],
    "no kid": ["unknown key", (key) => key.token(START_MS, {}, { kid: undefined })],
    "an ID token": ["not an access token", (key) => key.token(START_MS, {}, { typ: "JWT" })],
    "no type": ["not an access token", (key) => key.token(START_MS, {}, { typ: undefined })],
    "a critical extension": [
      "malformed",
      (key) => key.token(START_MS, {}, { crit: [UNKNOWN_EXTENSION], [UNKNOWN_EXTENSION]: 1 }),
    ],
    "another issuer": ["another issuer", (key) => key.token(START_MS, { iss: "https://other.test" })],
    "another audience": ["another audience", (key) => key.token(START_MS, { aud: "other" })],
    "no audience": ["lacks a claim", (key) => key.token(START_MS, { aud: undefined })],
    expired: ["has expired", (key) => key.token(START_MS - 610_000)],
    "not yet valid": ["not valid yet", (key) => key.token(START_MS, { nbf: START_MS / 1000 + 11 })],
    "issued in the future": ["not valid yet", (key) => key.token(START_MS + 11_000)],
    "no expiry": ["lacks a claim", (key) => key.token(START_MS, { exp: undefined })],
    "expiry as text": ["lacks a claim", (key) => key.token(START_MS, { exp: "never" })],
    "no subject": ["lacks a claim", (key) => key.token(START_MS, { sub: undefined })],
    "a subject that is no id": ["lacks a claim", (key) => key.token(START_MS, { sub: "007" })],
    "a subject beyond 63 bits": ["lacks a claim", (key) => key.token(START_MS, { sub: String(1n << 63n) })],
    "no session": ["lacks a claim", (key) => key.token(START_MS, { sid: undefined })],
  };

  test.each(Object.entries(cases))("%s", async (_name, [words, make]) => {
    const { verify } = edge(testOrigin(first));
    const token = await make(first, second);
    const fault = await faultOf(verify(token, "optional"));
    expect(fault.code).toBe("unauthenticated");
    expect(fault.message).toContain(words);
    const challenge = fault.headers["www-authenticate"];
    expect(challenge).toBe(`Bearer realm="fairway", error="invalid_token", error_description="${fault.message}"`);
    expect(fault.message + challenge).not.toContain(token.slice(0, 10));
  });

  async function hs256(key: TestKey): Promise<string> {
    const [, payload] = (await key.token(START_MS)).split(".");
    const data = `${base64url(JSON.stringify({ alg: "HS256", typ: "at+jwt", kid: key.kid }))}.${payload}`;
    const secret = new TextEncoder().encode(String(key.publicJwk.x));
    const hmac = await crypto.subtle.importKey("raw", secret, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
    const signature = await crypto.subtle.sign("HMAC", hmac, new TextEncoder().encode(data));
    return `${data}.${base64url(String.fromCharCode(...new Uint8Array(signature)))}`;
  }
});

describe("what a route asks for", () => {
  test("none: credentials are not even looked at", async () => {
    const origin = testOrigin(first);
    expect(await edge(origin).raw("Bearer nonsense", "none")).toBeUndefined();
    expect(origin.fetches).toBe(0);
  });

  test.each([null, "Basic dTpw", "Bearerx y"])("optional: %s is an anonymous caller", async (authorization) => {
    expect(await edge(testOrigin(first)).raw(authorization, "optional")).toBeUndefined();
  });

  test.each([null, "Basic dTpw"])("required: %s is asked for a token, without an error code", async (authorization) => {
    const fault = await faultOf(edge(testOrigin(first)).raw(authorization));
    expect(fault).toMatchObject({ code: "unauthenticated", headers: { "www-authenticate": 'Bearer realm="fairway"' } });
  });

  test.each(["Bearer", "Bearer ", "Bearer a b", "Bearer a, Bearer b", "Bearer é"])(
    "%j is malformed in any mode",
    async (value) => {
      const fault = await faultOf(edge(testOrigin(first)).raw(value, "optional"));
      expect(fault.message).toBe("the access token is malformed");
    },
  );
});

describe("the keys of the origin", () => {
  test("are fetched once for callers that come together", async () => {
    const origin = testOrigin(first);
    const { verify, clock } = edge(origin);
    const token = await first.token(clock.nowMs);
    await Promise.all(Array.from({ length: 20 }, () => verify(token)));
    expect(origin.fetches).toBe(1);
  });

  test("are not needed to refuse a caller without a token", async () => {
    const origin = testOrigin(first);
    origin.answer = down;
    expect((await faultOf(edge(origin).verify(null))).code).toBe("unauthenticated");
    expect(origin.fetches).toBe(0);
  });

  test("are refreshed in the background before they end, and nobody waits", async () => {
    const origin = testOrigin(first);
    const { verify, clock, settle } = edge(origin);
    await verify(await first.token(clock.nowMs));
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    origin.answer = async () => {
      await held;
      return jwksReply([first.publicJwk, second.publicJwk]);
    };
    clock.nowMs += 4.6 * MINUTE_MS;
    const token = await first.token(clock.nowMs);
    await Promise.all([verify(token), verify(token), verify(token)]);
    expect(origin.fetches).toBe(2);
    release();
    await settle();
    expect(await verify(await second.token(clock.nowMs))).toMatchObject({ uid: UID });
    expect(origin.fetches).toBe(2);
  });

  test("are fresh for the origin's max-age, but for an hour at most and a minute at least", async () => {
    for (const [cacheControl, freshMs] of [
      ["max-age=999999999", 60 * MINUTE_MS],
      ["no-store", 5 * MINUTE_MS],
      ["max-age=0", MINUTE_MS],
    ] as const) {
      const origin = testOrigin(first);
      origin.answer = async () => jwksReply([first.publicJwk], cacheControl);
      const { verify, clock, settle } = edge(origin);
      await verify(await first.token(clock.nowMs));
      clock.nowMs += freshMs * 0.8;
      await verify(await first.token(clock.nowMs));
      await settle();
      expect(origin.fetches).toBe(1);
      clock.nowMs += freshMs * 0.2;
      await verify(await first.token(clock.nowMs));
      await settle();
      expect(origin.fetches).toBe(2);
    }
  });

  test("are used for an hour more while the origin is down, then nobody can say any longer", async () => {
    const origin = testOrigin(first);
    const { verify, clock, settle, warnings } = edge(origin);
    await verify(await first.token(clock.nowMs));
    origin.answer = down;
    clock.nowMs += 64 * MINUTE_MS;
    expect(await verify(await first.token(clock.nowMs))).toMatchObject({ uid: UID });
    await settle();
    expect(warnings).toHaveLength(1);
    clock.nowMs += MINUTE_MS;
    const fault = await faultOf(verify(await first.token(clock.nowMs)));
    expect(fault.code).toBe("unavailable");
    origin.publish(first);
    clock.nowMs += 1_000;
    expect(await verify(await first.token(clock.nowMs))).toMatchObject({ uid: UID });
  });

  test("when they were never had, a token is neither good nor bad: 503, and the origin is asked once a second", async () => {
    const origin = testOrigin(first);
    origin.answer = down;
    const { verify, clock, warnings } = edge(origin);
    const token = await first.token(clock.nowMs);
    const faults = await Promise.all([faultOf(verify(token)), faultOf(verify(token)), faultOf(verify("garbage"))]);
    for (const fault of faults) expect(fault).toMatchObject({ code: "unavailable", status: 503, retryAfterSeconds: 1 });
    await faultOf(verify(token));
    expect(origin.fetches).toBe(1);
    expect(warnings).toHaveLength(1);
    origin.publish(first);
    clock.nowMs += 1_000;
    expect(await verify(token)).toMatchObject({ uid: UID });
  });

  test("are asked for again also when the clock was set back after a failure", async () => {
    const origin = testOrigin(first);
    origin.answer = down;
    const { verify, clock } = edge(origin);
    await faultOf(verify(await first.token(clock.nowMs)));
    clock.nowMs -= 60 * MINUTE_MS;
    const token = await first.token(clock.nowMs);
    expect(await faultOf(verify(token))).toMatchObject({ code: "unavailable", retryAfterSeconds: 1 });
    expect(origin.fetches).toBe(2);
    origin.publish(first);
    clock.nowMs += 1_000;
    expect(await verify(token)).toMatchObject({ uid: UID });
  });

  test.each<readonly [string, () => Response]>([
    ["an error", () => new Response("no", { status: 500 })],
    ["no JSON", () => new Response("<html>")],
    ["no key set", () => new Response("[]")],
    ["no usable key", () => jwksReply([{ kty: "RSA", kid: "first" }, null, 7])],
    ["a bad key", () => jwksReply([{ kty: "OKP", crv: "Ed25519", kid: "first", x: "short" }])],
    ["not UTF-8", () => new Response(new Uint8Array([0x22, 0xff, 0x22]))],
    ["a flood", () => new Response("x".repeat(65_537))],
    ["too many keys", () => jwksReply(Array.from({ length: 33 }, (_, i) => ({ ...first.publicJwk, kid: `k${i}` })))],
  ])("survive a reply of %s", async (_name, reply) => {
    const origin = testOrigin(first);
    const { verify, clock, settle, warnings } = edge(origin);
    await verify(await first.token(clock.nowMs));
    origin.answer = async () => reply();
    clock.nowMs += 6 * MINUTE_MS;
    await verify(await first.token(clock.nowMs));
    await settle();
    expect(warnings).toHaveLength(1);
    expect(await verify(await first.token(clock.nowMs))).toMatchObject({ uid: UID });
  });

  test("may stand beside keys of other kinds", async () => {
    const origin = testOrigin();
    const others = [
      { kty: "EC", crv: "P-256", kid: "first", x: "a", y: "b" },
      { ...second.publicJwk, use: "enc" },
    ];
    origin.answer = async () => jwksReply([...others, first.publicJwk]);
    const { verify, clock } = edge(origin);
    expect(await verify(await first.token(clock.nowMs))).toMatchObject({ uid: UID });
    expect((await faultOf(verify(await second.token(clock.nowMs)))).message).toContain("unknown key");
  });
});

describe("a key that is new to the edge", () => {
  test("is asked for at once, and found", async () => {
    const origin = testOrigin(first);
    const { verify, clock } = edge(origin);
    await verify(await first.token(clock.nowMs));
    origin.publish(first, second);
    clock.nowMs += 10_000;
    const token = await second.token(clock.nowMs);
    const identities = await Promise.all([verify(token), verify(token)]);
    expect(identities).toMatchObject([{ uid: UID }, { uid: UID }]);
    expect(origin.fetches).toBe(2);
  });

  test("is asked for once in ten seconds, however many tokens name unknown ones", async () => {
    const origin = testOrigin(first);
    const { verify, clock } = edge(origin);
    await verify(await first.token(clock.nowMs));
    clock.nowMs += 10_000;
    for (let i = 0; i < 50; i++) {
      await faultOf(verify(await first.token(clock.nowMs, {}, { kid: `unknown-${i}` })));
    }
    expect(origin.fetches).toBe(2);
    clock.nowMs += 10_000;
    await faultOf(verify(await first.token(clock.nowMs, {}, { kid: "unknown" })));
    expect(origin.fetches).toBe(3);
  });

  test("is not said to be wrong while the origin cannot be asked", async () => {
    const origin = testOrigin(first);
    const { verify, clock } = edge(origin);
    await verify(await first.token(clock.nowMs));
    origin.answer = down;
    clock.nowMs += 10_000;
    const token = await second.token(clock.nowMs);
    expect((await faultOf(verify(token))).code).toBe("unavailable");
    expect((await faultOf(verify(token))).code).toBe("unavailable");
    expect(origin.fetches).toBe(2);
    expect(await verify(await first.token(clock.nowMs))).toMatchObject({ uid: UID });
  });
});

describe("a key that was withdrawn", () => {
  test("takes the tokens that were known by it along", async () => {
    const origin = testOrigin(first, second);
    const { verify, clock, settle } = edge(origin);
    const token = await first.token(clock.nowMs);
    await verify(token);
    origin.publish(second);
    clock.nowMs += 5 * MINUTE_MS;
    await verify(await second.token(clock.nowMs));
    await settle();
    expect((await faultOf(verify(token))).message).toContain("unknown key");
  });

  test("takes them along also when another key has its kid now", async () => {
    const origin = testOrigin(first);
    const { verify, clock, settle } = edge(origin);
    const token = await first.token(clock.nowMs);
    await verify(token);
    origin.answer = async () => jwksReply([{ ...second.publicJwk, kid: "first" }]);
    clock.nowMs += 5 * MINUTE_MS;
    await verify(token);
    await settle();
    expect((await faultOf(verify(token))).message).toContain("signature");
  });

  test("and a refresh that changes nothing forgets no token", async () => {
    const origin = testOrigin(first);
    const { verify, clock, settle } = edge(origin);
    const token = await first.token(clock.nowMs);
    const identity = await verify(token);
    clock.nowMs += 5 * MINUTE_MS;
    await verify(token);
    await settle();
    expect(origin.fetches).toBe(2);
    expect(await verify(token)).toBe(identity);
  });
});

test("a request that waits for another's fetch, which died with its request, makes its own", async () => {
  const origin = testOrigin(first);
  const { verify, clock } = edge(origin);
  clock.moves = true;
  origin.answer = () => new Promise(() => undefined); // workerd leaves such a promise behind when its request ends.
  const token = await first.token(START_MS);
  void verify(token);
  await vi.waitFor(() => expect(origin.fetches).toBe(1));
  origin.publish(first);
  const startedMs = Date.now();
  expect(await verify(token)).toMatchObject({ uid: UID });
  expect(origin.fetches).toBe(2);
  expect(Date.now() - startedMs).toBeGreaterThan(3_000);
});

test("an identity key that is too short stops the start", () => {
  const deps = { fetchJwks: down, now: () => 0, issuer: ISSUER, audience: AUDIENCE, warn: () => undefined };
  expect(() => authenticator({ ...deps, identityKey: new Uint8Array(31) })).toThrow("at least 32 bytes");
});
