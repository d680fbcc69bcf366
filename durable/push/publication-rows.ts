/**
 * A publication as it is stored: its columns, and what may be stored at all.
 * @module
 */
import { Fault } from "../../proto/fault.ts";
import type { ChannelMessage, ClientInfo, Data, Publication } from "../../proto/push/model.ts";

/** Centrifugo's limit of a message. A merged frame holds many, so it is also what one frame may be late by. */
const DATA_BYTES_MAX = 65_536;
/** Of tags and sender together, in JSON. */
const EXTRA_LENGTH_MAX = 4_096;
const KEY_LENGTH_MAX = 128;
const VERSION_EPOCH_LENGTH_MAX = 128;

/** As SQLite gives it. */
export type Row = Record<string, SqlStorageValue>;

/** @throws Fault invalid_argument */
export function check(
  { data, expiresAtMs, tags, from, idempotencyKey, version }: ChannelMessage["message"],
  nowMs: number,
): void {
  const bytes = typeof data === "string" ? utf8Length(data) : data.length;
  if (bytes > DATA_BYTES_MAX) {
    throw new Fault("invalid_argument", `data: ${bytes} bytes, more than ${DATA_BYTES_MAX}`, { status: 413 });
  }
  if (expiresAtMs !== undefined && expiresAtMs <= nowMs) throw new Fault("invalid_argument", "expires_at: is past");
  if (idempotencyKey !== undefined && idempotencyKey.length > KEY_LENGTH_MAX) {
    throw new Fault("invalid_argument", `idempotency_key: more than ${KEY_LENGTH_MAX} characters`);
  }
  if ((version?.epoch.length ?? 0) > VERSION_EPOCH_LENGTH_MAX) {
    throw new Fault("invalid_argument", `version_epoch: more than ${VERSION_EPOCH_LENGTH_MAX} characters`);
  }
  if ((extraOf(tags, from)?.length ?? 0) > EXTRA_LENGTH_MAX) {
    throw new Fault("invalid_argument", `tags: more than ${EXTRA_LENGTH_MAX} characters together`);
  }
}

export function extraOf(tags: Publication["tags"], from: ClientInfo | undefined): string | undefined {
  return tags === undefined && from === undefined ? undefined : JSON.stringify({ tags, from });
}

export function optional(expiresAtMs: number | undefined, tags: Publication["tags"], from: ClientInfo | undefined) {
  return {
    ...(expiresAtMs !== undefined && { expiresAtMs }),
    ...(tags !== undefined && { tags }),
    ...(from !== undefined && { from }),
  };
}

/** What {@link publicationOf} takes, in its order. Rows come as lists: an object for each, with its names, costs as much again as the reading. */
export const PUBLICATION_COLUMNS = "offset, at_ms, expires_ms, data, op, extra";

export function publicationOf([offset, atMs, expiresMs, data, op, extra]: readonly SqlStorageValue[]): Publication {
  const { tags, from } = (extra === null ? {} : JSON.parse(extra as string)) as Pick<Publication, "tags" | "from">;
  return {
    offset: offset as number,
    data: dataOf(data ?? ""),
    op: op as number,
    publishedAtMs: atMs as number,
    ...optional(expiresMs === null ? undefined : (expiresMs as number), tags, from),
  };
}

/** A view of a part of a buffer would be stored as all of it. */
export function stored(data: Data): string | ArrayBuffer {
  if (typeof data === "string") return data;
  return data.byteLength === data.buffer.byteLength ? data.buffer : data.slice().buffer;
}

function dataOf(value: SqlStorageValue): Data {
  return value instanceof ArrayBuffer ? new Uint8Array(value) : String(value);
}

/** Without making the bytes: text is rarely near the limit. */
function utf8Length(text: string): number {
  return text.length * 3 <= DATA_BYTES_MAX ? text.length : new TextEncoder().encode(text).length;
}
