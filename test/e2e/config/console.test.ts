/** The console: edits, releases, rights and secrets, and what it refuses. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  call,
  type EditInit,
  edit,
  newService,
  newToken,
  publish,
  Refused,
  type Service,
  startWorld,
  tree,
  type World,
} from "./world.ts";

let world: World;

beforeAll(async () => {
  world = await startWorld();
});

afterAll(async () => {
  await world.stop();
});

/** @returns the error of a call that has to fail */
async function refusal(method: string, request: object, token?: string): Promise<Refused> {
  try {
    await call(world.url, method, request, token);
  } catch (error) {
    if (error instanceof Refused) return error;
    throw error;
  }
  throw new Error(`${method} was not refused`);
}

async function valuesOf(service: Service, token?: string): Promise<Record<string, string>> {
  type Values = { values?: { key: string; value?: string }[] };
  const { values = [] } = await call<Values>(world.url, "GetValues", { service }, token);
  return Object.fromEntries(values.map(({ key, value = "" }) => [key, value]));
}

async function revisionOf(service: Service): Promise<number> {
  return (await tree(world.url, service)).revision ?? 0;
}

interface ChangeView {
  readonly key: string;
  readonly before?: { readonly value?: string };
  readonly after?: { readonly value?: string };
}

function shown({ key, before, after }: ChangeView) {
  return [key, before?.value, after?.value];
}

