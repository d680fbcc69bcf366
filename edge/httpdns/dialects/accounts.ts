/**
 * Who may ask: accounts of the dialects that have them, and what anybody may ask without one. Sections `accounts` and `settings/open` of
 * the configuration:
 *
 *     accounts  1234  {"keys": [{"aliyun": {"secret": "<hex>", "aes": "<hex>"}, "tencent": {"des": "8 chars", "aes": "16 chars", "token": "…"},
 *                                "notAfter": "2027-01-01T00:00:00Z"}],
 *                      "names": ["example.com"], "requestsPerSecond": 100, "dialects": ["aliyun"], "unsigned": false, "region": "eu"}
 *     settings  open  {"dialects": ["tencent", "doh"], "names": ["example.com"], "requestsPerSecond": 20}
 *
 * An account has two keys at most: while one takes the place of the other, both are good. No message here repeats a value.
 * @module
 */
import * as v from "valibot";
import { normalName } from "../../../proto/httpdns/httpdns.ts";

export type Dialect = "tencent" | "aliyun" | "doh";

export interface AccountKey {
  readonly aliyun: { readonly secret: string; readonly aes: string | undefined } | undefined;
  readonly tencent:
    | { readonly des: string | undefined; readonly aes: string | undefined; readonly token: string | undefined }
    | undefined;
  /** Unix milliseconds; undefined where it does not end. */
  readonly notAfterMs: number | undefined;
}

/** What may be asked, and how often. */
export interface Allowance {
  readonly dialects: ReadonlySet<Dialect>;
  /** Suffixes; undefined for every name that this edge answers for. */
  readonly names: readonly string[] | undefined;
  /** As many may come at once. Of an open allowance: by each network. */
  readonly requestsPerSecond: number;
}

export interface Account extends Allowance {
  readonly keys: readonly AccountKey[];
  /** Whether it may be asked for without a proof, where a dialect has such a way. */
  readonly unsigned: boolean;
  /** Where its clients are, whatever their networks. */
  readonly region: string | undefined;
}

const KEYS_MAX = 2;
/** Clients of both vendors keep an account's id in an integer. */
const ACCOUNT_ID = /^[1-9]\d{0,9}$/;
/** 128 bits, as the vendors give out, to 512, the block of SHA-256. */
const SECRET = /^(?:[0-9a-f]{2}){16,64}$/i;
const AES_KEY = /^(?:[0-9a-f]{32}|[0-9a-f]{48}|[0-9a-f]{64})$/i;
const REQUESTS_PER_SECOND_DEFAULT = 100;
const REQUESTS_PER_SECOND_MAX = 1_000_000;
const TOKEN_LENGTH_MAX = 256;
/** The vendor's have nine digits. */
const TOKEN_LENGTH_MIN = 8;
const NO_TIME = "must be a time such as 2027-01-01T00:00:00Z";

const text = (pattern: RegExp, what: string) =>
  v.pipe(v.string(`must be ${what}`), v.regex(pattern, `must be ${what}`));
const optionalText = (pattern: RegExp, what: string) => v.optional(text(pattern, what));

const aliyunKey = v.pipe(
  v.strictObject(
    {
      secret: text(SECRET, "hex of 16 to 64 bytes"),
      aes: optionalText(AES_KEY, "hex of 16, 24 or 32 bytes"),
    },
    "must be {secret, aes}",
  ),
  v.transform(({ secret, aes }) => ({ secret, aes })),
);

const tencentKey = v.pipe(
  v.strictObject(
    {
      des: optionalText(/^[\x21-\x7e]{8}$/, "8 characters of ASCII"),
      aes: optionalText(/^[\x21-\x7e]{8,16}$/, "8 to 16 characters of ASCII"),
      token: optionalText(
        new RegExp(`^[\\x21-\\x7e]{${TOKEN_LENGTH_MIN},${TOKEN_LENGTH_MAX}}$`),
        `${TOKEN_LENGTH_MIN} to ${TOKEN_LENGTH_MAX} characters of ASCII`,
      ),
    },
    "must be {des, aes, token}",
  ),
  v.transform(({ des, aes, token }) => ({ des, aes, token })),
);

const key = v.pipe(
  v.strictObject(
    {
      aliyun: v.optional(aliyunKey),
      tencent: v.optional(tencentKey),
      notAfter: v.optional(v.pipe(v.string(NO_TIME), v.isoTimestamp(NO_TIME))),
    },
    "must be {aliyun, tencent, notAfter}",
  ),
  v.transform(
    ({ aliyun, tencent, notAfter }): AccountKey => ({
      aliyun,
      tencent,
      notAfterMs: notAfter === undefined ? undefined : Date.parse(notAfter),
    }),
  ),
);

const suffix = v.pipe(
  v.string("must be a name"),
  v.check((name) => normalName(name) === name, "must be a name in lower case and A-labels, without a dot at the end"),
);

const requestsPerSecond = v.optional(
  v.pipe(
    v.number("must be a number"),
    v.integer("must be whole"),
    v.minValue(1, "must be at least 1"),
    v.maxValue(REQUESTS_PER_SECOND_MAX, `must be at most ${REQUESTS_PER_SECOND_MAX}`),
  ),
  REQUESTS_PER_SECOND_DEFAULT,
);

const dialect = v.picklist(["tencent", "aliyun", "doh"], "must be tencent, aliyun or doh");

/** The value of an account. */
export const accountSchema = v.pipe(
  v.strictObject(
    {
      keys: v.optional(
        v.pipe(v.array(key, "must be a list"), v.maxLength(KEYS_MAX, `must be ${KEYS_MAX} at most`)),
        [],
      ),
      names: v.optional(v.array(suffix, "must be a list of names")),
      requestsPerSecond,
      dialects: v.optional(v.array(dialect, "must be a list of dialects"), ["tencent", "aliyun"]),
      unsigned: v.optional(v.boolean("must be true or false"), false),
      region: v.optional(v.pipe(v.string("must be text"), v.minLength(1, "must not be empty"))),
    },
    "must be {keys, names, requestsPerSecond, dialects, unsigned, region}",
  ),
  v.check(({ keys, unsigned }) => unsigned || keys.length > 0, "needs keys, or unsigned: true"),
  v.transform(
    ({ dialects, names, region, ...rest }): Account => ({ ...rest, names, region, dialects: new Set(dialects) }),
  ),
);

/** The value of `settings/open`. Without dialects nobody may ask without an account. */
export const openSchema = v.pipe(
  v.strictObject(
    {
      dialects: v.optional(v.array(dialect, "must be a list of dialects"), []),
      names: v.optional(v.array(suffix, "must be a list of names")),
      requestsPerSecond,
    },
    "must be {dialects, names, requestsPerSecond}",
  ),
  v.transform(({ dialects, names, ...rest }): Allowance => ({ ...rest, names, dialects: new Set(dialects) })),
);

/** What an account may be called. */
export function isAccountId(id: string): boolean {
  return ACCOUNT_ID.test(id);
}
