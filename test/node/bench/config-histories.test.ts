/** The checker of histories: what it lets pass, and what it must not. */
import { describe, expect, test } from "vitest";
import { type Call, checkHistory, describeCall } from "../../../bench/config/histories/checker.ts";
import { apply, EMPTY, type Operation, type Result, type State } from "../../../bench/config/histories/model.ts";

/** @param span called and answered */
function call(operation: Operation, span: readonly [number, number], result?: Result): Call {
  const times = { operation, calledAt: span[0], answeredAt: span[1] };
  return result === undefined ? times : { ...times, result };
}

const EDIT = { name: "edit", key: "a", value: "1", revision: 0 } as const;
const PUBLISH = { name: "publish", revision: 1 } as const;
const READ = { name: "read", node: "n0" } as const;
const NOTHING: Result = { version: 0, values: {} };
const FIRST: Result = { version: 1, values: { a: "1" } };

/** Edit and publish, one after the other. */
const PUBLISHED = [call(EDIT, [0, 1], { revision: 1 }), call(PUBLISH, [2, 4], { version: 1, revision: 2 })];

describe("a history is linearizable", () => {
  test("when nothing overlaps and everyone sees what was before", () => {
    expect(checkHistory([...PUBLISHED, call(READ, [5, 6], FIRST)])).toEqual({ linearizable: true });
  });

  test("when a read beside a publish sees either side of it", () => {
    for (const seen of [NOTHING, FIRST]) {
      expect(checkHistory([...PUBLISHED, call(READ, [3, 5], seen)])).toEqual({ linearizable: true });
    }
  });

  test("when an operation that nobody heard of again happened, and when it did not", () => {
    const lost = [call(EDIT, [0, 1], { revision: 1 }), call(PUBLISH, [2, 4])];
    for (const seen of [NOTHING, FIRST]) {
      expect(checkHistory([...lost, call(READ, [5, 6], seen)])).toEqual({ linearizable: true });
    }
  });

  test("when one of two publishes of one revision is refused, whichever", () => {
    const refused: Result = { refused: "aborted" };
    const won: Result = { version: 1, revision: 2 };
    const edit = call(EDIT, [0, 1], { revision: 1 });
    expect(checkHistory([edit, call(PUBLISH, [2, 5], refused), call(PUBLISH, [3, 4], won)]).linearizable).toBe(true);
    expect(checkHistory([edit, call(PUBLISH, [2, 5], won), call(PUBLISH, [3, 4], refused)]).linearizable).toBe(true);
  });
});

describe("a history is not linearizable", () => {
  const wrong: readonly (readonly [string, readonly Call[]])[] = [
    ["a read is behind a publish that was answered", [...PUBLISHED, call(READ, [5, 6], NOTHING)]],
    [
      "a read is ahead of a publish that was not called",
      [
        call(EDIT, [0, 1], { revision: 1 }),
        call(READ, [2, 3], FIRST),
        call(PUBLISH, [4, 5], { version: 1, revision: 2 }),
      ],
    ],
    [
      "a reader goes back to what was before",
      [
        call(EDIT, [0, 1], { revision: 1 }),
        call(PUBLISH, [2, 9], { version: 1, revision: 2 }),
        call(READ, [3, 4], FIRST),
        call(READ, [5, 6], NOTHING),
      ],
    ],
    ["a publish is half there", [...PUBLISHED, call(READ, [5, 6], { version: 1, values: {} })]],
    [
      "a publish that was answered is gone after a crash",
      [
        ...PUBLISHED,
        call({ name: "look" }, [9, 10], { revision: 1, version: 0, gray: 0, values: {}, draft: { a: "1" } }),
      ],
    ],
    [
      "what nobody heard of happens after its time",
      [
        call(EDIT, [0, 1], { revision: 1 }),
        call(PUBLISH, [2, 3]),
        call(READ, [4, 5], NOTHING),
        call(READ, [6, 7], FIRST),
      ],
    ],
    [
      "two publishes of one revision both succeed",
      [
        call(EDIT, [0, 1], { revision: 1 }),
        call(PUBLISH, [2, 5], { version: 1, revision: 2 }),
        call(PUBLISH, [3, 4], { version: 1, revision: 2 }),
      ],
    ],
    [
      "two edits of one key both succeed on what both saw",
      [call(EDIT, [0, 3], { revision: 1 }), call({ ...EDIT, value: "2" }, [1, 2], { revision: 2 })],
    ],
    [
      "a number of a version is given twice",
      [
        ...PUBLISHED,
        call({ name: "edit", key: "b", value: "2", revision: 0 }, [5, 6], { revision: 3 }),
        call({ name: "publish", revision: 3 }, [7, 8], { version: 1, revision: 4 }),
      ],
    ],
    [
      "someone outside of a gray release sees it",
      [
        ...PUBLISHED,
        call({ name: "edit", key: "a", value: "2", revision: 1 }, [5, 6], { revision: 3 }),
        call({ name: "gray", revision: 3, nodes: ["n1"] }, [7, 8], { version: 2, revision: 4 }),
        call(READ, [9, 10], { version: 2, values: { a: "2" } }),
      ],
    ],
    [
      "a gray node does not see its own",
      [
        ...PUBLISHED,
        call({ name: "edit", key: "a", value: "2", revision: 1 }, [5, 6], { revision: 3 }),
        call({ name: "gray", revision: 3, nodes: ["n0"] }, [7, 8], { version: 2, revision: 4 }),
        call(READ, [9, 10], FIRST),
      ],
    ],
    ["a refusal has no reason", [call(EDIT, [0, 1], { refused: "aborted" })]],
  ];

  test.each(wrong)("when %s", (_what, calls) => {
    const verdict = checkHistory(calls);
    expect(verdict.linearizable).toBe(false);
    if (verdict.linearizable) return;
    expect(verdict.explained.length + verdict.stuck.length).toBeGreaterThan(0);
    expect(verdict.stuck.map(describeCall).join("\n")).toContain("→");
  });
});

describe("the model", () => {
  function stateBehind(...operations: readonly Operation[]): State {
    return operations.reduce<State>((state, operation) => {
      const step = apply(state, operation);
      if ("refused" in step.result) throw new Error(`${operation.name}: ${step.result.refused}`);
      return step.state;
    }, EMPTY);
  }
  const versionSeen = (state: State, node: string) => apply(state, { name: "read", node }).result;
  const GRAY = [
    EDIT,
    PUBLISH,
    { name: "edit", key: "a", revision: 1 },
    { name: "gray", revision: 3, nodes: ["n0", "n1"] },
  ] as const satisfies readonly Operation[];

  test("takes a deletion into a gray release, and back into the draft", () => {
    const state = stateBehind(...GRAY);
    expect(versionSeen(state, "n0")).toEqual({ version: 2, values: {} });
    expect(versionSeen(state, "n2")).toEqual({ version: 1, values: { a: "1" } });
    const given = stateBehind(...GRAY, { name: "abandon", revision: 4 });
    expect(versionSeen(given, "n0")).toEqual({ version: 3, values: { a: "1" } });
    expect(given.draft).toEqual({ a: { revision: 5 } });
  });

  test("lets nobody's number go down when a gray release narrows", () => {
    const state = stateBehind(...GRAY, { name: "move", revision: 4, nodes: ["n1"] });
    expect(versionSeen(state, "n0")).toEqual({ version: 3, values: { a: "1" } });
    expect(versionSeen(state, "n1")).toEqual({ version: 4, values: {} });
  });
});
