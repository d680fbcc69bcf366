/** Sessions alone: how a connection ends that does not come to be connected. */
import { expect, test } from "vitest";
import type { Link } from "../../../../durable/push/connection.ts";
import type { Close, CloseReason, Protocol } from "../../../../durable/push/protocol.ts";
import type { Roster } from "../../../../durable/push/roster.ts";
import { Sessions, type SessionsDeps } from "../../../../durable/push/sessions.ts";

const CODES: Partial<Record<CloseReason, number>> = { "not-connected": 3502, internal: 3004 };

/** Each message is a command to connect. */
const PROTOCOL: Protocol<null> = {
  name: "words",
  connectWithinMs: 10_000,
  open: () => ({ state: null }),
  onMessage: () => ({ commands: [{ kind: "connect", ref: 1 }] }),
  onEvent: (_state, event) =>
    event.kind === "closing" ? { close: { code: CODES[event.reason] ?? 0, reason: event.reason } } : {},
  audience: () => "",
  render: () => [],
};

function world() {
  let late = () => {};
  let closed: Close | undefined;
  const roster: Partial<Roster> = { enter() {}, remove: () => [] };
  const deps: Partial<SessionsDeps> = {
    roster: roster as Roster,
    protocols: { words: PROTOCOL as Protocol },
    now: () => 0,
    later(_ms, work) {
      late = work;
      return () => {};
    },
    // Who checks its token does not answer.
    run: () => new Promise<void>(() => {}),
    gone() {},
    regroup() {},
  };
  const link: Link = {
    send() {},
    close: (close) => {
      closed = close;
    },
    keep() {},
    answeredMs: () => 0,
    queuedBytes: () => undefined,
  };
  const sessions = new Sessions(deps as SessionsDeps);
  const request = { connection: "c", shard: "shard/main/0", url: "/", clearAuth: false, pingMs: 0 };
  const connection = sessions.open({ protocol: "words", ip: "", secret: "", request }, link);
  if (connection === undefined) throw new Error("it is not opened");
  return { sessions, connection, pass: () => late(), closed: () => closed?.code };
}

test("a client that says nothing in time is told so", () => {
  const { pass, closed } = world();
  pass();
  expect(closed()).toBe(3502);
});

test("a client that has asked, and is not answered in time, is told to come back", () => {
  const { sessions, connection, pass, closed } = world();
  void sessions.message(connection, "connect");
  pass();
  expect(closed()).toBe(3004);
});
