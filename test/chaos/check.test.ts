/** The check itself, on logs made by hand: it finds nothing in a good one, and what is wrong in each bad one. */
import { describe, expect, test } from "vitest";
import { check, type Rule } from "./check.ts";
import type { Case, Entry, Given, Position, SubscriberFacts } from "./log.ts";

const ROOM = "room:live://1";
const OWN = "key:p";
const SMALL = "brief:1";
const EPOCH = "e";

const at = (offset: number, epoch = EPOCH): Position => ({ epoch, offset });
const given = (...offsets: number[]): Given[] => offsets.map((offset) => ({ id: `m${offset}`, offset }));
const publishing = (id: string, more: { channel?: string; op?: number; expires?: boolean } = {}): Entry => ({
  kind: "publishing",
  id,
  channel: ROOM,
  op: 0,
  expires: false,
  ...more,
});
const acked = (id: string, offset?: number): Entry => ({
  kind: "acked",
  id,
  ...(offset !== undefined && { position: at(offset) }),
});
const stored = (
  id: string,
  offset: number,
  more: { channel?: string; bytes?: number; epoch?: string } = {},
): Entry => ({
  kind: "stored",
  id,
  channel: more.channel ?? ROOM,
  bytes: more.bytes ?? 10,
  position: at(offset, more.epoch),
});
/** Published, acknowledged, and given to nobody yet. */
const message = (offset: number, channel = ROOM): Entry[] => [
  publishing(`m${offset}`, { channel }),
  acked(`m${offset}`, offset),
];
const kept = (channel: string, ...offsets: number[]) =>
  offsets.map((offset) => stored(`m${offset}`, offset, { channel }));

/** What a subscriber sees. */
function seenBy(who: string, connection = 1) {
  return {
    subscribed: (more: Partial<Extract<Entry, { kind: "subscribed" }>> = {}): Entry => ({
      kind: "subscribed",
      who,
      connection,
      channel: ROOM,
      publications: [],
      ...more,
    }),
    got: (id: string, offset?: number, channel = ROOM): Entry => ({
      kind: "got",
      who,
      connection,
      channel,
      id,
      ...(offset !== undefined && { offset }),
    }),
    taken: (id: string, offset: number, channel = ROOM): Entry => ({ kind: "taken", who, channel, id, offset }),
    left: (code?: number): Entry => ({
      kind: "left",
      who,
      connection,
      channel: ROOM,
      ...(code !== undefined && { code }),
    }),
    gap: (from: number, to: number, channel = ROOM): Entry => ({
      kind: "gap",
      who,
      channel,
      from: at(from),
      to: at(to),
    }),
    begun: (offset: number, channel = ROOM): Entry => ({ kind: "begun", who, channel, position: at(offset) }),
    closed: (code?: number): Entry => ({ kind: "closed", who, connection, code }),
    alive: (): Entry => ({ kind: "alive", who, connection }),
  };
}
const c = seenBy("c1");
const again = seenBy("c1", 2);
const g = seenBy("g1");
const s = seenBy("s1");

const SUBSCRIBERS: readonly SubscriberFacts[] = [
  { name: "c1", hears: [ROOM, SMALL], isIntruder: false },
  { name: "g1", hears: [ROOM, "user:1"], accepts: [1_000], isIntruder: false },
  { name: "p1", hears: [OWN], reads: [OWN], isIntruder: false },
  { name: "s1", hears: [ROOM, SMALL], reads: [ROOM, SMALL], isIntruder: false },
  { name: "x1", hears: [], isIntruder: true },
];
const CHANNELS = [
  { name: ROOM, historySize: 100 },
  { name: "user:1", historySize: 100 },
  { name: OWN, historySize: 100 },
  { name: SMALL, historySize: 3 },
];
const rules = (entries: readonly Entry[], more: Partial<Case> = {}): Rule[] =>
  check({ entries, subscribers: SUBSCRIBERS, channels: CHANNELS, ...more }).map(({ rule }) => rule);

