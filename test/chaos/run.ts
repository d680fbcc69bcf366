/**
 * One schedule while it runs: its subscribers on their ways, its publishers, its log.
 * @module
 */
import { seededRandom } from "../../bench/ids/random.ts";
import { App } from "./app.ts";
import { CentrifugoSubscriber } from "./centrifugo.ts";
import { GoimSubscriber } from "./goim.ts";
import { GopushSubscriber } from "./gopush.ts";
import { type Case, type ChannelFacts, Log } from "./log.ts";
import { type Message, positionOf, publish } from "./publisher.ts";
import type { Schedule, Step, SubscriberPlan } from "./schedule.ts";
import { HISTORY_SIZES } from "./schedule.ts";
import { type Client, type Payload, pause, type SubscriberDeps } from "./subscriber.ts";
import { Wire } from "./wire.ts";
import { ORDER_MS_MAX, type World } from "./world.ts";

/** All are connected again by then, on a machine that is busy with other things. */
const HEAL_MS_MAX = 40_000;
/** And have got the last message of each channel. */
const LAST_MS_MAX = 20_000;
const LOOK_MS = 25;
const HISTORY_PAGE = 1_000;
const ALL: ChannelFacts = { name: "all", historySize: HISTORY_SIZES.room };

interface Member {
  readonly plan: SubscriberPlan;
  readonly subscriber: Client;
  readonly wire: Wire;
}

export class Run {
  readonly log = new Log(() => performance.now());
  readonly schedule: Schedule;
  readonly #world: World;
  readonly #device: string;
  #members: readonly Member[] = [];
  #lastId = 0;

  /** @param device with which the schedule's guest signs in */
  constructor(schedule: Schedule, world: World, device: string) {
    this.schedule = schedule;
    this.#world = world;
    this.#device = device;
  }

  /** Settles when all are connected. */
  async start(): Promise<void> {
    const members = this.schedule.subscribers.map(async (plan, at): Promise<Member> => {
      const isTcp = plan.transport === "tcp";
      const wire = await Wire.open(() => (isTcp ? this.#world.gatewayPort() : this.#world.edgePort()));
      const subscriber = subscriberOf({
        plan,
        wire,
        log: this.log,
        token: () => this.#tokenOf(plan),
        channelToken: (channel) =>
          this.#world.token({ sub: plan.facts.isIntruder ? this.#victim : plan.user, channel }),
        get: (path) => this.#world.get(path),
        random: seededRandom(this.schedule.seed + at),
      });
      return { plan, wire, subscriber };
    });
    this.#members = await Promise.all(members);
    for (const { subscriber } of this.#members) subscriber.start();
    await this.#until(HEAL_MS_MAX, () =>
      this.#members.every(({ subscriber }) => subscriber.isReady || subscriber.isGone),
    );
  }

  async stop(): Promise<void> {
    await Promise.all(
      this.#members.map(async ({ subscriber, wire }) => {
        const stopped = subscriber.stop();
        await wire.close();
        await stopped;
      }),
    );
  }

  /** Settles when all steps are done, and every publisher knows or has given up. */
  async phase(at: number): Promise<void> {
    const startedMs = performance.now();
    const publishing: Promise<void>[] = [];
    for (const step of this.schedule.phases[at] ?? []) {
      await pause(startedMs + step.atMs - performance.now());
      const work = this.#step(step);
      if (work !== undefined) publishing.push(work);
    }
    await Promise.all(publishing);
  }

