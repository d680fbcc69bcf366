/**
 * A route table as one document, which the edge takes as `ROUTES`, and as it lies in service `edge`: a key for each upstream and route.
 * @module
 */
import * as v from "valibot";

const tableSchema = v.strictObject({
  upstreams: v.record(v.string(), v.unknown()),
  routes: v.array(v.looseObject({ name: v.string() })),
});
export type RouteTableDocument = v.InferOutput<typeof tableSchema>;

const value = v.looseObject({ value: v.string() });
const sectionsSchema = v.looseObject({
  sections: v.looseObject({
    upstreams: v.optional(v.record(v.string(), value), {}),
    routes: v.optional(v.record(v.string(), value), {}),
  }),
});

/** Whether it is one; a configuration's document has `sections`. */
export function isRouteTable(document: unknown): document is RouteTableDocument {
  return v.is(tableSchema, document);
}

/** As a document of a configuration. @throws Error where two routes have one name */
export function sectionsOf({ upstreams, routes }: RouteTableDocument) {
  const entry = (json: unknown) => ({ type: "json", value: json });
  const names = new Set<string>();
  for (const { name } of routes) {
    if (names.has(name)) throw new Error(`two routes are called '${name}'`);
    names.add(name);
  }
  return {
    sections: {
      upstreams: Object.fromEntries(Object.entries(upstreams).map(([name, each]) => [name, entry(each)])),
      routes: Object.fromEntries(routes.map(({ name, ...route }) => [name, entry(route)])),
    },
  };
}

/** @param document JSON of a configuration @throws Error where it has no route table */
export function routeTableOf(document: string): RouteTableDocument {
  const { upstreams, routes } = v.parse(sectionsSchema, JSON.parse(document)).sections;
  if (Object.keys(upstreams).length === 0) throw new Error("there is no route table in it");
  return {
    upstreams: Object.fromEntries(Object.entries(upstreams).map(([name, each]) => [name, JSON.parse(each.value)])),
    routes: Object.entries(routes).map(([name, each]) => ({ name, ...(JSON.parse(each.value) as object) })),
  };
}
