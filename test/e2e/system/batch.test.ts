/** Merged requests over both services, where a call needs what another one gives: the session, a value, a revision. */
import zlib from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BatchItem, type BatchReply, batchReader, renderBatch } from "../../../proto/batch/batch.ts";
import { frameUnpacker, renderAvailableDictionary, zlibCompressor } from "../../../proto/codec/codec.ts";
import { DEFAULT_DICTIONARY } from "../../../proto/dictionary/dictionary.ts";
import { Country } from "../../../proto/gen/countries.contract.ts";
import { GetProfileRequest, Profile, Session, SignInGuestRequest } from "../../../proto/gen/passport.contract.ts";
import { deviceId, send, signIn } from "./calls.ts";
import { PASSPORT, type System, startSystem } from "./system.ts";

const JSON_BODY = { "content-type": "application/json" };

let system: System;
let url: string;
beforeAll(async () => {
  system = await startSystem();
  url = system.edge.url;
});
afterAll(() => system?.stop());

interface JsonReply {
  readonly id: string;
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

async function batch(base: string, requests: readonly object[], headers: Record<string, string> = {}) {
  const { status, body } = await send(`${base}/$batch`, {
    method: "POST",
    headers: { ...JSON_BODY, ...headers },
    body: JSON.stringify({ requests }),
  });
  expect(status).toBe(200);
  return Object.fromEntries((body.responses as JsonReply[]).map((reply) => [reply.id, reply]));
}

function rpc(id: string, method: string, body: object, more: object = {}) {
  return { id, method: "POST", url: `${PASSPORT}/${method}`, headers: JSON_BODY, body, ...more };
}

/** An app's start: each call says what it needs of which other. */
function coldStart(device: string) {
  const headers = { ...JSON_BODY, authorization: "Bearer {session.body.accessToken}" };
  return [
    rpc("session", "SignInGuest", { deviceId: device }),
    rpc("before", "GetProfile", {}, { headers, dependsOn: ["session"] }),
    rpc(
      "change",
      "UpdateProfile",
      { nickname: "Guest {session.body.uid}", revision: "{before.body.revision}" },
      { headers, dependsOn: ["session", "before"] },
    ),
    rpc("after", "GetProfile", {}, { headers, dependsOn: ["session", "change"] }),
  ];
}

describe.each(["edge", "origin"] as const)("a start at the %s", (tier) => {
  test("signs in, and the calls that need the session have it from there", async () => {
    const base = tier === "edge" ? url : (system.origins[0]?.url ?? "");
    const { session, before, change, after } = await batch(base, coldStart(deviceId()));
    const uid = session?.body.uid;
    expect(session?.status).toBe(200);
    expect(before).toMatchObject({ status: 200, body: { uid, revision: 1 } });
    expect(change).toMatchObject({ status: 200, body: { uid, nickname: `Guest ${uid}`, revision: 2 } });
    expect(after?.body).toEqual(change?.body);
  });
});

test("a value of one service finds its way into a call of the other", async () => {
  const { authorization, uid } = await signIn(url);
  const { home, rename } = await batch(
    url,
    [
      { id: "home", url: "/api/countries/AUT" },
      rpc("rename", "UpdateProfile", { nickname: "{home.body.name.common}" }, { dependsOn: ["home"] }),
    ],
    { authorization },
  );
  expect(home).toMatchObject({ status: 200, body: { cca3: "AUT" } });
  expect(rename).toMatchObject({ status: 200, body: { uid, nickname: "Austria" } });
});

test("a sign-in that fails takes along only what needs it", async () => {
  const calls = [...coldStart("short"), { id: "home", url: "/api/countries/AUT" }];
  const replies = await batch(url, calls);
  expect(calls.map(({ id }) => replies[id]?.status)).toEqual([400, 424, 424, 424, 200]);
  expect(replies.session?.body.code).toBe("invalid_argument");
});

test("a conflict in a batch keeps its details, and its neighbours are not hurt", async () => {
  const { authorization, uid } = await signIn(url);
  const calls = [
    rpc("conflict", "UpdateProfile", { nickname: "x", revision: 99 }),
    rpc("fine", "GetProfile", {}),
    rpc("unknown", "Nothing", {}),
  ];
  const { conflict, fine, unknown } = await batch(url, calls, { authorization });
  expect(conflict).toMatchObject({ status: 409, body: { code: "aborted", details: [{ type: Profile.name }] } });
  expect(fine).toMatchObject({ status: 200, body: { uid } });
  expect(unknown).toMatchObject({ status: 501, body: { code: "unimplemented" } });
});

test("in frames of protobuf, packed with the dictionary, the session comes plain and the rest is read from its packing", async () => {
  const proto = [["content-type", "application/proto"]] as const;
  const item = (id: string, more: Partial<BatchItem>): BatchItem => ({
    id,
    method: "GET",
    url: "",
    headers: [],
    dependsOn: [],
    priority: 0,
    ...more,
  });
  const items = [
    item("session", {
      method: "POST",
      url: `${PASSPORT}/SignInGuest`,
      headers: proto,
      body: SignInGuestRequest.encode({ deviceId: deviceId() }),
    }),
    item("profile", {
      url: `${PASSPORT}/GetProfile?connect=v1&encoding=proto&base64=1&message=${Buffer.from(GetProfileRequest.encode({})).toString("base64url")}`,
      headers: [["authorization", "Bearer {session.body.accessToken}"]],
      dependsOn: ["session"],
    }),
    item("home", { url: "/api/countries/AUT" }),
  ];
  const response = await fetch(`${url}/$batch`, {
    method: "POST",
    headers: {
      "content-type": "application/x-protobuf",
      accept: "application/x-protobuf;delimited=true",
      "accept-encoding": "x-dcd, gzip",
      "available-dictionary": renderAvailableDictionary(DEFAULT_DICTIONARY),
    },
    body: renderBatch(items, "protobuf"),
  });
  expect([response.status, response.headers.get("content-encoding")]).toEqual([200, null]);
  const wire = await response.bytes();
  const reader = batchReader("frames", 1_000_000, frameUnpacker(DEFAULT_DICTIONARY, zlibCompressor(zlib), 1_000_000));
  const replies = new Map<string, BatchReply>();
  for (const reply of [...reader.push(wire), ...reader.end()]) replies.set(reply.id, reply);
  const bodyOf = (id: string) => replies.get(id)?.body ?? new Uint8Array();
  const session = Session.decode(bodyOf("session"));
  expect(Buffer.from(wire).includes(session.accessToken)).toBe(true);
  expect(Profile.decode(bodyOf("profile"))).toMatchObject({ uid: session.uid, revision: 1 });
  expect(Country.decode(bodyOf("home")).cca3).toBe("AUT");
  expect(Buffer.from(wire).includes("Republic of Austria")).toBe(false);
});