  /** Nothing is done to anybody any more: all come back. */
  async heal(): Promise<void> {
    for (const { wire } of this.#members) wire.thaw();
    await Promise.all(this.#members.map(({ subscriber }) => subscriber.probe()));
    await this.#until(HEAL_MS_MAX, () =>
      this.#members.every(({ subscriber }) => subscriber.isReady || subscriber.isGone),
    );
  }

  /** @param toAll the last message to all, which is published already */
  async finish(toAll: { readonly id: string }): Promise<void> {
    const channels = this.schedule.channels.map(({ name }) => name);
    const messages = channels.map(
      (channel): Message => ({ ...this.#message(channel, 0, 20), id: `${this.#nextId()}-last` }),
    );
    await publish(this.#deps, "batch", messages);
    const last = new Map([...messages, { ...toAll, channel: ALL.name }].map(({ channel, id }) => [channel, id]));
    const begun = new Map(
      [...last].map(([channel, id]) => [
        channel,
        this.log.entries.findIndex((each) => each.kind === "publishing" && each.id === id),
      ]),
    );
    const hasAll = ({ subscriber }: Member) =>
      subscriber.isGone ||
      (subscriber.isReady &&
        subscriber.channels.every((channel) =>
          subscriber.has(channel, last.get(channel) ?? "", begun.get(channel) ?? 0),
        ));
    await this.#until(LAST_MS_MAX, () => this.#members.every(hasAll));
    for (const { subscriber } of this.#members) subscriber.logEnd();
    for (const { name } of [...this.schedule.channels, ALL]) await this.#readHistory(name);
  }

  /** Whose tokens an intruder has come by. */
  get #victim(): string {
    return this.schedule.subscribers[0]?.user ?? "";
  }

  get case(): Case {
    const subscribers = this.schedule.subscribers.map(({ facts }) => facts);
    return { entries: this.log.entries, subscribers, channels: [...this.schedule.channels, ALL] };
  }

  get #deps() {
    const clients = this.#members.flatMap(({ subscriber }) =>
      subscriber instanceof CentrifugoSubscriber ? [subscriber] : [],
    );
    return { world: this.#world, log: this.log, clients };
  }

  #step(step: Step): Promise<void> | undefined {
    if (step.act === "publish") {
      const { way, channel, count, op, bytes, expires } = step;
      const messages = Array.from({ length: count }, () => ({ ...this.#message(channel, op, bytes), expires }));
      return publish(this.#deps, way, messages);
    }
    const { act, who } = step;
    const member = this.#members.find(({ plan }) => plan.facts.name === who);
    if (member === undefined) return undefined;
    this.log.add({ kind: "event", what: `${act} ${who}${"channel" in step ? ` ${step.channel}` : ""}` });
    const { subscriber, wire } = member;
    if (act === "cut") wire.cut(step.atMs % 2 === 0);
    else if (act === "vanish") subscriber.vanish();
    else if (act === "blind") wire.darken();
    else if (act === "freeze") wire.freeze();
    else if (act === "thaw") wire.thaw();
    else if (act === "background" && subscriber instanceof App) subscriber.background();
    else if (act === "foreground" && subscriber instanceof App) subscriber.foreground();
    else if (act === "network" && subscriber instanceof App) subscriber.networkChanged();
    else if (act === "room" && subscriber instanceof GoimSubscriber) subscriber.changeRoom(step.channel);
    else if (act === "join" && subscriber instanceof CentrifugoSubscriber) subscriber.join(step.channel);
    else if (act === "leave" && subscriber instanceof CentrifugoSubscriber) subscriber.leave(step.channel);
    return undefined;
  }

  #message(channel: string, op: number, bytes: number): Message {
    return { id: this.#nextId(), channel, op, bytes, expires: false };
  }

  #nextId(): string {
    return `${this.schedule.seed}-${++this.#lastId}`;
  }

  async #tokenOf({ isGuest, isListener, user, key, facts, protocol, channels }: SubscriberPlan): Promise<string> {
    if (isGuest) return (await this.#world.signIn(this.#device)).accessToken;
    const isOwnKey = key !== "" && !facts.isIntruder;
    // A gopush key is a user's or a device's; goim's client is both.
    const sub = user === "" ? {} : { sub: user };
    return await this.#world.token({
      ...sub,
      ...(isOwnKey && { key }),
      ...(isListener && { channels }),
      ...(protocol === "gopush" && { info: "gopush" }),
    });
  }

  async #readHistory(channel: string): Promise<void> {
    let since: { epoch: string; offset: string } | undefined;
    for (;;) {
      const request = { channel, limit: HISTORY_PAGE, ...(since !== undefined && { since }) };
      const { status, body } = await this.#world.rpc("History", request, ORDER_MS_MAX);
      if (status !== 200)
        throw new Error(`the history of ${channel} is answered with ${status} ${JSON.stringify(body)}`);
      const { position, publications = [] } = body as {
        position?: { epoch?: string; offset?: string };
        publications?: readonly { offset: string; json?: string }[];
      };
      const { epoch } = positionOf(position ?? {});
      for (const { offset, json = "{}" } of publications) {
        const { id } = JSON.parse(json) as Payload;
        this.log.add({ kind: "stored", channel, id, bytes: json.length, position: { epoch, offset: Number(offset) } });
      }
      const last = publications.at(-1);
      if (last === undefined || publications.length < HISTORY_PAGE) return;
      since = { epoch, offset: last.offset };
    }
  }

  async #until(msMax: number, isDone: () => boolean): Promise<void> {
    const endMs = performance.now() + msMax;
    while (!isDone() && performance.now() < endMs) await pause(LOOK_MS);
  }
}

function subscriberOf(deps: SubscriberDeps): Client {
  switch (deps.plan.protocol) {
    case "goim":
      return new GoimSubscriber(deps);
    case "gopush":
      return new GopushSubscriber(deps);
    case "sdk":
      return new App(deps);
    case "centrifugo":
      return new CentrifugoSubscriber(deps);
  }
}
