/**
 * Listeners of one room on raw sockets, as cheap as they can be: a hundred of the runtime's own WebSockets take longer to read a message than a
 * server takes to send it.
 * @module
 */
import { once } from "node:events";
import { RawSocket, TEXT } from "./raw-socket.ts";

export interface Room {
  /** When the last of them has the next message: performance.now(). */
  next(): Promise<number>;
  close(): void;
}

/** @param hello sent by each, one after the other's answer */
export async function openRoom(url: string, count: number, hello: readonly string[]): Promise<Room> {
  let missing = 0;
  let done: ((atMs: number) => void) | undefined;
  let broken: (why: string) => void = () => {};
  const arrived = () => {
    if (--missing === 0) done?.(performance.now());
  };
  const sockets: RawSocket[] = [];
  for (let n = 0; n < count; n++) sockets.push(await openListener(url, hello, arrived, (why) => broken(why)));
  return {
    next: () =>
      new Promise((resolve, reject) => {
        missing = count;
        done = resolve;
        broken = (why) => reject(new Error(why));
      }),
    close: () => {
      for (const socket of sockets) socket.destroy();
    },
  };
}

async function openListener(
  url: string,
  hello: readonly string[],
  arrived: () => void,
  closed: (why: string) => void,
): Promise<RawSocket> {
  const steps = new EventTarget();
  const failed = new AbortController();
  const step = (name: string) => once(steps, name, { signal: failed.signal });
  let isOpen = false;
  const frame = () => (isOpen ? arrived() : steps.dispatchEvent(new Event("answer")));
  const opened = () => steps.dispatchEvent(new Event("opened"));
  const socket = new RawSocket(
    { url },
    { opened, frame, closed: (why) => (isOpen ? closed(why) : failed.abort(new Error(why))) },
  );
  await step("opened");
  for (const text of hello) {
    socket.send(TEXT, Buffer.from(text));
    await step("answer");
  }
  isOpen = true;
  return socket;
}
