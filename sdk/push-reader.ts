/**
 * Reads one channel: each message once and in order, from the cursor on, through any number of connections and starts of the app.
 *
 * The head is the last offset that went into the inbox. Live messages follow it; where something between is missing, because the app was away, or slow,
 * or the server's recovery did not reach, the reader is behind: it fetches history by pages from the head, and passes over live messages, which come
 * again in a page. What cannot be had any more is a gap, told in its place.
 * @module
 */
import type { Cursor, CursorStore } from "./push-cursors.ts";
import { Inbox, type InboxTrouble, type PushHandlers } from "./push-inbox.ts";

/** What a connection brings. */
export interface Incoming {
  readonly data: unknown;
  /** Absent or 0 where the channel keeps no history. */
  readonly offset?: number | undefined;
  readonly tags?: Readonly<Record<string, string>> | undefined;
  readonly info?: { readonly client: string; readonly user: string } | undefined;
}

export interface Page extends Cursor {
  readonly publications: readonly Incoming[];
}

export interface ReaderOptions {
  readonly key: string;
  readonly channel: string;
  readonly cursors: CursorStore;
  readonly handlers: PushHandlers;
  /** Where to begin without a cursor: with all that is kept, or with what comes from now on. */
  readonly from: "kept" | "now";
  /** One page of what follows, or of all that is kept. Rejects with `code` as the connection does. */
  readonly history: (since: Cursor | undefined, limit: number) => Promise<Page>;
  readonly tell: (event: InboxTrouble) => void;
  readonly wait: (ms: number) => Promise<void>;
}

const PAGE_LENGTH = 100;
/** Messages that wait for the app. More are left on the server. */
const WAITING_MAX = 1_000;
const AGAIN_MS = 2_000;
/** Centrifugo's code: the cursor is of another life of the stream, or what follows is no longer kept. */
const UNRECOVERABLE = 112;

export class Reader {
  readonly #options: ReaderOptions;
  readonly #inbox: Inbox;
  #head: Cursor | undefined;
  /** How far the stream is known to reach. */
  #top: Cursor | undefined;
  #isBehind = false;
  #fetching = false;
  #isConnected = false;
  #stopped = false;

  constructor(options: ReaderOptions) {
    this.#options = options;
    this.#inbox = new Inbox(options);
  }

  /** From where the server is to begin, where it is asked. */
  async cursor(): Promise<Cursor | undefined> {
    this.#head ??= await this.#load();
    return this.#head;
  }

