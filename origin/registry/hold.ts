/**
 * The socket that an instance holds while it lives: its end is what the registry hears first when the process is killed.
 * @module
 */
import { HOLD_PING, HOLD_PONG, RENEW_MS } from "../../proto/discovery.ts";

/** One pong may be late. */
const SILENCE_MS_MAX = 2 * RENEW_MS;
const CONNECT_MS_MAX = 3_000;
/** RFC 6455 §7.4.1: the registry, or something before it, went away without a word. */
const CLOSED_ABNORMALLY = 1006;
const NORMAL_CLOSURE = 1000;

export interface Hold {
  /** Sends a ping. False where the socket is not open yet, or nothing was heard of the registry for too long: then it is no more. */
  beat(): boolean;
  /** Whether it is still being opened. */
  isOpening(): boolean;
  close(): void;
}

export interface HoldOptions {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly monotonicNow: () => number;
  /** Once, whoever closed it; not after {@link Hold.close}. */
  readonly onClosed: (code: number) => void;
}

export async function openHold({ url, headers, monotonicNow, onClosed }: HoldOptions): Promise<Hold> {
  const { WebSocket } = await import("undici"); // Late, because it takes time to load and not every origin has a registry.
  const socket = new WebSocket(url, { headers: { ...headers } });
  const openedAtMs = monotonicNow();
  let heardAtMs = openedAtMs;
  let closed = false;
  const end = (code: number) => {
    if (closed) return;
    closed = true;
    onClosed(code);
  };
  socket.addEventListener("open", () => {
    heardAtMs = monotonicNow();
    if (!closed) socket.send(HOLD_PING);
  });
  socket.addEventListener("message", ({ data }) => {
    if (data === HOLD_PONG) heardAtMs = monotonicNow();
  });
  socket.addEventListener("error", () => end(CLOSED_ABNORMALLY)); // What it was is not told; a close event follows, or not.
  socket.addEventListener("close", ({ code }) => end(code));

  return {
    beat() {
      if (closed || socket.readyState !== socket.OPEN) {
        if (!closed && monotonicNow() - openedAtMs > CONNECT_MS_MAX) abandon();
        return false;
      }
      if (monotonicNow() - heardAtMs > SILENCE_MS_MAX) {
        abandon();
        return false;
      }
      socket.send(HOLD_PING);
      return true;
    },
    isOpening: () => !closed && socket.readyState === socket.CONNECTING,
    close() {
      closed = true;
      socket.close(NORMAL_CLOSURE);
    },
  };

  function abandon(): void {
    socket.close();
    end(CLOSED_ABNORMALLY);
  }
}
