import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  decideRefresh,
  GRACE_MS,
  ROTATIONS_PER_GRACE_MAX,
  SESSION_IDLE_MS_MAX,
  SESSION_MS_MAX,
  type SessionState,
  sessionExpiresAtMs,
} from "../../../../origin/passport/refresh-policy.ts";

const NOW_MS = 1_790_000_000_000;

function state(change: Partial<SessionState> = {}): SessionState {
  return { generation: 5, replacedAtMs: [], expiresAtMs: NOW_MS + 1, revoked: false, ...change };
}

describe("decideRefresh()", () => {
  test("replaces the current token, and remembers when", () => {
    expect(decideRefresh(state(), 5, NOW_MS)).toEqual({ kind: "rotate", replacedAtMs: [NOW_MS] });
  });

  test("forgets replacements that are older than the grace", () => {
    const replacedAtMs = [NOW_MS - GRACE_MS, NOW_MS - GRACE_MS + 1];
    expect(decideRefresh(state({ replacedAtMs }), 5, NOW_MS)).toEqual({
      kind: "rotate",
      replacedAtMs: [NOW_MS - GRACE_MS + 1, NOW_MS],
    });
  });

  test("gives the same successor within the grace, for each token of the time", () => {
    const session = state({ replacedAtMs: [NOW_MS - GRACE_MS, NOW_MS - GRACE_MS + 1, NOW_MS - 1] });
    expect(decideRefresh(session, 4, NOW_MS)).toEqual({ kind: "repeat", generation: 5 });
    expect(decideRefresh(session, 3, NOW_MS)).toEqual({ kind: "repeat", generation: 4 });
    expect(decideRefresh(session, 2, NOW_MS)).toEqual({ kind: "reuse" });
    expect(decideRefresh(session, 1, NOW_MS)).toEqual({ kind: "reuse" });
  });

  test("knows an old token whose replacement is no longer remembered", () => {
    expect(decideRefresh(state(), 4, NOW_MS)).toEqual({ kind: "reuse" });
  });

  test("refuses every token of a session that ended", () => {
    for (const generation of [3, 5, 7]) {
      expect(decideRefresh(state({ revoked: true }), generation, NOW_MS)).toEqual({ kind: "ended" });
      expect(decideRefresh(state({ expiresAtMs: NOW_MS }), generation, NOW_MS)).toEqual({ kind: "ended" });
    }
  });

  test("does not know a token that is yet to come", () => {
    expect(decideRefresh(state(), 6, NOW_MS)).toEqual({ kind: "unknown" });
  });

  test("bounds the rotations of one grace, and says when to come back", () => {
    const replacedAtMs = Array.from({ length: ROTATIONS_PER_GRACE_MAX }, (_, i) => NOW_MS - 20_000 + i);
    expect(decideRefresh(state({ replacedAtMs }), 5, NOW_MS)).toEqual({ kind: "too_often", retryAfterMs: 10_000 });
    expect(decideRefresh(state({ replacedAtMs, expiresAtMs: NOW_MS * 2 }), 5, NOW_MS + 10_000).kind).toBe("rotate");
  });

  test("a clock that was set back counts as no time at all", () => {
    expect(decideRefresh(state({ replacedAtMs: [NOW_MS + 3_600_000] }), 4, NOW_MS)).toEqual({
      kind: "repeat",
      generation: 5,
    });
  });

  test("whatever the clocks do, each token has one successor, and what is remembered stays bounded", () => {
    const steps = fc.array(fc.record({ jumpMs: fc.integer({ min: -60_000, max: 60_000 }), behind: fc.nat(12) }));
    fc.assert(
      fc.property(steps, (uses) => {
        let nowMs = NOW_MS;
        let session = state({ generation: 0, expiresAtMs: Number.MAX_SAFE_INTEGER });
        for (const { jumpMs, behind } of uses) {
          nowMs += jumpMs;
          const generation = Math.max(0, session.generation - behind);
          const decision = decideRefresh(session, generation, nowMs);
          if (decision.kind === "repeat") expect(decision.generation).toBe(generation + 1);
          if (decision.kind !== "rotate") continue;
          expect(generation).toBe(session.generation);
          expect(decision.replacedAtMs.length).toBeLessThanOrEqual(ROTATIONS_PER_GRACE_MAX);
          session = { ...session, generation: generation + 1, replacedAtMs: decision.replacedAtMs };
          expect(decideRefresh(session, generation, nowMs)).toEqual({ kind: "repeat", generation: generation + 1 });
        }
      }),
    );
  });
});

test("a session ends when it is not used, and in any case after a year", () => {
  expect(sessionExpiresAtMs(NOW_MS, NOW_MS)).toBe(NOW_MS + SESSION_IDLE_MS_MAX);
  expect(sessionExpiresAtMs(NOW_MS, NOW_MS + 86_400_000)).toBe(NOW_MS + 86_400_000 + SESSION_IDLE_MS_MAX);
  expect(sessionExpiresAtMs(NOW_MS, NOW_MS + SESSION_MS_MAX - 1)).toBe(NOW_MS + SESSION_MS_MAX);
});
