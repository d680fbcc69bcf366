/**
 * Faces: the protocols that the edge answers itself, where the configuration mounts them. The front door of the room.
 *
 * A request that a face takes, and an item of a batch alike, reaches no route and no upstream.
 * @module
 */
import type { Bytes } from "../../proto/codec/codec.ts";
import { Fault } from "../../proto/fault.ts";
import { HeldReply } from "../codec/codec.ts";
import type { Call, Reply } from "../route/call.ts";
import { hostName } from "../route/route.ts";
import type { Route } from "../route/route-table.ts";
import type { Mount, Mounts } from "./mounts.ts";
import { firstSegment, isNumberFirst, NUMBER_FIRST, pathMatcher } from "./path.ts";

export { type Mount, type Mounts, parseMounts, routeClashes } from "./mounts.ts";

export interface Face {
  /** The protocol's key in `PROTOCOLS`, and what the access log calls the route. Faces of one name are mounted together. */
  readonly name: string;
  /** See path.ts. */
  readonly paths: readonly string[];
  /** False where its clients take no content coding, whatever stands in their `Accept-Encoding`. */
  readonly compress?: false;
  /**
   * Synchronous where it is known: a reply that is held, of a face without content codings, then goes out without anybody waiting.
   * @param path without the mount's prefix
   * @throws Fault
   */
  answer(call: Call, path: string): Reply | Promise<Reply>;
}

/** Who answers, and what the path is called there. */
export interface FaceFound {
  readonly face: Face;
  readonly path: string;
  /** See {@link routeOfFace}. */
  readonly route: Route;
}

interface Place {
  readonly mount: Mount;
  readonly matches: (path: string) => boolean;
  readonly parameter: string | undefined;
  readonly face: Face;
  readonly route: Route;
}

const NOWHERE: readonly Place[] = [];

export type FindFace = (call: Pick<Call, "client" | "target">) => FaceFound | undefined;

/** A lookup costs the same however many faces there are: most requests are for none of them. */
export function findFace(faces: readonly Face[], mounts: Mounts): FindFace {
  const byFirst = new Map<string, Place[]>();
  for (const face of faces) {
    const mount = mounts.get(face.name);
    if (mount === undefined) continue;
    const route = routeOfFace(face);
    for (const path of face.paths) {
      const [pure = "", parameter] = path.split("?");
      const first = firstSegment(mount.prefix + pure);
      const place = { mount, matches: pathMatcher(pure), parameter, face, route };
      const others = byFirst.get(first) ?? [];
      // Who asks for a parameter is asked before who does not.
      byFirst.set(first, parameter === undefined ? [...others, place] : [place, ...others]);
    }
  }
  const numbered = byFirst.get(NUMBER_FIRST) ?? [];
  for (const [first, places] of byFirst) if (isNumberFirst(first)) byFirst.set(first, [...places, ...numbered]);
  if (byFirst.size === 0) return () => undefined;
  return ({ client, target }) => {
    const first = firstSegment(target.path);
    const places = byFirst.get(first) ?? (isNumberFirst(first) ? numbered : NOWHERE);
    for (const { mount, matches, parameter, face, route } of places) {
      if (mount.host !== undefined && mount.host !== hostName(client)) continue;
      if (!target.path.startsWith(mount.prefix)) continue;
      if (parameter !== undefined && !new URLSearchParams(target.query).has(parameter)) continue;
      const below = target.path.slice(mount.prefix.length);
      if (matches(below)) return { face, path: below, route };
    }
    return undefined;
  };
}

/** How a face stands in a call's line of the log, and what the codec knows of it. */
export function routeOfFace({ name, compress }: Face): Route {
  return {
    name,
    ...(compress === false && { compress }),
    upstream: "",
    timeoutMs: 0,
    retry: { attempts: 1 },
    auth: "none",
    messages: {},
    bodyBytesMax: 0,
    sensitive: false,
  };
}

/** @throws Fault unimplemented (405) */
export function requireMethod(call: Pick<Call, "request">, ...methods: string[]): void {
  if (methods.includes(call.request.method)) return;
  const allow = methods.join(", ");
  throw new Fault("unimplemented", `this path takes ${allow}`, { status: 405, headers: { allow } });
}

const TEXT = new TextEncoder();

/** An answer in JSON that nobody may store, unless `headers` say otherwise. */
export function jsonReply(value: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Reply {
  return new HeldReply(TEXT.encode(JSON.stringify(value)) as Bytes, {
    status,
    headers: Object.entries({ "content-type": "application/json", "cache-control": "no-store", ...headers }),
  });
}
