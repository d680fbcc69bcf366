/**
 * What a seed says: who publishes and subscribes, and what is done to them and to the servers, when. Pure: the same seed, the same schedule. When
 * things really happen beside one another is the machine's to say.
 *
 * A schedule has users, devices and channels of its own, so that many run on the same servers. What is done to servers is drawn for a round of
 * schedules, from the seed of its first.
 * @module
 */
import { type SeededRandom, seededRandom } from "../../bench/ids/random.ts";
import type { ChannelFacts, SubscriberFacts } from "./log.ts";

export interface Schedule {
  readonly seed: number;
  readonly channels: readonly ChannelFacts[];
  readonly subscribers: readonly SubscriberPlan[];
  /** Each rising by time. */
  readonly phases: readonly (readonly Step[])[];
}

export interface SubscriberPlan {
  readonly facts: SubscriberFacts;
  readonly protocol: "goim" | "gopush" | "centrifugo" | "sdk";
  /** `any`: the SDK chooses. */
  readonly transport: "websocket" | "tcp" | "sse" | "http_stream" | "any";
  /** Claims of its token; `guest` signs in at the passport instead. */
  readonly user: string;
  readonly key: string;
  readonly isGuest: boolean;
  /** Whether it says where its stream is. */
  readonly isAtHome: boolean;
  /** Its token names its channels, and it asks for nothing. */
  readonly isListener: boolean;
  /** Asked for besides what comes by itself; goim's room is the first. */
  readonly channels: readonly string[];
  /** How far behind the cursor is kept that it comes back with. */
  readonly cursorLag: number;
}

/** Through which API a message goes in. */
export type Way = "rpc" | "batch" | "origin" | "goim" | "gopush" | "client";

export type Step = { readonly atMs: number } & (
  | {
      readonly act: "publish";
      readonly way: Way;
      readonly channel: string;
      readonly count: number;
      readonly op: number;
      readonly bytes: number;
      readonly expires: boolean;
    }
  | { readonly act: Disturbance; readonly who: string }
  | { readonly act: "room"; readonly who: string; readonly channel: string }
  | { readonly act: "leave" | "join"; readonly who: string; readonly channel: string }
);

/**
 * - `cut`: both ends hear of it. `vanish`: the client is gone, and the server does not hear of it. `blind`: the way between is gone, and neither does.
 * - `freeze`: the client does not read any more, until `thaw`.
 * - `background`: an app is not used, until `foreground`. `network`: its phone has another.
 */
export type Disturbance = (typeof DISTURBANCES)[number] | (typeof APP_DISTURBANCES)[number];

/** Each as often as it stands here. */
const DISTURBANCES = ["cut", "cut", "vanish", "blind", "freeze", "thaw", "thaw"] as const;
const APP_DISTURBANCES = [...DISTURBANCES, "background", "foreground", "foreground", "network"] as const;

export type WorldEvent = { readonly atMs: number } & (
  | { readonly what: "kill-edge" | "kill-gateway" | "kill-origin" | "evict" }
  | { readonly what: "abort"; readonly share: number }
  | { readonly what: "clock"; readonly offsetMs: number }
  | { readonly what: "shards"; readonly add: number }
);

export const PHASES = 5;
export const PHASE_MS = 1_500;
/** goim's operations that are published; 0 is none, and passes every filter. */
const OPS = [0, 1_000, 1_001, 1_002] as const;
const ACCEPTS = [1_000, 1_001];
/** Of the namespaces that the servers are set up with. */
export const HISTORY_SIZES = { private: 1_000, room: 1_000, deep: 2_000, brief: 6, sealed: 500 } as const;
/** Each as often as it stands here. */
const EVENTS = [
  "kill-edge",
  "kill-edge",
  "kill-gateway",
  "kill-origin",
  "evict",
  "evict",
  "abort",
  "clock",
  "shards",
] as const;
const CLOCK_JUMP_MS_MIN = 1_000;
const CLOCK_JUMP_MS_MAX = 3_600_000;
/** So much that the buffers of the system do not hold it for a client that does not read. */
const FLOOD = { count: 24, bytes: 60_000 };

/** Whether the clients of a round may have streams over HTTP. An object that has some never sleeps, and in other rounds all are to. */
export function hasStreams(seed: number): boolean {
  return seededRandom(seed ^ 0x2545f491).next() < 0.5;
}

/**
 * @param guest the user that the schedule's own sign-in at the passport gave
 * @param streams whether {@link hasStreams} says so of its round
 */
export function scheduleOf(seed: number, guest: string, streams: boolean): Schedule {
  const random = seededRandom(seed);
  const names = namesOf(seed, guest);
  const subscribers = subscribersOf(names, streams, random);
  const channels: ChannelFacts[] = [
    ...[...names.users, names.guest, names.stranger].map((user) => ({
      name: `user:${user}`,
      historySize: HISTORY_SIZES.private,
    })),
    ...names.keys.map((key) => ({ name: `key:${key}`, historySize: HISTORY_SIZES.private })),
    ...names.rooms.map((name) => ({ name, historySize: HISTORY_SIZES.room })),
    { name: names.deep, historySize: HISTORY_SIZES.deep },
    { name: names.dialog, historySize: HISTORY_SIZES.deep },
    { name: names.brief, historySize: HISTORY_SIZES.brief },
    { name: names.sealed, historySize: HISTORY_SIZES.sealed },
  ];
  const phases = Array.from({ length: PHASES }, (_, phase) =>
    stepsOf(phase, channels, subscribers, names, random).toSorted((a, b) => a.atMs - b.atMs),
  );
  return { seed, channels, subscribers, phases };
}

