/**
 * Aliyun's `GET /v2/d`, both ends of it: what is signed, what is sealed, and what stands inside. On WebCrypto alone, for the SDK.
 *
 *     request   id=<account>&m=<mode>&v=1.0&exp=<unix seconds>&s=<signature>, and
 *               mode 0  dn=<names>&q=4|6|4,6[&cip=<address>][&sdns-…=…]
 *               mode 1, 2  enc=<hex of IV ‖ AES(the same as a JSON object of texts)>
 *     signature hex HMAC-SHA256 over `name=value&…` of the signed parameters that are not empty, sorted by name, unescaped
 *     reply     {"code":"success","mode":<mode>,"data":<object, or base64 of IV ‖ AES(its JSON)>}
 *
 * Mode 1 is AES-CBC with an IV of 16 bytes, mode 2 AES-GCM with one of 12 and a tag of 16. CBC does not authenticate: a client that does
 * without TLS must ask in mode 2. `data.exp` is Fairway's own: until when the answer may be believed, so that an old one cannot be played
 * to a client for ever; other clients pass it over.
 *
 * Keys are what an account's owner is given, in hex; see docs/httpdns-protocols.md.
 * @module
 */
import { parseBase64, renderBase64 } from "../base64.ts";
import { parseHex, renderHex } from "../digest.ts";
import { Fault } from "../fault.ts";

export const V2_PATH = "/v2/d";
export const V2_VERSION = "1.0";
/** How far ahead `exp` may lie; the vendor's own clients use all of it. */
export const SIGNATURE_SECONDS_MAX = 600;
/** Of one call. */
export const NAMES_MAX = 5;

/** 0: clear, 1: AES-CBC, 2: AES-GCM. */
export type Mode = 0 | 1 | 2;
export type Family = 4 | 6;

export interface V2Secrets {
  /** Of the signature: hex. */
  readonly secret: string;
  /** Of modes 1 and 2: hex of 16, 24 or 32 bytes. */
  readonly aes?: string | undefined;
}

/** {@link V2Secrets} as WebCrypto takes them: its keys are each for one algorithm. */
export interface V2Keys {
  readonly signing: CryptoKey;
  readonly cbc?: CryptoKey;
  readonly gcm?: CryptoKey;
}

export interface V2Asked {
  readonly names: readonly string[];
  readonly families: readonly Family[];
  /** For whom, where that is not who calls. */
  readonly clientIp?: string | undefined;
}

export interface V2Addresses {
  readonly ips: readonly string[];
  /** Seconds. */
  readonly ttl: number;
  /** Why there are none. */
  readonly no_ip_code?: string;
}

export interface V2Answer {
  readonly dn: string;
  readonly v4?: V2Addresses;
  readonly v6?: V2Addresses;
}

export interface V2Data {
  /** For whom it was answered: an address, or the network that it was cut to. */
  readonly cip?: string;
  readonly answers: readonly V2Answer[];
  /** Unix seconds. */
  readonly exp?: number;
}

export interface V2Envelope {
  readonly account: string;
  readonly mode: Mode;
  /** Unix seconds, at most {@link SIGNATURE_SECONDS_MAX} from now. */
  readonly expiresAtSeconds: number;
}

export type RandomBytes = (length: number) => Uint8Array<ArrayBuffer>;

/** Beside these all that begin with `sdns-`. */
const SIGNED = new Set(["cip", "dn", "enc", "exp", "id", "m", "q", "tags", "v"]);
const SDNS_PREFIX = "sdns-";

const CIPHERS = {
  1: { name: "AES-CBC", ivBytes: 16 },
  2: { name: "AES-GCM", ivBytes: 12 },
} as const;

const TEXT = new TextEncoder();
const UTF8 = new TextDecoder("utf-8", { fatal: true });

