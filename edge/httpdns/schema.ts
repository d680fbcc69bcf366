/**
 * The shapes of what service `dns` configures, a schema for the value of each section. What the values say of each other is checked in
 * document.ts.
 * @module
 */
import * as v from "valibot";
import { normalName } from "../../proto/httpdns/httpdns.ts";
import { PREFIX_MAX_4, PREFIX_MAX_6, parseAddress, parseNetwork, renderAddress } from "./address.ts";

/** A week: longer nobody keeps a record anyway (RFC 8767 §4). */
const TTL_SECONDS_MAX = 604_800;
const RULES_MAX = 64;
const CONDITIONS_MAX = 256;
/** Sets that stand in for one another. */
const SETS_MAX = 8;
/** More than fit any answer; what has more of them has a balancer. */
const ADDRESSES_MAX = 64;
/** A phone tries two or three. */
const ANSWERS_MAX = 16;
const WEIGHT_MAX = 1_000;
const SUFFIXES_MAX = 1_000;
const SUBNETS_MAX = 4_096;
/** Of the service list, as many as a client tries. */
const SERVICE_ADDRESSES_MAX = 16;
const PORTS_MAX = 8;
/** A dead address has to be out of every answer within 5 s; what is left is for ticks, and the way to the isolates. */
const NOTICED_MS_MAX = 4_500;

const integer = (least: number, most: number) =>
  v.pipe(
    v.number(`must be a number from ${least} to ${most}`),
    v.integer("must be whole"),
    v.minValue(least, `at least ${least}`),
    v.maxValue(most, `at most ${most}`),
  );
const ttl = integer(1, TTL_SECONDS_MAX);
const NO_NAME = "must be a name such as api.example.com, in lower case and A-labels, without a dot at its end";
export const hostName = v.pipe(
  v.string(NO_NAME),
  v.check((text) => normalName(text) === text, NO_NAME),
);
/** One label or several, before the name of their zone. */
const OWN_LABELS = /^(?:@|[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*)$/;
const ownLabels = v.pipe(v.string(), v.regex(OWN_LABELS, "must be @, or labels such as www, in lower case"));
const setName = v.pipe(v.string("must be the name of a set"), v.regex(/^[^\s]{1,128}$/, "must be the name of a set"));
/** In one form, so that addresses can be compared as text. */
const address = v.pipe(
  v.string("must be an IPv4 or IPv6 address"),
  v.transform((text) => parseAddress(text)),
  v.check((bytes) => bytes !== undefined, "must be an IPv4 or IPv6 address"),
  v.transform((bytes) => (bytes === undefined ? "" : renderAddress(bytes))),
);
/** An object that may be written as the text of one of its fields. */
const short = <T extends v.GenericSchema<unknown, unknown>>(field: string, schema: T) =>
  v.pipe(
    v.unknown(),
    v.transform((value) => (typeof value === "string" ? { [field]: value } : value)),
    schema,
  );

/** What of an address is looked at ends at /24 or /56, so a longer prefix could never match. */
const network = v.pipe(
  v.string("must be a network such as 203.0.113.0/24"),
  v.check((text) => parseNetwork(text) !== undefined, "must be a network such as 203.0.113.0/24, without host bits"),
  v.check((text) => {
    const parsed = parseNetwork(text);
    return parsed === undefined || parsed.prefix <= (parsed.family === 4 ? PREFIX_MAX_4 : PREFIX_MAX_6);
  }, `at most /${PREFIX_MAX_4}, or /${PREFIX_MAX_6} of IPv6: a client's address is cut there`),
);
const country = v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, "must be two capital letters, such as DE"));
const continent = v.picklist(["AF", "AN", "AS", "EU", "NA", "OC", "SA"], "must be one of AF, AN, AS, EU, NA, OC, SA");
const asn = integer(1, 4_294_967_295);
const region = v.pipe(v.string(), v.regex(/^[A-Za-z0-9._-]{1,64}$/, "must be 1 to 64 of A-Z a-z 0-9 . _ -"));

