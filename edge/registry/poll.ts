/**
 * Long polls: one reader waits for the first change of one of several services.
 * @module
 */
import type { ChangeNote, ServiceName } from "../../durable/registry/registry.ts";
import type { Client } from "../route/call.ts";
import { type Lists, type SharedList, sharedList } from "./lists.ts";
import { type RegistryObjects, twice } from "./objects.ts";
import { isOwn, OWN_LATEST_US, ownList } from "./own-node.ts";

/** As long as the API holds one. */
export const POLL_MS = 30_000;
/** Before an object is asked again that failed: it is being moved, or resets. Spread, for all its readers come back. */
const AGAIN_MS_MIN = 200;
const AGAIN_MS_SPREAD = 800;

export interface Wanted {
  readonly service: ServiceName;
  /** What the reader knows. */
  readonly sinceUs: number;
}

export interface Polled {
  /** What has changed, by appid. */
  readonly changed: ReadonlyMap<string, SharedList>;
  /** Services without an instance. */
  readonly missing: readonly string[];
}

export interface PollDeps {
  readonly objects: RegistryObjects;
  readonly lists: Lists;
  readonly now: () => number;
  readonly random: () => number;
  readonly sleep: (ms: number) => Promise<unknown>;
}

/**
 * Resolves with what has changed, with nothing changed after `waitMs`, or with what is missing.
 * @param awaitsFirst whether to wait for a service that has no instance yet
 * @throws what an object's call throws, where it goes on to fail; OverfullError
 */
export type Poll = (
  wanted: readonly Wanted[],
  client: Pick<Client, "proto" | "host">,
  waitMs: number,
  awaitsFirst: boolean,
) => Promise<Polled>;

/** Too many wait for one service: whoever comes back later may have a place. */
export class OverfullError extends Error {
  override readonly name = "OverfullError";
}

export function poller({ objects, lists, now, random, sleep }: PollDeps): Poll {
  return async (wanted, client, waitMs, awaitsFirst) => {
    const untilMs = now() + waitMs;
    const first = await Promise.all(wanted.map((each) => ask(each, 0, awaitsFirst)));
    const polled = await collect(wanted, first, client);
    const missing = wanted.filter((_, index) => first[index]?.found === false);
    if (polled.changed.size > 0 || waitMs === 0 || (missing.length > 0 && !awaitsFirst)) return polled;
    while (now() < untilMs) {
      const next = await Promise.race(wanted.map((each) => waitFor(each, untilMs, awaitsFirst)));
      if (next === undefined) break;
      const found = await collect([next.each], [next.note], client);
      if (found.changed.size > 0 || !awaitsFirst) return found;
      // It lost its last instance: there is nothing to tell, and the reader goes on waiting for what comes.
      wanted = wanted.map((each) => (each === next.each ? { ...each, sinceUs: next.note.latestUs ?? 0 } : each));
    }
    return { changed: new Map(), missing: [] };
  };

  async function ask({ service, sinceUs }: Wanted, waitMs: number, awaitsFirst: boolean): Promise<ChangeNote> {
    if (!isOwn(service)) {
      return await twice(() => objects.service(service).changed(sinceUs, waitMs, awaitsFirst));
    }
    const latestUs = sinceUs === OWN_LATEST_US ? undefined : OWN_LATEST_US;
    if (latestUs === undefined && waitMs > 0) await sleep(waitMs);
    return { latestUs, found: true, full: false };
  }

  /** @returns undefined where nothing has changed in time */
  async function waitFor(each: Wanted, untilMs: number, awaitsFirst: boolean) {
    for (;;) {
      const leftMs = untilMs - now();
      if (leftMs <= 0) return undefined;
      try {
        const note = await ask(each, leftMs, awaitsFirst);
        if (note.full) throw new OverfullError("too many wait for this service");
        return note.latestUs === undefined ? undefined : { each, note };
      } catch (error) {
        const againMs = AGAIN_MS_MIN + random() * AGAIN_MS_SPREAD;
        if (error instanceof OverfullError || now() + againMs >= untilMs) throw error;
        await sleep(againMs);
      }
    }
  }

  async function collect(
    wanted: readonly Wanted[],
    notes: readonly ChangeNote[],
    client: Pick<Client, "proto" | "host">,
  ): Promise<Polled> {
    const changed = new Map<string, SharedList>();
    const missing: string[] = [];
    await Promise.all(
      wanted.map(async ({ service }, index) => {
        const note = notes[index];
        if (note?.found === false) missing.push(service.appid);
        else if (note?.latestUs !== undefined) changed.set(service.appid, await listOf(service, note.latestUs, client));
      }),
    );
    return { changed, missing };
  }

  async function listOf(service: ServiceName, latestUs: number, client: Pick<Client, "proto" | "host">) {
    return isOwn(service) ? sharedList(service, ownList(client)) : await lists(service, latestUs);
  }
}
