/**
 * The network of an address: enough to see where trouble comes from, too little to see who it is.
 * @module
 */

const MAPPED = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i;

/** IPv4 cut to /24, IPv6 to /56, which is what a household gets (RFC 6177 §2). An IPv4 address in IPv6 counts as IPv4. */
export function networkOf(ip: string): string | undefined {
  const mapped = ip.startsWith("::") ? MAPPED.exec(ip)?.[1] : undefined;
  const address = mapped ?? ip;
  if (!address.includes(":")) {
    const dot = address.lastIndexOf(".");
    return dot < 0 ? undefined : `${address.slice(0, dot)}.0/24`;
  }
  const groups = groupsOf(address);
  if (groups === undefined) return undefined;
  const [first = 0, second = 0, third = 0, fourth = 0] = groups;
  const network = [first, second, third, fourth & 0xff00].map((group) => group.toString(16)).join(":");
  return `${network}::/56`;
}

/** The first four groups; what follows them is cut off anyway. */
function groupsOf(address: string): number[] | undefined {
  const [head = "", tail] = address.split("::");
  const before = head === "" ? [] : head.split(":");
  const after = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const groups = [...before, ...Array<string>(zeros).fill("0"), ...after].slice(0, 4);
  const numbers = groups.map((group) => Number.parseInt(group, 16));
  return numbers.length === 4 && numbers.every((group) => group >= 0 && group <= 0xffff) ? numbers : undefined;
}

/** Loopback, private use, link-local and a carrier's shared space (RFC 6890 §2.2), cut as above. */
const NOT_PUBLIC =
  /^(?:127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|0:0:0:0:|f[cd][0-9a-f]{2}:|fe[89ab][0-9a-f]:)/;

/** @param network as {@link networkOf} gives it */
export function isPublicNetwork(network: string): boolean {
  return !NOT_PUBLIC.test(network);
}
