/**
 * What a configuration has to do, one operation after the other: the measure that histories are held against. It is written for itself, and
 * shares no line with what it judges.
 * @module
 */

export interface Value {
  readonly value: string;
  /** Of the edit that made it. */
  readonly revision: number;
}

export type Values = Readonly<Record<string, Value>>;

export interface State {
  /** Counts every change. */
  readonly revision: number;
  readonly main: number;
  readonly gray?: { readonly version: number; readonly nodes: readonly string[] };
  /** By number; index 0 is the emptiness before the first. */
  readonly versions: readonly { readonly values: Values; readonly contentOf: number }[];
  /** `value` absent: the key goes. */
  readonly draft: Readonly<Record<string, { readonly value?: string; readonly revision: number }>>;
}

export const EMPTY: State = { revision: 0, main: 0, versions: [{ values: {}, contentOf: 0 }], draft: {} };

export type Operation =
  /** What an editor sees. */
  | { readonly name: "look" }
  /** What a node sees. */
  | { readonly name: "read"; readonly node: string }
  | { readonly name: "edit"; readonly key: string; readonly value?: string; readonly revision: number }
  | { readonly name: "publish"; readonly revision: number }
  | { readonly name: "rollback"; readonly revision: number; readonly target: number }
  | { readonly name: "gray"; readonly revision: number; readonly nodes: readonly string[] }
  | { readonly name: "move"; readonly revision: number; readonly nodes: readonly string[] }
  | { readonly name: "promote"; readonly revision: number }
  | { readonly name: "abandon"; readonly revision: number };

export type Result =
  | { readonly refused: string }
  | { readonly revision: number; readonly version?: number }
  | { readonly version: number; readonly values: Readonly<Record<string, string>> }
  | {
      readonly revision: number;
      readonly version: number;
      readonly gray: number;
      readonly values: Readonly<Record<string, string>>;
      readonly draft: Readonly<Record<string, string | null>>;
    };

export interface Step {
  readonly state: State;
  readonly result: Result;
}

/** What an operation does to a state, and answers. */
export function apply(state: State, operation: Operation): Step {
  switch (operation.name) {
    case "look":
      return { state, result: lookAt(state) };
    case "read":
      return { state, result: readAs(state, operation.node) };
    case "edit":
      return edit(state, operation);
    default:
      return operation.revision === state.revision ? release(state, operation) : refuse(state, "aborted");
  }
}

function lookAt({ revision, main, gray, versions, draft }: State): Result {
  return {
    revision,
    version: main,
    gray: gray?.version ?? 0,
    values: textsOf(versions[main]?.values ?? {}),
    draft: Object.fromEntries(Object.entries(draft).map(([key, { value }]) => [key, value ?? null])),
  };
}

function readAs({ main, gray, versions }: State, node: string): Result {
  const version = gray?.nodes.includes(node) === true ? gray.version : main;
  return { version, values: textsOf(versions[version]?.values ?? {}) };
}

function edit(state: State, { key, value, revision }: Extract<Operation, { name: "edit" }>): Step {
  const drafted = state.draft[key];
  const published = state.versions[state.main]?.values[key];
  if (revision !== (drafted?.revision ?? published?.revision ?? 0)) return refuse(state, "aborted");
  const isThere = drafted === undefined ? published !== undefined : drafted.value !== undefined;
  if (value === undefined && !isThere) return refuse(state, "not_found");
  const next = state.revision + 1;
  const row = { revision: next, ...(value === undefined ? {} : { value }) };
  return { state: { ...state, revision: next, draft: { ...state.draft, [key]: row } }, result: { revision: next } };
}

type Release = Exclude<Operation, { name: "look" | "read" | "edit" }>;

function release(state: State, operation: Release): Step {
  const { main, gray, versions } = state;
  switch (operation.name) {
    case "publish":
      if (gray !== undefined || isEmpty(state.draft)) return refuse(state, "failed_precondition");
      return done({ ...withVersion(state, drafted(state)), main: versions.length, draft: {} }, versions.length);
    case "rollback": {
      const target = operation.target === 0 ? undefined : versions[operation.target];
      if (target === undefined) return refuse(state, "not_found");
      if (gray !== undefined || versions[main]?.contentOf === target.contentOf)
        return refuse(state, "failed_precondition");
      return done({ ...withVersion(state, target.values, target.contentOf), main: versions.length }, versions.length);
    }
    case "gray": {
      if (gray !== undefined || isEmpty(state.draft) || main === 0) return refuse(state, "failed_precondition");
      const begun = { version: versions.length, nodes: operation.nodes };
      return done({ ...withVersion(state, drafted(state)), gray: begun, draft: {} }, versions.length);
    }
    default:
      return gray === undefined ? refuse(state, "failed_precondition") : endOrMove(state, gray, operation);
  }
}

function endOrMove(
  state: State,
  gray: NonNullable<State["gray"]>,
  operation: Exclude<Release, { name: "publish" | "rollback" | "gray" }>,
): Step {
  const { gray: _, ...without } = state;
  const { main, versions } = state;
  const [mainOne, grayOne] = [versions[main], versions[gray.version]];
  if (mainOne === undefined || grayOne === undefined) throw new Error("a version that is visible is not there");
  switch (operation.name) {
    case "move": {
      const { nodes } = operation;
      if (gray.nodes.every((node) => nodes.includes(node)))
        return done({ ...state, gray: { ...gray, nodes } }, gray.version);
      const again = withVersion(
        withVersion(state, mainOne.values, mainOne.contentOf),
        grayOne.values,
        grayOne.contentOf,
      );
      const version = versions.length + 1;
      return done({ ...again, main: versions.length, gray: { version, nodes } }, version);
    }
    case "promote":
      return done(
        { ...withVersion(without, grayOne.values, grayOne.contentOf), main: versions.length },
        versions.length,
      );
    case "abandon": {
      const ended = { ...withVersion(without, mainOne.values, mainOne.contentOf), main: versions.length };
      const draft = { ...tried(mainOne.values, grayOne.values, state.revision + 1), ...state.draft };
      return done({ ...ended, draft }, versions.length);
    }
  }
}

/** What a gray release had changed, as edits. */
function tried(main: Values, gray: Values, revision: number): State["draft"] {
  const keys = [...new Set([...Object.keys(main), ...Object.keys(gray)])];
  const changed = keys.filter((key) => main[key]?.value !== gray[key]?.value);
  return Object.fromEntries(
    changed.map((key) => {
      const value = gray[key]?.value;
      return [key, value === undefined ? { revision } : { revision, value }];
    }),
  );
}

function drafted({ main, versions, draft }: State): Values {
  const values: Record<string, Value> = { ...versions[main]?.values };
  for (const [key, { value, revision }] of Object.entries(draft)) {
    if (value === undefined) delete values[key];
    else values[key] = { value, revision };
  }
  return values;
}

function withVersion(state: State, values: Values, contentOf = state.versions.length): State {
  return { ...state, versions: [...state.versions, { values, contentOf }] };
}

function done(state: State, version: number): Step {
  const revision = state.revision + 1;
  return { state: { ...state, revision }, result: { version, revision } };
}

function refuse(state: State, code: string): Step {
  return { state, result: { refused: code } };
}

function isEmpty(draft: State["draft"]): boolean {
  return Object.keys(draft).length === 0;
}

function textsOf(values: Values): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([key, { value }]) => [key, value]));
}
