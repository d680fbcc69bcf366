/**
 * The servers of a round, each a process of its own, and what is done to them: the edge on workerd with its objects on disk, an origin with the
 * passport, and the TCP gateway. Their ports are new after each restart; ways that stay the same lead to them.
 * @module
 */
import { type ChildProcess, fork } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { join, resolve } from "node:path";
import { SignJWT } from "jose";
import type { SeededRandom } from "../../bench/ids/random.ts";
import { edgePush, type Push } from "../../origin/push/push.ts";
import { type OriginProcess, startOrigin } from "../../scripts/origin.ts";
import { startEdge } from "../../scripts/serve.ts";
import type { Workerd } from "../../scripts/workerd.ts";
import { HISTORY_SIZES, type WorldEvent } from "./schedule.ts";
import { pause } from "./subscriber.ts";
import { Wire } from "./wire.ts";

const GATEWAY = resolve(import.meta.dirname, "../../origin/push-tcp/main.ts");
const PASSPORT = "/fairway.passport.v1.PassportService";
const PUSH = "/fairway.push.v1.PushService";
const DAY_SECONDS = 86_400;
/** Longer than all jumps of the clock together. */
const TOKEN_TTL = "30d";
const SHARDS = 2;
const CALL_MS_MAX = 10_000;
/** For what is part of the schedule, and never given up. */
export const ORDER_MS_MAX = 60_000;
const START_MS_MAX = 20_000;
/** So that a URL does not become too long. */
const NAMES_MAX = 100;
/** Between an end and the next start, in which the others meet a closed door. */
const AWAY_MS_MAX = 300;

export interface WorldOptions {
  readonly folder: string;
  /** The bundle of test/workers/push/chaos-edge.ts. */
  readonly module: string;
  readonly random: SeededRandom;
}

/** How often each thing was done. */
export type EventCounts = Record<WorldEvent["what"], number>;

export class World {
  readonly publisherToken = randomBytes(24).toString("base64url");
  readonly counts: EventCounts & { objects: number } = {
    "kill-edge": 0,
    "kill-gateway": 0,
    "kill-origin": 0,
    evict: 0,
    abort: 0,
    clock: 0,
    shards: 0,
    objects: 0,
  };
  readonly #options: WorldOptions;
  readonly #tokenKey = randomBytes(32);
  readonly #operator = randomBytes(24).toString("base64url");
  readonly #identityKey = randomBytes(32).toString("base64");
  readonly #originEnv: Readonly<Record<string, string>>;
  #service: Push | undefined;
  #edge: Workerd | undefined;
  #origin: OriginProcess | undefined;
  #gateway: { readonly process: ChildProcess; readonly port: number } | undefined;
  #edgeWay: Wire | undefined;
  #originWay: Wire | undefined;
  #offsetMs = 0;
  #shards = SHARDS;
  /** The edge ends by itself then. */
  readonly #killAtExit = () => {
    this.#gateway?.process.kill("SIGKILL");
    if (this.#origin !== undefined) process.kill(this.#origin.pid, "SIGKILL");
  };
  /** Events of one server wait for one another. */
  #tail: Promise<unknown> = Promise.resolve();