/** @throws Error where a secret is no hex, or an AES key of a length that there is not; it says which, and never what it is */
export async function v2Keys({ secret, aes }: V2Secrets): Promise<V2Keys> {
  const hmac = { name: "HMAC", hash: "SHA-256" };
  const signing = await crypto.subtle.importKey("raw", bytesOf(secret, "secret"), hmac, false, ["sign", "verify"]);
  if (aes === undefined) return { signing };
  const raw = bytesOf(aes, "AES key");
  const sealing = (name: string) => crypto.subtle.importKey("raw", raw, name, false, ["encrypt", "decrypt"]);
  const [cbc, gcm] = await Promise.all([sealing(CIPHERS[1].name), sealing(CIPHERS[2].name)]);
  return { signing, cbc, gcm };
}

/** @returns hex, lower case */
export async function signQuery(params: Iterable<readonly [string, string]>, { signing }: V2Keys): Promise<string> {
  return renderHex(new Uint8Array(await crypto.subtle.sign("HMAC", signing, signedBytes(params))));
}

/** In constant time. */
export async function isSignedBy(
  params: Iterable<readonly [string, string]>,
  signature: string,
  { signing }: V2Keys,
): Promise<boolean> {
  const given = parseHex(signature);
  return given !== undefined && (await crypto.subtle.verify("HMAC", signing, given, signedBytes(params)));
}

