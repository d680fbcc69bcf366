/**
 * The watch sockets of an object: who is at the other end, and what they have been sent. All of it lies with the socket, because the object
 * may sleep between any two events.
 * @module
 */
import {
  type ConfigurationDocument,
  type Content,
  type Labels,
  parseWatchCommand,
  type ReleaseEvent,
  type SectionDocument,
} from "../../proto/config/config.ts";
import { Fault } from "../../proto/fault.ts";

/** 75 KB of memory each while the object is awake. */
const SOCKETS_MAX = 4_000;
const RETRY_AFTER_SECONDS = 5;
/** What is larger is read over HTTP, compressed: the same text to thousands at once is better told than sent. */
const PUSHED_BYTES_MAX = 65_536;
const POLICY_VIOLATION = 1008;
/** Of an answer that tells one to come back later (IANA, WebSocket close codes). */
const TRY_AGAIN = 1013;

/** Told by the edge, which knows who it is; at most 2 KB, with its labels. */
export interface SocketReader {
  readonly node: string;
  readonly address: string;
  readonly labels: Labels;
  /** The token that let it in; empty where everyone may read. */
  readonly token: string;
}

interface Attachment extends SocketReader {
  /** The highest version that it was told of. */
  readonly sent: number;
}

/** What a reader is to be told. */
export interface Release {
  readonly version: number;
  readonly content: Content;
}

export function attach(context: DurableObjectState, reader: SocketReader, release: Release, place: Place): WebSocket {
  if (context.getWebSockets().length >= SOCKETS_MAX) {
    const words = `${SOCKETS_MAX} agents watch already`;
    throw new Fault("resource_exhausted", words, { retryAfterSeconds: RETRY_AFTER_SECONDS });
  }
  const { 0: client, 1: server } = new WebSocketPair();
  context.acceptWebSocket(server);
  server.serializeAttachment({ ...reader, sent: 0 } satisfies Attachment);
  tell(server, release, place);
  return client;
}

export interface Place {
  readonly service: string;
  readonly idc: string;
}

/** Tells every socket of the version that it is to run, unless it knows. */
export function tellAll(context: DurableObjectState, releaseOf: (reader: SocketReader) => Release, place: Place): void {
  const events = new Map<string, string>();
  for (const socket of context.getWebSockets()) {
    const reader = readerOf(socket);
    if (reader !== undefined) tell(socket, releaseOf(reader), place, events);
  }
}

function tell(socket: WebSocket, release: Release, place: Place, events = new Map<string, string>()): void {
  const reader = socket.deserializeAttachment() as Attachment;
  if (release.version <= reader.sent) return;
  const kind = `${release.version} ${reader.token === ""}`;
  const event = events.get(kind) ?? JSON.stringify(eventOf(release, place, reader.token === ""));
  events.set(kind, event);
  try {
    socket.send(event);
    socket.serializeAttachment({ ...reader, sent: release.version } satisfies Attachment);
  } catch {
    close(socket, TRY_AGAIN, "the socket is broken"); // Its agent comes back, and is told then.
  }
}

/** @param open whether it goes to who has no token: what is secret is then left out, as everywhere */
function eventOf({ version, content }: Release, place: Place, open: boolean): ReleaseEvent {
  if (!open && content.some(({ secret }) => secret)) return { type: "release", version };
  const configuration = documentOf(
    content.filter(({ secret }) => !secret),
    version,
    place,
  );
  const small = JSON.stringify(configuration).length <= PUSHED_BYTES_MAX;
  return { type: "release", version, ...(small ? { configuration } : {}) };
}

function documentOf(content: Content, version: number, place: Place): ConfigurationDocument {
  const sections: Record<string, Record<string, SectionDocument[string]>> = {};
  for (const { section, key, type, value } of content) {
    sections[section] ??= {};
    sections[section][key] = { type, value };
  }
  return { ...place, version, sections };
}

/** @returns what the agent says it runs; undefined where it broke the rules, and is gone */
export function heard(socket: WebSocket, message: string | ArrayBuffer): number | undefined {
  const command = typeof message === "string" ? parseWatchCommand(message) : undefined;
  if (command === undefined) close(socket, POLICY_VIOLATION, "not a message of the watch protocol");
  return command?.version;
}

export function readerOf(socket: WebSocket): SocketReader | undefined {
  return (socket.deserializeAttachment() as Attachment | null) ?? undefined;
}

/** Ends the sockets that a token let in, when it no longer does. */
export function closeOf(context: DurableObjectState, token: string): void {
  for (const socket of context.getWebSockets()) {
    if (readerOf(socket)?.token === token) close(socket, POLICY_VIOLATION, "the right to read was withdrawn");
  }
}

function close(socket: WebSocket, code: number, reason: string): void {
  try {
    socket.close(code, reason);
  } catch {
    // It is closed already, which is all that was wanted.
  }
}
