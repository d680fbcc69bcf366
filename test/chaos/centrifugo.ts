/**
 * A subscriber that speaks Centrifugo's JSON, as its clients do: it keeps a position for each channel, asks for what came after when it comes back,
 * and drops what it has. Its own stream comes with the connection; a listener's channels too, because its token names them, and it never says more
 * than who it is.
 * @module
 */
import type { Given, Position } from "./log.ts";
import { type Payload, Subscriber } from "./subscriber.ts";

interface Publication {
  readonly data: Payload;
  readonly offset: number;
}

interface SubscribeResult extends Position {
  readonly recovered?: boolean;
  readonly was_recovering?: boolean;
  readonly publications?: readonly Publication[];
}

interface Reply {
  readonly id?: number;
  readonly error?: { readonly code: number; readonly message: string };
  readonly connect?: { readonly subs?: Readonly<Record<string, SubscribeResult>> };
  readonly subscribe?: SubscribeResult;
  readonly push?: {
    readonly channel: string;
    readonly pub?: Publication;
    readonly unsubscribe?: { readonly code: number };
    readonly disconnect?: { readonly code: number };
  };
}

type Pending =
  | { readonly what: "connect" | "probe" }
  | { readonly what: "subscribe"; readonly channel: string; readonly since: Position | undefined }
  | { readonly what: "unsubscribe"; readonly channel: string }
  | { readonly what: "publish"; readonly settle: (why: string | undefined) => void };

/** The server could not; the same may be asked again. */
const ERROR_INTERNAL = 100;
const ERROR_TOO_MANY_REQUESTS = 111;
const INVALID_TOKEN = 3_500;
const STALE = 3_502;
const AGAIN_MS = 100;
/** Of a connection that may be dead without a word. */
const ANSWER_MS_MAX = 5_000;

export class CentrifugoSubscriber extends Subscriber {
  readonly #wanted = new Set(this.deps.plan.channels);
  readonly #own = `user:${this.deps.plan.user}`;
  /** Kept beyond a connection. */
  readonly #positions = new Map<string, Position>();
  readonly #pending = new Map<number, Pending>();
  readonly #denied = new Set<string>();
  #lastId = 0;

  join(channel: string): void {
    this.#wanted.add(channel);
    if (this.isReady && !this.channels.includes(channel)) void this.#subscribe(channel);
  }

  leave(channel: string): void {
    this.#wanted.delete(channel);
    if (!this.isReady || !this.channels.includes(channel) || this.#isAsked("unsubscribe", channel)) return;
    this.#command({ what: "unsubscribe", channel }, { unsubscribe: { channel } });
  }

  /** By one that is ready. @returns why it is not known to be taken; undefined where it was acknowledged */
  publish(channel: string, data: string): Promise<string | undefined> {
    return new Promise((settle) => {
      setTimeout(settle, ANSWER_MS_MAX, "there was no answer");
      this.#command({ what: "publish", settle }, { publish: { channel, data: JSON.parse(data) } });
    });
  }

  protected override path(): string {
    const { isAtHome, user, transport } = this.deps.plan;
    return `/connection/${transport}${isAtHome ? `?home=${user}` : ""}`;
  }

  protected override hello(token: string): void {
    const byServer = [this.#own, ...(this.deps.plan.isListener ? this.#wanted : [])];
    const known = byServer.flatMap((channel) => {
      const since = this.#cursor(channel);
      return since === undefined ? [] : [[channel, { recover: true, ...since }]];
    });
    const subs = known.length === 0 ? {} : { subs: Object.fromEntries(known) };
    this.#command({ what: "connect" }, { connect: { token, ...subs } });
  }

  protected override received(data: string | Buffer): void {
    for (const line of data.toString().split("\n")) if (line !== "") this.#reply(JSON.parse(line) as Reply);
  }

  protected override reset(): void {
    for (const pending of this.#pending.values()) {
      if (pending.what === "publish") pending.settle("its connection was lost");
    }
    this.#pending.clear();
  }

  /** Whatever the answer is, it is a sign of life. */
  protected override ask(): void {
    this.#command({ what: "probe" }, { presence: { channel: this.#own } });
  }

  /** https://centrifugal.dev/docs/server/codes */
  protected override isFinal(code: number): boolean {
    // It said who it is at once. On a machine that stands still for seconds that is too late, and no fault of either.
    if (code === STALE) return false;
    // To the edge's clock the passport's token may be of the future, or over. An app signs in again.
    if (code === INVALID_TOKEN && this.deps.plan.isGuest) return false;
    return (code >= 3_500 && code < 4_000) || (code >= 4_500 && code < 5_000);
  }

  #command(pending: Pending, command: object): void {
    const id = ++this.#lastId;
    this.#pending.set(id, pending);
    this.line?.send(JSON.stringify({ id, ...command }));
  }

  async #subscribe(channel: string): Promise<void> {
    const { connection } = this;
    const since = this.#cursor(channel);
    const token = channel.startsWith("sealed:") ? { token: await this.deps.channelToken(channel) } : {};
    if (connection !== this.connection || this.line === undefined || this.#isAsked("subscribe", channel)) return;
    const recover = since === undefined ? {} : { recover: true, ...since };
    this.#command({ what: "subscribe", channel, since }, { subscribe: { channel, ...token, ...recover } });
  }

  /** And not answered yet. */
  #isAsked(what: "subscribe" | "unsubscribe", channel: string): boolean {
    return [...this.#pending.values()].some((each) => each.what === what && each.channel === channel);
  }

  /** It may lie back a little: not each was stored before the client went. */
  #cursor(channel: string): Position | undefined {
    const position = this.#positions.get(channel);
    return position && { ...position, offset: Math.max(0, position.offset - this.deps.plan.cursorLag) };
  }

