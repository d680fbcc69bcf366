/** Views alone: what connections of a shard are given when a subscription overtakes a delivery. */
import { expect, test } from "vitest";
import type { Connection } from "../../../../durable/push/connection.ts";
import type { HistoryPage } from "../../../../durable/push/delivery.ts";
import type { Roster } from "../../../../durable/push/roster.ts";
import { Views } from "../../../../durable/push/views.ts";
import type { Position, Publication } from "../../../../proto/push/model.ts";

const CHANNEL = "room:live://1";
const publication = (offset: number): Publication => ({ offset, data: `${offset}`, op: 0, publishedAtMs: 0 });

function world() {
  const connections = new Map<string, Connection>();
  const asked: { since: Position; answer: (page: HistoryPage) => void }[] = [];
  let noted: Position | undefined;
  const roster: Pick<Roster, "position" | "subscribers" | "reached" | "forgetView" | "unsubscribe"> = {
    position: () => noted,
    subscribers: () => [...connections.keys()],
    reached: (_channel, position) => {
      noted = { epoch: position.epoch, offset: position.offset };
    },
    forgetView: () => {
      noted = undefined;
    },
    unsubscribe() {},
  };
  const got: Record<string, string[]> = {};
  const lost: string[] = [];
  const protocol = {
    name: "lines",
    audience: () => "",
    render: (_audience: string, _channel: string, run: readonly Publication[]) => run.map(({ data }) => data),
  };
  const connect = (id: string): Connection => {
    const frames: string[] = [];
    got[id] = frames;
    const connection = { id, protocol, kept: { state: null }, send: (frame: string) => frames.push(frame) && "fine" };
    connections.set(id, connection as unknown as Connection);
    return connection as unknown as Connection;
  };
  /** As the object finds them when it wakes. */
  const wake = () =>
    new Views({
      self: "shard/main/0",
      roster: roster as Roster,
      now: () => 0,
      connection: (id) => connections.get(id),
      localPosition: () => undefined,
      recover: (_channel, since) => new Promise((answer) => asked.push({ since, answer })),
      emit: ({ id }, event) => void (event.kind === "unsubscribed" && lost.push(id)),
      slow() {},
      ask() {},
      wrote() {},
    });
  const subscribe = (views: Views, id: string, offset: number) => {
    const connection = connect(id);
    views.subscribing(CHANNEL);
    return views.subscribed(CHANNEL, connection, {
      position: { epoch: "e", offset },
      recovered: false,
      publications: [],
    });
  };
  const deliver = (views: Views, after: number, ...offsets: number[]) =>
    views.deliver({
      channel: CHANNEL,
      epoch: "e",
      after,
      upTo: offsets.at(-1) ?? after,
      publications: offsets.map(publication),
      moves: [],
    });
  return { connect, wake, subscribe, deliver, asked, got, lost };
}

test("a connection that was told more than the others have is given nothing twice, also when the object sleeps then", async () => {
  const { wake, subscribe, deliver, asked, got } = world();
  const views = wake();
  subscribe(views, "first", 3);
  expect(subscribe(views, "second", 5).position).toEqual({ epoch: "e", offset: 5 });
  // The others are given it now, not with the next delivery: who knows when that comes.
  expect(asked.map(({ since }) => since)).toEqual([{ epoch: "e", offset: 3 }]);
  const page = { position: { epoch: "e", offset: 5 }, complete: true, publications: [4, 5].map(publication) };
  asked[0]?.answer(page);
  await expect.poll(() => got).toEqual({ first: ["4", "5"], second: [] });
  const awake = wake();
  await deliver(awake, 3, 4, 5);
  await deliver(awake, 5, 6);
  expect(got).toEqual({ first: ["4", "5", "6"], second: ["6"] });
});

test("where the others lack more than can be had, a connection that has it goes on", async () => {
  const { wake, subscribe, deliver, asked, got, lost } = world();
  const views = wake();
  subscribe(views, "first", 3);
  subscribe(views, "second", 30);
  subscribe(views, "third", 31);
  asked[0]?.answer({ position: { epoch: "e", offset: 32 }, complete: false, publications: [] });
  await expect.poll(() => lost).toEqual(["first"]);
  await deliver(views, 29, 30, 31, 32);
  await deliver(views, 32, 33);
  expect(got).toEqual({ first: [], second: ["31", "32", "33"], third: ["32", "33"] });
  expect(asked).toHaveLength(1);
});

test("what was lost for those who have left meanwhile is not lost for who came", async () => {
  const { wake, subscribe, deliver, asked, got, lost } = world();
  const views = wake();
  subscribe(views, "first", 3);
  const delivered = deliver(views, 30, 31);
  views.unsubscribed(CHANNEL, "first");
  subscribe(views, "second", 30);
  asked[0]?.answer({ position: { epoch: "e", offset: 31 }, complete: false, publications: [] });
  await delivered;
  expect([lost, got.second]).toEqual([[], ["31"]]);
});

