/**
 * Who calls, and what they may: by a token of the service, the operator's, or as anyone where the service is open.
 *
 *     fwc~<service>~<idc>~<id>~<43 characters of base64url>
 *
 * A token names what it is for, so that protocols without a place for that can be spoken with it. Of a token only its SHA-256 is kept: that is
 * enough for 256 random bits, and the time it takes to compare tells nothing.
 * @module
 */
import type { Access } from "../../durable/config/access.ts";
import { renderBase64Url } from "../../proto/base64.ts";
import { isName, type Right } from "../../proto/config/config.ts";
import { isSameBytes, renderHex, sha256 } from "../../proto/digest.ts";
import { Fault } from "../../proto/fault.ts";
import type { Place } from "./objects.ts";

const TEXT = new TextEncoder();
const PREFIX = "fwc";
const SECRET_BYTES = 32;
const SECRET = /^[\w-]{43}$/;
const ID_BYTES = 6;
export const TOKEN_ID = /^[0-9a-f]{12}$/;
const REALM = 'Bearer realm="config"';

export interface Caller {
  /** As it stands in versions and the audit log. */
  readonly actor: string;
  readonly rights: ReadonlySet<Right>;
  /** Of the token; empty without one. */
  readonly token: string;
}

export interface NewToken {
  readonly id: string;
  readonly token: string;
  readonly digest: string;
}

export interface TokenParts extends Place {
  readonly id: string;
}

const ALL: ReadonlySet<Right> = new Set(["read", "edit", "publish", "admin"]);
export const OPERATOR: Caller = { actor: "operator", rights: ALL, token: "" };
/** May read what is no secret, where the service is open. */
const ANYONE: Caller = { actor: "anyone", rights: new Set(), token: "" };

export async function newToken({ service, idc }: Place): Promise<NewToken> {
  const id = newId();
  const secret = renderBase64Url(crypto.getRandomValues(new Uint8Array(SECRET_BYTES)));
  const token = [PREFIX, service, idc, id, secret].join("~");
  return { id, token, digest: await digestOf(token) };
}

export function newId(): string {
  return renderHex(crypto.getRandomValues(new Uint8Array(ID_BYTES)));
}

/** What a token says of itself; undefined for what is no token of a service. */
export function parseToken(text: string): TokenParts | undefined {
  const [prefix, service = "", idc = "", id = "", secret = "", ...more] = text.split("~");
  const fits = prefix === PREFIX && isName(service) && isName(idc) && TOKEN_ID.test(id) && SECRET.test(secret);
  return fits && more.length === 0 ? { service, idc, id } : undefined;
}

/**
 * @param bearer what the request carried; undefined without
 * @throws Fault unauthenticated for a token that is not of this service, or none where one is needed
 */
export function callerByToken(bearer: string | undefined, place: Place, access: Access): Caller | Promise<Caller> {
  if (bearer !== undefined) return callerByBearer(bearer, place, access);
  if (access.open) return ANYONE;
  throw unauthenticated("this needs a token of the service");
}

async function callerByBearer(bearer: string, place: Place, access: Access): Promise<Caller> {
  const parts = parseToken(bearer);
  const digest = await digestOf(bearer);
  const isOurs = parts?.service === place.service && parts.idc === place.idc;
  const token = isOurs ? access.tokens.find(({ id }) => id === parts.id) : undefined;
  if (token === undefined || !isSameBytes(TEXT.encode(token.digest), TEXT.encode(digest)))
    throw unauthenticated("the token is not one of this service");
  const rights = new Set<Right>(token.rights.includes("admin") ? ALL : token.rights);
  return { actor: token.name, rights, token: token.id };
}

/** @throws Fault permission_denied, unauthenticated */
export function requireRight({ rights, token }: Caller, ...anyOf: readonly Right[]): void {
  if (anyOf.some((right) => rights.has(right))) return;
  if (rights.size === 0 && token === "") throw unauthenticated("this needs a token of the service");
  throw new Fault("permission_denied", `this needs the right ${anyOf.join(" or ")}`);
}

/** Secrets are shown to who has `read`. */
export function readsSecrets({ rights }: Caller): boolean {
  return rights.has("read");
}

export function unauthenticated(words: string): Fault {
  return new Fault("unauthenticated", words, { headers: { "www-authenticate": REALM } });
}

async function digestOf(text: string): Promise<string> {
  return renderHex(await sha256(text));
}
