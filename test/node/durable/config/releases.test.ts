/** The rules of an object on SQLite: whatever editors do in whatever order, what readers were promised holds. */
import { DatabaseSync } from "node:sqlite";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DraftEdit, discard, draftedContent, edit } from "../../../../durable/config/drafts.ts";
import { keepReport, nodeRows } from "../../../../durable/config/nodes.ts";
import * as releases from "../../../../durable/config/releases.ts";
import {
  makeTables,
  type Row,
  readNumber,
  type Sql,
  type SqlValue,
  type Turn,
} from "../../../../durable/config/tables.ts";
import { contentOfVersion, readReleases, sectionsOfVersion, visibleTo } from "../../../../durable/config/versions.ts";
import { Fault } from "../../../../proto/fault.ts";

function newObject(): { readonly turn: Turn; atomic<T>(work: () => T): T } {
  const database = new DatabaseSync(":memory:");
  const sql: Sql = {
    exec: <T extends Row>(query: string, ...bindings: SqlValue[]) => {
      const rows = database.prepare(query).all(...bindings) as T[];
      return { toArray: () => rows };
    },
  };
  makeTables(sql);
  return {
    turn: { sql, nowMs: 1, actor: "me" },
    atomic(work) {
      database.exec("BEGIN");
      try {
        const result = work();
        database.exec("COMMIT");
        return result;
      } catch (error) {
        database.exec("ROLLBACK");
        throw error;
      }
    },
  };
}

const READERS = ["", "n0", "n1", "n2"].map((node) => ({ node, labels: node === "n2" ? { ring: "0" } : {} }));
const SECTIONS = ["s", "t"];