describe("the draft", () => {
  test("is seen by nobody before it is published, and tells what it changes", async () => {
    const service = await newService(world.url);
    await publish(world.url, service, [
      { key: "a", value: "1" },
      { key: "b", value: "1" },
    ]);
    const revision = await edit(world.url, service, [
      { key: "a", value: "2" },
      { key: "b", delete: true },
      { key: "c", value: "3" },
    ]);
    expect(await valuesOf(service)).toEqual({ a: "1", b: "1" });
    const { changes } = await call<{ changes: ChangeView[] }>(world.url, "Diff", { service });
    const expected = [
      ["a", "1", "2"],
      ["b", "1", undefined],
      ["c", undefined, "3"],
    ];
    expect(changes.map(shown)).toEqual(expected);
    expect(await call(world.url, "Publish", { service, revision, message: "three" })).toMatchObject({ version: 2 });
    expect(await valuesOf(service)).toEqual({ a: "2", c: "3" });
    type View = { version: { author: string; message: string; madeAt: string }; changes: ChangeView[] };
    const view = await call<View>(world.url, "GetVersion", { service, version: 2 });
    expect(view.version).toMatchObject({ author: "operator", message: "three" });
    expect(Date.now() - Date.parse(view.version.madeAt)).toBeLessThan(60_000);
    expect(view.changes.map(shown)).toEqual(expected);
  });

  test("lets nobody overwrite what they have not seen, and says what is there", async () => {
    const service = await newService(world.url);
    const edits = (value: string, revision: number) => [{ section: "application", key: "a", value, revision }];
    const first = await call<{ revision: number }>(world.url, "Edit", { service, edits: edits("1", 0) });
    const stale = await refusal("Edit", { service, edits: edits("2", 0) });
    expect(stale.status).toBe(409);
    expect(stale.error).toMatchObject({
      code: "aborted",
      details: [{ type: "fairway.config.v1.Stale", debug: { revision: first.revision } }],
    });
    await call(world.url, "Edit", { service, edits: edits("2", first.revision) });
    const publishing = await refusal("Publish", { service, revision: first.revision });
    expect(publishing.error.code).toBe("aborted");
    expect(publishing.error.details?.[0]?.debug).toEqual({ revision: 2 });
  });

  test("takes all edits of a call or none", async () => {
    const service = await newService(world.url);
    const edits = [
      { section: "application", key: "a", value: "1" },
      { section: "application", key: "b", value: "1", revision: 7 },
    ];
    expect((await refusal("Edit", { service, edits })).error.code).toBe("aborted");
    expect((await tree(world.url, service)).draft).toBeUndefined();
  });

  test("gives up edits, one or all", async () => {
    const service = await newService(world.url);
    const revision = await edit(
      world.url,
      service,
      ["a", "b", "c"].map((key) => ({ key, value: "1" })),
    );
    const places = [{ section: "application", key: "b" }];
    expect(await call(world.url, "Discard", { service, revision, places })).toEqual({ discarded: 1 });
    expect((await refusal("Discard", { service, revision })).error.code).toBe("aborted");
    const now = await revisionOf(service);
    expect((await refusal("Discard", { service, revision: now, places })).error.code).toBe("not_found");
    expect(await call(world.url, "Discard", { service, revision: now })).toEqual({ discarded: 2 });
    const empty = await refusal("Publish", { service, revision: await revisionOf(service) });
    expect(empty.error.code).toBe("failed_precondition");
  });

  const bad: readonly (readonly [string, EditInit & { section?: string }, RegExp])[] = [
    ["a number that is none", { key: "k", type: "VALUE_TYPE_NUMBER", value: "1e" }, /application\/k: must be a number/],
    ["an id as a number", { key: "k", type: "VALUE_TYPE_NUMBER", value: "9007199254740993" }, /2\^53/],
    ["a boolean that is none", { key: "k", type: "VALUE_TYPE_BOOLEAN", value: "yes" }, /true or false/],
    ["JSON that is none", { key: "k", type: "VALUE_TYPE_JSON", value: "{" }, /JSON document/],
    ["a duration that is none", { key: "k", type: "VALUE_TYPE_DURATION", value: "5" }, /duration/],
    ["a type that is none", { key: "k", type: 9, value: "5" }, /type: 9/],
    ["a key with a space", { key: "a b", value: "1" }, /key/],
    ["a key that is a prototype", { key: "__proto__", value: "1" }, /key/],
    ["an empty key", { key: "", value: "1" }, /key/],
    ["a section that is none", { section: "a/b", key: "k", value: "1" }, /section/],
    ["a new key without a value", { key: "k" }, /value is needed/],
    ["a long comment", { key: "k", value: "1", comment: "x".repeat(501) }, /comment/],
    ["a large value", { key: "k", value: "x".repeat(262_145) }, /bytes/],
    ["a large secret", { key: "k", value: "x".repeat(16_385), secret: true }, /bytes/],
  ];

  test.each(bad)("refuses %s", async (_what, each, words) => {
    const service = await newService(world.url);
    const { error, status } = await refusal("Edit", { service, edits: [{ section: "application", ...each }] });
    expect([status, error.code]).toEqual([400, "invalid_argument"]);
    expect(error.message).toMatch(words);
  });

  test("refuses a key twice, none at all, and one that is not there to delete", async () => {
    const service = await newService(world.url);
    const one = { section: "application", key: "a", value: "1" };
    expect((await refusal("Edit", { service, edits: [one, one] })).error.message).toMatch(/twice/);
    expect((await refusal("Edit", { service, edits: [] })).error.code).toBe("invalid_argument");
    const gone = { section: "application", key: "a", delete: true };
    expect((await refusal("Edit", { service, edits: [gone] })).error.code).toBe("not_found");
  });

  test("refuses more than a configuration holds", async () => {
    const service = await newService(world.url);
    const large = ["a", "b", "c", "d", "e"].map((key) => ({ section: "s", key, value: "x".repeat(250_000) }));
    expect((await refusal("Edit", { service, edits: large })).error).toMatchObject({ code: "resource_exhausted" });
    expect((await tree(world.url, service)).draft).toBeUndefined();
  });
});

describe("a roll-back", () => {
  test("is a new version with the old content, and is refused where that runs already", async () => {
    const service = await newService(world.url);
    await publish(world.url, service, [{ key: "a", value: "1" }]);
    await publish(world.url, service, [{ key: "a", value: "2" }]);
    const back = await call(world.url, "Rollback", { service, version: 1, revision: await revisionOf(service) });
    expect(back).toMatchObject({ version: 3 });
    expect(await valuesOf(service)).toEqual({ a: "1" });
    const revision = await revisionOf(service);
    expect((await refusal("Rollback", { service, version: 1, revision })).error.code).toBe("failed_precondition");
    expect((await refusal("Rollback", { service, version: 9, revision })).error.code).toBe("not_found");
    expect((await refusal("Rollback", { service, version: 2, revision: 1 })).error.code).toBe("aborted");
    type Steps = { steps: { version: { number: number; kind: string }; change: ChangeView }[] };
    const place = { service, section: "application", key: "a" };
    const { steps } = await call<Steps>(world.url, "GetHistory", place);
    expect(steps.map(({ version, change }) => [version.kind, version.number, ...shown(change)])).toEqual([
      ["rollback", 3, "a", "2", "1"],
      ["publish", 2, "a", "1", "2"],
      ["publish", 1, "a", undefined, "1"],
    ]);
  });
});