  /**
   * The connection hears the channel.
   * @param position undefined where the channel keeps no history
   * @param recovered whether all that follows the head comes next
   */
  subscribed(position: Cursor | undefined, recovered: boolean): void {
    this.#isConnected = true;
    if (position === undefined) return;
    this.#top = position;
    if (recovered && !this.#isBehind && this.#head?.epoch === position.epoch) return;
    this.#isBehind = true;
    void this.#catchUp();
  }

  /** Until {@link subscribed} nothing more comes. */
  disconnected(): void {
    this.#isConnected = false;
  }

  publication(incoming: Incoming): void {
    const { offset = 0 } = incoming;
    if (offset === 0) {
      if (this.#inbox.length < WAITING_MAX) this.#take(incoming, undefined);
      return;
    }
    const top = this.#top;
    if (top === undefined) return;
    this.#top = { epoch: top.epoch, offset: Math.max(top.offset, offset) };
    if (this.#isBehind) return;
    if (this.#inbox.length < WAITING_MAX) {
      this.#follow(incoming);
      return;
    }
    this.#isBehind = true;
    void this.#catchUp();
  }

  stop(): void {
    this.#stopped = true;
    this.#inbox.stop();
  }

  async #catchUp(): Promise<void> {
    if (this.#fetching) return;
    this.#fetching = true;
    try {
      await this.#begin();
      this.#checkHead();
      while (this.#isConnected && !this.#stopped && !this.#isUpToDate()) {
        await this.#inbox.empty();
        await this.#fetch();
      }
      // In the turn in which it was found: the next live message follows.
      if (this.#isUpToDate()) this.#isBehind = false;
    } finally {
      this.#fetching = false;
    }
  }

  /** Where there is no cursor yet, makes one. */
  async #begin(): Promise<void> {
    this.#head ??= await this.#load();
    if (this.#head !== undefined || this.#top === undefined) return;
    if (this.#options.from === "now") this.#mark(this.#top);
    else await this.#fetch();
  }

  /** A stream that ends before the head has lost what the app has: what comes next would be taken for that. */
  #checkHead(): void {
    const [head, top] = [this.#head, this.#top];
    if (head === undefined || top === undefined || head.epoch !== top.epoch || head.offset <= top.offset) return;
    this.#inbox.add({ kind: "gap", gap: { channel: this.#options.channel, from: head, to: top } });
    this.#head = top;
  }

  #isUpToDate(): boolean {
    const [head, top] = [this.#head, this.#top];
    return head !== undefined && top !== undefined && head.epoch === top.epoch && head.offset >= top.offset;
  }

  /** One page more, if it can be had. */
  async #fetch(): Promise<void> {
    const { history, wait } = this.#options;
    const head = this.#head;
    try {
      const page = await history(head, PAGE_LENGTH);
      this.#addPage(page);
    } catch (thrown) {
      if ((thrown as { code?: unknown }).code === UNRECOVERABLE && head !== undefined) await this.#skip(head);
      else await wait(AGAIN_MS);
    }
  }

  /** What is still kept follows the gap. */
  async #skip(head: Cursor): Promise<void> {
    const { history, wait, channel } = this.#options;
    try {
      const page = await history(undefined, PAGE_LENGTH);
      const first = page.publications[0]?.offset ?? page.offset + 1;
      const isOther = page.epoch !== head.epoch;
      const to = { epoch: page.epoch, offset: isOther ? first - 1 : Math.max(head.offset, first - 1) };
      this.#inbox.add({ kind: "gap", gap: { channel, from: head, to } });
      this.#head = to;
      if (isOther) this.#top = { epoch: page.epoch, offset: page.offset };
      this.#addPage(page);
    } catch {
      await wait(AGAIN_MS); // The next round asks again, from the same head.
    }
  }

  #addPage({ epoch, offset, publications }: Page): void {
    if (this.#stopped) return;
    if (this.#top?.epoch === epoch && this.#top.offset < offset) this.#top = { epoch, offset };
    // Kept before the first message is handled: what is gone by the next start of the app is then known to be missing.
    if (this.#head === undefined) this.#mark({ epoch, offset: (publications[0]?.offset ?? offset + 1) - 1 });
    for (const publication of publications) this.#follow(publication);
    const head = this.#head;
    // Nothing follows but what has expired.
    if (publications.length === 0 && head?.epoch === epoch && head.offset < offset) this.#mark({ epoch, offset });
  }

  #follow(incoming: Incoming): void {
    const head = this.#head;
    if (head === undefined || incoming.offset === undefined || incoming.offset <= head.offset) return;
    this.#head = { epoch: head.epoch, offset: incoming.offset };
    this.#take(incoming, this.#head);
  }

  #mark(cursor: Cursor): void {
    this.#head = cursor;
    this.#inbox.add({ kind: "mark", cursor });
  }

  #take({ data, tags, info }: Incoming, cursor: Cursor | undefined): void {
    const { channel } = this.#options;
    this.#inbox.add({
      kind: "message",
      message: {
        channel,
        data,
        ...(cursor && { cursor }),
        ...(tags && { tags }),
        ...(info && { from: { client: info.client, user: info.user } }),
      },
    });
  }

  async #load(): Promise<Cursor | undefined> {
    const { cursors, key, tell } = this.#options;
    try {
      return await cursors.get(key);
    } catch (cause) {
      tell({ type: "store-failed", key, cause });
      return undefined;
    }
  }
}
