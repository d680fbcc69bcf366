/**
 * How clients come to a shard: sockets that hibernate, streams over HTTP, and what is sent in the name of a stream.
 * @module
 */
import { OPEN_HEADER } from "../../proto/push/push.ts";
import { type Connection, type Kept, type Link, socketLink, streamLink } from "./connection.ts";
import type { Opening, Sessions } from "./sessions.ts";

/** As much of the object as its sockets need. */
type Sockets = Pick<
  DurableObjectState,
  "acceptWebSocket" | "getWebSockets" | "getTags" | "getWebSocketAutoResponseTimestamp"
>;

export interface EntranceDeps {
  readonly self: string;
  readonly sockets: Sockets;
  readonly sessions: Sessions;
  readonly warn: (message: string, cause: unknown) => void;
}

export class Entrance {
  readonly #deps: EntranceDeps;

  constructor(deps: EntranceDeps) {
    this.#deps = deps;
  }

  /** What edge/push sends: `/socket`, `/stream` and `/emulate`. Nobody else reaches an object. */
  async fetch(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    if (pathname === "/emulate") return await this.#emulate(request);
    const opening = JSON.parse(request.headers.get(OPEN_HEADER) ?? "null") as Opening;
    return pathname === "/stream" ? await this.#openStream(opening, request) : this.#openSocket(opening);
  }

  /** Undefined for one that is closed. */
  connectionOf(socket: WebSocket): Connection | undefined {
    const [id] = this.#deps.sockets.getTags(socket);
    return id === undefined ? undefined : this.#deps.sessions.find(id);
  }

  lost(socket: WebSocket): void {
    const [id] = this.#deps.sockets.getTags(socket);
    if (id !== undefined) this.#deps.sessions.lost(id);
  }

  #openSocket(opening: Opening): Response {
    const { self, sockets, sessions, warn } = this.#deps;
    const { 0: client, 1: server } = new WebSocketPair();
    try {
      sockets.acceptWebSocket(server, [opening.request.connection]);
    } catch (cause) {
      warn(`${self} takes no more sockets`, cause);
      return new Response("this shard is full", { status: 503, headers: { "retry-after": "1" } });
    }
    const connection = sessions.open(opening, socketLink(server, sockets));
    if (connection === undefined) return new Response("no such protocol", { status: 400 });
    return new Response(null, { status: 101, webSocket: client });
  }

  async #openStream(opening: Opening, request: Request): Promise<Response> {
    const { sessions } = this.#deps;
    const id = opening.request.connection;
    const { link, body } = streamLink(() => sessions.lost(id));
    const text = request.method === "POST" ? await request.text() : undefined;
    const full = { ...opening, request: { ...opening.request, ...(text !== undefined && { body: text }) } };
    const connection = sessions.open(full, link);
    return connection === undefined ? new Response("no such protocol", { status: 400 }) : new Response(body);
  }

  /** What a client with a stream sends. The session is its secret: nobody else speaks for it. */
  async #emulate(request: Request): Promise<Response> {
    const { sessions } = this.#deps;
    const { session, data } = (await request.json()) as { session: string; data: string };
    const connection = sessions.find(session.slice(0, session.indexOf(".")));
    if (connection === undefined || session !== `${connection.id}.${connection.kept.secret}`) {
      return new Response("no such session", { status: 404 });
    }
    await sessions.message(connection, data);
    return new Response(null, { status: 204 });
  }
}

/** @returns the socket of this id as it was before the object slept; undefined where there is none */
export function wokenSocket(sockets: Sockets, id: string): { readonly link: Link; readonly kept: Kept } | undefined {
  const [socket] = sockets.getWebSockets(id);
  // One that was closed says things until the other end has heard of it; nobody listens any more.
  if (socket === undefined || socket.readyState !== WebSocket.OPEN) return undefined;
  const kept = socket.deserializeAttachment() as Kept | null;
  return kept === null ? undefined : { link: socketLink(socket, sockets), kept };
}