/** What is done to the servers of a round, a list for each phase. */
export function worldEventsOf(seed: number): readonly (readonly WorldEvent[])[] {
  // Of another draw than the schedule of the same seed.
  const random = seededRandom(seed ^ 0x5bd1e995);
  let offsetMs = 0;
  const event = (): WorldEvent => {
    const atMs = random.whole(50, PHASE_MS - 300);
    const what = random.pick(EVENTS);
    if (what === "abort") return { atMs, what, share: random.next() };
    if (what === "shards") return { atMs, what, add: random.whole(1, 4) };
    if (what !== "clock") return { atMs, what };
    const jumpMs = random.anyScale(CLOCK_JUMP_MS_MIN, CLOCK_JUMP_MS_MAX);
    offsetMs = random.next() < 0.5 ? offsetMs - jumpMs : offsetMs + jumpMs;
    return { atMs, what, offsetMs };
  };
  return Array.from({ length: PHASES }, () =>
    Array.from({ length: random.whole(1, 3) }, event).toSorted((a, b) => a.atMs - b.atMs),
  );
}

type Names = ReturnType<typeof namesOf>;

function namesOf(seed: number, guest: string) {
  // goim's mids are numbers.
  const users = [String(seed * 10 + 1), String(seed * 10 + 2)] as const;
  return {
    users,
    guest,
    stranger: String(seed * 10 + 9),
    keys: [`g${seed}`, `p${seed}`] as const,
    rooms: [`room:chaos://${seed}a`, `room:chaos://${seed}b`] as const,
    deep: `deep:${seed}`,
    brief: `brief:${seed}`,
    sealed: `sealed:${seed}`,
    dialog: `deep:${seed}d#${users[0]},${guest}`,
  };
}

function subscribersOf(names: Names, streams: boolean, random: SeededRandom): SubscriberPlan[] {
  const plans = [
    centrifugo("c1", names.users[0], false, streams, names, random),
    goim("g1", random.pick(names.users), names.keys[0], names, random),
    gopush("p1", names, random),
  ];
  if (random.next() < 0.4) plans.push(centrifugo("c2", names.guest, true, streams, names, random));
  if (random.next() < 0.5) plans.push(app("s1", streams, names, random));
  if (random.next() < 0.3) plans.push(goim("g2", random.pick(names.users), "", names, random));
  if (random.next() < 0.4) plans.push(intruder(names, streams, random));
  return plans;
}

function transportOf(random: SeededRandom): SubscriberPlan["transport"] {
  return random.pick(["websocket", "tcp"] as const);
}

function jsonTransportOf(streams: boolean, random: SeededRandom): SubscriberPlan["transport"] {
  const transport = random.pick(["websocket", "websocket", "sse", "http_stream"] as const);
  return streams ? transport : "websocket";
}

function jsonChannelsOf(names: Names, random: SeededRandom): readonly string[] {
  const channels = [names.deep, random.pick([names.brief, names.sealed]), random.pick(names.rooms), names.dialog];
  return channels.slice(0, random.whole(2, channels.length));
}

function centrifugo(
  name: string,
  user: string,
  isGuest: boolean,
  streams: boolean,
  names: Names,
  random: SeededRandom,
): SubscriberPlan {
  const channels = jsonChannelsOf(names, random);
  return {
    facts: { name, hears: [`user:${user}`, ...channels], isIntruder: false },
    protocol: "centrifugo",
    transport: jsonTransportOf(streams, random),
    user,
    key: "",
    isGuest,
    isAtHome: random.next() < 0.5,
    isListener: random.next() < 0.25 && !isGuest,
    channels,
    cursorLag: random.pick([0, 0, 1, 3]),
  };
}

function app(name: string, streams: boolean, names: Names, random: SeededRandom): SubscriberPlan {
  const isGuest = random.next() < 0.3;
  const user = isGuest ? names.guest : names.users[0];
  const channels = jsonChannelsOf(names, random);
  const heard = [`user:${user}`, ...channels];
  const isAny = random.next() < 0.3;
  const transport = jsonTransportOf(streams, random);
  return {
    facts: { name, hears: heard, reads: heard, isIntruder: false },
    protocol: "sdk",
    transport: streams && isAny ? "any" : transport,
    user,
    key: "",
    isGuest,
    isAtHome: true,
    isListener: false,
    channels,
    cursorLag: 0,
  };
}

