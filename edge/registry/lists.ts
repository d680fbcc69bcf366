/**
 * Lists of instances that readers of this isolate share: when a service changes, all who wait for it want the same list at the same
 * moment, and a thousand copies of it would take an isolate's memory. A reader is told only that there is a change; the list is fetched
 * by one of them.
 *
 * What is kept here may be lost at any time.
 * @module
 */
import type { InstanceList, ServiceName } from "../../durable/registry/registry.ts";
import { inTime } from "../invocation/invocation.ts";
import { listJson } from "./answer.ts";
import { type RegistryObjects, twice } from "./objects.ts";

/** Some 300 bytes each: 6 MB. */
const INSTANCES_MAX = 20_000;
/** Zones, statuses: what readers ask a list for. */
const RENDERED_MAX = 16;
/** An answer that is not there by then may never come: its request may have ended and taken it along. */
const ANSWER_MS_MAX = 1_000;

export interface SharedList {
  readonly list: InstanceList;
  /** See {@link listJson}. */
  json(zone: string | undefined, mask: number): string | undefined;
}

/** A list that is of `latestUs` or later. @throws what the object's call throws */
export type Lists = (service: ServiceName, latestUs: number) => Promise<SharedList>;

export function lists(objects: RegistryObjects): Lists {
  /** The one used longest ago comes first. */
  const kept = new Map<string, SharedList>();
  const flights = new Map<string, { readonly latestUs: number; readonly done: Promise<unknown> }>();

  return async (service, latestUs) => {
    const key = `${service.env}/${service.appid}`;
    const known = find(key, latestUs);
    if (known !== undefined) return known;
    const flight = flights.get(key);
    if (flight !== undefined && flight.latestUs >= latestUs) {
      await inTime(flight.done, ANSWER_MS_MAX, () => undefined);
      const found = find(key, latestUs);
      if (found !== undefined) return found;
    }
    const fetched = fetchList(service, key);
    const mine = { latestUs, done: fetched.catch(() => undefined) }; // Who fetches hears of the error.
    flights.set(key, mine);
    try {
      return await fetched;
    } finally {
      if (flights.get(key) === mine) flights.delete(key);
    }
  };

  function find(key: string, latestUs: number): SharedList | undefined {
    const known = kept.get(key);
    if (known === undefined || known.list.latestUs < latestUs) return undefined;
    kept.delete(key);
    kept.set(key, known);
    return known;
  }

  async function fetchList(service: ServiceName, key: string): Promise<SharedList> {
    const shared = sharedList(service, await twice(() => objects.service(service).list()));
    kept.delete(key);
    kept.set(key, shared);
    let count = 0;
    for (const [name, { list }] of [...kept].reverse()) {
      count += list.instances.length;
      if (count > INSTANCES_MAX && name !== key) kept.delete(name);
    }
    return shared;
  }
}

export function sharedList(service: ServiceName, list: InstanceList): SharedList {
  const rendered = new Map<string, string | undefined>();
  return {
    list,
    json(zone, mask) {
      const key = `${mask}/${zone ?? ""}`;
      if (rendered.has(key)) return rendered.get(key);
      const text = listJson(service, list, zone, mask);
      if (rendered.size < RENDERED_MAX) rendered.set(key, text);
      return text;
    },
  };
}
