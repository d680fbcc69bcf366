/**
 * Where the one who asks is: by the network that the dialect was told, else by the connection; and for either by the configuration's
 * networks, which know best, and by what the platform says of the connection (`request.cf`).
 *
 * A client that says prefix 0 does not want to be located (RFC 7871 §7.1.2), and is not.
 * @module
 */
import type { Client } from "../route/call.ts";
import { cutSubnet, parseAddress, parseNetwork } from "./address.ts";
import { type NetworkTable, networkTable } from "./networks.ts";
import type { Place, Subnet } from "./question.ts";
import type { NetworkConfig } from "./schema.ts";

export type Whereabouts = Omit<Place, "subnet">;

export type LocateNetwork = (subnet: Subnet) => Whereabouts | undefined;

export function locator(networks: readonly NetworkConfig[]): LocateNetwork {
  const table: NetworkTable<Whereabouts> = networkTable(
    networks.flatMap(({ subnets, country, continent, asn, region }) => {
      const where: Whereabouts = {
        ...(country === undefined ? {} : { country }),
        ...(continent === undefined ? {} : { continent }),
        ...(asn === undefined ? {} : { asn }),
        ...(region === undefined ? {} : { region }),
      };
      return subnets.flatMap((text) => {
        const subnet = parseNetwork(text);
        return subnet === undefined ? [] : [[subnet, where] as const];
      });
    }),
  );
  return (subnet) => table.find(subnet);
}

/** @param asked what the dialect was told, cut already */
export function placeFrom(
  { ip, cf }: Pick<Client, "ip" | "cf">,
  asked: Subnet | undefined,
  locate: LocateNetwork,
): Place {
  if (asked !== undefined) return asked.prefix === 0 ? { subnet: asked } : { subnet: asked, ...locate(asked) };
  const address = ip === undefined ? undefined : parseAddress(ip);
  const said = whereaboutsOf(cf);
  if (address === undefined) return said ?? NOWHERE;
  const subnet = cutSubnet(address);
  return { subnet, ...said, ...locate(subnet) };
}

const NOWHERE: Place = {};

/** https://developers.cloudflare.com/workers/runtime-apis/request/#incomingrequestcfproperties; elsewhere these are missing. */
function whereaboutsOf(cf: unknown): Whereabouts | undefined {
  if (typeof cf !== "object" || cf === null || !("country" in cf || "asn" in cf)) return undefined;
  const { country, continent, asn, regionCode } = cf as Readonly<Record<string, unknown>>;
  return {
    ...(typeof country === "string" ? { country } : {}),
    ...(typeof continent === "string" ? { continent } : {}),
    ...(typeof asn === "number" ? { asn } : {}),
    ...(typeof regionCode === "string" ? { region: regionCode } : {}),
  };
}