describe("a gray release", () => {
  async function versionOf(
    { service, idc }: Service,
    node: string,
    labels = "",
  ): Promise<[number, string | undefined]> {
    const query = new URLSearchParams({ node, labels });
    const response = await fetch(`${world.url}/config/v1/${service}/${idc}?${query}`);
    const body = (await response.json()) as {
      version: number;
      sections: Record<string, Record<string, { value: string }>>;
    };
    return [body.version, body.sections.application?.a?.value];
  }

  async function grayService(rule: object): Promise<Service> {
    const service = await newService(world.url);
    await call(world.url, "SetOpen", { service, open: true });
    await publish(world.url, service, [
      { key: "a", value: "1" },
      { key: "gone", value: "1" },
    ]);
    const revision = await edit(world.url, service, [
      { key: "a", value: "2" },
      { key: "gone", delete: true },
    ]);
    await call(world.url, "StartGray", { service, revision, rule });
    return service;
  }

  test("is seen by its nodes and by nobody else, deletions too", async () => {
    const service = await grayService({ nodes: ["n1"], labels: { canary: "yes" } });
    expect(await versionOf(service, "n1")).toEqual([2, "2"]);
    expect(await versionOf(service, "n2")).toEqual([1, "1"]);
    expect(await versionOf(service, "n2", "canary=yes,zone=a")).toEqual([2, "2"]);
    expect(await versionOf(service, "n2", "canary=no")).toEqual([1, "1"]);
    expect(await versionOf(service, "")).toEqual([1, "1"]);
    type Values = { version: number; values: { key: string }[] };
    const gray = await call<Values>(world.url, "GetValues", { service, node: "n1" });
    expect(gray.values.map(({ key }) => key)).toEqual(["a"]);
  });

  test("takes its share of nodes, the same each time, and more as it grows", async () => {
    const service = await grayService({ percent: 25 });
    const nodes = Array.from({ length: 200 }, (_, at) => `10.0.0.${at}`);
    const grayNodes = async () => {
      const seen = await Promise.all(nodes.map(async (node) => [node, await versionOf(service, node)] as const));
      return new Set(seen.filter(([, [version]]) => version === 2).map(([node]) => node));
    };
    const quarter = await grayNodes();
    expect(quarter.size).toBeGreaterThan(30);
    expect(quarter.size).toBeLessThan(70);
    expect(await grayNodes()).toEqual(quarter);
    const revision = await revisionOf(service);
    expect(await call(world.url, "MoveGray", { service, revision, rule: { percent: 60 } })).toMatchObject({
      version: 2,
    });
    const more = await grayNodes();
    expect(more.size).toBeGreaterThan(quarter.size);
    expect([...quarter].every((node) => more.has(node))).toBe(true);
  });

  test("lets nobody's version go down, whatever becomes of it", async () => {
    const service = await grayService({ nodes: ["n1", "n2"] });
    const rule = { nodes: ["n2", "n3"] };
    await call(world.url, "MoveGray", { service, revision: await revisionOf(service), rule });
    expect(await versionOf(service, "n1")).toEqual([3, "1"]);
    expect(await versionOf(service, "n2")).toEqual([4, "2"]);
    expect(await versionOf(service, "n3")).toEqual([4, "2"]);
    await call(world.url, "Promote", { service, revision: await revisionOf(service) });
    for (const node of ["n1", "n2", "n3"]) expect(await versionOf(service, node)).toEqual([5, "2"]);
  });

  test("gives its edits back when it is abandoned", async () => {
    const service = await grayService({ nodes: ["n1"] });
    await call(world.url, "Abandon", { service, revision: await revisionOf(service) });
    expect(await versionOf(service, "n1")).toEqual([3, "1"]);
    expect(await versionOf(service, "n2")).toEqual([3, "1"]);
    const { changes } = await call<{ changes: ChangeView[] }>(world.url, "Diff", { service });
    expect(changes.map(shown)).toEqual([
      ["a", "1", "2"],
      ["gone", "1", undefined],
    ]);
    await call(world.url, "Publish", { service, revision: await revisionOf(service) });
    expect(await versionOf(service, "n2")).toEqual([4, "2"]);
  });

  test("stands in the way of other releases until it ends", async () => {
    const service = await grayService({ nodes: ["n1"] });
    await edit(world.url, service, [{ key: "b", value: "1" }]);
    const revision = await revisionOf(service);
    for (const [method, more] of [
      ["Publish", {}],
      ["StartGray", { rule: { percent: 1 } }],
      ["Rollback", { version: 1 }],
    ] as const) {
      const { error } = await refusal(method, { service, revision, ...more });
      expect([method, error.code]).toEqual([method, "failed_precondition"]);
    }
  });

  test("needs a rule, a first version, and to be there", async () => {
    const service = await newService(world.url);
    const revision = await edit(world.url, service, [{ key: "a", value: "1" }]);
    const start = (rule: object) => refusal("StartGray", { service, revision, rule });
    expect((await start({})).error.code).toBe("invalid_argument");
    expect((await start({ percent: 101 })).error.code).toBe("invalid_argument");
    expect((await start({ nodes: ["a b"] })).error.code).toBe("invalid_argument");
    expect((await start({ percent: 10 })).error.code).toBe("failed_precondition");
    expect((await refusal("Promote", { service, revision })).error.code).toBe("failed_precondition");
    expect((await refusal("Abandon", { service, revision })).error.code).toBe("failed_precondition");
    expect((await refusal("MoveGray", { service, revision, rule: { percent: 1 } })).error.code).toBe(
      "failed_precondition",
    );
  });
});

