/**
 * The watch sockets of an object: who is at the other end, and what they have been sent. All of it lies with the socket, because the object
 * may sleep between any two events. While it is awake it knows that by heart: to read it out of a socket, and to write it there, takes longer
 * than to send.
 * @module
 */
import {
  type ConfigurationDocument,
  type Content,
  type Labels,
  parseWatchCommand,
  type ReleaseEvent,
  reportAfterMs,
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
/** What sockets were told is written down when they have all been told, and those who poll too. An object with a timer does not sleep. */
const WRITTEN_AFTER_MS = 1_000;

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
  known.set(server, { ...reader, sent: 0 });
  if (release.version > 0) tell({ socket: server, reader: { ...reader, sent: 0 }, release }, place);
  writeDown([server]);
  return client;
}

export interface Place {
  readonly service: string;
  readonly idc: string;
}

/** A cache of what lies with sockets; ahead of it for {@link WRITTEN_AFTER_MS}. */
const known = new WeakMap<WebSocket, Attachment>();

/** Tells every socket of the version that it is to run, unless it knows. */
export function tellAll(context: DurableObjectState, releaseOf: (reader: SocketReader) => Release, place: Place): void {
  const crowd: Telling[] = [];
  for (const socket of context.getWebSockets()) {
    const reader = attachmentOf(socket);
    if (reader === undefined) continue;
    const release = releaseOf(reader);
    if (release.version > reader.sent) crowd.push({ socket, reader, release });
  }
  const events = new Map<string, string>();
  const afterMs = reportAfterMs(crowd.length);
  const told = crowd.filter((each) => tell(each, place, afterMs, events)).map(({ socket }) => socket);
  if (told.length > 0) setTimeout(writeDown, WRITTEN_AFTER_MS, told);
}

function writeDown(sockets: readonly WebSocket[]): void {
  for (const socket of sockets) {
    const attachment = known.get(socket);
    if (attachment !== undefined) socket.serializeAttachment(attachment);
  }
}

interface Telling {
  readonly socket: WebSocket;
  readonly reader: Attachment;
  readonly release: Release;
}

/** @returns whether it was told; what it knows by now is in {@link known} */
function tell(
  { socket, reader, release }: Telling,
  place: Place,
  afterMs = 0,
  events = new Map<string, string>(),
): boolean {
  const open = reader.token === "";
  const kind = `${release.version} ${open}`;
  const event = events.get(kind) ?? JSON.stringify(eventOf(release, place, open, afterMs));
  events.set(kind, event);
  try {
    socket.send(event);
  } catch {
    close(socket, TRY_AGAIN, "the socket is broken"); // Its agent comes back, and is told then.
    return false;
  }
  known.set(socket, { ...reader, sent: release.version });
  return true;
}

function attachmentOf(socket: WebSocket): Attachment | undefined {
  const found = known.get(socket) ?? (socket.deserializeAttachment() as Attachment | null) ?? undefined;
  if (found !== undefined) known.set(socket, found);
  return found;
}

/** @param open whether it goes to who has no token: what is secret is then left out, as everywhere */
function eventOf({ version, content }: Release, place: Place, open: boolean, afterMs: number): ReleaseEvent {
  const head: ReleaseEvent = { type: "release", version, ...(afterMs > 0 ? { reportAfterMs: afterMs } : {}) };
  if (!open && content.some(({ secret }) => secret)) return head;
  const configuration = documentOf(
    content.filter(({ secret }) => !secret),
    version,
    place,
  );
  const small = JSON.stringify(configuration).length <= PUSHED_BYTES_MAX;
  return { ...head, ...(small ? { configuration } : {}) };
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
  return attachmentOf(socket);
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
