/** Centrifugo's adapter by itself: frames, codes and what it remembers, without a shard around it. */
import { describe, expect, test } from "vitest";
import { centrifugoProtocols } from "../../../../durable/push/centrifugo.ts";
import {
  type CloseReason,
  type Failure,
  type OpenRequest,
  type Protocol,
  type ShardEvent,
  STATE_BYTES_MAX,
  type Subscribed,
} from "../../../../durable/push/protocol.ts";

const NOW_MS = 1_000_000;
const [SOCKET, SSE, LINES] = centrifugoProtocols(() => NOW_MS) as readonly Protocol[] as [Protocol, Protocol, Protocol];

const request = (more: Partial<OpenRequest> = {}): OpenRequest => ({
  connection: "c1",
  shard: "shard/main/0",
  url: "/connection/websocket",
  clearAuth: false,
  pingMs: 0,
  ...more,
});
const subscription = (channel: string, more: Partial<Subscribed> = {}): Subscribed => ({
  channel,
  position: { epoch: "e", offset: 9 },
  recoverable: true,
  wasRecovering: false,
  recovered: false,
  publications: [],
  ...more,
});
const connected = (channels: readonly string[], expiresAtMs?: number): ShardEvent => ({
  kind: "connected",
  ref: 1,
  connection: "c1",
  user: "anna",
  key: "",
  session: "c1.secret",
  expiresAtMs,
  subscriptions: channels.map((channel) => subscription(channel)),
});
const failed = (command: "connect" | "refresh" | "publish", failure: Failure): ShardEvent => ({
  kind: "failed",
  ref: 7,
  command,
  failure,
  refusal: { code: "internal", message: "why" },
});
const lost = (channel: string): ShardEvent => ({
  kind: "unsubscribed",
  ref: undefined,
  channel,
  reason: "insufficient-state",
});

function opened(protocol: Protocol, more: Partial<OpenRequest> = {}): unknown {
  return protocol.open(request(more)).state;
}
function replyOf(
  protocol: Protocol,
  event: ShardEvent,
  state: unknown = opened(protocol),
): Record<string, Record<string, unknown>> {
  const [frame] = protocol.onEvent(state, event).frames ?? [];
  return JSON.parse(String(frame)) as Record<string, Record<string, unknown>>;
}

describe("the answer to connect", () => {
  test.each([
    ["a minute", 60_000, 50],
    ["ten seconds", 10_000, 5],
    ["a moment", 100, 1],
    ["less than nothing", -5_000, 1],
  ])("tells a client whose token has %s to renew it in time", (_what, leftMs, ttl) => {
    expect(replyOf(SOCKET, connected([], NOW_MS + leftMs)).connect).toMatchObject({ expires: true, ttl });
  });

  test("has a session for streams alone", () => {
    expect(replyOf(SOCKET, connected([])).connect).not.toHaveProperty("session");
    expect(replyOf(LINES, connected([])).connect).toMatchObject({ session: "c1.secret", node: "shard/main/0" });
  });

  test.each([
    [SOCKET, 0, 1_000_000],
    [SOCKET, 60_000, 60],
    [LINES, 0, 25],
    [LINES, 60_000, 25],
    [LINES, 10_000, 10],
  ])("promises the pings that will come (%#)", (protocol, pingMs, ping) => {
    expect(replyOf(protocol, connected([]), opened(protocol, { pingMs })).connect).toMatchObject({ ping, pong: true });
  });
});

describe("a channel whose history is lost", () => {
  const stateAfter = (event: ShardEvent, state: unknown) => SOCKET.onEvent(state, event).state ?? state;

  test("is subscribed again by the client that asked for it, and closes one that the server subscribed", () => {
    const state = stateAfter(connected(["user:anna"]), opened(SOCKET));
    expect(SOCKET.onEvent(state, lost("news")).frames?.[0]).toContain('"code":2500');
    expect(SOCKET.onEvent(state, lost("user:anna")).close).toEqual({ code: 3010, reason: "insufficient state" });
    const more = stateAfter({ kind: "subscribed-by-server", subscription: subscription("news") }, state);
    expect(SOCKET.onEvent(more, lost("news")).close?.code).toBe(3010);
    const less = stateAfter({ kind: "unsubscribed", ref: undefined, channel: "news", reason: "server" }, more);
    expect(SOCKET.onEvent(less, lost("news")).close).toBeUndefined();
  });

  test("closes any where they are too many to remember, which what sleeps has no room for", () => {
    const names = Array.from({ length: 128 }, (_, n) => `${n}-${"x".repeat(240)}`);
    const state = stateAfter(connected(names), opened(SOCKET));
    expect(JSON.stringify(state).length).toBeLessThan(STATE_BYTES_MAX);
    expect(SOCKET.onEvent(state, lost("asked for")).close?.code).toBe(3010);
    let grown = opened(SOCKET);
    for (const name of names)
      grown = stateAfter({ kind: "subscribed-by-server", subscription: subscription(name) }, grown);
    expect(JSON.stringify(grown).length).toBeLessThan(STATE_BYTES_MAX);
  });
});

