/**
 * The messages of proto/batch.proto, read and written without the generated code: the envelope is the one message that an app without
 * contracts needs.
 * @module
 */
import type { Bytes } from "../codec/codec.ts";
import { readWire, type WireReader, WireWriter } from "../wire.ts";
import type { HeaderField } from "./model.ts";

export interface ItemMessage {
  id: string;
  method: string;
  url: string;
  headers: HeaderField[];
  /** A view of the envelope. */
  body: Uint8Array;
  dependsOn: string[];
  timeoutMs: number;
  priority: number;
  bare: boolean;
}

export interface ReplyMessage {
  id: string;
  status: number;
  headers: HeaderField[];
  /** A view of the envelope. */
  body: Uint8Array;
  sensitive: boolean;
}

export interface FrameMessage {
  plain: ReplyMessage[];
  packed: Uint8Array;
}

/** What a writer may leave out has its default. */
type Written<T> = { readonly [K in keyof T]?: Readonly<T[K]> | undefined };

const PACKAGE = "fairway.batch.v1";
const NOTHING = new Uint8Array(0);

export function encodeRequest(items: readonly Written<ItemMessage>[]): Bytes {
  const writer = new WireWriter();
  for (const item of items) writer.message(1, item, writeItem);
  return writer.finish();
}

/** @throws Fault invalid_argument, as all that decode */
export function decodeRequest(bytes: Uint8Array): ItemMessage[] {
  return readWire(`${PACKAGE}.BatchRequest`, bytes, (reader) => readAll(reader, readItem));
}

export function encodeResponse(replies: readonly Written<ReplyMessage>[]): Bytes {
  const writer = new WireWriter();
  for (const reply of replies) writer.message(1, reply, writeReply);
  return writer.finish();
}

export function decodeResponse(bytes: Uint8Array): ReplyMessage[] {
  return readWire(`${PACKAGE}.BatchResponse`, bytes, (reader) => readAll(reader, readReply));
}

export function encodeReply(reply: Written<ReplyMessage>): Bytes {
  const writer = new WireWriter();
  writeReply(writer, reply);
  return writer.finish();
}

export function decodeReply(bytes: Uint8Array): ReplyMessage {
  return readWire(`${PACKAGE}.BatchReply`, bytes, readReply);
}

export function encodeFrame(plain: readonly Written<ReplyMessage>[], packed: Uint8Array): Bytes {
  const writer = new WireWriter();
  for (const reply of plain) writer.message(1, reply, writeReply);
  writer.bytes(2, packed);
  return writer.finish();
}

export function decodeFrame(bytes: Uint8Array): FrameMessage {
  return readWire(`${PACKAGE}.BatchFrame`, bytes, (reader) => {
    const frame: FrameMessage = { plain: [], packed: NOTHING };
    for (let field = reader.next(); field !== 0; field = reader.next()) {
      if (field === 1) reader.pushMessage(frame.plain, readReply);
      else if (field === 2) frame.packed = reader.bytes(frame.packed);
      else reader.skip();
    }
    return frame;
  });
}

/** The repeated message of a message that has nothing else. */
function readAll<T>(reader: WireReader, read: (reader: WireReader) => T): T[] {
  const list: T[] = [];
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) reader.pushMessage(list, read);
    else reader.skip();
  }
  return list;
}

function writeItem(writer: WireWriter, item: Written<ItemMessage>): void {
  writer.text(1, item.id ?? "");
  writer.text(2, item.method ?? "");
  writer.text(3, item.url ?? "");
  for (const header of item.headers ?? []) writer.message(4, header, writeHeader);
  writer.bytes(5, item.body ?? NOTHING);
  for (const id of item.dependsOn ?? []) writer.textOf(6, id);
  writer.uint(7, item.timeoutMs ?? 0);
  writer.int(8, item.priority ?? 0);
  writer.flag(9, item.bare ?? false);
}

function readItem(reader: WireReader): ItemMessage {
  const item: ItemMessage = {
    id: "",
    method: "",
    url: "",
    headers: [],
    body: NOTHING,
    dependsOn: [],
    timeoutMs: 0,
    priority: 0,
    bare: false,
  };
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) item.id = reader.text(item.id);
    else if (field === 2) item.method = reader.text(item.method);
    else if (field === 3) item.url = reader.text(item.url);
    else if (field === 4) reader.pushMessage(item.headers, readHeader);
    else if (field === 5) item.body = reader.bytes(item.body);
    else if (field === 6) reader.pushText(item.dependsOn);
    else if (field === 7) item.timeoutMs = reader.uint(item.timeoutMs);
    else if (field === 8) item.priority = reader.int(item.priority);
    else if (field === 9) item.bare = reader.flag(item.bare);
    else reader.skip();
  }
  return item;
}

function writeReply(writer: WireWriter, reply: Written<ReplyMessage>): void {
  writer.text(1, reply.id ?? "");
  writer.uint(2, reply.status ?? 0);
  for (const header of reply.headers ?? []) writer.message(3, header, writeHeader);
  writer.bytes(4, reply.body ?? NOTHING);
  writer.flag(5, reply.sensitive ?? false);
}

function readReply(reader: WireReader): ReplyMessage {
  const reply: ReplyMessage = { id: "", status: 0, headers: [], body: NOTHING, sensitive: false };
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) reply.id = reader.text(reply.id);
    else if (field === 2) reply.status = reader.uint(reply.status);
    else if (field === 3) reader.pushMessage(reply.headers, readHeader);
    else if (field === 4) reply.body = reader.bytes(reply.body);
    else if (field === 5) reply.sensitive = reader.flag(reply.sensitive);
    else reader.skip();
  }
  return reply;
}

function writeHeader(writer: WireWriter, [name, value]: HeaderField): void {
  writer.text(1, name);
  writer.text(2, value);
}

function readHeader(reader: WireReader): HeaderField {
  let name = "";
  let value = "";
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) name = reader.text(name);
    else if (field === 2) value = reader.text(value);
    else reader.skip();
  }
  return [name, value];
}
