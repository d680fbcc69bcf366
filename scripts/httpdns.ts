/**
 * HTTPDNS of the local edge: a zone with the edge in it, open to everybody on this machine, and an account with keys of its own in
 * `.fairway/httpdns.json`, which only its owner may read.
 * @module
 */
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { keptFile } from "./kept.ts";
import { PORTS } from "./ports.ts";
import { STATE_FOLDER } from "./secrets.ts";

/** What the local edge is called; `.test` is nobody's (RFC 2606). */
export const LOCAL_EDGE_NAME = "edge.fairway.test";

const ZONE = "fairway.test";
const ACCOUNT = "1000";
/** For whoever tries it, and for a benchmark. */
const REQUESTS_PER_SECOND = 100_000;
const TTL_SECONDS = 60;

export interface HttpdnsKeys {
  readonly account: string;
  /** Of Aliyun's signatures, hex. */
  readonly secret: string;
  /** Of Aliyun's `/v2/d`, hex. */
  readonly aes: string;
  /** Of Tencent's `/d`: 8 and 16 characters, and a number. */
  readonly tencentDes: string;
  readonly tencentAes: string;
  readonly tencentToken: string;
}

/** @throws Error when the file is there and is not what this wrote */
export async function localHttpdnsKeys(folder = STATE_FOLDER): Promise<HttpdnsKeys> {
  const file = join(folder, "httpdns.json");
  return (await keptFile(file, (text) => parse(text, file), make)).value;
}

function make(): string {
  const keys: HttpdnsKeys = {
    account: ACCOUNT,
    secret: randomBytes(16).toString("hex"),
    aes: randomBytes(16).toString("hex"),
    tencentDes: randomBytes(6).toString("base64url"),
    tencentAes: randomBytes(12).toString("base64url"),
    tencentToken: String(randomBytes(6).readUIntBE(0, 6)).padStart(9, "0"),
  };
  return `${JSON.stringify(keys, null, 2)}\n`;
}

function parse(text: string, file: string): HttpdnsKeys {
  const names = ["account", "secret", "aes", "tencentDes", "tencentAes", "tencentToken"] as const;
  try {
    const keys = JSON.parse(text) as Record<string, unknown>;
    if (names.every((name) => typeof keys[name] === "string")) return keys as unknown as HttpdnsKeys;
  } catch {
    // Falls through to the error that says what to do.
  }
  throw new Error(`${file} is damaged: delete it, and new keys are made`);
}

/** What the edge has to know while nothing is published as service `dns`. */
export function httpdnsBindings(keys: HttpdnsKeys): Readonly<Record<string, string>> {
  const { account, secret, aes, tencentDes, tencentAes, tencentToken } = keys;
  const key = { aliyun: { secret, aes }, tencent: { des: tencentDes, aes: tencentAes, token: tencentToken } };
  const document = {
    zones: {
      [ZONE]: { ttlSeconds: TTL_SECONDS, names: { edge: { sets: "edge" }, api: { cname: LOCAL_EDGE_NAME } } },
    },
    sets: { edge: { addresses: ["127.0.0.1"] } },
    settings: {
      service: { ips: ["127.0.0.1"], ports: [PORTS.edge] },
      open: { dialects: ["tencent", "doh"], requestsPerSecond: REQUESTS_PER_SECOND },
    },
    accounts: { [account]: { keys: [key], unsigned: true, requestsPerSecond: REQUESTS_PER_SECOND } },
  };
  return { HTTPDNS: JSON.stringify(document) };
}
