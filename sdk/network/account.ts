/** What is told of a request when it is over. @module */
import type { Fault } from "../../proto/fault.ts";
import type { Delivery } from "./deliver.ts";
import type { Exchange, Outcome, Way } from "./exchange.ts";
import { renderAddress } from "./path.ts";

/** @param edge that it was for, where it was never sent */
export function wayOfDelivery({ last, attempts, moved }: Delivery, edge: string): Way {
  if (last === undefined) return { found: "system", edge, attempts, moved };
  const { path } = last.lane;
  const address = renderAddress(path);
  return { found: path.found, edge: path.edge, ...(address !== undefined && { address }), attempts, moved };
}

type Costs = Omit<Exchange, "method" | "target" | "way" | "network" | "outcome" | "totalMs">;

export function costsOf({ last, status, firstByteMs, bytesIn, bytesOut }: Delivery): Costs {
  const { connectMs, tlsMs } = last?.lane.connection ?? {};
  return {
    bytesIn,
    bytesOut,
    ...(status !== undefined && { status }),
    ...(firstByteMs !== undefined && { firstByteMs }),
    ...(last?.isFirst && {
      dnsMs: last.lane.dnsMs,
      ...(connectMs !== undefined && { connectMs }),
      ...(tlsMs !== undefined && { tlsMs }),
    }),
  };
}

export function outcomeOf({ attempts }: Delivery, fault: Fault | undefined, isOnline: boolean): Outcome {
  if (fault === undefined) return "answered";
  if (fault.code === "canceled") return "canceled";
  if (attempts > 0) return "lost";
  if (fault.code === "resource_exhausted") return "refused";
  return isOnline ? "unreachable" : "offline";
}