describe("a log is good", () => {
  test("in which all comes in order, to those with offsets and to those without", () => {
    const log = [
      c.subscribed({ position: at(0) }),
      g.subscribed(),
      ...message(1),
      c.got("m1", 1),
      g.got("m1"),
      ...message(2),
      g.got("m2"),
      c.got("m2", 2),
      c.alive(),
      g.alive(),
      ...kept(ROOM, 1, 2),
    ];
    expect(rules(log)).toEqual([]);
  });

  test("in which a client comes back with its cursor and is given what it missed", () => {
    const log = [
      c.subscribed({ position: at(0) }),
      ...message(1),
      c.got("m1", 1),
      c.closed(),
      ...message(2),
      ...message(3),
      again.subscribed({ since: at(1), position: at(3), recovered: true, publications: given(2, 3) }),
      again.alive(),
      ...kept(ROOM, 1, 2, 3),
    ];
    expect(rules(log)).toEqual([]);
  });

  test("in which a client without offsets is away, and gets nothing of that time", () => {
    const log = [
      g.subscribed(),
      ...message(1),
      g.closed(),
      ...message(2),
      seenBy("g1", 2).subscribed(),
      seenBy("g1", 2).alive(),
    ];
    expect(rules([...log, ...kept(ROOM, 1, 2)])).toEqual([]);
  });

  test("in which more was missed than is kept, and the client is told so", () => {
    const missed = [1, 2, 3, 4].flatMap((offset) => message(offset, SMALL));
    const subscribed = { channel: SMALL, since: at(0), position: at(4), recovered: false };
    expect(rules([...missed, c.subscribed(subscribed), c.alive(), ...kept(SMALL, 2, 3, 4)])).toEqual([]);
  });

  test("in which a recovery would weigh too much", () => {
    const log = [...message(1), c.subscribed({ since: at(0), position: at(1), recovered: false }), c.alive()];
    expect(rules([...log, stored("m1", 1, { bytes: 1_048_577 })])).toEqual([]);
    expect(rules([...log, stored("m1", 1, { bytes: 1_048_576 })])).toEqual(["signal"]);
  });

  test("in which a message that expires is missing", () => {
    const log = [c.subscribed({ position: at(0) }), publishing("m1", { expires: true }), acked("m1", 1), ...message(2)];
    expect(rules([...log, c.got("m2", 2), c.alive(), ...kept(ROOM, 2)])).toEqual([]);
  });

  test("in which a filter keeps operations away, but not in a room", () => {
    const log = [
      g.subscribed(),
      g.subscribed({ channel: "user:1" }),
      publishing("r", { op: 7 }),
      publishing("u", { op: 7, channel: "user:1" }),
      g.got("r"),
      g.alive(),
    ];
    expect(rules([...log, stored("r", 1), stored("u", 1, { channel: "user:1" })])).toEqual([]);
  });

  test("in which an app reads all, and is told what is not kept any more", () => {
    const small = [1, 2, 3, 4, 5].flatMap((offset) => message(offset, SMALL));
    const taken = [s.gap(0, 2, SMALL), ...[3, 4, 5].map((offset) => s.taken(`m${offset}`, offset, SMALL))];
    expect(rules([...small, ...taken, s.alive(), ...kept(SMALL, 3, 4, 5)])).toEqual([]);
  });

  test("in which an app began when some were not kept any more, and takes the rest", () => {
    const small = [1, 2, 3, 4].flatMap((offset) => message(offset, SMALL));
    const taken = [2, 3, 4].map((offset) => s.taken(`m${offset}`, offset, SMALL));
    expect(rules([...small, s.begun(1, SMALL), ...taken, s.alive(), ...kept(SMALL, 2, 3, 4)])).toEqual([]);
    const late = [...small, s.begun(2, SMALL), ...taken.slice(1), s.alive(), ...kept(SMALL, 2, 3, 4)];
    expect(rules(late)).toEqual(["lost"]);
  });

  test("in which a connection is closed for more than its channel keeps", () => {
    const small = [1, 2, 3, 4].flatMap((offset) => message(offset, SMALL));
    const log = [c.subscribed({ channel: SMALL, position: at(0) }), ...small, c.closed(3_010)];
    expect(rules([...log, ...kept(SMALL, 2, 3, 4)])).toEqual([]);
    const more = [5, 6].flatMap((offset) => message(offset, SMALL));
    expect(rules([...log, ...more, ...kept(SMALL, 4, 5, 6)])).toEqual([]);
    expect(rules([...log.slice(0, -3), c.closed(3_010), ...kept(SMALL, 1, 2, 3)])).toEqual(["signal"]);
  });

  test("in which more is lost than can be given at once, and a connection is closed for it", () => {
    const large = (bytes: number) => [g.subscribed(), ...message(1), g.closed(4_010), stored("m1", 1, { bytes })];
    expect(rules(large(1_048_577))).toEqual([]);
    expect(rules(large(1_048_576))).toEqual(["signal"]);
  });

  test("in which a message was tried again over a jump of the clock, and is there twice", () => {
    const log: [Entry, Entry, ...Entry[]] = [
      publishing("m1"),
      { kind: "clock" },
      acked("m1", 2),
      stored("m1", 1),
      stored("m1", 2),
    ];
    expect(rules(log)).toEqual([]);
    expect(rules(log.filter(({ kind }) => kind !== "clock"))).toContain("durable");
    const [tried, jump, , ...found] = log;
    expect(rules([tried, acked("m1", 2), jump, ...found])).toContain("durable");
    // The first try was given up, and may have arrived after the jump.
    expect(rules([tried, { kind: "acked", id: "m1", position: at(2), isRetried: true }, jump, ...found])).toEqual([]);
  });
});

