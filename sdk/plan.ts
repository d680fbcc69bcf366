/**
 * What becomes of the calls that have come together: which of them share a batch, which go alone, and which must wait for the
 * reply of a call that is elsewhere. A pure function of the calls and their states.
 * @module
 */
import { BATCH_BYTES_MAX } from "../proto/batch/batch.ts";
import type { Departure } from "./answer.ts";
import { type Body, type Job, targetsOf } from "./job.ts";
import { replaceRefs } from "./reference.ts";

export type PlanDeparture = Pick<Departure, "job" | "authorization" | "apart">;

export interface Plan<D extends PlanDeparture> {
  /** Each a request of its own; one of a single member goes as a plain request. */
  readonly groups: readonly (readonly D[])[];
  readonly waiting: readonly { readonly departure: D; readonly until: readonly Job[] }[];
  readonly blocked: readonly { readonly departure: D; readonly by: Job }[];
}

/** A larger body gains nothing by company, and would hold up the others. */
const BODY_BYTES_MAX = 65_536;
/** Of a batch, by estimate: well below what an edge takes. */
const GROUP_BYTES_MAX = BATCH_BYTES_MAX / 2;
/** Ids, methods, lengths: what an item has beside its texts. */
const ITEM_OVERHEAD_BYTES = 64;
const REFERENCE_CHARS = 64;
/** UTF-8 needs three bytes at most for what is one unit of UTF-16. */
const JSON_BYTES_PER_CHAR = 3;

/** @param departures in the order in which they were made, so that no call comes before one that it depends on */
export function plan<D extends PlanDeparture>(departures: readonly D[], itemsMax: number): Plan<D> {
  const groups: D[][] = [];
  const waiting: { departure: D; until: Job[] }[] = [];
  const blocked: { departure: D; by: Job }[] = [];
  const alone: D[][] = [];
  let open = new Set<Job>();
  let room = 0;

  for (const departure of departures) {
    const { job } = departure;
    const dependencies = dependenciesOf(departure);
    const failed = dependencies.find((dependency) => dependency.fault !== undefined);
    if (failed !== undefined) {
      blocked.push({ departure, by: failed });
      continue;
    }
    const missing = dependencies.filter((dependency) => !dependency.settled);
    const bytes = bytesOf(job);
    const single = departure.apart || itemsMax < 2 || bodyBytesOf(job.work.body) > BODY_BYTES_MAX;
    if (single) {
      if (missing.length > 0) waiting.push({ departure, until: missing });
      else alone.push([departure]);
      continue;
    }
    const current = groups.at(-1);
    const fits = current !== undefined && current.length < itemsMax && bytes <= room;
    const together = fits && missing.every((dependency) => open.has(dependency)) && isPortable(job);
    if (missing.length > 0 && !together) {
      waiting.push({ departure, until: missing });
      continue;
    }
    if (fits) current.push(departure);
    else {
      groups.push([departure]);
      open = new Set();
      room = GROUP_BYTES_MAX;
    }
    open.add(job);
    room -= bytes;
  }
  return { groups: [...alone, ...groups], waiting, blocked };
}

export function dependenciesOf({ job, authorization }: Pick<Departure, "job" | "authorization">): readonly Job[] {
  return authorization.kind === "pending" ? [...job.dependencies, authorization.job] : job.dependencies;
}

/** Whether the edge's notation can say where the values are: a key with a dot or a brace in it, it cannot. */
function isPortable(job: Job): boolean {
  return targetsOf(job.work).every(({ path }) => path.every((key) => key !== "" && !/[{}.]/.test(key)));
}

/** An estimate: it says whether calls fit together, and the edge has the last word. */
function bytesOf({ work }: Job): number {
  const texts = [work.url, ...work.headers.map(([name, value]) => [name, ...value])].flat();
  const chars = texts.reduce((sum, part) => sum + (typeof part === "string" ? part.length : REFERENCE_CHARS), 0);
  return ITEM_OVERHEAD_BYTES + chars + bodyBytesOf(work.body);
}

function bodyBytesOf(body: Body | undefined): number {
  if (body === undefined) return 0;
  if ("bytes" in body) return body.bytes.length;
  return JSON.stringify(replaceRefs(body.json, () => "")).length * JSON_BYTES_PER_CHAR;
}
