import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ColdStart, coldStart, PHONE, type Phone, REPLIES } from "../../../examples/phone/cold-start.ts";
import { contractReplies, type SendJson, separateCalls } from "../../../examples/phone/separate-calls.ts";
import { DEFAULT_DICTIONARY } from "../../../proto/dictionary/dictionary.ts";
import { Borders, Country, SearchResult } from "../../../proto/gen/countries.contract.ts";
import { PassportService } from "../../../proto/gen/passport.contract.ts";
import { type ClientOptions, createClient, type Fetch, memoryTokens, path, type Reply } from "../../../sdk/client.ts";
import { type Stack, startStack } from "./stack.ts";

let stack: Stack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(async () => {
  await stack.stop();
});

interface Wire {
  readonly method: string;
  readonly path: string;
  readonly up: number;
  readonly down: number;
}

/** A client and what it has on the wire. */
function client(options: Partial<ClientOptions> = {}) {
  const wire: Wire[] = [];
  const send: Fetch = async (url, init) => {
    const response = await fetch(url, init as RequestInit);
    const bytes = new Uint8Array(await response.arrayBuffer());
    const { status, headers } = response;
    wire.push({
      method: init.method,
      path: url.slice(stack.edge.length),
      up: init.body?.length ?? 0,
      down: bytes.length,
    });
    const body = status === 204 || status === 304 ? null : bytes;
    return new Response(body, { status, headers: [...headers].filter(([name]) => name !== "content-length") });
  };
  const made = createClient({
    baseUrl: stack.edge,
    fetch: send,
    sessions: PassportService,
    dictionary: DEFAULT_DICTIONARY,
    merge: { itemsMax: 50 },
    ...options,
  });
  return { client: made, wire };
}

function phone(name: string): Phone {
  return { ...PHONE, deviceId: `device-of-${name}-0123456789` };
}

/** Without what is new every time. */
function lasting({ session, profile, ...rest }: ColdStart) {
  return { uid: session.uid, profileUid: profile.uid, ...rest };
}

describe("an app's cold start", () => {
  test("is one request, and gives what separate requests give", async () => {
    const { client: fairway, wire } = client();
    const replies = await coldStart(fairway, phone("one"));
    expect(Object.keys(replies)).toEqual(Object.keys(REPLIES));
    expect(wire.map(({ method, path }) => `${method} ${path}`)).toEqual(["POST /$batch"]);
    const send: SendJson = async ({ path, method, headers, body }) => {
      const response = await fetch(stack.edge + path, { method, headers, ...(body === undefined ? {} : { body }) });
      expect(response.status).toBe(200);
      return await response.json();
    };
    const separate = contractReplies(await separateCalls(send, phone("one")));
    expect(lasting(replies)).toEqual(lasting(separate));
    expect(replies.profile.uid).toBe(replies.session.uid);
    expect(replies.session.uid).toBeGreaterThan(2n ** 40n);
  });

  test("is the same without a dictionary, and several times larger", async () => {
    const [with_, without] = [client(), client({ dictionary: undefined as never })];
    const replies = await Promise.all([coldStart(with_.client, phone("two")), coldStart(without.client, phone("two"))]);
    expect(lasting(replies[0])).toEqual(lasting(replies[1]));
    expect(with_.wire[0]?.up).toBeLessThan((without.wire[0]?.up ?? 0) / 2);
    expect(with_.wire[0]?.down).toBeLessThan((without.wire[0]?.down ?? 0) / 2);
  });

  test.each([1, 4])("is the same when %i calls at most share a request", async (itemsMax) => {
    const { client: fairway, wire } = client({ merge: { itemsMax } });
    const replies = await coldStart(fairway, phone("three"));
    expect(Object.keys(replies)).toEqual(Object.keys(REPLIES));
    expect(replies.profile.uid).toBe(replies.session.uid);
    expect(wire.length).toBeGreaterThanOrEqual(20 / itemsMax);
  });
});

