/** Streams over HTTP, which die with their object and of which nobody says that they ended, in workerd. */
import { runDurableObjectAlarm } from "cloudflare:test";
import { afterEach, expect, test, vi } from "vitest";
import { OPEN_HEADER, randomText } from "../../../../proto/push/push.ts";
import { channelOf, publish, shardOf, tokenOf } from "./client.ts";

afterEach(() => {
  vi.useRealTimers();
});

const SHARD = "shard/main/0";

interface Stream {
  readonly session: string;
  /** Reads until it is there. */
  until(text: string): Promise<string>;
  say(data: string): Promise<number>;
}

async function stream(user: string, protocol = "centrifugo-stream"): Promise<Stream> {
  const first = JSON.stringify({ id: 1, connect: { token: await tokenOf({ sub: user }) } });
  const opening = {
    protocol,
    ip: "192.0.2.1",
    secret: randomText(18),
    request: {
      connection: randomText(12),
      shard: SHARD,
      url: `/connection/sse?cf_connect=${encodeURIComponent(first)}`,
      clearAuth: false,
      pingMs: 0,
    },
  };
  const headers = { [OPEN_HEADER]: JSON.stringify(opening) };
  const init = protocol === "centrifugo-stream" ? { method: "POST", body: first, headers } : { headers };
  const { body } = await shardOf(SHARD).fetch(new Request("https://shard/stream", init));
  const reader = (body as ReadableStream<Uint8Array>).getReader();
  const text = new TextDecoder();
  let got = "";
  async function until(wanted: string): Promise<string> {
    while (!got.includes(wanted)) {
      const { done, value } = await reader.read();
      if (done) break;
      got += text.decode(value, { stream: true });
    }
    return got;
  }
  const session = /"session":"([^"]+)"/.exec(await until('"session"'))?.[1] ?? "";
  return {
    session,
    until,
    async say(data) {
      const request = new Request("https://shard/emulate", { method: "POST", body: JSON.stringify({ session, data }) });
      return (await shardOf(SHARD).fetch(request)).status;
    },
  };
}

const laterBy = (ms: number) => vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + ms });

test.each(["centrifugo-stream", "centrifugo-sse"])(
  "%s: is pinged by the clock, and ended when nobody answers",
  async (protocol) => {
    const [lively, dead] = [await stream("lively", protocol), await stream("dead", protocol)];
    laterBy(26_000);
    await runDurableObjectAlarm(shardOf(SHARD));
    expect(await lively.until("{}")).toContain("{}");
    expect(await lively.say("{}")).toBe(204);
    laterBy(6_000);
    await runDurableObjectAlarm(shardOf(SHARD));
    expect(await dead.until("disconnect")).toContain('{"push":{"disconnect":{"code":3012,"reason":"no pong"}}}');
    expect(await dead.say("{}")).toBe(404);
    expect(await lively.say('{"id":2,"subscribe":{"channel":"streamed"}}')).toBe(204);
    await publish(channelOf("streamed"), "streamed", "still here");
    expect(await lively.until("still here")).toContain('"pub":{"data":"still here"');
    expect((await shardOf(SHARD).localPresence("user:dead", 10)).length).toBe(0);
  },
);

test("a reader that does not read is cut off before it fills the memory", async () => {
  const slow = await stream("slow");
  await slow.say('{"id":2,"subscribe":{"channel":"loud"}}');
  await slow.until('"id":2');
  for (let n = 0; n < 40; n++) {
    await publish(channelOf("loud"), "loud", "x".repeat(60_000));
    if ((await shardOf(SHARD).localPresence("user:slow", 10)).length === 0) break;
  }
  await expect.poll(async () => (await shardOf(SHARD).localPresence("user:slow", 10)).length).toBe(0);
  expect(await slow.until("disconnect")).toContain('"code":3008');
});
