/** How messages go together and are repeated, without an edge: what each request brings is the test's to say. */
import { expect, test } from "vitest";
import { publisher } from "../../../../origin/push/publisher.ts";
import { Fault } from "../../../../proto/fault.ts";
import type { PublishRequest, PublishResponse } from "../../../../proto/gen/push.contract.ts";
import type { Init } from "../../../../proto/message/message.ts";

type Requests = readonly Init<PublishRequest>[];

const channelsOf = (request: Init<PublishRequest> | undefined) => [...(request?.targets?.channels ?? [])] as string[];

/** @param refused a code for channels that are refused */
function answerTo(request: Init<PublishRequest>, refused: (channel: string) => string = () => ""): PublishResponse {
  const results = channelsOf(request).map((channel) => ({
    channel,
    position: refused(channel) === "" ? { epoch: "e", offset: 1n } : null,
    shards: 0,
    duplicate: false,
    refused: refused(channel),
    reason: "",
  }));
  return { results, shards: 0 };
}

const message = (json: string) => ({ json, idempotencyKey: json });

test("what comes while requests are under way goes together, at most 1 000 messages and 2 MiB in one", async () => {
  const sizes: number[] = [];
  let underWay = 0;
  let most = 0;
  const gate = Promise.withResolvers<void>();
  const { publish, close } = publisher({
    random: Math.random,
    async send(requests: Requests) {
      sizes.push(requests.length);
      most = Math.max(most, ++underWay);
      await gate.promise;
      underWay--;
      return requests.map((request) => answerTo(request));
    },
  });
  const small = Array.from({ length: 2_504 }, (_, at) => publish(["a"], message(String(at)), 10_000));
  const large = Array.from({ length: 3 }, (_, at) => publish(["a"], message("x".repeat(1_000_000) + at), 10_000));
  gate.resolve();
  await Promise.all([...small, ...large]);
  await close();
  expect(most).toBe(4);
  expect(sizes.slice(0, 4)).toEqual([1, 1, 1, 1]);
  expect(sizes.slice(4, 6)).toEqual([1_000, 1_000]);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(2_507);
  expect(Math.max(...sizes)).toBe(1_000);
});

test("only targets that may be had later are tried again, with the same key, and receipts stay in order", async () => {
  const asked: string[][] = [];
  const keys = new Set<unknown>();
  const { publish } = publisher({
    random: () => 0,
    async send(requests: Requests) {
      asked.push(requests.flatMap(channelsOf));
      for (const { message: each } of requests) keys.add(each?.idempotencyKey);
      const isFirst = asked.length === 1;
      return requests.map((request) =>
        answerTo(request, (channel) =>
          channel === "bad" ? "not_found" : channel === "busy" && isFirst ? "unavailable" : "",
        ),
      );
    },
  });
  const receipts = await publish(["ok", "busy", "bad", "ok"], message("k"), 10_000);
  expect(asked).toEqual([["ok", "busy", "bad"], ["busy"]]);
  expect(keys).toEqual(new Set(["k"]));
  expect(receipts.map(({ channel, fault }) => [channel, fault?.code])).toEqual([
    ["ok", undefined],
    ["busy", undefined],
    ["bad", "not_found"],
  ]);
});

test("a bad message among many is found without asking for each alone", async () => {
  let requests = 0;
  const { publish } = publisher({
    random: Math.random,
    async send(all: Requests) {
      requests++;
      if (all.some((request) => request.message?.json === "bad")) throw new Fault("invalid_argument", "no");
      return all.map((request) => answerTo(request));
    },
  });
  const outcomes = await Promise.allSettled(
    Array.from({ length: 500 }, (_, at) => publish(["a"], message(at === 300 ? "bad" : String(at)), 10_000)),
  );
  expect(outcomes.flatMap(({ status }, at) => (status === "rejected" ? [at] : []))).toEqual([300]);
  expect(requests).toBeLessThan(40);
});

test("a message fails when its time is over, with what was last heard, and is not sent any more", async () => {
  let requests = 0;
  const { publish, close } = publisher({
    random: () => 1,
    async send() {
      requests++;
      throw new Fault("resource_exhausted", "slow down", { retryAfterSeconds: 3_600 });
    },
  });
  await expect(publish(["a"], message("1"), 50)).rejects.toMatchObject({ code: "resource_exhausted" });
  await close();
  expect(requests).toBe(1);
  const silent = publisher({ random: () => 1, send: () => new Promise(() => undefined) });
  await expect(silent.publish(["a"], message("1"), 20)).rejects.toMatchObject({ code: "deadline_exceeded" });
});

test("what is refused for good fails at once, and too many that wait are refused", async () => {
  const { publish } = publisher({
    random: Math.random,
    send: () => Promise.reject(new Fault("unauthenticated", "who are you")),
  });
  await expect(publish(["a"], message("1"), 10_000)).rejects.toMatchObject({ code: "unauthenticated" });
  const stuck = publisher({ random: Math.random, send: () => new Promise(() => undefined) });
  const waiting = Array.from({ length: 20_004 }, () => stuck.publish(["a"], message("1"), 1_000));
  for (const each of waiting) each.catch(() => undefined);
  await expect(stuck.publish(["a"], message("1"), 1_000)).rejects.toMatchObject({ code: "resource_exhausted" });
  await expect(
    stuck.publish(
      Array.from({ length: 10_001 }, (_, at) => `c${at}`),
      message("1"),
      1_000,
    ),
  ).rejects.toMatchObject({ code: "invalid_argument" });
  await Promise.allSettled(waiting);
});
