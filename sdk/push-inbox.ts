/**
 * What one channel has for the app: messages in their order, one at a time, each until the app has handled it. Then the cursor is stored.
 * @module
 */
import type { Cursor, CursorStore } from "./push-cursors.ts";

export interface PushMessage {
  readonly channel: string;
  readonly data: unknown;
  /** With the offset of this message; absent in a channel that keeps no history. To be stored with what the handler stores. */
  readonly cursor?: Cursor;
  readonly tags?: Readonly<Record<string, string>>;
  /** Who published it, where that was a client. */
  readonly from?: { readonly client: string; readonly user: string };
}

/** Messages between the two cannot be had any more: the app is to read its own state anew. */
export interface PushGap {
  readonly channel: string;
  readonly from: Cursor;
  readonly to: Cursor;
}

export interface PushHandlers {
  /** The next message waits until it has settled. What it rejects with is told, and it gets the same message again. */
  readonly onMessage: (message: PushMessage) => Promise<void> | void;
  /** As {@link onMessage}, in the same order. */
  readonly onGap?: (gap: PushGap) => Promise<void> | void;
}

export type InboxItem =
  | { readonly kind: "message"; readonly message: PushMessage }
  | { readonly kind: "gap"; readonly gap: PushGap }
  /** Nothing for the app, but the cursor is there. */
  | { readonly kind: "mark"; readonly cursor: Cursor };

export interface InboxOptions {
  readonly key: string;
  readonly cursors: CursorStore;
  readonly handlers: PushHandlers;
  readonly tell: (event: InboxTrouble) => void;
  readonly wait: (ms: number) => Promise<void>;
}

export type InboxTrouble =
  | { readonly type: "handler-failed"; readonly key: string; readonly cause: unknown }
  | { readonly type: "store-failed"; readonly key: string; readonly cause: unknown };

/** A handler that fails is asked again after so long, and then ever later. */
const AGAIN_MS = 1_000;
const AGAIN_MS_MAX = 30_000;

export class Inbox {
  readonly #options: InboxOptions;
  readonly #items: InboxItem[] = [];
  #working = false;
  #stopped = false;
  #emptied: (() => void)[] = [];

  constructor(options: InboxOptions) {
    this.#options = options;
  }

  get length(): number {
    return this.#items.length;
  }

  add(item: InboxItem): void {
    if (this.#stopped) return;
    this.#items.push(item);
    if (!this.#working) void this.#work();
  }

  /** Resolves when the app has handled all that is there, and when it is stopped. */
  async empty(): Promise<void> {
    if (this.#items.length === 0 || this.#stopped) return;
    await new Promise<void>((resolve) => this.#emptied.push(resolve));
  }

  /** The message that is being handled is the last. */
  stop(): void {
    this.#stopped = true;
    this.#items.length = 0;
    this.#resolve();
  }

  async #work(): Promise<void> {
    this.#working = true;
    let againMs = AGAIN_MS;
    for (let item = this.#items[0]; item !== undefined && !this.#stopped; item = this.#items[0]) {
      try {
        await this.#handle(item);
      } catch (cause) {
        this.#options.tell({ type: "handler-failed", key: this.#options.key, cause });
        await this.#options.wait(againMs);
        againMs = Math.min(AGAIN_MS_MAX, againMs * 2);
        continue;
      }
      againMs = AGAIN_MS;
      await this.#store(item);
      this.#items.shift();
    }
    this.#working = false;
    this.#resolve();
  }

  async #handle(item: InboxItem): Promise<void> {
    const { onMessage, onGap } = this.#options.handlers;
    if (item.kind === "message") await onMessage(item.message);
    else if (item.kind === "gap") await onGap?.(item.gap);
  }

  /** A cursor that is not stored costs a message that comes twice after a restart, and nothing else. */
  async #store(item: InboxItem): Promise<void> {
    const cursor = item.kind === "message" ? item.message.cursor : item.kind === "gap" ? item.gap.to : item.cursor;
    if (cursor === undefined) return;
    const { cursors, key, tell } = this.#options;
    try {
      await cursors.set(key, cursor);
    } catch (cause) {
      tell({ type: "store-failed", key, cause });
    }
  }

  #resolve(): void {
    for (const resolve of this.#emptied.splice(0)) resolve();
  }
}