  #reply(reply: Reply): void {
    const { id, push, error } = reply;
    if (push !== undefined) this.#pushed(push);
    else if (id === undefined) this.line?.send("{}");
    else {
      const pending = this.#pending.get(id);
      this.#pending.delete(id);
      if (pending !== undefined && error !== undefined) this.#failed(pending, error);
      else if (pending !== undefined) this.#answered(pending, reply);
    }
  }

  #answered(pending: Pending, { connect, subscribe }: Reply): void {
    if (pending.what === "connect") this.#connected(connect?.subs ?? {});
    else if (pending.what === "unsubscribe") this.#unsubscribed(pending.channel);
    else if (pending.what === "publish") pending.settle(undefined);
    else if (pending.what === "subscribe" && subscribe !== undefined) {
      this.#begin(pending.channel, subscribe, pending.since);
      this.#look();
    }
  }

  /** It may want it again meanwhile. */
  #unsubscribed(channel: string): void {
    this.left(channel);
    if (this.#wanted.has(channel)) void this.#subscribe(channel);
  }

  #connected(subs: Readonly<Record<string, SubscribeResult>>): void {
    for (const [channel, result] of Object.entries(subs)) this.#begin(channel, result, this.#cursor(channel));
    if (!this.deps.plan.isListener) for (const channel of this.#wanted) void this.#subscribe(channel);
    this.#look();
  }

  #failed(pending: Pending, { code, message }: { code: number; message: string }): void {
    if (pending.what === "publish") pending.settle(`${code} ${message}`);
    // What follows on a failed connect is a close, whose code says whether to come back.
    if (pending.what !== "subscribe") return;
    const { channel } = pending;
    if (code === ERROR_INTERNAL || code === ERROR_TOO_MANY_REQUESTS) {
      const { connection } = this;
      setTimeout(() => {
        if (connection === this.connection && this.#wanted.has(channel)) void this.#subscribe(channel);
      }, AGAIN_MS);
    } else if (this.deps.plan.facts.isIntruder) {
      this.#denied.add(channel);
      this.#look();
    } else this.turnAway(`${channel}: ${code} ${message}`);
  }

  #begin(channel: string, result: SubscribeResult, since: Position | undefined): void {
    const { epoch, offset, recovered, publications = [] } = result;
    const given = publications.map((each): Given => ({ id: each.data.id, offset: each.offset }));
    // The answer says where the publications begin that come with it.
    const position = { epoch, offset: publications.at(-1)?.offset ?? offset };
    this.subscribed({
      channel,
      position,
      publications: given,
      ...(since !== undefined && { since }),
      ...(recovered !== undefined && { recovered }),
    });
    for (const { data, offset: at } of publications) this.#take(channel, { epoch, offset: at }, data);
    this.#positions.set(channel, position);
    if (!this.#wanted.has(channel) && channel !== this.#own) this.leave(channel);
  }

  #pushed({ channel, pub, unsubscribe }: NonNullable<Reply["push"]>): void {
    if (pub !== undefined) {
      const { epoch = "" } = this.#positions.get(channel) ?? {};
      this.got(channel, pub.data.id, { offset: pub.offset });
      this.#take(channel, { epoch, offset: pub.offset }, pub.data);
    } else if (unsubscribe !== undefined) {
      this.left(channel, unsubscribe.code);
      // What the server subscribed it to it cannot ask for.
      if (channel === this.#own || this.deps.plan.isListener) this.line?.drop();
      else if (this.#wanted.has(channel)) void this.#subscribe(channel);
    }
  }

  #take(channel: string, position: Position, { id }: Payload): void {
    const last = this.#positions.get(channel);
    if (last !== undefined && last.epoch === position.epoch && position.offset <= last.offset) return;
    this.#positions.set(channel, position);
    this.take(channel, id, position.offset);
  }

  /** Whether all is there. */
  #look(): void {
    const isAll = [...this.#wanted].every((channel) => this.channels.includes(channel) || this.#denied.has(channel));
    if (isAll && this.channels.includes(this.#own)) this.ready();
  }
}
