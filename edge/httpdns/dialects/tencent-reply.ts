/**
 * Replies of Tencent's dialect, as text:
 *
 *     one name      192.0.2.1;192.0.2.2,60|203.0.113.9         ,ttl and |client only where asked for; empty where there is nothing
 *     type=addrs    192.0.2.1,60-2001:db8::1,60|203.0.113.9
 *     several       a.example.:192.0.2.1,60                    a line each, also of one name with query=1
 *                   b.example.:0|203.0.113.9                   0, or 0-0: there is nothing
 *
 * `|client` ends the last line. The vendor's own clients, which say `sdk=`, look for a TTL and a client in each part that has addresses
 * beside it, so they get both everywhere.
 * @module
 */

/** Of one family. */
export interface Found {
  readonly addresses: readonly string[];
  readonly ttlSeconds: number;
}

export interface TencentLine {
  /** As it was asked for, without a dot at the end. */
  readonly name: string;
  /** Of one family, or of IPv4 and IPv6. */
  readonly found: readonly Found[];
}

export interface TencentWish {
  /** `ttl=1` */
  readonly ttl: boolean;
  /** `clientip=1`: the client's address. */
  readonly client: string | undefined;
  /** `query=1`, or several names. */
  readonly named: boolean;
  /** `sdk=` */
  readonly sdk: boolean;
}

const NOTHING = "0";

export function renderTencent(lines: readonly TencentLine[], wish: TencentWish): string {
  const [only] = lines;
  if (!wish.named) return only === undefined || isEmpty(only) ? "" : partsOf(only, wish) + clientOf(wish);
  return lines
    .map((line, at) => {
      const client = at === lines.length - 1 || (wish.sdk && !isEmpty(line)) ? clientOf(wish) : "";
      return `${line.name}.:${partsOf(line, wish)}${client}`;
    })
    .join("\n");
}

function partsOf(line: TencentLine, { ttl, sdk }: TencentWish): string {
  if (isEmpty(line)) return line.found.map(() => NOTHING).join("-");
  // The shorter of two TTLs counts for both, so a part without addresses repeats the other's.
  const shared = Math.min(
    ...line.found.flatMap(({ addresses, ttlSeconds }) => (addresses.length > 0 ? ttlSeconds : [])),
  );
  return line.found
    .map(({ addresses, ttlSeconds }) => {
      if (addresses.length > 0) return addresses.join(";") + (ttl ? `,${ttlSeconds}` : "");
      return NOTHING + (ttl && sdk ? `,${shared}` : "");
    })
    .join("-");
}

function clientOf({ client }: TencentWish): string {
  return client === undefined ? "" : `|${client}`;
}

function isEmpty({ found }: TencentLine): boolean {
  return found.every(({ addresses }) => addresses.length === 0);
}