  constructor(options: WorldOptions) {
    this.#options = options;
    this.#originEnv = {
      SQLITE_PATH: join(options.folder, "origin.sqlite"),
      IDENTITY_KEY: this.#identityKey,
      KEY_ENCRYPTION_KEY: randomBytes(32).toString("base64"),
      WORKER_ID: "0",
      DRAIN_GRACE_MS: "0",
    };
  }

  async start(): Promise<void> {
    process.once("exit", this.#killAtExit);
    this.#originWay = await Wire.open(() => portOf(this.#origin?.url));
    this.#edgeWay = await Wire.open(() => this.edgePort());
    this.#service = edgePush({ edgeUrl: `http://127.0.0.1:${this.#edgeWay.port}`, token: this.publisherToken });
    const started = await Promise.allSettled([this.#startOrigin(), this.#startEdge()]);
    for (const each of started) if (each.status === "rejected") throw each.reason;
    await this.#startGateway();
  }

  async stop(): Promise<void> {
    await this.#tail;
    await this.#service?.close();
    await Promise.all([this.#edge?.kill(), this.#origin?.kill(), this.#killGateway()]);
    await Promise.all([this.#edgeWay?.close(), this.#originWay?.close()]);
    process.off("exit", this.#killAtExit);
  }

  /** What services of the origin publish with. */
  get service(): Push {
    if (this.#service === undefined) throw new Error("the servers have not been started");
    return this.#service;
  }

  /** Undefined while it is away. */
  edgePort(): number | undefined {
    return portOf(this.#edge?.url);
  }

  gatewayPort(): number | undefined {
    return this.#gateway?.port;
  }

  /** Settles when what was done is done, and what was killed is back. */
  async act(event: WorldEvent, channels: readonly string[]): Promise<void> {
    const acted = this.#tail.then(() => this.#act(event, channels));
    this.#tail = acted.catch(() => {});
    await acted;
  }

  async token(claims: Readonly<Record<string, unknown>>): Promise<string> {
    return await new SignJWT(claims)
      .setProtectedHeader({ alg: "HS256" })
      .setExpirationTime(TOKEN_TTL)
      .sign(this.#tokenKey);
  }

  /** At the passport, through the edge. @throws Error while one of them is away */
  async signIn(deviceId: string, msMax = CALL_MS_MAX): Promise<{ readonly uid: string; readonly accessToken: string }> {
    const { status, body } = await this.call(`${PASSPORT}/SignInGuest`, { json: { deviceId }, msMax });
    const { uid, accessToken } = body as { uid?: string; accessToken?: string };
    if (uid === undefined || accessToken === undefined) throw new Error(`signing in is answered with ${status}`);
    return { uid, accessToken };
  }

  async rpc(method: string, json: object, msMax = CALL_MS_MAX): Promise<Answer> {
    return await this.call(`${PUSH}/${method}`, { json, token: this.publisherToken, msMax });
  }

  /** Undefined where there was no good answer. */
  async get(path: string): Promise<unknown> {
    try {
      const { status, body } = await this.call(path, {});
      return status === 200 ? body : undefined;
    } catch {
      return undefined;
    }
  }

  /** @throws Error where nobody answers */
  async call(path: string, { json, text, token, msMax = CALL_MS_MAX }: Call): Promise<Answer> {
    const port = this.edgePort();
    if (port === undefined) throw new Error("the edge is away");
    const body = json === undefined ? text : JSON.stringify(json);
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method: body === undefined ? "GET" : "POST",
      headers: {
        // The machine has other things to do than to compress for itself.
        "accept-encoding": "identity",
        ...(json !== undefined && { "content-type": "application/json" }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      ...(body !== undefined && { body }),
      signal: AbortSignal.timeout(msMax),
    });
    const answer = await response.text();
    return { status: response.status, body: answer.startsWith("{") ? (JSON.parse(answer) as unknown) : answer };
  }

  /** As an NTP daemon does in the end. */
  async setClockRight(): Promise<void> {
    if (this.#offsetMs !== 0) await this.act({ what: "clock", offsetMs: 0, atMs: 0 }, []);
  }

  async #act(event: WorldEvent, channels: readonly string[]): Promise<void> {
    const { random } = this.#options;
    this.counts[event.what]++;
    switch (event.what) {
      case "kill-edge": {
        const killed = this.#edge;
        this.#edge = undefined;
        await killed?.kill();
        await pause(random.whole(0, AWAY_MS_MAX));
        return await this.#startEdge();
      }
      case "kill-gateway":
        await this.#killGateway();
        await pause(random.whole(0, AWAY_MS_MAX));
        return await this.#startGateway();
      case "kill-origin": {
        const killed = this.#origin;
        this.#origin = undefined;
        await killed?.kill();
        await pause(random.whole(0, AWAY_MS_MAX));
        return await this.#startOrigin();
      }
      case "evict":
        await this.#objects("evict", "PUSH_SHARD", this.#shardNames());
        return await this.#objects("evict", "PUSH_CHANNEL", channels);
      case "abort": {
        const names = this.#shardNames();
        const at = Math.floor(event.share * names.length);
        await this.#objects("abort", "PUSH_SHARD", names.slice(at, at + 1));
        return await this.#objects("abort", "PUSH_CHANNEL", channels);
      }
      case "clock":
        this.#offsetMs = event.offsetMs;
        await this.call(`/test/clock?offset=${event.offsetMs}`, { msMax: ORDER_MS_MAX });
        return;
      case "shards":
        this.#shards += event.add;
        await this.call(`${PUSH}/AddShards`, {
          json: { shards: this.#shards },
          token: this.#operator,
          msMax: ORDER_MS_MAX,
        });
    }
  }

  #shardNames(): string[] {
    return Array.from({ length: this.#shards }, (_, n) => `shard/main/${n}`);
  }

  async #objects(what: "evict" | "abort", objects: string, names: readonly string[]): Promise<void> {
    for (let at = 0; at < names.length; at += NAMES_MAX) {
      const query = new URLSearchParams({ class: objects });
      for (const name of names.slice(at, at + NAMES_MAX)) query.append("name", name);
      const { body } = await this.call(`/test/${what}?${query}`, { msMax: ORDER_MS_MAX });
      this.counts.objects += (body as { objects: number }).objects;
    }
  }

  async #startEdge(): Promise<void> {
    const origin = `http://127.0.0.1:${this.#originWay?.port}`;
    const kept = { historyTtlSeconds: DAY_SECONDS };
    this.#edge = await startEdge({
      port: 0,
      module: this.#options.module,
      routes: JSON.stringify({ upstreams: { origin: { urls: [origin] } }, routes: [] }),
      bindings: {
        IDENTITY_KEY: this.#identityKey,
        OPS_TOKEN: this.#operator,
        PROTOCOLS: JSON.stringify({ push: true, goim: true, gopush: true, centrifugo: true }),
        PUSH_TOKENS: `chaos=${this.publisherToken}`,
        PUSH_TOKEN_KEY: this.#tokenKey.toString("base64"),
        PUSH: JSON.stringify({
          shards: SHARDS,
          namespaces: {
            room: { historySize: HISTORY_SIZES.room, ...kept },
            all: { historySize: HISTORY_SIZES.room, ...kept },
            deep: { historySize: HISTORY_SIZES.deep, publish: "subscriber", ...kept },
            brief: { historySize: HISTORY_SIZES.brief, ...kept },
            sealed: { historySize: HISTORY_SIZES.sealed, subscribe: "token", ...kept },
          },
        }),
        CHAOS_CLOCK_OFFSET_MS: String(this.#offsetMs),
      },
      compatibilityFlags: ["unsafe_module"],
      args: ["--experimental"],
      objectsFolder: join(this.#options.folder, "objects"),
      stdout: "ignore",
      stderr: "ignore",
    });
  }

  async #startOrigin(): Promise<void> {
    this.#origin = await startOrigin(this.#originEnv);
  }

  async #startGateway(): Promise<void> {
    const env = {
      ...process.env,
      EDGE_URL: `http://127.0.0.1:${this.#edgeWay?.port}`,
      PORT: "0",
      CONNECTIONS_MAX: "1000",
    };
    const child = fork(GATEWAY, { env, stdio: ["ignore", "ignore", "ignore", "ipc"] });
    const [message] = (await once(child, "message", { signal: AbortSignal.timeout(START_MS_MAX) })) as [
      { listening: number },
    ];
    this.#gateway = { process: child, port: message.listening };
  }

  async #killGateway(): Promise<void> {
    const killed = this.#gateway?.process;
    this.#gateway = undefined;
    if (killed === undefined || killed.exitCode !== null || killed.signalCode !== null) return;
    const gone = once(killed, "exit");
    killed.kill("SIGKILL");
    await gone;
  }
}

interface Call {
  readonly json?: object;
  readonly text?: string;
  readonly token?: string;
  readonly msMax?: number;
}

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

function portOf(url: string | undefined): number | undefined {
  return url === undefined ? undefined : Number(new URL(url).port);
}