test("an answer that was made before something was lost here is not told that it has everything", async () => {
  const { wake, connect, subscribe, deliver, asked, lost } = world();
  const views = wake();
  subscribe(views, "first", 3);
  views.subscribing(CHANNEL);
  const delivered = deliver(views, 30, 31);
  asked[0]?.answer({ position: { epoch: "e", offset: 31 }, complete: false, publications: [] });
  await delivered;
  expect(lost).toEqual(["first"]);
  const joined = { position: { epoch: "e", offset: 20 }, recovered: true, publications: [] };
  expect(views.subscribed(CHANNEL, connect("second"), joined)).toMatchObject({
    recovered: false,
    position: { offset: 31 },
  });
});

test("a connection that is alone begins where its subscription does, also when the object sleeps then", async () => {
  const { wake, subscribe, deliver, asked, got } = world();
  const views = wake();
  subscribe(views, "first", 3);
  views.unsubscribed(CHANNEL, "first");
  subscribe(views, "second", 5);
  await deliver(wake(), 3, 4, 5, 6);
  expect(got.second).toEqual(["6"]);
  expect(asked).toEqual([]);
});

test("what is published during a subscription comes with its answer, up to a mebibyte; with more it has not recovered", async () => {
  for (const [count, recovered] of [
    [10, true],
    [40, false],
  ] as const) {
    const { wake, subscribe, views: answered } = recovering();
    const views = wake();
    subscribe(views, "first", 0);
    views.subscribing(CHANNEL);
    for (let offset = 1; offset <= count; offset++) answered.deliver(views, offset, "x".repeat(30_000));
    const result = answered.finish(views, "second");
    expect([result.recovered, result.publications.length, result.position.offset]).toEqual([
      recovered,
      recovered ? count : 0,
      count,
    ]);
  }
});

test("a shard that hears a channel answers for it, but for what was missed, and never for a private stream", async () => {
  const { wake, connect, subscribe, deliver, asked } = world();
  const views = wake();
  expect(views.near(CHANNEL, undefined)).toBeUndefined();
  subscribe(views, "first", 3);
  await deliver(views, 3, 4);
  const position = { epoch: "e", offset: 4 };
  expect(views.near(CHANNEL, undefined)).toEqual({ position, recovered: false, publications: [] });
  expect(views.near(CHANNEL, position)).toEqual({ position, recovered: true, publications: [] });
  for (const since of [
    { epoch: "e", offset: 3 },
    { epoch: "e", offset: 5 },
    { epoch: "other", offset: 4 },
    { epoch: "", offset: 4 },
  ]) {
    expect(views.near(CHANNEL, since)).toBeUndefined();
  }
  // While it fetches what it lacks, it does not know where it stands.
  void deliver(views, 6, 7);
  expect([asked.length, views.near(CHANNEL, undefined)]).toEqual([1, undefined]);
  views.subscribed("user:42", connect("own"), { position, recovered: false, publications: [] });
  expect(views.near("user:42", undefined)).toBeUndefined();
});

test("a shard that has lost its last subscriber does not answer for the channel", () => {
  const { wake, subscribe } = world();
  const views = wake();
  subscribe(views, "first", 3);
  views.unsubscribed(CHANNEL, "first");
  expect(views.near(CHANNEL, undefined)).toBeUndefined();
});

function recovering() {
  const { wake, subscribe, connect } = world();
  return {
    wake,
    subscribe,
    views: {
      deliver: (views: Views, offset: number, data: string) =>
        views.deliver({
          channel: CHANNEL,
          epoch: "e",
          after: offset - 1,
          upTo: offset,
          publications: [{ ...publication(offset), data }],
          moves: [],
        }),
      finish: (views: Views, id: string) =>
        views.subscribed(CHANNEL, connect(id), {
          position: { epoch: "e", offset: 0 },
          recovered: true,
          publications: [],
        }),
    },
  };
}

test("of two that come at once, the one whose answer was made first and comes last is not told that it has everything", () => {
  const { connect, wake, deliver, got } = world();
  const views = wake();
  views.subscribing(CHANNEL);
  views.subscribing(CHANNEL);
  const [first, second] = [connect("first"), connect("second")];
  const answer = (offset: number) => ({
    position: { epoch: "e", offset },
    recovered: true,
    publications: [publication(offset)],
  });
  expect(views.subscribed(CHANNEL, second, answer(5))).toMatchObject({ recovered: true, position: { offset: 5 } });
  // What was published between the two is on its way, and too old for the shard when it comes.
  expect(views.subscribed(CHANNEL, first, answer(3))).toMatchObject({ recovered: false, position: { offset: 5 } });
  deliver(views, 3, 4, 5);
  deliver(views, 5, 6);
  expect(got).toEqual({ first: ["6"], second: ["6"] });
});

test("of two that come at once, both are told that they have everything, in the order of their answers", () => {
  const { connect, wake, deliver, got } = world();
  const views = wake();
  views.subscribing(CHANNEL);
  views.subscribing(CHANNEL);
  const [first, second] = [connect("first"), connect("second")];
  const answer = (offset: number) => ({ position: { epoch: "e", offset }, recovered: true, publications: [] });
  expect(views.subscribed(CHANNEL, first, answer(3)).recovered).toBe(true);
  deliver(views, 3, 4, 5);
  expect(views.subscribed(CHANNEL, second, answer(5)).recovered).toBe(true);
  deliver(views, 5, 6);
  expect(got).toEqual({ first: ["4", "5", "6"], second: ["6"] });
});
