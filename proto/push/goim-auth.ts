/**
 * What a goim client says in the body of its first packet, and in those that change its operations.
 *
 *     {"mid": 123, "key": "device-1", "room_id": "live://1000", "platform": "web", "accepts": [1000, 1001], "token": "eyJ…"}
 *
 * All of it may be missing, and what else is there is passed over. `token` is Fairway's own: an access token of the passport, or a connection
 * token; who the client is then comes from it alone, and `mid` and `key` are passed over.
 * @module
 */

export interface GoimAuth {
  /** Decimal; empty where it is missing or not above 0, which goim takes for nobody. */
  readonly mid: string;
  readonly key: string;
  readonly room: string;
  readonly platform: string;
  readonly accepts: readonly number[];
  readonly token: string;
}

const INT32_MIN = -(2 ** 31);
const INT32_MAX = 2 ** 31 - 1;
const INT64_MIN = -(1n << 63n);
const INT64_MAX = (1n << 63n) - 1n;
const INTEGER = /^[+-]?\d+$/;
/** Parses with the text of each number, because a `mid` may be longer than a double is exact (ECMA-262, `JSON.parse` with `context.source`). */
const parseWithSource = JSON.parse as (
  text: string,
  reviver: (key: string, value: unknown, context: { readonly source?: string }) => unknown,
) => unknown;

/** @returns undefined for what is no such JSON, or has a field of another type */
export function parseGoimAuth(text: string): GoimAuth | undefined {
  let parsed: unknown;
  try {
    parsed = parseWithSource(text, (key, value, { source }) =>
      key === "mid" && typeof value === "number" && source !== undefined && INTEGER.test(source)
        ? BigInt(source)
        : value,
    );
  } catch {
    return undefined;
  }
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) return undefined;
  const fields = parsed as Record<string, unknown>;
  const mid = fields.mid ?? 0n;
  const accepts = fields.accepts ?? [];
  if (typeof mid !== "bigint" || mid < INT64_MIN || mid > INT64_MAX) return undefined;
  if (!Array.isArray(accepts) || !accepts.every(isInt32)) return undefined;
  const texts = ["key", "room_id", "platform", "token"].map((name) => fields[name] ?? "");
  if (!texts.every((each) => typeof each === "string")) return undefined;
  const [key = "", room = "", platform = "", token = ""] = texts;
  return { mid: mid > 0n ? String(mid) : "", key, room, platform, accepts, token };
}

/** @param text such as `1002,1003` @returns undefined for any other */
export function parseGoimOperations(text: string): readonly number[] | undefined {
  const items = text.split(",");
  if (!items.every((item) => INTEGER.test(item))) return undefined;
  const operations = items.map(Number);
  return operations.every(isInt32) ? operations : undefined;
}

function isInt32(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= INT32_MIN && Number(value) <= INT32_MAX;
}