describe("a schema", () => {
  const schema = JSON.stringify({
    type: "object",
    required: ["application"],
    properties: {
      application: {
        type: "object",
        required: ["timeout"],
        properties: {
          timeout: { type: "number", maximum: 5_000 },
          password: { type: "string", minLength: 8 },
        },
      },
    },
  });

  test("refuses a release that does not fit, and names the key and never the value", async () => {
    const service = await newService(world.url);
    await publish(world.url, service, [{ key: "timeout", type: "VALUE_TYPE_DURATION", value: "1m" }]);
    await publish(world.url, service, [{ key: "timeout", value: "2s" }]);
    await call(world.url, "SetSchema", { service, json: schema });
    expect(await call(world.url, "GetSchema", { service })).toEqual({ json: schema });
    const tooLong = publish(world.url, service, [{ key: "timeout", value: "6s" }]);
    await expect(tooLong).rejects.toThrow(/400 invalid_argument: application\/timeout: /);
    const short = publish(world.url, service, [
      { key: "timeout", value: "3s" },
      { key: "password", value: "hunter2", secret: true },
    ]);
    await expect(short).rejects.toThrow(/application\/password: /);
    await expect(short).rejects.not.toThrow(/hunter2/);
    const missing = publish(world.url, service, [
      { key: "timeout", delete: true },
      { key: "password", value: "long enough", secret: true },
    ]);
    await expect(missing).rejects.toThrow(/application: .*timeout/);
    await call(world.url, "Discard", { service, revision: await revisionOf(service) });
    const back = await refusal("Rollback", { service, version: 1, revision: await revisionOf(service) });
    expect(back.error.message).toContain("application/timeout");
    await call(world.url, "SetSchema", { service, json: "" });
    await call(world.url, "Rollback", { service, version: 1, revision: await revisionOf(service) });
  });

  test.each([
    ["no JSON", "{"],
    ["a list", "[]"],
    ["a reference into nothing", '{"$ref":"#/$defs/x"}'],
    ["a pattern that is none", '{"additionalProperties":{"additionalProperties":{"pattern":"("}}}'],
    ["too large", JSON.stringify({ description: "x".repeat(262_145) })],
  ])("is refused where it is %s", async (_what, json) => {
    const service = await newService(world.url);
    expect((await refusal("SetSchema", { service, json })).error.code).toBe("invalid_argument");
  });
});

