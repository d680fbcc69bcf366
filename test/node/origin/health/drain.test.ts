import { EventEmitter } from "node:events";
import { expect, test } from "vitest";
import { drain, onStopSignals } from "../../../../origin/health/health.ts";
import { gate, memoryLog, until } from "../rpc/server.ts";

test("drain() is not ready first, then serves on, then stops, then closes, whatever fails to close", async () => {
  const order: string[] = [];
  const { log, lines } = memoryLog();
  await drain({
    health: { stop: () => order.push("not ready") },
    server: {
      closeConnections: () => order.push("closing connections"),
      stop: async ({ finishTimeoutMs }) => {
        order.push(`stop within ${finishTimeoutMs}`);
        return { aborted: 2 };
      },
    },
    close: [() => Promise.reject(new Error("stuck")), async () => order.push("closed")],
    log,
    graceMs: 10,
    finishTimeoutMs: 25_000,
  });
  expect(order).toEqual(["not ready", "closing connections", "stop within 25000", "closed"]);
  expect(lines().map(({ level, message }) => `${level}: ${message}`)).toEqual([
    "info: stopping",
    "warn: calls were aborted because they took too long to finish",
    "error: something did not close",
    "info: stopped",
  ]);
});

function signals() {
  const source = new EventEmitter();
  const graces: number[] = [];
  const exits: number[] = [];
  const done = gate();
  const stop = (graceMs: number) => {
    graces.push(graceMs);
    return done.opened;
  };
  onStopSignals({ source, graceMs: 5_000, stop, exit: (code) => exits.push(code) });
  return { source, graces, exits, done };
}

test.each([
  ["SIGTERM", 5_000],
  ["SIGINT", 0],
])("%s stops with a grace of %i ms, and exits with 0", async (signal, graceMs) => {
  const { source, graces, exits, done } = signals();
  source.emit(signal);
  expect(graces).toEqual([graceMs]);
  expect(exits).toEqual([]);
  done.open();
  await until(() => exits.length > 0);
  expect(exits).toEqual([0]);
});

test.each([
  ["SIGTERM", 143],
  ["SIGINT", 130],
])("a second signal, %s, ends the process at once", (signal, code) => {
  const { source, graces, exits } = signals();
  source.emit("SIGTERM");
  source.emit(signal);
  expect(graces).toHaveLength(1);
  expect(exits).toEqual([code]);
});
