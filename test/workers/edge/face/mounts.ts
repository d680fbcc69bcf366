/** Mounts as `PROTOCOLS` names them, beside routes of these paths. */
import { type Mounts, parseMounts } from "../../../../edge/face/face.ts";
import { parseRouteTable } from "../../../../edge/route/route.ts";

/** @param document a text as it stands, anything else as JSON */
export function mountsOf(
  document: unknown,
  protocols: Readonly<Record<string, readonly string[]>>,
  routes: readonly string[] = [],
): { readonly mounts: Mounts; readonly flaws: readonly string[] } {
  const flaws: string[] = [];
  const table = parseRouteTable(
    JSON.stringify({
      upstreams: { main: { urls: ["http://127.0.0.1:1"] } },
      routes: routes.map((path, index) => ({ name: `r${index}`, match: { path }, upstream: "main" })),
    }),
  );
  const text = typeof document === "string" ? document : JSON.stringify(document);
  return { mounts: parseMounts(text, protocols, table, flaws), flaws };
}