describe("rights", () => {
  test("are what a token has, of its own service alone", async () => {
    const service = await newService(world.url);
    const other = await newService(world.url);
    const revision = await edit(world.url, service, [{ key: "a", value: "1" }]);
    const tokens = {
      read: await newToken(world.url, service, "read"),
      edit: await newToken(world.url, service, "edit"),
      publish: await newToken(world.url, service, "publish"),
      admin: await newToken(world.url, service, "admin"),
      stranger: await newToken(world.url, other, "admin"),
    };
    const edits = [{ section: "application", key: "b", value: "1" }];
    const needed: readonly (readonly [string, object, readonly (keyof typeof tokens)[]])[] = [
      ["GetTree", {}, ["edit", "publish", "admin"]],
      ["ListAudit", {}, ["edit", "publish", "admin"]],
      ["GetValues", {}, ["read", "edit", "publish", "admin"]],
      ["ListTokens", {}, ["admin"]],
      ["Edit", { edits: [{ ...edits[0], revision: 99 }] }, ["edit", "admin"]],
      ["Publish", { revision: revision + 99 }, ["publish", "admin"]],
      ["SetSchema", { json: "" }, ["admin"]],
    ];
    for (const [method, more, allowed] of needed) {
      for (const [name, token] of Object.entries(tokens)) {
        const code = await call(world.url, method, { service, ...more }, token).then(
          () => "ok",
          (error: Refused) => error.error.code,
        );
        const isAllowed = code === "ok" || code === "aborted";
        const expected = allowed.some((each) => each === name);
        expect([method, name, isAllowed]).toEqual([method, name, expected]);
        if (!expected) expect(code).toBe(name === "stranger" ? "unauthenticated" : "permission_denied");
      }
      expect((await refusal(method, { service, ...more }, "")).error.code).toBe("unauthenticated");
      expect((await refusal(method, { service, ...more }, "nonsense")).error.code).toBe("unauthenticated");
    }
  });

  test("end with the token", async () => {
    const service = await newService(world.url);
    await publish(world.url, service, [{ key: "a", value: "1" }]);
    const made = await call<{ id: string; token: string }>(world.url, "CreateToken", {
      service,
      name: "app",
      rights: ["read"],
    });
    expect(await valuesOf(service, made.token)).toEqual({ a: "1" });
    expect((await refusal("CreateToken", { service, name: "app", rights: ["read"] })).error.code).toBe(
      "already_exists",
    );
    await call(world.url, "DropToken", { service, id: made.id });
    expect((await refusal("GetValues", { service }, made.token)).error.code).toBe("unauthenticated");
    expect((await refusal("DropToken", { service, id: made.id })).error.code).toBe("not_found");
  });

  test("are not given by a name or a right that is none", async () => {
    const service = await newService(world.url);
    for (const [name, rights] of [
      ["", ["read"]],
      ["operator", ["read"]],
      ["a\nb", ["read"]],
      ["x", []],
      ["x", ["root"]],
    ] as const) {
      expect((await refusal("CreateToken", { service, name, rights })).error.code).toBe("invalid_argument");
    }
  });

  test("to make a service are the operator's", async () => {
    const service = { service: "made-by-nobody" };
    expect((await refusal("CreateService", { service }, "nonsense")).error.code).toBe("unauthenticated");
    expect((await refusal("GetTree", { service })).error.code).toBe("not_found");
    expect((await refusal("Edit", { service, edits: [{ section: "a", key: "b", value: "c" }] })).error.code).toBe(
      "not_found",
    );
    for (const name of ["", "a/b", "..", "a b", "x".repeat(65)]) {
      expect((await refusal("CreateService", { service: { service: name } })).error.code).toBe("invalid_argument");
    }
    expect(await call(world.url, "CreateService", { service })).toEqual({ created: true });
    expect(await call(world.url, "CreateService", { service })).toEqual({});
  });
});

test("what was done stands in the audit log, with who did it", async () => {
  const service = await newService(world.url);
  const editor = await call<{ token: string }>(world.url, "CreateToken", { service, name: "eve", rights: ["edit"] });
  const edits = [{ section: "application", key: "a", value: "1" }];
  const { revision } = await call<{ revision: number }>(world.url, "Edit", { service, edits }, editor.token);
  await call(world.url, "Publish", { service, revision, message: "first" });
  type Events = { events: { id: number; actor: string; action: string; detail: string }[] };
  const { events } = await call<Events>(world.url, "ListAudit", { service });
  expect(events.map(({ actor, action }) => `${actor} ${action}`)).toEqual([
    "operator publish",
    "eve edit",
    "operator token",
    "operator create",
  ]);
  expect(JSON.parse(events[1]?.detail ?? "")).toEqual({
    edits: [{ place: "application/a", type: "text", value: "1" }],
  });
  const older = await call<Events>(world.url, "ListAudit", { service, before: events[1]?.id, limit: 1 });
  expect(older.events.map(({ action }) => action)).toEqual(["token"]);
  expect((await refusal("ListAudit", { service, limit: 1001 })).error.code).toBe("invalid_argument");
});
