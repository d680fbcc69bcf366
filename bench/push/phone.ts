/**
 * Phones that hear one channel, and come back when they are cut off: with the position that they have, after a random pause that doubles. They
 * do what `centrifuge` does, with its defaults, and check what they get. Runs as a child of phones.ts.
 * @module
 */
import { offsetsOf } from "./offsets.ts";
import { RawSocket, TEXT } from "./raw-socket.ts";

export interface PhonePlan {
  readonly url: string;
  readonly channel: string;
  readonly count: number;
}

export interface PhonesReport {
  /** Subscribed now, with all that was published up to then. */
  readonly there: number;
  /** The lowest last offset of all. */
  readonly least: number;
  /** Attempts that came to nothing since the cut. */
  readonly failedAttempts: number;
  readonly why: Readonly<Record<string, number>>;
  /** What must not be: an offset that is missing or comes twice, or a position that was not recovered. */
  readonly broken: string | undefined;
}

/** centrifuge's defaults: minReconnectDelay, maxReconnectDelay, timeout. */
const PAUSE_MS_MIN = 500;
const PAUSE_MS_MAX = 20_000;
const ANSWER_MS_MAX = 5_000;
/** Addresses of the loopback network: each has ports for some 28 000 connections, and closed ones are kept for a minute. */
const ADDRESSES = 8;
/** Opened at the same time in the beginning, which is not what is measured. */
const OPENING_MAX = 100;
const PUSH = Buffer.from('{"push"');

interface Reply {
  readonly id?: number;
  readonly error?: { readonly code: number; readonly message: string };
  readonly subscribe?: {
    readonly epoch: string;
    readonly offset?: number;
    readonly recovered?: boolean;
    readonly publications?: readonly { readonly offset: number }[];
  };
}

let broken: string | undefined;
let failedAttempts = 0;
const why: Record<string, number> = {};

class Phone {
  isThere = false;
  offset = -1;
  readonly #plan: PhonePlan;
  readonly #localAddress: string;
  readonly #firstTime: () => void;
  #epoch = "";
  #socket: RawSocket | undefined;
  #attempts = 0;
  #late: NodeJS.Timeout | undefined;

  constructor(plan: PhonePlan, number: number, firstTime: () => void) {
    this.#plan = plan;
    this.#localAddress = `127.0.0.${2 + (number % ADDRESSES)}`;
    this.#firstTime = firstTime;
  }

  open(): void {
    const { url } = this.#plan;
    this.#socket = new RawSocket(
      { url, localAddress: this.#localAddress },
      {
        opened: () => this.#ask('{"id":1,"connect":{}}'),
        frame: (payload) => this.#hear(payload),
        closed: (reason) => this.#again(reason),
      },
    );
  }

  cut(): void {
    this.end();
    this.isThere = false;
    this.#attempts = 0;
    this.#later();
  }

  end(): void {
    clearTimeout(this.#late);
    this.#socket?.destroy();
  }

  #again(reason: string): void {
    failedAttempts++;
    why[reason] = (why[reason] ?? 0) + 1;
    this.end();
    this.isThere = false;
    this.#later();
  }

  #later(): void {
    const random = Math.random() * Math.min(PAUSE_MS_MAX, PAUSE_MS_MIN * 2 ** this.#attempts++);
    setTimeout(() => this.open(), Math.min(PAUSE_MS_MAX, PAUSE_MS_MIN + random));
  }

  #ask(command: string): void {
    clearTimeout(this.#late);
    this.#socket?.send(TEXT, Buffer.from(command));
    this.#late = setTimeout(() => this.#again("no answer in time"), ANSWER_MS_MAX);
  }

  #hear(payload: Buffer): void {
    if (payload.length === 2)
      this.#socket?.send(TEXT, payload); // A ping.
    else if (payload.subarray(0, PUSH.length).equals(PUSH)) this.#took(offsetsOf(payload));
    else this.#answered(JSON.parse(payload.toString()) as Reply);
  }

  #answered({ id, error, subscribe }: Reply): void {
    clearTimeout(this.#late);
    if (error !== undefined) this.#again(`error ${error.code}: ${error.message}`);
    else if (id === 1) {
      const since = this.#epoch === "" ? {} : { recover: true, epoch: this.#epoch, offset: this.offset };
      this.#ask(JSON.stringify({ id: 2, subscribe: { channel: this.#plan.channel, ...since } }));
    } else if (subscribe !== undefined) this.#subscribed(subscribe);
  }

  /** Its offset is that from which on the publications follow. */
  #subscribed({ epoch, offset = 0, recovered, publications = [] }: NonNullable<Reply["subscribe"]>): void {
    if (this.#epoch === "") {
      this.#epoch = epoch;
      this.offset = offset;
      this.#firstTime();
    } else if (recovered !== true) broken ??= `not recovered from offset ${this.offset}`;
    else if (offset !== this.offset) broken ??= `recovered from offset ${offset} in place of ${this.offset}`;
    for (const publication of publications) this.#took([publication.offset, publication.offset]);
    this.#attempts = 0;
    this.isThere = true;
  }

  #took([first, last]: [number, number]): void {
    if (first !== this.offset + 1) broken ??= `offset ${first} after ${this.offset}`;
    this.offset = last;
  }
}

const phones: Phone[] = [];

async function openAll(plan: PhonePlan): Promise<void> {
  let [running, done] = [0, 0];
  await new Promise<void>((resolve) => {
    const next = () => {
      while (running < OPENING_MAX && phones.length < plan.count) {
        running++;
        const phone = new Phone(plan, phones.length, () => {
          running--;
          if (++done === plan.count) resolve();
          else next();
        });
        phones.push(phone);
        phone.open();
      }
    };
    next();
  });
}

function report(): PhonesReport {
  const there = phones.filter(({ isThere }) => isThere).length;
  const least = phones.reduce((low, { offset }) => Math.min(low, offset), Number.POSITIVE_INFINITY);
  return { there, least, failedAttempts, why, broken };
}

process.on("message", (message: { open: PhonePlan } | "report" | "cut" | "end") => {
  if (message === "report") process.send?.({ report: report() });
  else if (message === "cut") {
    for (const phone of phones) phone.cut();
    process.send?.({ cut: phones.length });
  } else if (message === "end") {
    for (const phone of phones) phone.end();
    process.exit(0);
  } else void openAll(message.open).then(() => process.send?.({ opened: true }));
});
// The bench ended without a word.
process.once("disconnect", () => process.exit(1));
