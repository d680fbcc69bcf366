/** A connection alone: who reads, who does not, and what is held back. */
import { describe, expect, test } from "vitest";
import { Connection, type Kept, type Link } from "../../../../durable/push/connection.ts";
import type { Frame, Protocol } from "../../../../durable/push/protocol.ts";

const KIB = 1_024;

function world({ ping, queued }: { ping?: string; queued?: () => number } = {}) {
  const sent: Frame[] = [];
  const kept: Kept[] = [];
  let answeredMs = 0;
  let nowMs = 1_000_000;
  const link: Link = {
    send: (frame) => sent.push(frame),
    close: ({ code }) => sent.push(`closed ${code}`),
    keep: (each) => kept.push(each),
    answeredMs: () => answeredMs,
    queuedBytes: () => queued?.(),
  };
  const protocol = { name: "test", ...(ping !== undefined && { ping }) } as Protocol;
  const state = { id: "c1", heardMs: nowMs, heartbeatMs: 0 } as Kept;
  const connection = new Connection(link, protocol, state, nowMs, 10);
  const send = (bytes: number) => connection.send(new Uint8Array(bytes), () => nowMs);
  return {
    connection,
    sent,
    kept,
    send,
    advance: (ms: number) => {
      nowMs += ms;
    },
    now: () => nowMs,
    answer: () => {
      answeredMs = nowMs;
    },
  };
}

describe("a client that can be asked", () => {
  test("is asked after 256 KiB, and is fine once it has answered", () => {
    const { connection, send, now } = world({ ping: "?" });
    expect(send(255 * KIB)).toBe("fine");
    expect(send(2 * KIB)).toBe("ask");
    expect(connection.ping(now())).toBe(true);
    expect(connection.ping(now())).toBe(false);
    connection.pong();
    expect(send(100 * KIB)).toBe("fine");
    expect(connection.pingedMs).toBeUndefined();
  });

  test("is slow when a mebibyte waits and it has not answered for 8 s", () => {
    const { connection, send, advance, now } = world({ ping: "?" });
    send(300 * KIB);
    connection.ping(now());
    expect(send(900 * KIB)).toBe("fine");
    advance(8_001);
    expect(send(1)).toBe("slow");
  });

  test("is slow at 8 MiB, however soon it might answer", () => {
    const { connection, send, now } = world({ ping: "?" });
    send(300 * KIB);
    connection.ping(now());
    expect(send(8_192 * KIB)).toBe("slow");
  });

  test("has with its answer taken only what was sent before it was asked", () => {
    const { connection, send, now, advance } = world({ ping: "?" });
    send(300 * KIB);
    connection.ping(now());
    send(1_500 * KIB);
    connection.pong();
    expect(send(1)).toBe("ask");
    connection.ping(now());
    advance(8_001);
    expect(send(1)).toBe("slow");
  });
});

describe("a client that cannot be asked", () => {
  test("is slow at 16 MiB since it was heard", () => {
    const { send, connection, now } = world();
    for (let n = 0; n < 15; n++) expect(send(1_024 * KIB)).toBe("fine");
    connection.heard(now());
    for (let n = 0; n < 15; n++) expect(send(1_024 * KIB)).toBe("fine");
    expect(send(1_024 * KIB)).toBe("slow");
  });

  test("is heard also where the runtime answered it", () => {
    const { send, answer, advance } = world();
    send(15_000 * KIB);
    advance(10);
    answer();
    expect(send(2_000 * KIB)).toBe("fine");
    expect(send(17_000 * KIB)).toBe("slow");
  });
});

test("a stream is slow by what it holds, and by nothing else", () => {
  let queued = 0;
  const { send } = world({ queued: () => queued });
  for (let n = 0; n < 100; n++) expect(send(1_024 * KIB)).toBe("fine");
  queued = 1_100 * KIB;
  expect(send(300 * KIB)).toBe("slow");
});

test("what is held back follows the answer, in its order, and nothing follows the end", () => {
  const { connection, sent, now } = world();
  connection.hold();
  connection.send("live 1", now);
  connection.send("live 2", now);
  connection.answer("the answer");
  connection.release();
  connection.send("live 3", now);
  connection.close({ code: 3000, reason: "" });
  connection.send("late", now);
  connection.answer("late");
  expect(sent).toEqual(["the answer", "live 1", "live 2", "live 3", "closed 3000"]);
});

test("what is held back is bounded, also of a stream that holds nothing itself", () => {
  const { connection, send } = world({ queued: () => 0 });
  connection.hold();
  for (let n = 0; n < 8; n++) expect(send(1_024 * KIB)).toBe("fine");
  expect(send(1)).toBe("slow");
  connection.release();
  expect(send(1)).toBe("fine");
});

test("what changed is kept once, and when it was heard not with each message", () => {
  const { connection, kept, advance, now } = world();
  connection.save();
  connection.heard(now());
  connection.save();
  expect(kept).toHaveLength(0);
  advance(6_000);
  connection.heard(now());
  connection.change({ user: "anna" });
  connection.save();
  connection.save();
  expect(kept).toHaveLength(1);
  expect(kept[0]).toMatchObject({ user: "anna", heardMs: now() });
});
