/**
 * A subscriber that speaks gopush, over WebSocket or through the TCP gateway. It subscribes first, then reads what it missed by a call, and drops
 * what it has by `mid`.
 * @module
 */
import { PRIVATE_GROUP } from "../../proto/push/push.ts";
import type { Given } from "./log.ts";
import { type Payload, pause, Subscriber } from "./subscriber.ts";

interface Message {
  readonly msg: Payload;
  readonly mid: number;
  readonly gid: number;
}

const HEARTBEAT_SECONDS = 60;
const AGAIN_MS = 100;

export class GopushSubscriber extends Subscriber {
  /** `mid` of the last that it took. Kept beyond a connection. */
  #last = 0;
  /** What comes before all that was missed is here; undefined afterwards. */
  #early: Given[] | undefined;
  #bytes: Buffer = Buffer.alloc(0);

  protected override path(token: string): string {
    const { isAtHome, user, key } = this.deps.plan;
    const query = { key: this.#key, heartbeat: String(HEARTBEAT_SECONDS), token, ver: "1.0" };
    return `/sub?${new URLSearchParams({ ...query, ...(isAtHome && { home: user || key }) })}`;
  }

  get #key(): string {
    const { user, key } = this.deps.plan;
    return key === "" ? `user:${user}` : key;
  }

  get #reads(): string {
    return this.deps.plan.facts.reads?.[0] ?? "";
  }

  protected override hello(token: string): void {
    if (this.deps.plan.transport === "tcp") this.line?.send(resp("sub", this.#key, String(HEARTBEAT_SECONDS), token));
  }

  protected override received(data: string | Buffer): void {
    if (this.deps.plan.transport === "tcp") this.#stream(data);
    else this.#part(data.toString());
  }

  #stream(data: string | Buffer): void {
    const bytes = typeof data === "string" ? Buffer.from(data) : data;
    this.#bytes = this.#bytes.length === 0 ? bytes : Buffer.concat([this.#bytes, bytes]);
    for (;;) {
      const end = this.#bytes.indexOf("\r\n") + 2;
      if (end < 2) return;
      const line = this.#bytes.toString("utf8", 0, end);
      const length = line.startsWith("$") ? Number(line.slice(1, -2)) + 2 : 0;
      if (this.#bytes.length < end + length) return;
      const part = length === 0 ? line : this.#bytes.toString("utf8", end, end + length - 2);
      this.#bytes = this.#bytes.subarray(end + length);
      this.#part(part);
    }
  }

  protected override reset(): void {
    this.#bytes = Buffer.alloc(0);
    this.#early = undefined;
  }

  protected override ask(): void {
    this.line?.send("h");
  }

  /** What it is told comes before, as text. */
  protected override isFinal(): boolean {
    return false;
  }

  #part(part: string): void {
    if (part.startsWith("{")) this.#message(JSON.parse(part) as Message);
    else if (part === "+h\r\n" && !this.isReady && this.#early === undefined) void this.#connected();
    else if (part.startsWith("-") && part !== "-n\r\n") this.turnAway(`told ${part.trim()}`);
  }

  #message({ msg: { id, channel }, mid, gid }: Message): void {
    this.got(channel, id, { offset: mid });
    if (gid !== PRIVATE_GROUP) this.take(channel, id, mid);
    else if (this.#early === undefined) this.#take({ id, offset: mid });
    else this.#early.push({ id, offset: mid });
  }

  async #connected(): Promise<void> {
    const { connection } = this;
    for (const channel of [this.#reads, "all"]) this.subscribed({ channel });
    this.#early = [];
    const missed = await this.#missed(connection);
    if (connection !== this.connection || this.#early === undefined) return;
    const early = this.#early;
    this.#early = undefined;
    for (const given of [...missed, ...early]) this.#take(given);
    this.ready();
  }

  async #missed(connection: number): Promise<readonly Given[]> {
    const { deps } = this;
    const { cursorLag } = deps.plan;
    const query = new URLSearchParams({ k: this.#key, token: await deps.token() });
    query.set("m", String(Math.max(0, this.#last - cursorLag)));
    while (connection === this.connection && this.line !== undefined) {
      const answer = (await deps.get(`/1/msg/get?${query}`)) as { ret: number; data?: { msgs: Message[] } } | undefined;
      if (answer?.ret === 0) {
        const given = (answer.data?.msgs ?? []).map(({ msg, mid }): Given => ({ id: msg.id, offset: mid }));
        deps.log.add({ kind: "read", who: this.name, channel: this.#reads, given });
        return given;
      }
      await pause(AGAIN_MS);
    }
    return [];
  }

  #take({ id, offset = 0 }: Given): void {
    if (offset <= this.#last) return;
    this.#last = offset;
    this.take(this.#reads, id, offset);
  }
}

function resp(...args: readonly string[]): string {
  return `*${args.length}\r\n${args.map((arg) => `$${Buffer.byteLength(arg)}\r\n${arg}\r\n`).join("")}`;
}