function goim(name: string, user: string, key: string, names: Names, random: SeededRandom): SubscriberPlan {
  const own = [`user:${user}`, "all", ...(key === "" ? [] : [`key:${key}`])];
  return {
    facts: { name, hears: [...own, ...names.rooms], accepts: ACCEPTS, isIntruder: false },
    protocol: "goim",
    transport: transportOf(random),
    user,
    key,
    isGuest: false,
    isAtHome: random.next() < 0.5,
    channels: [random.pick(names.rooms)],
    isListener: false,
    cursorLag: 0,
  };
}

function gopush(name: string, names: Names, random: SeededRandom): SubscriberPlan {
  const isUsers = random.next() < 0.4;
  const [user, key] = isUsers ? [names.users[1], ""] : ["", names.keys[1]];
  const reads = isUsers ? `user:${user}` : `key:${key}`;
  return {
    facts: { name, hears: [reads, "all"], reads: [reads], isIntruder: false },
    protocol: "gopush",
    transport: transportOf(random),
    user,
    key,
    isGuest: false,
    isAtHome: random.next() < 0.5,
    isListener: false,
    channels: [],
    cursorLag: random.pick([0, 0, 2]),
  };
}

/** It has a token of its own, and asks for what is others'. */
function intruder(names: Names, streams: boolean, random: SeededRandom): SubscriberPlan {
  const protocol = random.pick(["goim", "gopush", "centrifugo"] as const);
  const { stranger: user } = names;
  const [first] = names.users;
  const own = [`user:${user}`, ...(protocol === "centrifugo" ? [] : ["all"])];
  return {
    facts: {
      name: "x1",
      hears: protocol === "gopush" ? [] : own,
      ...(protocol === "goim" && { accepts: [] }),
      isIntruder: true,
    },
    protocol,
    transport: protocol === "centrifugo" ? jsonTransportOf(streams, random) : transportOf(random),
    user,
    key: protocol === "gopush" ? `user:${first}` : names.keys[0],
    isGuest: false,
    isAtHome: false,
    channels: protocol === "centrifugo" ? [`user:${first}`, names.sealed, names.dialog] : [],
    isListener: false,
    cursorLag: 0,
  };
}

function stepsOf(
  phase: number,
  channels: readonly ChannelFacts[],
  subscribers: readonly SubscriberPlan[],
  names: Names,
  random: SeededRandom,
): Step[] {
  const steps: Step[] = [];
  const heard = channels.filter(({ name }) => subscribers.some(({ facts }) => facts.hears.includes(name)));
  const atMs = () => random.whole(0, PHASE_MS - 200);
  for (let n = random.whole(3, 6); n > 0; n--) steps.push(publish(heard, random, atMs()));
  const honest = subscribers.filter(({ facts }) => !facts.isIntruder);
  const disturbed = honest.filter(() => random.next() < 0.45);
  for (const { facts, protocol } of disturbed) {
    const who = facts.name;
    const act = random.pick(protocol === "sdk" ? APP_DISTURBANCES : DISTURBANCES);
    const at = atMs();
    steps.push({ atMs: at, act, who });
    if (act !== "freeze" || random.next() < 0.4 || phase === PHASES - 1) continue;
    const channel = hasJson(protocol) ? names.deep : (facts.reads?.[0] ?? facts.hears[0] ?? names.deep);
    steps.push({ atMs: at + 1, act: "publish", way: "rpc", channel, op: 0, expires: false, ...FLOOD });
  }
  for (const { facts, protocol, isListener, channels: asked } of honest) {
    const who = facts.name;
    if (protocol === "goim" && random.next() < 0.3) {
      steps.push({ atMs: atMs(), act: "room", who, channel: random.pick(["", ...names.rooms]) });
    }
    const [channel] = asked;
    if (protocol === "centrifugo" && !isListener && channel !== undefined && random.next() < 0.25) {
      const at = atMs();
      steps.push(
        { atMs: at, act: "leave", who, channel },
        { atMs: at + random.whole(1, 150), act: "join", who, channel },
      );
    }
  }
  return steps;
}

function hasJson(protocol: SubscriberPlan["protocol"]): boolean {
  return protocol === "centrifugo" || protocol === "sdk";
}

function publish(heard: readonly ChannelFacts[], random: SeededRandom, atMs: number): Step {
  const channel = heard[random.whole(0, heard.length - 1)]?.name ?? "";
  const way = random.pick(waysTo(channel));
  const op =
    way === "client" || way === "gopush" ? 0 : way === "goim" && channel.startsWith("room:") ? 1_000 : random.pick(OPS);
  return {
    atMs,
    act: "publish",
    way,
    channel,
    count: Math.round(random.anyScale(1, 12)),
    op,
    bytes: random.anyScale(20, 3_000),
    expires: (way === "rpc" || way === "origin") && random.next() < 0.06,
  };
}

function waysTo(channel: string): readonly [Way, ...Way[]] {
  if (channel.startsWith("user:") || channel.startsWith("key:")) return ["rpc", "batch", "origin", "goim", "gopush"];
  if (channel.startsWith("room:")) return ["rpc", "batch", "origin", "goim"];
  const isOpen = channel.includes("#") || channel.startsWith("deep:");
  return isOpen ? ["rpc", "batch", "origin", "client"] : ["rpc", "batch", "origin"];
}
