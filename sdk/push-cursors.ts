/** Where an app keeps how far it has got in each channel, between its starts. @module */

/** All up to and with `offset` was handled. Plain JSON, so that a store may keep it as a string. */
export interface Cursor {
  /** Names one life of the stream. */
  readonly epoch: string;
  readonly offset: number;
}

/**
 * `AsyncStorage`, `localStorage`, a row of the app's own database. An app whose handler stores a message and its `cursor` in one transaction
 * handles each message exactly once, whatever dies when. `set` then has news only of what is no message: where a reader began, the end of a gap, and
 * messages that have expired.
 */
export interface CursorStore {
  /** @param key of user and channel */
  get(key: string): Promise<Cursor | undefined> | Cursor | undefined;
  /** After the message was handled, and where a reader begins. */
  set(key: string, cursor: Cursor): Promise<void> | void;
}

/** Forgets everything when the app ends. */
export function memoryCursors(): CursorStore {
  const kept = new Map<string, Cursor>();
  return {
    get: (key) => kept.get(key),
    set: (key, cursor) => {
      kept.set(key, cursor);
    },
  };
}
