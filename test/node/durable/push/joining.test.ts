/** How often a session asks a channel for those who come to it: once for all who stand at one position. */
import { expect, test } from "vitest";
import type { Connection } from "../../../../durable/push/connection.ts";
import type { HostStub, Joined } from "../../../../durable/push/delivery.ts";
import type { Roster } from "../../../../durable/push/roster.ts";
import { Session, type SessionDeps } from "../../../../durable/push/session.ts";
import type { Views } from "../../../../durable/push/views.ts";
import type { Position } from "../../../../proto/push/model.ts";
import { hosts, parsePushSettings } from "../../../../proto/push/push.ts";

const CHANNEL = "room:live://1";
const AT_3: Position = { epoch: "e", offset: 3 };
const JOINED: Joined = { position: { epoch: "e", offset: 5 }, recovered: true, publications: [] };

function world() {
  const asked: { since: Position | undefined; answer: (joined: Joined) => void; fail: (cause: Error) => void }[] = [];
  const host = {
    join: (_channel: string, _shard: string, since: Position | undefined) =>
      new Promise<Joined>((answer, fail) => asked.push({ since, answer, fail })),
  } as unknown as HostStub;
  let pending = 0;
  const views = {
    subscribing: () => pending++,
    failed: () => pending--,
    near: () => undefined,
    subscribed(_channel: string, _connection: Connection, joined: Joined) {
      pending--;
      return joined;
    },
  };
  const map = { read: async () => ({ region: "main", counts: [1] }), forget() {} };
  const deps: Partial<SessionDeps> = {
    self: "shard/main/0",
    settings: parsePushSettings(undefined, []),
    hosts: hosts<HostStub>({ map, channel: () => host, shard: () => host }),
    views: views as unknown as Views,
    roster: { subscribe() {} } as unknown as Roster,
    joined() {},
    renewed() {},
  };
  const session = new Session(deps as SessionDeps);
  const connection = (id: string) =>
    ({ id, isClosed: false, kept: { id, user: "", key: "" } }) as unknown as Connection;
  const join = (id: string, position?: Position) => session.join(connection(id), CHANNEL, { position });
  return { join, asked, pending: () => pending };
}

test("a thousand that come back with one position are one call, and each is answered", async () => {
  const { join, asked, pending } = world();
  const all = Array.from({ length: 1_000 }, (_, n) => join(String(n), AT_3));
  await expect.poll(() => asked.length).toBe(1);
  asked[0]?.answer(JOINED);
  for (const { position, recovered } of await Promise.all(all)) {
    expect([position, recovered]).toEqual([JOINED.position, true]);
  }
  expect([asked.length, pending()]).toEqual([1, 0]);
});

test("who stands elsewhere, and who comes after the answer, is asked for anew", async () => {
  const { join, asked } = world();
  const first = [
    join("a", AT_3),
    join("b", { epoch: "e", offset: 4 }),
    join("c", { epoch: "f", offset: 3 }),
    join("d"),
  ];
  await expect
    .poll(() => asked.map(({ since }) => since))
    .toEqual([AT_3, { epoch: "e", offset: 4 }, { epoch: "f", offset: 3 }, undefined]);
  for (const { answer } of asked) answer(JOINED);
  await Promise.all(first);
  const later = join("e", AT_3);
  await expect.poll(() => asked.length).toBe(5);
  asked[4]?.answer(JOINED);
  await later;
});

test("a call that fails fails for all who share it, and the next asks again", async () => {
  const { join, asked, pending } = world();
  const shared = [join("a", AT_3), join("b", AT_3)].map((each) => each.catch((cause: Error) => cause.message));
  await expect.poll(() => asked.length).toBe(1);
  asked[0]?.fail(new Error("no answer"));
  expect([await Promise.all(shared), pending()]).toEqual([["no answer", "no answer"], 0]);
  const again = join("c", AT_3);
  await expect.poll(() => asked.length).toBe(2);
  asked[1]?.answer(JOINED);
  expect((await again).recovered).toBe(true);
});
