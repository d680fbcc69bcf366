/**
 * Who may use the registry for which service: a token for each service, `REGISTRY_TOKENS`, and operators for all.
 *
 *     {"shop.cart": {"token": "…", "reads": ["shop.stock", "shop.price"]}, "edge.tool": {"token": ["new", "old"], "reads": ["*"]}}
 *
 * A token may register, renew, change and cancel instances of its own service and read it, and read what `reads` lists. It comes as a
 * bearer token, or as the password of Basic for clients that can only be told a host: `user:TOKEN@edge.example`.
 * @module
 */
import * as v from "valibot";
import { SECRET_TOKEN_LENGTH_MIN } from "../../proto/bearer.ts";
import { isSameBytes, sha256 } from "../../proto/digest.ts";
import { Fault } from "../../proto/fault.ts";
import type { Operators } from "../ops/ops.ts";
import type { Call } from "../route/call.ts";
import { SERVICE_NAME } from "./fields.ts";

const TOKEN_LENGTH_MAX = 512;
const SERVICES_MAX = 1_000;
const EVERYTHING = "*";

export interface Access {
  readonly token: readonly string[];
  readonly reads: readonly string[];
}

/** By the service whose tokens they are. */
export type AccessList = ReadonlyMap<string, Access>;

export interface Grant {
  reads(appid: string): boolean;
  writes(appid: string): boolean;
}

/** @throws Fault unauthenticated */
export type Admit = (call: Pick<Call, "request" | "client">) => Promise<Grant>;

const token = v.pipe(
  v.string("must be a token, or a list of them"),
  v.minLength(SECRET_TOKEN_LENGTH_MIN, `must have at least ${SECRET_TOKEN_LENGTH_MIN} characters`),
  v.maxLength(TOKEN_LENGTH_MAX),
);
const name = v.pipe(v.string(), v.regex(SERVICE_NAME, "must be the name of a service"));
const schema = v.pipe(
  v.record(
    name,
    v.strictObject({
      token: v.pipe(
        v.lazy((value) => (Array.isArray(value) ? v.pipe(v.array(token), v.minLength(1)) : token)),
        v.transform((value) => (typeof value === "string" ? [value] : value)),
      ),
      reads: v.optional(v.array(v.union([v.literal(EVERYTHING), name], 'must be the name of a service, or "*"')), []),
    }),
  ),
  v.maxEntries(SERVICES_MAX),
);

/** @param flaws gets a line for each flaw, without a token in it */
export function parseRegistryTokens(text: string | undefined, flaws: string[]): AccessList {
  if (text === undefined) return new Map();
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    flaws.push("REGISTRY_TOKENS: is no JSON");
    return new Map();
  }
  const parsed = v.safeParse(schema, Array.isArray(json) ? null : json);
  if (parsed.success) return new Map(Object.entries(parsed.output));
  for (const issue of parsed.issues) {
    const path = v.getDotPath(issue);
    flaws.push(`REGISTRY_TOKENS${path === null ? "" : `.${path}`}: ${issue.message}`);
  }
  return new Map();
}

export function admission(list: AccessList, operators: Pick<Operators, "isOperator">): Admit {
  let digests: Promise<readonly { readonly digest: Uint8Array; readonly grant: Grant }[]> | undefined;

  return async (call) => {
    const given = credentialOf(call.request.headers.get("authorization"));
    if (given !== undefined) {
      digests ??= digestsOf(list);
      const [digest, known] = await Promise.all([sha256(given), digests]);
      // All are compared, and digests at that: the time it takes tells nothing of any token.
      const found = known.filter((each) => isSameBytes(each.digest, digest));
      const [first] = found;
      if (first !== undefined) return first.grant;
      if (await operators.isOperator(call)) return ALL;
    }
    throw new Fault("unauthenticated", "the token is missing or wrong", {
      headers: { "www-authenticate": 'Bearer realm="discovery", Basic realm="discovery"' },
    });
  };
}

const ALL: Grant = { reads: () => true, writes: () => true };

async function digestsOf(list: AccessList) {
  const entries = [...list].flatMap(([appid, { token: tokens, reads }]) => {
    const readable = new Set([appid, ...reads]);
    const grant: Grant = {
      reads: (wanted) => readable.has(wanted) || readable.has(EVERYTHING),
      writes: (wanted) => wanted === appid,
    };
    return tokens.map(async (text) => ({ digest: await sha256(text), grant }));
  });
  return await Promise.all(entries);
}

function credentialOf(header: string | null): string | undefined {
  const [, scheme = "", value = ""] = /^(Bearer|Basic) +(\S+)$/i.exec(header ?? "") ?? [];
  if (scheme.toLowerCase() === "bearer") return value;
  if (scheme === "") return undefined;
  try {
    return /^[^:]*:(.*)$/s.exec(atob(value))?.[1];
  } catch {
    return undefined; // It is no base64, and so nobody's token.
  }
}