/** @returns the whole query, signed, without its `?` */
export async function sealRequest(
  asked: V2Asked,
  { account, mode, expiresAtSeconds }: V2Envelope,
  keys: V2Keys,
  random: RandomBytes,
): Promise<string> {
  const content = contentOf(asked);
  const params = new Map([
    ["id", account],
    ["m", String(mode)],
    ["v", V2_VERSION],
    ["exp", String(expiresAtSeconds)],
  ]);
  if (mode === 0) for (const [name, value] of Object.entries(content)) params.set(name, value);
  else params.set("enc", renderHex(await seal(JSON.stringify(content), mode, keys, random)));
  params.set("s", await signQuery(params, keys));
  return Array.from(params, ([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&");
}

/**
 * What is asked, out of a request whose signature was looked at before.
 * @param content its parameters in mode 0, else its `enc`
 * @returns undefined where it cannot be opened with these keys, or lacks something
 */
export async function openRequest(
  content: ReadonlyMap<string, string> | string,
  mode: Mode,
  keys: V2Keys | undefined,
): Promise<V2Asked | undefined> {
  if (typeof content !== "string") return askedOf((name) => content.get(name));
  const sealed = parseHex(content);
  if (mode === 0 || sealed === undefined || keys === undefined) return undefined;
  const opened = await open(sealed, mode, keys);
  if (typeof opened !== "object" || opened === null) return undefined;
  return askedOf((name) => {
    const value: unknown = Object.hasOwn(opened, name) ? opened[name as keyof typeof opened] : undefined;
    return typeof value === "string" ? value : undefined;
  });
}

/** @returns the body of a reply */
export async function sealReply(
  data: V2Data,
  mode: Mode,
  keys: V2Keys | undefined,
  random: RandomBytes,
): Promise<string> {
  const text = JSON.stringify(data);
  if (mode === 0 || keys === undefined) return `{"code":"success","mode":0,"data":${text}}`;
  return `{"code":"success","mode":${mode},"data":"${renderBase64(await seal(text, mode, keys, random))}"}`;
}

/**
 * @param mode that was asked in: a reply in another one is not believed, or who is in between would choose the one that does not authenticate
 * @throws Fault `unavailable` where the body is not what was asked for, `permission_denied` where it is a refusal, with the code that it
 * gives as the message
 */
export async function openReply(body: string, mode: Mode, keys: V2Keys): Promise<V2Data> {
  const reply = jsonOf(body) as { code?: unknown; mode?: unknown; data?: unknown } | null | undefined;
  if (typeof reply?.code !== "string") throw strange("is no answer");
  if (reply.code !== "success") throw new Fault("permission_denied", reply.code.slice(0, CODE_LENGTH_MAX));
  if (Number(reply.mode ?? 0) !== mode) throw strange("is in another mode");
  const sealed = mode === 0 || typeof reply.data !== "string" ? undefined : parseBase64(reply.data);
  const data = mode === 0 ? reply.data : sealed && (await open(sealed, mode, keys));
  if (!isData(data)) throw strange("cannot be opened");
  return data;
}

/** Of a refusal's code; the longest there is has 26 characters. */
const CODE_LENGTH_MAX = 64;

function strange(what: string): Fault {
  return new Fault("unavailable", `the reply of the resolver ${what}`);
}

function signedBytes(params: Iterable<readonly [string, string]>): Uint8Array<ArrayBuffer> {
  const signed = Array.from(params).filter(
    ([name, value]) => value !== "" && (SIGNED.has(name) || name.startsWith(SDNS_PREFIX)),
  );
  signed.sort(([a], [b]) => (a < b ? -1 : 1));
  return TEXT.encode(signed.map(([name, value]) => `${name}=${value}`).join("&"));
}

function contentOf({ names, families, clientIp }: V2Asked): Record<string, string> {
  const content = { dn: names.join(","), q: families.join(",") };
  return clientIp === undefined ? content : { ...content, cip: clientIp };
}

function askedOf(get: (name: string) => string | undefined): V2Asked | undefined {
  const [names, families] = [get("dn"), FAMILIES_BY_QUERY.get(get("q") ?? "")];
  if (names === undefined || names === "" || families === undefined) return undefined;
  return { names: names.split(","), families, clientIp: get("cip") };
}

/** What `q`, and `query` of the first version, asks for: IPv4 without it. */
export const FAMILIES_BY_QUERY: ReadonlyMap<string, readonly Family[]> = new Map([
  ["", [4]],
  ["4", [4]],
  ["6", [6]],
  ["4,6", [4, 6]],
  ["6,4", [4, 6]],
]);

async function seal(text: string, mode: 1 | 2, keys: V2Keys, random: RandomBytes): Promise<Uint8Array<ArrayBuffer>> {
  const { name, ivBytes } = CIPHERS[mode];
  const iv = random(ivBytes);
  const sealed = new Uint8Array(await crypto.subtle.encrypt({ name, iv }, keyOf(mode, keys), TEXT.encode(text)));
  const bytes = new Uint8Array(ivBytes + sealed.length);
  bytes.set(iv);
  bytes.set(sealed, ivBytes);
  return bytes;
}

/** @returns the JSON inside; undefined where these keys do not open it, whatever the reason: who tried must not learn it */
async function open(bytes: Uint8Array<ArrayBuffer>, mode: 1 | 2, keys: V2Keys): Promise<unknown> {
  const { name, ivBytes } = CIPHERS[mode];
  const iv = bytes.subarray(0, ivBytes);
  try {
    return jsonOf(UTF8.decode(await crypto.subtle.decrypt({ name, iv }, keyOf(mode, keys), bytes.subarray(ivBytes))));
  } catch {
    return undefined; // Of another key, damaged, too short, or no text.
  }
}

/** @throws Error where the account has no AES key */
function keyOf(mode: 1 | 2, { cbc, gcm }: V2Keys): CryptoKey {
  const key = mode === 1 ? cbc : gcm;
  if (key === undefined) throw new Error("there is no AES key");
  return key;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined; // The caller refuses it.
  }
}

function isData(value: unknown): value is V2Data {
  const data = value as Partial<V2Data> | null | undefined;
  if (typeof data !== "object" || data === null || !Array.isArray(data.answers)) return false;
  if (data.exp !== undefined && typeof data.exp !== "number") return false;
  return data.answers.every((answer: Partial<V2Answer> | null) => {
    return typeof answer?.dn === "string" && isAddresses(answer.v4) && isAddresses(answer.v6);
  });
}

function isAddresses(value: V2Addresses | undefined): boolean {
  if (value === undefined) return true;
  if (typeof value !== "object" || value === null || typeof value.ttl !== "number") return false;
  return Array.isArray(value.ips) && value.ips.every((ip: unknown) => typeof ip === "string");
}

function bytesOf(hex: string, what: string): Uint8Array<ArrayBuffer> {
  const bytes = parseHex(hex);
  if (bytes === undefined || bytes.length === 0) throw new Error(`the ${what} must be hex`);
  return bytes;
}
