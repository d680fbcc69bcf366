import { describe, expect, test } from "vitest";
import type { OutgoingRequest, SendPolicy } from "../../../../edge/upstream/upstream.ts";
import { NEVER_ABORTS, startDeadline } from "../../../../edge/upstream/upstream.ts";
import { type Answer, broken, faultOf, ok, requestTimes, statusAnswer, type World, world } from "./world.ts";

const TIMEOUT_MS = 10_000;

function launchOn(it: World, request: Partial<OutgoingRequest> = {}) {
  it.entry = { startedAtMs: 0 };
  const sent = { method: "GET", target: "/x", headers: new Headers(), body: null, ...request };
  return it.sendAtOnce("main", sent, TIMEOUT_MS, it.entry);
}

function launched(it: World) {
  const launch = launchOn(it);
  if (launch === undefined) throw new Error("it was not sent");
  return launch;
}

function policyOf(it: World, attempts = 2): SendPolicy {
  return { timeoutMs: TIMEOUT_MS, attempts, idempotent: true, signal: NEVER_ABORTS, entry: it.entry };
}

function inTurn(...answers: Answer[]): Answer {
  let turn = 0;
  return (url, init) => (answers[turn++] ?? ok)(url, init);
}

test("a request to the only node is sent at once, as it is, with its time", async () => {
  let seen: [string, RequestInit] | undefined;
  const it = world("a", (url, init) => {
    seen = [url, init];
    return ok();
  });
  const headers = new Headers({ "x-a": "1" });
  expect(it.sendsAtOnce("main")).toBe(true);
  const launch = launchOn(it, { target: "/p%2F?q=%FF", headers });
  expect(launch?.takes((await launch.fetched).status)).toBe(true);
  expect(seen).toEqual([
    "http://a/p%2F?q=%FF",
    { method: "GET", headers, body: null, redirect: "manual", encodeResponseBody: "manual" },
  ]);
  expect(headers.get("fairway-timeout-ms")).toBe("10000");
  expect(it.entry).toMatchObject({ upstream: "main", address: "http://a", attempts: 1 });
  expect(it.state("main").inFlight).toBe(0);
});

describe("nothing is sent, and nothing counted, where", () => {
  test("there is a choice", () => {
    const it = world("ab", ok);
    expect(it.sendsAtOnce("main")).toBe(false);
    expect(launchOn(it)).toBeUndefined();
    expect(it.asked).toEqual([]);
    expect(it.state("main").inFlight).toBe(0);
  });

  test("the breaker holds requests back", async () => {
    const it = world("a", statusAnswer(503));
    it.random = () => 0.99;
    await requestTimes(200, it, { attempts: 1 });
    it.asked.length = 0;
    expect(it.sendsAtOnce("main")).toBe(false);
    expect(launchOn(it)).toBeUndefined();
    expect(it.asked).toEqual([]);
  });
});

describe("what goes wrong goes on as any other request", () => {
  test.each([502, 503, 504])("a %i is asked for again", async (status) => {
    const it = world("a", inTurn(statusAnswer(status), ok));
    const launch = launched(it);
    expect(launch.takes((await launch.fetched).status)).toBe(false);
    const reply = await launch.rest(policyOf(it), startDeadline(TIMEOUT_MS));
    expect([reply.status, it.asked, it.entry.attempts]).toEqual([200, ["a", "a"], 2]);
    expect(it.state("main").inFlight).toBe(0);
  });

  test("and is the answer where it may be sent once only", async () => {
    const it = world("a", statusAnswer(503));
    const launch = launched(it);
    expect(launch.takes((await launch.fetched).status)).toBe(false);
    const reply = await launch.rest(policyOf(it, 1), startDeadline(TIMEOUT_MS));
    expect([reply.status, it.asked]).toEqual([503, ["a"]]);
    expect(it.state("main").inFlight).toBe(0);
  });

  test("a node that cannot be reached is tried again, and its fault said where it still cannot", async () => {
    const it = world("a", inTurn(broken, ok));
    expect((await launched(it).rest(policyOf(it), startDeadline(TIMEOUT_MS))).status).toBe(200);
    const dead = world("a", broken);
    const fault = await faultOf(launched(dead).rest(policyOf(dead), startDeadline(TIMEOUT_MS)));
    expect(fault).toMatchObject({ code: "unavailable", message: "the upstream cannot be reached" });
    expect(dead.asked).toEqual(["a", "a"]);
    expect(dead.state("main").inFlight).toBe(0);
  });

  test("a slow one is waited for until its deadline, by the words of the whole time", async () => {
    const it = world("a", () => new Promise(() => undefined));
    const fault = await faultOf(launched(it).rest(policyOf(it), startDeadline(5, TIMEOUT_MS)));
    expect(fault).toMatchObject({
      code: "deadline_exceeded",
      message: `the upstream did not answer within ${TIMEOUT_MS} ms`,
    });
    expect(it.state("main").inFlight).toBe(0);
  });
});
