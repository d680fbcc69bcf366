/** Where a connection may go: an edge, at one of its addresses. @module */
import type { Found } from "./exchange.ts";

export interface Path {
  /** Scheme, host and port. Its host is what the edge is called in TLS and HTTP, wherever the connection goes. */
  readonly edge: string;
  /** IPv4 or IPv6, without brackets. Absent: the platform's own DNS is asked. */
  readonly address?: string;
  readonly found: Found;
}

export function keyOf({ edge, address = "" }: Path): string {
  return `${edge} ${address}`;
}

/** `203.0.113.1:443`. */
export function renderAddress({ edge, address }: Path): string | undefined {
  if (address === undefined) return undefined;
  const { protocol, port } = new URL(edge);
  const host = address.includes(":") ? `[${address}]` : address;
  return `${host}:${port === "" ? (protocol === "https:" ? 443 : 80) : port}`;
}

const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/;

/** An IPv6 address is checked by the platform's parser of URLs, which knows all its forms. */
export function isAddress(text: unknown): text is string {
  if (typeof text !== "string" || text.length > 45) return false;
  if (IPV4.test(text)) return true;
  if (!/^[\da-f:.]+$/i.test(text) || !text.includes(":")) return false;
  try {
    return new URL(`http://[${text}]`).host !== "";
  } catch {
    return false;
  }
}

/** Whether a URL's host is an address already, which nobody has to look up. */
export function isAddressHost(hostname: string): boolean {
  return isAddress(hostname.replace(/^\[|\]$/g, ""));
}
