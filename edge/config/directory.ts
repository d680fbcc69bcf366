/**
 * Whether there is a service, before its object is called: of a name that is none, no object is made.
 * @module
 */
import type { ConfigDirectory } from "../../durable/config/directory.ts";
import { Fault } from "../../proto/fault.ts";
import { type Place, reached } from "./objects.ts";

/** What RPC makes of {@link ConfigDirectory}. */
export interface DirectoryStub {
  find(service: string, idc: string): Promise<ReturnType<ConfigDirectory["find"]>>;
  note(service: string, idc: string): Promise<void>;
}

/**
 * What the object says, where there is one.
 * @param ask called at most once @throws Fault not_found, unavailable, and what `ask` does
 */
export async function askListed<T>(
  { service, idc }: Place,
  directory: () => DirectoryStub,
  ask: () => Promise<T>,
): Promise<T> {
  const found = await reached(directory().find(service, idc));
  if (found === "unknown") throw new Fault("not_found", "there is no such service");
  const answer = await ask();
  if (found === "unlisted") await reached(directory().note(service, idc));
  return answer;
}
