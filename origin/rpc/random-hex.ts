/**
 * Random hex for trace ids, as Node makes it fastest.
 * @module
 */
import { randomFillSync } from "node:crypto";
import type { RandomHex } from "../../proto/trace.ts";

/** Bytes drawn and turned to text at a time: some 170 calls' worth of ids. */
const POOL_BYTES = 4096;

/** The text is made for the whole pool at once and then cut; making it byte by byte costs six times as much. */
export function nodeHex(): RandomHex {
  const pool = Buffer.alloc(POOL_BYTES);
  let hex = "";
  let at = 0;
  return (byteCount) => {
    if (at + byteCount * 2 > hex.length) {
      randomFillSync(pool);
      hex = pool.toString("hex");
      at = 0;
    }
    at += byteCount * 2;
    return hex.slice(at - byteCount * 2, at);
  };
}