const rule = fc.record({
  percent: fc.constantFrom(0, 30, 100),
  labels: fc.constantFrom({}, { ring: "0" }),
  nodes: fc.subarray(["n0", "n1", "n2"]),
});
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      name: fc.constant("edit" as const),
      section: fc.constantFrom(...SECTIONS),
      key: fc.constantFrom("a", "b"),
      value: fc.option(fc.constantFrom("1", "2", "3"), { nil: undefined }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ name: fc.constant("publish" as const) }) },
  { weight: 1, arbitrary: fc.record({ name: fc.constant("rollback" as const), back: fc.integer({ min: 1, max: 5 }) }) },
  { weight: 2, arbitrary: fc.record({ name: fc.constant("gray" as const), rule }) },
  { weight: 2, arbitrary: fc.record({ name: fc.constant("move" as const), rule }) },
  {
    weight: 1,
    arbitrary: fc.record({ name: fc.constantFrom("promote" as const, "abandon" as const, "discard" as const) }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** The revision of a key as an editor sees it. */
function revisionOf({ sql }: Turn, section: string, key: string): number {
  const row = sql
    .exec<{ revision: number }>("SELECT revision FROM draft WHERE section = ? AND key = ?", section, key)
    .toArray()[0];
  const published = contentOfVersion(sql, readReleases(sql).main).find(
    (each) => each.section === section && each.key === key,
  );
  return row?.revision ?? published?.revision ?? 0;
}

function perform(turn: Turn, what: Step): void {
  const seen = readNumber(turn.sql, "revision");
  switch (what.name) {
    case "edit": {
      const { section, key, value } = what;
      const place: DraftEdit = { section, key, revision: revisionOf(turn, section, key) };
      const set = { type: "text", comment: "", secret: false } as const;
      edit(turn, [value === undefined ? place : { ...place, set: { ...set, value } }]);
      return;
    }
    case "publish":
      releases.publish(turn, seen, "");
      return;
    case "rollback":
      releases.rollBack(turn, seen, Math.max(1, readReleases(turn.sql).main - what.back), "");
      return;
    case "gray":
      releases.startGray(turn, seen, what.rule, "");
      return;
    case "move":
      releases.moveGray(turn, seen, what.rule);
      return;
    case "promote":
      releases.promote(turn, seen, "");
      return;
    case "abandon":
      releases.abandon(turn, seen, "");
      return;
    case "discard":
      discard(turn, seen, []);
  }
}

/** A section's values, as text to compare. */
function sectionText({ sql }: Turn, version: number, section: string): string {
  const entries = contentOfVersion(sql, version).filter((each) => each.section === section);
  return JSON.stringify(entries.map(({ key, value }) => [key, value]));
}

describe("whatever editors do", () => {
  test("no reader's version goes down, nor a section's number, which always stands for one content", () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 5, maxLength: 40 }), (steps) => {
        const { turn, atomic } = newObject();
        const seenLast = READERS.map(() => 0);
        const contentOfNumber = new Map<string, string>();
        const numberTold = new Map<string, number>();
        for (const each of steps) {
          try {
            atomic(() => perform(turn, each));
          } catch (error) {
            if (!(error instanceof Fault)) throw error; // Refusals are answers too.
          }
          const state = readReleases(turn.sql);
          if (state.gray !== undefined) expect(state.gray.version).toBeGreaterThan(state.main);
          for (const [at, reader] of READERS.entries()) {
            const version = visibleTo(state, reader);
            expect(version).toBeGreaterThanOrEqual(seenLast[at] ?? 0);
            seenLast[at] = version;
            const sections = sectionsOfVersion(turn.sql, version);
            for (const section of SECTIONS) {
              const number = sections[section];
              const text = sectionText(turn, version, section);
              if (number === undefined) {
                expect(text).toBe("[]");
                continue;
              }
              const told = `${at} ${section}`;
              expect(number).toBeGreaterThanOrEqual(numberTold.get(told) ?? 0);
              numberTold.set(told, number);
              const place = `${section} ${number}`;
              expect(contentOfNumber.get(place) ?? text).toBe(text);
              contentOfNumber.set(place, text);
            }
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  test("a release is the draft as it was looked at, and a refusal changes nothing", () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 5, maxLength: 30 }), (steps) => {
        const { turn, atomic } = newObject();
        const everything = () =>
          JSON.stringify(
            ["state", "version", "draft", "content", "audit"].map((table) =>
              turn.sql.exec(`SELECT * FROM ${table}`).toArray(),
            ),
          );
        for (const each of steps) {
          const [before, drafted] = [everything(), JSON.stringify(draftedContent(turn.sql))];
          try {
            atomic(() => perform(turn, each));
            if (each.name === "publish") {
              expect(JSON.stringify(contentOfVersion(turn.sql, readReleases(turn.sql).main))).toBe(drafted);
              expect(turn.sql.exec("SELECT * FROM draft").toArray()).toEqual([]);
            }
          } catch (error) {
            if (!(error instanceof Fault)) throw error;
            expect(everything()).toBe(before);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});

test("nodes are as many as there is room for, and one that repeats itself is not written again", () => {
  const { turn } = newObject();
  const report = { node: "n", address: "a", labels: {}, running: 1 };
  keepReport(turn.sql, report, 1_000);
  keepReport(turn.sql, report, 9_000);
  expect(nodeRows(turn.sql)).toEqual([{ ...report, seenAtMs: 1_000 }]);
  keepReport(turn.sql, { ...report, running: 2 }, 9_001);
  expect(nodeRows(turn.sql)).toMatchObject([{ running: 2, seenAtMs: 9_001 }]);
  keepReport(turn.sql, { node: "n", address: "b", labels: {} }, 9_002);
  expect(nodeRows(turn.sql)).toMatchObject([{ running: 2, address: "b" }]);
  for (let at = 0; at < 10_005; at++) keepReport(turn.sql, { ...report, node: `m${at}` }, 10_000 + at);
  expect(nodeRows(turn.sql)).toHaveLength(10_000);
  keepReport(turn.sql, { ...report, node: "late" }, 10_000 + 8 * 86_400_000);
  expect(nodeRows(turn.sql).map(({ node }) => node)).toEqual(["late"]);
});
