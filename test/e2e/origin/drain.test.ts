import { Agent, request } from "node:http";
import { expect, onTestFinished, test } from "vitest";
import { bearer, deviceId, freshEnv, originWith, passportAt, statusOf } from "./process.ts";

const CLIENTS = 24;
const PROFILE = "/fairway.passport.v1.PassportService/GetProfile";

/** What a balancer does: asks for readiness, and sends requests to whoever is ready. */
class Balancer {
  readonly #urls: readonly string[];
  readonly #ready = new Set<string>();
  readonly #poll: NodeJS.Timeout;

  constructor(urls: readonly string[]) {
    this.#urls = urls;
    for (const url of urls) this.#ready.add(url);
    this.#poll = setInterval(() => {
      for (const url of this.#urls) void this.#ask(url);
    }, 20);
  }

  choose(turn: number): string {
    const ready = [...this.#ready];
    return ready[turn % ready.length] ?? "";
  }

  close(): void {
    clearInterval(this.#poll);
  }

  async #ask(url: string): Promise<void> {
    const status = await statusOf(`${url}/readyz`).catch(() => 0);
    if (status === 200) this.#ready.add(url);
    else this.#ready.delete(url);
  }
}

function post(agent: Agent, url: string, authorization: string): Promise<number> {
  return new Promise((settle, fail) => {
    const headers = { "content-type": "application/json", "content-length": "2", authorization };
    const outgoing = request(new URL(PROFILE, url), { method: "POST", agent, headers }, (reply) => {
      reply.resume();
      reply.on("end", () => settle(reply.statusCode ?? 0));
      reply.on("error", fail);
    });
    outgoing.on("error", fail);
    outgoing.end("{}");
  });
}

test("SIGTERM under load loses no request: one instance is replaced by another while all clients go on", async () => {
  const env = await freshEnv({ DRAIN_GRACE_MS: "400" });
  const first = await originWith({ ...env, WORKER_ID: "1" });
  const second = await originWith({ ...env, WORKER_ID: "2" });
  const { accessToken } = await passportAt([second.url]).signInGuest({ deviceId: deviceId() });
  const { authorization } = bearer(accessToken).headers;
  const balancer = new Balancer([first.url, second.url]);
  onTestFinished(() => balancer.close());

  const outcomes = new Map<string, number>();
  const count = (outcome: string): void => void outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  const served = new Map<string, number>();
  let over = false;
  const clients = Array.from({ length: CLIENTS }, async (_, client) => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    for (let turn = client; !over; turn++) {
      const url = balancer.choose(turn);
      try {
        count(String(await post(agent, url, authorization)));
        served.set(url, (served.get(url) ?? 0) + 1);
      } catch (error) {
        count(String((error as NodeJS.ErrnoException).code));
      }
    }
    agent.destroy();
  });

  await expect.poll(() => served.get(first.url) ?? 0).toBeGreaterThan(100);
  expect(await first.stop()).toBe(0);
  const before = served.get(second.url) ?? 0;
  await expect.poll(() => (served.get(second.url) ?? 0) - before).toBeGreaterThan(200);
  over = true;
  await Promise.all(clients);
  expect([...outcomes.keys()]).toEqual(["200"]);
  expect(first.log().map((line) => JSON.parse(line))).not.toContainEqual(
    expect.objectContaining({ message: "calls were aborted because they took too long to finish" }),
  );
});
