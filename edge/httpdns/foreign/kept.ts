/**
 * What was found out about foreign names, for as long as it holds and somewhat longer. An answer for a client's network is kept under that
 * network, cut to the scope that the resolvers gave it (RFC 7871 §7.3).
 * @module
 */
import { LRUCache } from "lru-cache";
import { cutSubnet } from "../address.ts";
import type { Answer, Subnet } from "../question.ts";
import type { Told } from "./exchange.ts";

/** Some 20 000 names. A Worker has 128 MB. */
const KEPT_BYTES_MAX = 8_388_608;
/** Networks that a name has answers of its own for; the oldest goes. */
const SCOPES_MAX = 256;
/** Objects, map entries and numbers around the text of an entry, and of each of its records. */
const ENTRY_BYTES = 500;
const RECORD_BYTES = 150;

export interface Entry {
  readonly told: Told;
  readonly storedAtMs: number;
  /** How long it is kept, within the bounds of the configuration. */
  readonly ttlSeconds: number;
  readonly originTtlSeconds: number;
  /** Before that nobody asks again: it has just been tried in vain. */
  retryAtMs: number;
  /** The answer as it was made last, and for which second of its time. */
  made?: { readonly second: number; readonly answer: Answer };
}

export interface Kept {
  find(name: string, type: number, subnet: Subnet | undefined): Entry | undefined;
  put(name: string, type: number, subnet: Subnet | undefined, entry: Entry): void;
}

/** Of one name and type, by scope; `` is for everybody. */
type Scopes = Map<string, Entry>;

export function keptAnswers(): Kept {
  const names = new LRUCache<string, Scopes>({ maxSize: KEPT_BYTES_MAX });

  return {
    find(name, type, subnet) {
      const scopes = names.get(`${type} ${name}`);
      if (scopes === undefined) return undefined;
      if (scopes.size === 1 || subnet === undefined || subnet.prefix === 0) {
        const everybody = scopes.get("");
        if (everybody !== undefined || subnet === undefined || subnet.prefix === 0) return everybody;
      }
      for (let prefix = subnet.prefix; prefix > 0; prefix--) {
        const found = scopes.get(scopeKey(subnet, prefix));
        if (found !== undefined) return found;
      }
      return scopes.get("");
    },

    put(name, type, subnet, entry) {
      const key = `${type} ${name}`;
      const scopes: Scopes = names.get(key) ?? new Map();
      const { scopePrefix } = entry.told;
      const scope = subnet === undefined || scopePrefix === 0 ? "" : scopeKey(subnet, scopePrefix);
      scopes.delete(scope);
      scopes.set(scope, entry);
      const [oldest] = scopes.keys();
      if (scopes.size > SCOPES_MAX && oldest !== undefined) scopes.delete(oldest);
      names.set(key, scopes, { size: sizeOf(key, scopes) });
    },
  };
}

function scopeKey(subnet: Subnet, prefix: number): string {
  return `${prefix}/${cutSubnet(subnet.bytes, prefix).bytes}`;
}

function sizeOf(key: string, scopes: Scopes): number {
  let bytes = key.length * 2;
  for (const { told } of scopes.values()) {
    bytes += ENTRY_BYTES;
    for (const { name, data } of [...told.cnames, ...told.addresses])
      bytes += RECORD_BYTES + 2 * (name.length + data.length);
  }
  return bytes;
}
