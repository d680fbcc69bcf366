import type { Client } from "./call.ts";

/** The host of a call as configurations name one: in lower case, without its port. */
export function hostName({ host }: Pick<Client, "host">): string {
  return host.replace(/:\d+$/, "").toLowerCase();
}