describe("through the edge", () => {
  test("a value of a protobuf reply is put into the next call's URL", async () => {
    const { client: fairway, wire } = client();
    const hits = fairway.fetch(path`/api/search?q=${"côte d'ivoire"}`, { message: SearchResult, auth: "none" });
    const around = fairway.fetch(path`/api/countries/${hits.ref.items.at(0).country.cca3}/borders`, {
      message: Borders,
      auth: "none",
    });
    expect((await around).cca3).toBe("CIV");
    expect(wire).toHaveLength(1);
  });

  test("a single reply comes in the dictionary's coding, and is read", async () => {
    const { client: fairway, wire } = client();
    const country = await fairway.fetch("/api/countries/JPN", { message: Country });
    expect(country.name?.official).toBe("Japan");
    const json = await (await fetch(`${stack.countries}/countries/JPN`)).text();
    expect(wire[0]?.down).toBeLessThan(json.length / 3);
  });

  test("a typed call's reply leaves out the headers that nobody reads, and an untyped one's does not", async () => {
    const { client: fairway, wire } = client();
    const both = (query: string, typed: boolean) =>
      Promise.all(
        ["AUT", "CHE"].map((code) => {
          const to = `/api/countries/${code}/borders?${query}`;
          return typed
            ? fairway.fetch(to, { message: Borders })
            : fairway.fetch(to, { headers: { accept: "application/x-protobuf" } });
        }),
      );
    await both("typed", true);
    const [reply] = (await both("untyped", false)) as Reply[];
    expect(reply?.headers.get("etag")).toMatch(/^W\/"/);
    expect(reply?.message(Borders).cca3).toBe("AUT");
    const [typed, untyped] = wire.map(({ down }) => down);
    expect((untyped ?? 0) - (typed ?? 0)).toBeGreaterThan(50);
  });

  test("a call that fails tells so, alone and in a batch", async () => {
    const { client: fairway } = client();
    const missing = () => fairway.fetch("/api/countries/XXX", { message: Country });
    await expect(missing()).rejects.toMatchObject({ code: "not_found", status: 404 });
    const [bad, good, dependent] = await Promise.allSettled([
      missing(),
      fairway.fetch("/api/countries/FRA", { message: Country }),
      fairway.fetch("/api/regions", { after: [missing()] }),
    ]);
    expect(bad).toMatchObject({ reason: { code: "not_found", status: 404 } });
    expect(good).toMatchObject({ value: { cca3: "FRA" } });
    expect(dependent).toMatchObject({ reason: { code: "not_found" } });
    await expect(fairway.fetch("/nowhere")).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("a session", () => {
  test("lives on in the next start of the app, and ends for good when it is signed out", async () => {
    const tokens = memoryTokens();
    const first = client({ tokens });
    const { session } = await coldStart(first.client, phone("four"));
    const second = client({ tokens });
    const profile = await second.client.rpc(PassportService).getProfile({});
    expect(profile.uid).toBe(session.uid);
    const stolen = await tokens.get();
    await second.client.session.signOut();
    expect(await tokens.get()).toBeUndefined();
    const thief = client({ tokens: { ...memoryTokens(), get: () => stolen } });
    await expect(
      thief.client.rpc(PassportService).refresh({ refreshToken: stolen?.refreshToken ?? "" }, { auth: "none" }),
    ).rejects.toMatchObject({ code: "unauthenticated" });
  });

  test("is not shown by a call that wants none, though others of its batch show it", async () => {
    const { client: fairway, wire } = client();
    await coldStart(fairway, phone("seven"));
    const passport = fairway.rpc(PassportService);
    const [mine, nobodys] = await Promise.allSettled([
      passport.getProfile({}),
      passport.getProfile({}, { auth: "none" }),
    ]);
    expect(mine.status).toBe("fulfilled");
    expect(nobodys).toMatchObject({ reason: { code: "unauthenticated" } });
    expect(wire).toHaveLength(2);
  });

  test("is renewed in the request of the calls that need it, once for all of them", async () => {
    const tokens = memoryTokens();
    let now = Date.now();
    const { client: fairway, wire } = client({ tokens, now: () => now });
    await coldStart(fairway, phone("five"));
    const before = await fairway.session.tokens();
    now += 595_000;
    const passport = fairway.rpc(PassportService);
    const [profile, regions] = await Promise.all([passport.getProfile({}), fairway.fetch("/api/regions")]);
    expect(profile.uid).toBe(BigInt(before?.uid ?? 0));
    expect(regions.status).toBe(200);
    expect(wire).toHaveLength(2);
    const after = await fairway.session.tokens();
    expect(after?.accessToken).not.toBe(before?.accessToken);
    expect(after?.refreshToken).not.toBe(before?.refreshToken);
  });

  test("with a token that is refused is renewed once for a crowd, and every call succeeds", async () => {
    const tokens = memoryTokens();
    const first = client({ tokens });
    await coldStart(first.client, phone("six"));
    const kept = await tokens.get();
    if (kept === undefined) throw new Error("nothing was kept");
    await tokens.set({ ...kept, accessToken: `${kept.accessToken.slice(0, -4)}AAAA` });
    const { client: fairway, wire } = client({ tokens });
    const passport = fairway.rpc(PassportService);
    const update = passport.updateProfile({ nickname: "Ada" });
    const reads = Array.from({ length: 5 }, () => passport.getProfile({}, { urgent: true }));
    expect((await update).nickname).toBe("Ada");
    for (const profile of await Promise.all(reads)) expect(profile.uid).toBe(BigInt(kept.uid));
    expect(wire.filter(({ path }) => path.endsWith("/Refresh"))).toHaveLength(1);
  });

  test("is not taken from a reply that signs nobody in", async () => {
    const { client: fairway } = client();
    const passport = fairway.rpc(PassportService);
    const session = fairway.session.signIn(passport.signInGuest({ deviceId: "short" }));
    const profile = passport.getProfile({});
    await expect(session).rejects.toMatchObject({ code: "invalid_argument" });
    await expect(profile).rejects.toMatchObject({ code: "invalid_argument" });
    expect(await fairway.session.tokens()).toBeUndefined();
  });
});

describe("a call that nobody waits for", () => {
  test("is called off, and hurts no other of its batch", async () => {
    const { client: fairway } = client();
    const controller = new AbortController();
    const gone = fairway.fetch("/api/countries?per_page=100", { signal: controller.signal });
    const kept = fairway.fetch("/api/countries/DEU", { message: Country });
    setTimeout(() => controller.abort(), 0);
    await expect(gone).rejects.toMatchObject({ code: "canceled" });
    expect((await kept).cca3).toBe("DEU");
  });
});
