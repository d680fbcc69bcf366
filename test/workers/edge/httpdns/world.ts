/** A whole edge that answers for a zone, with accounts, and a clock that stands until it is moved. */
import { app } from "../../../../edge/app.ts";
import { parseSettings } from "../../../../edge/settings.ts";
import { pooledHex } from "../../../../proto/trace.ts";
import { COMPRESSOR } from "../codec/fixture.ts";

export const NOW_MS = Date.UTC(2026, 10, 23, 3, 0, 0);
export const NOW_SECONDS = NOW_MS / 1000;
export const CLIENT = "198.51.100.7";

export const SECRET = "00112233445566778899aabbccddeeff";
export const AES = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";
export const NEW_SECRET = "ffeeddccbbaa99887766554433221100";
export const NEW_AES = "f0e1d2c3b4a5968778695a4b3c2d1e0f";
export const TENCENT_KEY = { des: "8 bytes!".replace(" ", "_"), aes: "sixteen_or_less", token: "123456789" };
export const OLD_TENCENT_KEY = { des: "old_des!", aes: "old_aes_key_16__", token: "987654321" };

const ROUTES = JSON.stringify({ upstreams: { main: { urls: ["http://upstream.test"] } }, routes: [] });

const KEY = { aliyun: { secret: SECRET, aes: AES }, tencent: TENCENT_KEY };
const NEW_KEY = { aliyun: { secret: NEW_SECRET, aes: NEW_AES } };

const DOCUMENT = {
  zones: {
    "app.test": {
      names: {
        "@": { sets: "both" },
        api: { sets: "both" },
        four: { sets: "four" },
        www: { cname: "api.app.test" },
        near: { rules: [{ when: { subnet: ["203.0.113.0/24"] }, sets: "near" }, { sets: "four" }] },
      },
    },
    "other.test": { names: { api: { sets: "four" } } },
  },
  sets: {
    both: { addresses: ["192.0.2.1", "2001:db8::1"] },
    four: { addresses: ["192.0.2.4"] },
    near: { addresses: ["192.0.2.9"] },
  },
  settings: {
    service: { ips: ["192.0.2.53"], ipsv6: ["2001:db8::53"], ports: [80] },
    open: { dialects: ["tencent", "doh"], names: ["app.test"], requestsPerSecond: 50 },
  },
  accounts: {
    "1000": { keys: [KEY, NEW_KEY], names: ["app.test"] },
    "2000": { keys: [{ ...KEY, notAfter: new Date(NOW_MS + 60_000).toISOString() }, { tencent: OLD_TENCENT_KEY }] },
    "3000": { unsigned: true, requestsPerSecond: 3 },
    "4000": { keys: [KEY], dialects: [] },
    "5000": { unsigned: true, keys: [KEY] },
  },
};

const PROTOCOLS = JSON.stringify({ "httpdns-tencent": true, "httpdns-aliyun": true, "httpdns-doh": true });

export interface World {
  /** Moves the clock. */
  pass(ms: number): void;
  send(target: string, init?: RequestInit & { readonly ip?: string }): Promise<Response>;
  text(target: string, init?: RequestInit & { readonly ip?: string }): Promise<string>;
  /** Everything that was logged or warned of. */
  readonly written: string[];
}

/** @param changes sections of the document that take the place of the usual ones */
export function world(changes: Record<string, unknown> = {}, more: Record<string, string> = {}): World {
  let nowMs = NOW_MS;
  const written: string[] = [];
  const bindings = { PROTOCOLS, HTTPDNS: JSON.stringify({ ...DOCUMENT, ...changes }), ...more };
  const parsed = parseSettings(bindings, ROUTES);
  if (parsed.flaws !== undefined) throw new Error(parsed.flaws.join("\n"));
  const edge = app(parsed, {
    fetch: () => Promise.reject(new Error("nothing is sent on")),
    now: () => nowMs,
    random: () => 0.5,
    randomHex: pooledHex(),
    sleep: () => Promise.resolve(),
    compressor: COMPRESSOR,
    dictionaries: [],
    write: (lines) => void written.push(...lines),
    warn: (...words) => void written.push(words.join(" ")),
  });
  const send = (target: string, { ip = CLIENT, ...init }: RequestInit & { readonly ip?: string } = {}) => {
    const headers = new Headers(init.headers);
    headers.set("cf-connecting-ip", ip);
    return edge(new Request(`http://edge.test${target}`, { ...init, headers }), { waitUntil: () => undefined });
  };
  return {
    pass: (ms) => {
      nowMs += ms;
    },
    send,
    text: async (target, init) => await (await send(target, init)).text(),
    written,
  };
}
