/** What rooms see of a configuration: whole versions, typed, and nothing of one that is wrong. */

import * as v from "valibot";
import { expect, test } from "vitest";
import { snapshots } from "../../../../origin/config/snapshot.ts";
import { OPERATING } from "../../../../origin/operating.ts";
import type { ConfigurationDocument } from "../../../../proto/config/config.ts";

type Sections = ConfigurationDocument["sections"];
let version = 0;
const documentOf = (sections: Sections): ConfigurationDocument => ({
  service: "s",
  idc: "default",
  version: ++version,
  sections,
});
const LIMITS = v.object({ limits: v.optional(v.object({ max: v.optional(v.number(), 10) }), {}) });
const FLAGS = v.object({ flags: v.optional(v.object({ dark: v.optional(v.boolean(), false) }), {}) });
const fresh = () => snapshots(() => undefined);

test("a room has its defaults until something else is released", () => {
  const { configOf, swap } = fresh();
  const limits = configOf(LIMITS);
  expect(limits.current()).toEqual({ limits: { max: 10 } });
  expect(
    swap(documentOf({ limits: { max: { type: "number", value: "20" } }, other: { x: { type: "text", value: "y" } } })),
  ).toEqual([]);
  expect(limits.current()).toEqual({ limits: { max: 20 } });
  expect(swap(documentOf({}))).toEqual([]);
  expect(limits.current()).toEqual({ limits: { max: 10 } });
});

test("values are what their types say", () => {
  const { configOf, swap } = fresh();
  const all = configOf(v.object({ a: v.optional(v.record(v.string(), v.unknown()), {}) }));
  swap(
    documentOf({
      a: {
        text: { type: "text", value: "5" },
        number: { type: "number", value: "5" },
        boolean: { type: "boolean", value: "true" },
        duration: { type: "duration", value: "1m30s" },
        json: { type: "json", value: '{"a":[1]}' },
      },
    }),
  );
  expect(all.current().a).toEqual({ text: "5", number: 5, boolean: true, duration: 90_000, json: { a: [1] } });
});

test("a version that one room refuses is taken by none", () => {
  const { configOf, swap } = fresh();
  const [limits, flags] = [configOf(LIMITS), configOf(FLAGS)];
  const heard: unknown[] = [];
  flags.onChange((now) => heard.push(now));
  const flaws = swap(
    documentOf({
      flags: { dark: { type: "boolean", value: "true" } },
      limits: { max: { type: "text", value: "many" } },
    }),
  );
  expect(flaws).toEqual(["limits/max: number expected"]);
  expect([limits.current(), flags.current(), heard]).toEqual([{ limits: { max: 10 } }, { flags: { dark: false } }, []]);
});

test("who listens hears after all rooms have changed, once, and only of changes of its own", () => {
  const { configOf, swap } = fresh();
  const [limits, flags] = [configOf(LIMITS), configOf(FLAGS)];
  const heard: unknown[] = [];
  const off = limits.onChange((now, before) =>
    heard.push([before.limits.max, now.limits.max, flags.current().flags.dark]),
  );
  const both = (max: string) =>
    documentOf({
      flags: { dark: { type: "boolean", value: "true" } },
      limits: { max: { type: "number", value: max } },
    });
  swap(both("20"));
  swap(both("20"));
  expect(heard).toEqual([[10, 20, true]]);
  off();
  swap(both("30"));
  expect(heard).toHaveLength(1);
});

test("a snapshot that was taken stays as it was", () => {
  const { configOf, swap } = fresh();
  const limits = configOf(LIMITS);
  const before = limits.current();
  swap(documentOf({ limits: { max: { type: "number", value: "20" } } }));
  expect([before.limits.max, limits.current().limits.max]).toEqual([10, 20]);
});

test("a listener that throws keeps no other from hearing, and is told of", () => {
  const warned: unknown[] = [];
  const { configOf, swap } = snapshots((_message, error) => warned.push(error));
  const limits = configOf(LIMITS);
  const fault = new Error("cannot follow");
  limits.onChange(() => {
    throw fault;
  });
  const heard: number[] = [];
  limits.onChange((now) => heard.push(now.limits.max));
  expect(swap(documentOf({ limits: { max: { type: "number", value: "20" } } }))).toEqual([]);
  expect([warned, heard]).toEqual([[fault], [20]]);
});

test("a room that comes late begins with what runs", () => {
  const { configOf, swap } = fresh();
  swap(documentOf({ limits: { max: { type: "number", value: "20" } } }));
  expect(configOf(LIMITS).current()).toEqual({ limits: { max: 20 } });
});

test("a schema that does not take an empty configuration is a mistake of whoever wrote it", () => {
  expect(() => fresh().configOf(v.object({ must: v.string() }))).toThrow();
});

test.each<[string, Sections, string]>([
  [
    "a level that is none",
    { log: { level: { type: "text", value: "loud" } } },
    "log/level: one of debug, info, warn, error, silent expected",
  ],
  [
    "no room for any call",
    { rpc: { inFlightMax: { type: "number", value: "0" } } },
    "rpc/inFlightMax: a whole number from 1 to 100000 expected",
  ],
  [
    "a token that outlives its key",
    { passport: { accessTokenTtl: { type: "duration", value: "11m" } } },
    "passport/accessTokenTtl: a duration from 1m to 10m expected",
  ],
  [
    "a duration without a unit",
    { passport: { accessTokenTtl: { type: "number", value: "300" } } },
    "passport/accessTokenTtl: a duration from 1m to 10m expected",
  ],
  [
    "half a session",
    { passport: { liveSessionsMax: { type: "number", value: "0.5" } } },
    "passport/liveSessionsMax: a whole number from 1 to 1000 expected",
  ],
])("the origin refuses %s", (_what, sections, flaw) => {
  const { configOf, swap } = fresh();
  const operating = configOf(OPERATING);
  expect(swap(documentOf(sections))).toEqual([flaw]);
  expect(operating.current()).toEqual({
    log: {},
    rpc: { inFlightMax: 2_048 },
    passport: { accessTokenTtl: 600_000, liveSessionsMax: 20 },
  });
});