describe("a log is bad", () => {
  const one = [c.subscribed({ position: at(0) }), ...message(1), c.got("m1", 1)];

  test.each<[string, Rule[], readonly Entry[]]>([
    ["what was acknowledged is not stored", ["durable"], message(1)],
    ["it is stored elsewhere", ["durable"], [...message(1), stored("m1", 2)]],
    ["it is stored twice", ["durable"], [...message(1), stored("m1", 1), stored("m1", 2)]],
    ["something is stored that nobody published", ["durable"], [stored("ghost", 1)]],
    ["the epoch changes", ["durable"], [...message(1), stored("m1", 1, { epoch: "f" })]],
    ["it was acknowledged without a position and is not stored", ["durable"], [publishing("m1"), acked("m1")]],

    [
      "another's channel is heard",
      ["access"],
      [seenBy("x1").subscribed(), publishing("m1"), seenBy("x1").got("m1"), ...kept(ROOM, 1)],
    ],
    [
      "a message of another channel comes",
      ["access"],
      [g.subscribed(), publishing("m1", { channel: "user:1" }), g.got("m1")],
    ],
    ["a message comes that was never published", ["access"], [g.subscribed(), g.got("ghost")]],
    [
      "an operation comes that was not accepted",
      ["access"],
      [
        g.subscribed({ channel: "user:1" }),
        publishing("m1", { op: 7, channel: "user:1" }),
        g.got("m1", undefined, "user:1"),
      ],
    ],
    [
      "something comes after the channel was left",
      ["access"],
      [g.subscribed(), g.left(), ...message(1), g.got("m1"), ...kept(ROOM, 1)],
    ],
    ["something comes before there was a subscription", ["access"], [...message(1), g.got("m1"), ...kept(ROOM, 1)]],

    ["an offset comes again", ["order"], [...one, c.got("m1", 1), ...kept(ROOM, 1)]],
    [
      "offsets fall",
      ["gap", "order"],
      [...one.slice(0, 1), ...message(1), ...message(2), c.got("m2", 2), c.got("m1", 1), ...kept(ROOM, 1, 2)],
    ],
    [
      "without offsets, an earlier message comes later",
      ["order"],
      [g.subscribed(), ...message(1), ...message(2), g.got("m2"), g.got("m1"), ...kept(ROOM, 1, 2)],
    ],

    [
      "an offset is passed over",
      ["gap"],
      [...one, ...message(2), ...message(3), c.got("m3", 3), ...kept(ROOM, 1, 2, 3)],
    ],
    [
      "without offsets, a message is passed over",
      ["gap"],
      [
        g.subscribed(),
        ...[1, 2, 3].flatMap((n) => message(n)),
        g.got("m1"),
        g.got("m3"),
        g.closed(),
        ...kept(ROOM, 1, 2, 3),
      ],
    ],
    [
      "a recovery leaves something out",
      ["gap"],
      [
        ...message(1),
        ...message(2),
        c.subscribed({ since: at(0), position: at(2), recovered: true, publications: given(2) }),
        ...kept(ROOM, 1, 2),
      ],
    ],
    [
      "a recovery ends before the position that it is for",
      ["gap"],
      [
        ...message(1),
        ...message(2),
        c.subscribed({ since: at(0), position: at(2), recovered: true, publications: given(1) }),
        ...kept(ROOM, 1, 2),
      ],
    ],

    ["the last is missing at the end", ["lost"], [...one, ...message(2), c.alive(), ...kept(ROOM, 1, 2)]],
    [
      "without offsets, the last is missing at the end",
      ["lost"],
      [g.subscribed(), ...message(1), g.alive(), ...kept(ROOM, 1)],
    ],
    [
      "a stream that is read has a hole",
      ["lost"],
      [...message(1, OWN), ...message(2, OWN), seenBy("p1").taken("m2", 2, OWN), ...kept(OWN, 1, 2)],
    ],
    [
      "a stream that is read is not read to its end",
      ["lost"],
      [...message(1, OWN), seenBy("p1").alive(), ...kept(OWN, 1)],
    ],

    [
      "an app is not given the last",
      ["lost"],
      [...message(1), ...message(2), s.taken("m1", 1), s.alive(), ...kept(ROOM, 1, 2)],
    ],
    [
      "an app that has gone lacks one in between",
      ["lost"],
      [...message(1), ...message(2), s.taken("m2", 2), ...kept(ROOM, 1, 2)],
    ],
    [
      "an app is given one twice",
      ["order", "twice"],
      [...message(1), s.taken("m1", 1), s.taken("m1", 1), ...kept(ROOM, 1)],
    ],
    ["an app is given another channel's", ["access"], [publishing("m1", { channel: "user:1" }), s.taken("m1", 1)]],
    ["an app is told of a gap that is none", ["signal"], [...message(1), s.gap(0, 1), s.alive(), ...kept(ROOM, 1)]],
    [
      "an app is told of a gap in another epoch",
      ["signal"],
      [
        ...[1, 2, 3, 4].flatMap((n) => message(n, SMALL)),
        { kind: "gap", who: "s1", channel: SMALL, from: at(0), to: at(1, "f") },
        ...kept(SMALL, 2, 3, 4),
      ],
    ],

    [
      "a recovery is refused for nothing",
      ["signal"],
      [...message(1), c.subscribed({ since: at(0), position: at(1), recovered: false }), ...kept(ROOM, 1)],
    ],
    [
      "a subscription is ended for nothing",
      ["signal"],
      [...one, c.left(2_500), c.subscribed({ since: at(1), position: at(1), recovered: true }), ...kept(ROOM, 1)],
    ],

    ["something is taken twice", ["twice"], [...one, c.taken("m1", 1), c.taken("m1", 1), ...kept(ROOM, 1)]],
    ["a client was turned away", ["stuck"], [{ kind: "turned-away", who: "c1", why: "closed with 3500" }]],
    ["a client did not come back", ["stuck"], [{ kind: "stuck", who: "c1", why: "it is not connected" }]],
  ])("where %s", (_, expected, log) => {
    expect(rules(log).toSorted()).toEqual(expected);
  });

  test("but not where an intruder was turned away", () => {
    expect(rules([{ kind: "turned-away", who: "x1", why: "told -a" }])).toEqual([]);
  });

  test("and says who, where and which", () => {
    const entries = [...one, ...message(2), ...message(3), ...message(4), c.got("m4", 4), ...kept(ROOM, 1, 2, 3, 4)];
    expect(check({ entries, subscribers: SUBSCRIBERS, channels: CHANNELS })).toEqual([
      { rule: "gap", who: "c1", channel: ROOM, detail: "m4 at 4 came on connection 1 without 2–3" },
    ]);
  });
});
