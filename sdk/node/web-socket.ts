/**
 * WebSockets on Node that go where the network's requests go: to an address of the edge by its resolvers, raced, with the edge's own name in SNI and `Host`.
 *
 *     createPush({ network, session, platform: { WebSocket: nodeWebSocket(network) } })
 *
 * A platform's own WebSocket connects by name and cannot be told otherwise. So this one finds a connection first, and then has undici's,
 * which is Node's, speak over it.
 * @module
 */
import { Client as HttpClient, WebSocket as PlatformWebSocket } from "undici";
import { type AppNetwork, type Path, platformClock, race } from "../network/network.ts";
import { type DialOptions, dial } from "./dial.ts";

/** As much of a WebSocket as push uses. */
export interface EdgeSocket {
  binaryType: "blob" | "arraybuffer";
  onopen: (() => void) | null;
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  onerror: ((event: { readonly error: unknown }) => void) | null;
  onclose: ((event: { readonly code: number; readonly reason: string; readonly wasClean: boolean }) => void) | null;
  readonly readyState: number;
  send(data: string | ArrayBuffer | Uint8Array<ArrayBuffer>): void;
  close(code?: number, reason?: string): void;
}

export type EdgeSocketClass = new (url: string, protocols?: string | string[]) => EdgeSocket;

/** TCP and TLS of a bad mobile network, as for requests. */
const CONNECT_MS_MAX = 5_000;
const CONNECTING = 0;
const CLOSED = 3;
/** RFC 6455 §7.1.5: there was no closing handshake. */
const ABNORMAL = 1006;

/** @param options as `nodeConnector` has them */
export function nodeWebSocket(network: Pick<AppNetwork, "paths">, options: DialOptions = {}): EdgeSocketClass {
  return class implements EdgeSocket {
    binaryType: "blob" | "arraybuffer" = "blob";
    onopen: EdgeSocket["onopen"] = null;
    onmessage: EdgeSocket["onmessage"] = null;
    onerror: EdgeSocket["onerror"] = null;
    onclose: EdgeSocket["onclose"] = null;
    readonly #controller = new AbortController();
    #socket: PlatformWebSocket | undefined;
    #isOver = false;

    constructor(url: string, protocols: string | string[] = []) {
      void this.#open(url, protocols);
    }

    get readyState(): number {
      if (this.#isOver) return CLOSED;
      return this.#socket?.readyState ?? CONNECTING;
    }

    /** @throws Error where it is not open */
    send(data: string | ArrayBuffer | Uint8Array<ArrayBuffer>): void {
      if (this.#socket === undefined) throw new Error("the connection is not made yet");
      this.#socket.send(data);
    }

    close(code?: number, reason?: string): void {
      this.#controller.abort();
      this.#socket?.close(code, reason);
    }

    async #open(url: string, protocols: string | string[]): Promise<void> {
      const { signal } = this.#controller;
      try {
        const { path, client } = await connected(network, options, signal);
        if (signal.aborted) {
          await client.destroy();
          throw signal.reason;
        }
        this.#speak(new PlatformWebSocket(urlAt(url, path), { protocols, dispatcher: client }), client);
      } catch (error) {
        if (!signal.aborted) this.onerror?.({ error });
        this.#end({ code: ABNORMAL, reason: "no connection could be made", wasClean: false });
      }
    }

    #speak(socket: PlatformWebSocket, client: HttpClient): void {
      this.#socket = socket;
      socket.binaryType = this.binaryType;
      socket.onopen = () => this.onopen?.();
      socket.onmessage = ({ data }) => this.onmessage?.({ data });
      socket.onerror = ({ error }) => this.onerror?.({ error });
      socket.onclose = ({ code, reason, wasClean }) => {
        client.destroy().catch(() => {}); // It has nothing left to end.
        this.#end({ code, reason, wasClean });
      };
    }

    #end(event: Parameters<NonNullable<EdgeSocket["onclose"]>>[0]): void {
      if (this.#isOver) return;
      this.#isOver = true;
      this.onclose?.(event);
    }
  };
}

/** The first of the network's paths to which a connection comes to be. @throws what the last of them failed with */
async function connected(
  network: Pick<AppNetwork, "paths">,
  options: DialOptions,
  signal: AbortSignal,
): Promise<{ readonly path: Path; readonly client: HttpClient }> {
  const paths = await network.paths();
  const made = await race(paths, async (path, own) => ({ path, ...(await dialWithin(path, options, own)) }), {
    clock: platformClock,
    signal,
    discard: ({ socket }) => socket.destroy(),
  });
  const { path, socket } = made;
  const client = new HttpClient(path.edge, {
    allowH2: false,
    // Undici is amid the request that wants the connection, and does not see what is there at once.
    connect: (_, done) => queueMicrotask(() => done(null, socket)),
  });
  return { path, client };
}

async function dialWithin(path: Path, options: DialOptions, signal: AbortSignal) {
  const controller = new AbortController();
  const end = () => controller.abort(signal.reason);
  signal.addEventListener("abort", end);
  const stopTimer = platformClock.after(CONNECT_MS_MAX, () => controller.abort(new Error("nobody answered in time")));
  try {
    return await dial(path, options, controller.signal);
  } finally {
    stopTimer();
    signal.removeEventListener("abort", end);
  }
}

/** The same target at the edge to which the path leads. */
function urlAt(url: string, { edge }: Path): string {
  const { pathname, search } = new URL(url);
  return `${edge.replace(/^http/, "ws")}${pathname}${search}`;
}
