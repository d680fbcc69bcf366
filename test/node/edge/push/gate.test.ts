/** Tokens that clients show, and publishers with theirs. */
import { SignJWT } from "jose";
import { describe, expect, test } from "vitest";
import { pushGate } from "../../../../edge/push/gate.ts";
import { publishLimit } from "../../../../edge/push/publish-limit.ts";
import { parsePublishers, publishers } from "../../../../edge/push/publishers.ts";
import { Fault } from "../../../../proto/fault.ts";

const NOW_MS = Date.UTC(2026, 10, 22);
const KEY = new Uint8Array(32).fill(7);
const seconds = (inMs: number) => Math.floor((NOW_MS + inMs) / 1_000);

function sign(claims: Record<string, unknown>, key: Uint8Array = KEY, alg = "HS256"): Promise<string> {
  return new SignJWT(claims).setProtectedHeader({ alg }).sign(key);
}

function gateWith(
  verify: () => Promise<unknown> = async () => undefined,
  tokenKey: Uint8Array<ArrayBuffer> | undefined = KEY,
) {
  return pushGate({ authenticator: { verify } as never, tokenKey, now: () => NOW_MS, waitUntil: () => {} });
}

describe("a connection token", () => {
  test("names a user, a session, a device, channels and what others see", async () => {
    const token = await sign({
      sub: "42",
      sid: "s",
      key: "k",
      channels: ["news"],
      info: { name: "Anna" },
      iat: seconds(-1_000),
      exp: seconds(60_000),
    });
    expect(await gateWith().identify(token)).toEqual({
      identity: {
        user: "42",
        session: "s",
        key: "k",
        channels: ["news"],
        connInfo: '{"name":"Anna"}',
        expiresAtMs: NOW_MS + 60_000,
        issuedMs: NOW_MS - 1_000,
      },
    });
  });

  test.each([
    ["signed by another", async () => await sign({ sub: "42" }, new Uint8Array(32).fill(8)), "unauthenticated"],
    [
      "of another algorithm",
      async () => await sign({ sub: "42" }, new Uint8Array(64).fill(7), "HS512"),
      "unauthenticated",
    ],
    ["without a signature", async () => `${btoa('{"alg":"none"}')}.${btoa('{"sub":"42"}')}.`, "unauthenticated"],
    ["that has expired", async () => await sign({ sub: "42", exp: seconds(-6_000) }), "token-expired"],
    ["that says in words when it was made", async () => await sign({ sub: "42", iat: "today" }), "unauthenticated"],
    ["that is not valid yet", async () => await sign({ sub: "42", nbf: seconds(60_000) }), "unauthenticated"],
    ["for a subscription", async () => await sign({ sub: "42", channel: "x" }), "unauthenticated"],
    ["with a user that is too long", async () => await sign({ sub: "u".repeat(129) }), "unauthenticated"],
    ["with info that is too long", async () => await sign({ sub: "42", info: "i".repeat(1_100) }), "unauthenticated"],
    ["with channels that are none", async () => await sign({ sub: "42", channels: [7] }), "unauthenticated"],
    [
      "with too many channels",
      async () => await sign({ channels: Array.from({ length: 127 }, (_, n) => `c${n}`) }),
      "unauthenticated",
    ],
    ["that is too long", async () => "x".repeat(4_097), "unauthenticated"],
    ["that is none", async () => "nonsense", "unauthenticated"],
  ])("%s is refused", async (_what, make, failure) => {
    expect(await gateWith().identify(await make())).toMatchObject({ failure });
  });

  test("is refused where the edge has no key", async () => {
    const gate = pushGate({
      authenticator: { verify: async () => undefined },
      tokenKey: undefined,
      now: () => NOW_MS,
      waitUntil: () => {},
    });
    expect(await gate.identify(await sign({ sub: "42" }))).toMatchObject({ failure: "unauthenticated" });
    expect(await gate.grant(await sign({ channel: "x" }), "x", "")).toMatchObject({ failure: "unauthenticated" });
  });
});

describe("an access token of the passport", () => {
  const TOKEN = `${btoa('{"alg":"EdDSA"}')}.${btoa('{"iat":1795305600}')}.sig`;

  test("names the user and the session, and when it was made", async () => {
    const gate = gateWith(async () => ({ uid: 42n, sessionId: 7n, expiresAtMs: NOW_MS, headers: {} }));
    expect(await gate.identify(TOKEN)).toMatchObject({
      identity: { user: "42", session: "7", key: "", expiresAtMs: NOW_MS, issuedMs: 1_795_305_600_000 },
    });
  });

  test.each([
    [new Fault("unauthenticated", "the token has expired"), "token-expired"],
    [new Fault("unauthenticated", "the signature is wrong"), "unauthenticated"],
    [new Fault("unavailable", "no keys"), "unavailable"],
  ])("%s is told apart", async (fault, failure) => {
    const gate = gateWith(async () => {
      throw fault;
    });
    expect(await gate.identify(TOKEN)).toMatchObject({ failure });
  });

  test("is nobody's where the edge knows no accounts", async () => {
    expect(await gateWith().identify(TOKEN)).toMatchObject({ failure: "unauthenticated" });
  });
});

describe("publishers", () => {
  const TOKEN = "t".repeat(22);

  test("are known by their token, operators by theirs", async () => {
    const known = publishers(parsePublishers(`chat=${TOKEN}, mail=${TOKEN}x`, []));
    expect(await known.require(TOKEN, async () => false)).toBe("chat");
    expect(await known.require(`${TOKEN}x`, async () => false)).toBe("mail");
    expect(await known.require("other", async () => true)).toBe("operator");
    for (const wrong of [undefined, "", `${TOKEN}y`, "chat"]) {
      await expect(known.require(wrong, async () => false)).rejects.toMatchObject({ code: "unauthenticated" });
    }
  });

  test.each([`chat=${"t".repeat(21)}`, TOKEN, `=${TOKEN}`, `a b=${TOKEN}`])(
    "%s is a flaw, told without the token",
    (text) => {
      const flaws: string[] = [];
      expect(parsePublishers(text, flaws)).toEqual([]);
      expect(flaws).toHaveLength(1);
      expect(flaws[0]).not.toContain("ttt");
    },
  );

  test("have a bucket each, which fills again; operators have none", () => {
    let nowMs = 0;
    const limit = publishLimit(() => nowMs, 10, 5);
    limit.take("chat", 10);
    expect(() => limit.take("chat", 1)).toThrow(
      expect.objectContaining({ code: "resource_exhausted", retryAfterSeconds: 1 }),
    );
    limit.take("mail", 10);
    limit.take("operator", 1_000_000);
    nowMs = 1_000;
    limit.take("chat", 5);
    expect(() => limit.take("chat", 1)).toThrow();
    nowMs = 500; // A clock that goes back gives nothing, and takes nothing.
    expect(() => limit.take("chat", 1)).toThrow();
  });
});