describe("a failure", () => {
  test.each<[Failure, number | undefined, number]>([
    ["unauthenticated", undefined, 3500],
    ["permission-denied", undefined, 3507],
    ["token-expired", 109, 3005],
    ["unavailable", 100, 3004],
    ["internal", 100, 3004],
    ["too-many-channels", 106, 3501],
  ])("to connect, %s, says whether to come back", (failure, error, close) => {
    const { frames = [], close: closed } = SOCKET.onEvent(opened(SOCKET), failed("connect", failure));
    expect(closed?.code).toBe(close);
    expect(frames.length === 0 ? undefined : JSON.parse(String(frames[0])).error.code).toBe(error);
  });

  test("of a moment is temporary, and leaves the connection be", () => {
    const turn = SOCKET.onEvent(opened(SOCKET), failed("publish", "unavailable"));
    expect(turn.close).toBeUndefined();
    expect(JSON.parse(String(turn.frames?.[0]))).toEqual({
      id: 7,
      error: { code: 100, message: "internal server error: why", temporary: true },
    });
    expect(SOCKET.onEvent(opened(SOCKET), failed("refresh", "unavailable")).close).toBeUndefined();
  });

  test("to recover is an error where the client wants one, and the subscription is taken back", () => {
    const event: ShardEvent = {
      kind: "subscribed",
      ref: [3, true],
      subscription: subscription("news", { wasRecovering: true }),
    };
    const turn = SOCKET.onEvent(opened(SOCKET), event);
    expect(JSON.parse(String(turn.frames?.[0]))).toMatchObject({ id: 3, error: { code: 112 } });
    expect(turn.commands).toEqual([{ kind: "unsubscribe", ref: null, channel: "news" }]);
    expect(
      SOCKET.onEvent(opened(SOCKET), { kind: "unsubscribed", ref: null, channel: "news", reason: "asked" }),
    ).toEqual({});
    expect(replyOf(SOCKET, { ...event, ref: [3, false] }).subscribe).toMatchObject({
      was_recovering: true,
      recovered: false,
    });
  });
});

describe("a stream", () => {
  const publications = [1, 2].map((offset) => ({ offset, data: `"${offset}"`, op: 0, publishedAtMs: 0 }));

  test("of events has one for a run of messages, and one of lines their lines", () => {
    const lines = [1, 2].map((n) => `{"push":{"channel":"news","pub":{"data":"${n}","offset":${n}}}}`);
    expect(SSE.render("", "news", publications)).toEqual([`data: ${lines[0]}\ndata: ${lines[1]}\n\n`]);
    expect(LINES.render("", "news", publications)).toEqual([`${lines[0]}\n${lines[1]}\n`]);
    expect(SOCKET.render("", "news", publications)).toEqual([lines.join("\n")]);
    expect([SSE.ping, LINES.ping, SOCKET.ping]).toEqual(["data: {}\n\n", "{}\n", "{}"]);
  });

  test.each<[CloseReason, number]>([
    ["revoked", 3503],
    ["kicked", 3011],
    ["slow", 3008],
    ["shutdown", 3001],
    ["flood", 3013],
    ["silent", 3012],
    ["not-connected", 3502],
  ])("that ends, %s, says why in a push", (reason, code) => {
    const { frames, close } = LINES.onEvent(opened(LINES), { kind: "closing", reason });
    expect(JSON.parse(String(frames?.[0])).push.disconnect).toEqual({ code, reason: close?.reason });
    expect(SOCKET.onEvent(opened(SOCKET), { kind: "closing", reason })).toEqual({ close });
  });

  test("begins with the commands that its request brings", () => {
    const first = '{"id":1,"connect":{"token":"t"}}\n{"id":2,"subscribe":{"channel":"news"}}';
    const url = `/connection/sse?home=4&cf_connect=${encodeURIComponent(first)}`;
    for (const turn of [SSE.open(request({ url })), LINES.open(request({ body: first }))]) {
      expect(turn.commands).toMatchObject([
        { kind: "connect", ref: 1, token: "t" },
        { kind: "subscribe", ref: [2, false], channel: "news" },
      ]);
    }
    expect(SOCKET.open(request({ url })).commands).toBeUndefined();
  });
});

test("history asked for without an end has the limit's", () => {
  const limitOf = (limit: number) => {
    const turn = SOCKET.onMessage(null, JSON.stringify({ id: 1, history: { channel: "news", limit } }));
    return (turn.commands?.[0] as { limit?: number } | undefined)?.limit;
  };
  expect([-1, 0, 5, 100_000].map(limitOf)).toEqual([300, 0, 5, 300]);
});