/** One value, or several of which any is meant. */
const oneOrMore = <T extends v.GenericSchema<unknown, unknown>>(item: T) =>
  v.pipe(
    v.unknown(),
    v.transform((value) => (Array.isArray(value) ? (value as unknown[]) : [value])),
    v.array(item),
    v.minLength(1, "must not be empty"),
    v.maxLength(CONDITIONS_MAX, `at most ${CONDITIONS_MAX}`),
  );

const when = v.strictObject({
  subnet: v.optional(oneOrMore(network)),
  asn: v.optional(oneOrMore(asn)),
  region: v.optional(oneOrMore(region)),
  country: v.optional(oneOrMore(country)),
  continent: v.optional(oneOrMore(continent)),
});
const target = {
  sets: v.optional(v.pipe(oneOrMore(setName), v.maxLength(SETS_MAX, `at most ${SETS_MAX} sets`))),
  cname: v.optional(hostName),
};
const either = <T extends { readonly sets?: unknown; readonly cname?: unknown }>({ sets, cname }: T) =>
  (sets === undefined) !== (cname === undefined);
const EITHER = "must have either sets or cname";
const rule = v.pipe(v.strictObject({ when: v.optional(when, {}), ...target }), v.check(either, EITHER));

const nameSchema = v.pipe(
  v.strictObject({
    ttlSeconds: v.optional(ttl),
    /** Of the addresses at the most so many. */
    answers: v.optional(integer(1, ANSWERS_MAX)),
    rules: v.optional(
      v.pipe(v.array(rule), v.minLength(1, "must not be empty"), v.maxLength(RULES_MAX, `at most ${RULES_MAX} rules`)),
    ),
    ...target,
  }),
  v.check(
    ({ rules, sets, cname }) => [rules, sets, cname].filter((each) => each !== undefined).length === 1,
    "must have one of rules, sets and cname",
  ),
);

export const zoneSchema = v.strictObject({
  ttlSeconds: v.optional(ttl, 60),
  /** How long it is remembered that there is no such name. */
  negativeTtlSeconds: v.optional(ttl, 30),
  /** Of the SOA record. */
  primary: v.optional(hostName),
  contact: v.optional(hostName),
  /** `@` is the zone's own name; the others stand before it. */
  names: v.record(ownLabels, nameSchema),
});

const labels = {
  region: v.optional(region),
  country: v.optional(country),
  continent: v.optional(continent),
};
const port = integer(1, 65_535);
const check = v.variant("kind", [
  v.strictObject({
    kind: v.literal("http"),
    port: v.optional(port),
    tls: v.optional(v.boolean(), false),
    /** In the Host header, and with TLS the name that the certificate must have; the address itself by default. */
    host: v.optional(hostName),
    path: v.optional(v.pipe(v.string(), v.regex(/^\/[!-~]{0,1023}$/, "must be a path such as /readyz")), "/"),
    /** Without one all from 200 to 399 are good. */
    status: v.optional(integer(100, 599)),
  }),
  v.strictObject({ kind: v.literal("tcp"), port }),
  v.strictObject({ kind: v.literal("tls"), port: v.optional(port, 443), host: hostName }),
]);
export type CheckConfig = v.InferOutput<typeof check>;

export const setSchema = v.pipe(
  v.strictObject({
    addresses: v.optional(
      v.pipe(
        v.array(
          short("address", v.strictObject({ address, weight: v.optional(integer(0, WEIGHT_MAX), 1), ...labels })),
        ),
        v.maxLength(ADDRESSES_MAX, `at most ${ADDRESSES_MAX} addresses`),
      ),
      [],
    ),
    /** Whose instances are addresses too; the zone of an instance counts as its region. */
    registry: v.optional(
      v.strictObject({
        appid: v.pipe(v.string(), v.minLength(1, "must not be empty"), v.maxLength(128, "at most 128 characters")),
        env: v.pipe(v.string(), v.minLength(1, "must not be empty"), v.maxLength(64, "at most 64 characters")),
      }),
    ),
    check: v.optional(check),
  }),
  v.check(
    ({ addresses, registry }) => addresses.length > 0 || registry !== undefined,
    "must have addresses, or a registry to find them by",
  ),
);

