import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { PassportService, Profile } from "../../../proto/gen/passport.contract.ts";
import { createClient } from "../../../sdk/client.ts";
import { scriptedEdge } from "./scripted-edge.ts";

const BASE = { baseUrl: "https://edge.test" };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
});
afterEach(() => {
  vi.useRealTimers();
});

const never = () => new Promise<never>(() => {});

describe("a deadline", () => {
  test("ends the call by itself when the server does not answer, and calls the request off", async () => {
    const edge = scriptedEdge(never);
    const client = createClient({ ...BASE, fetch: edge.fetch });
    const call = client.fetch("/a", { timeoutMs: 300 });
    const outcome = expect(call).rejects.toMatchObject({ code: "deadline_exceeded" });
    await vi.advanceTimersByTimeAsync(299);
    expect(edge.seen[0]?.signal.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    await outcome;
    expect(edge.seen[0]?.signal.aborted).toBe(true);
  });

  test("is each caller's own, in one batch too", async () => {
    const edge = scriptedEdge(never);
    const client = createClient({ ...BASE, fetch: edge.fetch });
    const short = client.fetch("/a", { timeoutMs: 100 });
    const long = client.fetch("/b", { timeoutMs: 200 });
    const outcomes = Promise.allSettled([short, long]);
    await vi.advanceTimersByTimeAsync(100);
    await expect(short).rejects.toMatchObject({ code: "deadline_exceeded" });
    expect(edge.seen[0]?.signal.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(100);
    await outcomes;
    expect(edge.seen[0]?.signal.aborted).toBe(true);
  });

  test("of a joined call is the longest of its callers' for the server", async () => {
    const edge = scriptedEdge(never);
    const client = createClient({ ...BASE, fetch: edge.fetch });
    const calls = [
      client.fetch("/a", { timeoutMs: 1000 }),
      client.fetch("/a", { timeoutMs: 5000 }),
      client.fetch("/b", { timeoutMs: 700_000 }),
    ];
    const outcomes = Promise.allSettled(calls);
    await vi.advanceTimersByTimeAsync(10);
    expect(edge.seen[0]?.items.map(({ timeoutMs }) => timeoutMs)).toEqual([5000, 60_000]);
    client.close();
    await outcomes;
  });

  test("of a call that others need is the longest of theirs, too", async () => {
    const edge = scriptedEdge(never);
    const client = createClient({ ...BASE, fetch: edge.fetch });
    const first = client.fetch("/a", { timeoutMs: 1000 });
    const second = client.fetch("/b", { timeoutMs: 3000, after: [first] });
    const outcomes = Promise.allSettled([first, second]);
    await vi.advanceTimersByTimeAsync(0);
    expect(edge.seen[0]?.items.map(({ timeoutMs }) => timeoutMs)).toEqual([3000, 3000]);
    await vi.advanceTimersByTimeAsync(3000);
    await outcomes;
    expect(edge.seen[0]?.signal.aborted).toBe(true);
  });

  test("goes to the server of an RPC call as what is left of it", async () => {
    const edge = scriptedEdge(() => ({ message: [Profile, { nickname: "Ada" }] }));
    const client = createClient({ ...BASE, fetch: edge.fetch });
    const call = client.rpc(PassportService).getProfile({}, { timeoutMs: 1500 });
    await vi.advanceTimersByTimeAsync(0);
    expect((await call).nickname).toBe("Ada");
    expect(edge.seen[0]?.headers.get("connect-timeout-ms")).toBe("1500");
  });

  test("is the client's, where the call has none", async () => {
    const edge = scriptedEdge(never);
    const client = createClient({ ...BASE, fetch: edge.fetch, timeoutMs: 50 });
    const outcome = expect(client.fetch("/a")).rejects.toThrow("GET /a took over 50 ms");
    await vi.advanceTimersByTimeAsync(50);
    await outcome;
  });

  test("covers the wait for the calls that it needs", async () => {
    const edge = scriptedEdge(never);
    const client = createClient({ ...BASE, fetch: edge.fetch });
    const slow = client.fetch("/slow", { timeoutMs: 5000 });
    await vi.advanceTimersByTimeAsync(1);
    const outcome = expect(client.fetch("/b", { after: [slow], timeoutMs: 100 })).rejects.toMatchObject({
      code: "deadline_exceeded",
    });
    await vi.advanceTimersByTimeAsync(100);
    await outcome;
    client.close();
  });

  test.each([0, -1, Number.NaN, 2 ** 31])("of %d ms is refused", (timeoutMs) => {
    expect(() => createClient(BASE).fetch("/a", { timeoutMs })).toThrow("timeoutMs");
    expect(() => createClient({ ...BASE, timeoutMs })).toThrow("timeoutMs");
  });
});

describe("an abort", () => {
  test("before the tick ends takes the call out of the request", async () => {
    const edge = scriptedEdge(({ url }) => ({ json: url }));
    const client = createClient({ ...BASE, fetch: edge.fetch });
    const controller = new AbortController();
    const gone = client.fetch("/gone", { signal: controller.signal });
    const outcome = expect(gone).rejects.toMatchObject({ code: "canceled", cause: "enough" });
    const kept = [client.fetch("/a"), client.fetch("/b")];
    controller.abort("enough");
    await outcome;
    await vi.advanceTimersByTimeAsync(0);
    await Promise.all(kept);
    expect(edge.seen[0]?.items.map(({ url }) => url)).toEqual(["/a", "/b"]);
  });

  test("that came before the call sends nothing", async () => {
    const edge = scriptedEdge(({ url }) => ({ json: url }));
    const client = createClient({ ...BASE, fetch: edge.fetch });
    await expect(client.fetch("/a", { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: "canceled" });
    await vi.advanceTimersByTimeAsync(10);
    expect(edge.seen).toHaveLength(0);
  });

  test("of one call in a batch leaves the others, and that of the last one ends the request", async () => {
    const edge = scriptedEdge(({ url }) => (url === "/fast" ? { json: 1 } : never()));
    const client = createClient({ ...BASE, fetch: edge.fetch });
    const controllers = [new AbortController(), new AbortController()];
    const slow = controllers.map(({ signal }, index) => client.fetch(`/slow/${index}`, { signal }));
    const outcomes = Promise.allSettled(slow);
    const fast = client.fetch("/fast");
    await vi.advanceTimersByTimeAsync(0);
    expect((await fast).json()).toBe(1);
    controllers[0]?.abort();
    await expect(slow[0]).rejects.toMatchObject({ code: "canceled" });
    expect(edge.seen[0]?.signal.aborted).toBe(false);
    controllers[1]?.abort();
    await outcomes;
    expect(edge.seen[0]?.signal.aborted).toBe(true);
  });

  test("close() calls everything off", async () => {
    const edge = scriptedEdge(never);
    const client = createClient({ ...BASE, fetch: edge.fetch });
    const outcomes = Promise.allSettled([client.fetch("/a"), client.fetch("/b"), client.fetch("/c", { urgent: true })]);
    await vi.advanceTimersByTimeAsync(0);
    client.close();
    const codes = (await outcomes).map((outcome) => outcome.status === "rejected" && outcome.reason.code);
    expect(codes).toEqual(["canceled", "canceled", "canceled"]);
    expect(edge.seen.map(({ signal }) => signal.aborted)).toEqual([true, true]);
  });
});