export const networkSchema = v.strictObject({
  subnets: v.pipe(
    v.array(network),
    v.minLength(1, "must not be empty"),
    v.maxLength(SUBNETS_MAX, `at most ${SUBNETS_MAX}`),
  ),
  ...labels,
  asn: v.optional(asn),
});

/** Plain HTTP is for a machine's own resolver. */
function isResolverUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password, hash } = new URL(text);
  const isLoopback = hostname === "localhost" || hostname === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(hostname);
  return (protocol === "https:" || (protocol === "http:" && isLoopback)) && username + password + hash === "";
}

export const resolverSchema = v.strictObject({
  url: v.pipe(v.string(), v.check(isResolverUrl, "must be an https URL such as https://dns.example/dns-query")),
});

const suffix = short(
  "suffix",
  v.strictObject({
    suffix: hostName,
    /** Whether resolvers are told the client's network. */
    clientSubnet: v.optional(v.boolean(), false),
    agreement: v.optional(v.picklist(["address", "network", "chain"], "must be address, network or chain"), "network"),
  }),
);

export const foreignSchema = v.pipe(
  v.strictObject({
    suffixes: v.pipe(v.array(suffix), v.maxLength(SUFFIXES_MAX, `at most ${SUFFIXES_MAX} suffixes`)),
    /** How many resolvers have to say the same; by default more than half of them. */
    quorum: v.optional(integer(1, 6)),
    /** Whether the only resolver that answers at all is believed: where it was not caught before, or never. */
    alone: v.optional(v.picklist(["trusted", "never"], "must be trusted or never"), "trusted"),
    timeoutMs: v.optional(integer(100, 5_000), 1_500),
    ttlSecondsMin: v.optional(ttl, 10),
    ttlSecondsMax: v.optional(ttl, 3_600),
    staleSecondsMax: v.optional(integer(0, TTL_SECONDS_MAX), 86_400),
  }),
  v.check(({ ttlSecondsMin, ttlSecondsMax }) => ttlSecondsMin <= ttlSecondsMax, "ttlSecondsMin is above ttlSecondsMax"),
);

export const healthSchema = v.pipe(
  v.strictObject({
    intervalMs: v.optional(integer(200, 4_000), 1_000),
    timeoutMs: v.optional(integer(100, 4_000), 1_000),
    /** So many failures in a row take an address out. */
    downAfter: v.optional(integer(1, 10), 2),
    /** So many successes in a row bring it back. */
    upAfter: v.optional(integer(1, 100), 3),
    /** But not before it was out for so long; doubled each time that it falls again soon. */
    holdMs: v.optional(integer(0, 600_000), 5_000),
  }),
  v.check(
    ({ intervalMs, timeoutMs, downAfter }) =>
      intervalMs + downAfter * Math.max(intervalMs, timeoutMs) <= NOTICED_MS_MAX,
    `intervalMs, and downAfter times the longer of intervalMs and timeoutMs, must not be over ${NOTICED_MS_MAX} together`,
  ),
);

const addresses = v.optional(
  v.pipe(v.array(address), v.maxLength(SERVICE_ADDRESSES_MAX, `at most ${SERVICE_ADDRESSES_MAX}`)),
  [],
);
export const serviceSchema = v.strictObject({
  ips: addresses,
  ipsv6: addresses,
  ports: v.optional(v.pipe(v.array(port), v.maxLength(PORTS_MAX, `at most ${PORTS_MAX}`)), []),
});

export type ZoneConfig = v.InferOutput<typeof zoneSchema>;
export type NameConfig = v.InferOutput<typeof nameSchema>;
export type WhenConfig = v.InferOutput<typeof when>;
export type SetConfig = v.InferOutput<typeof setSchema>;
export type NetworkConfig = v.InferOutput<typeof networkSchema>;
export type ResolverConfig = v.InferOutput<typeof resolverSchema>;
export type ForeignConfig = v.InferOutput<typeof foreignSchema>;
export type SuffixConfig = ForeignConfig["suffixes"][number];
export type HealthConfig = v.InferOutput<typeof healthSchema>;
/** Where clients find this service without DNS. */
export type ServiceList = v.InferOutput<typeof serviceSchema>;
