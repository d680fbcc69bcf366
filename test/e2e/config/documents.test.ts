/** Export and import of a whole configuration. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import {
  apolloValues,
  call,
  newService,
  newToken,
  publish,
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

async function exported(service: Service, format: string, reveal = false): Promise<string> {
  return (await call<{ document: string }>(world.url, "Export", { service, format, reveal })).document;
}

async function imported(service: Service, document: string, more: object = {}): Promise<number> {
  const { revision } = await tree(world.url, service);
  const request = { service, format: "FORMAT_YAML", document, revision, ...more };
  return (await call<{ edits?: number }>(world.url, "Import", request)).edits ?? 0;
}

async function sample(): Promise<Service> {
  const service = await newService(world.url);
  await publish(world.url, service, [
    { key: "timeout", type: "VALUE_TYPE_DURATION", value: "5s", comment: "of a call" },
    { key: "ids", type: "VALUE_TYPE_JSON", value: '{"first": 9007199254740993,  "list": []}' },
    { key: "text", value: "yes: no # maybe\n  two" },
    { section: "flags", key: "on", type: "VALUE_TYPE_BOOLEAN", value: "true" },
    { key: "password", value: "hunter2", secret: true },
  ]);
  return service;
}

describe.each(["FORMAT_JSON", "FORMAT_YAML"])("a document in %s", (format) => {
  test("goes around without a loss, and changes nothing where it came from", async () => {
    const service = await sample();
    const document = await exported(service, format, true);
    expect(await imported(service, document, { format, replace: true })).toBe(0);
    const copy = await newService(world.url);
    expect(await imported(copy, document, { format })).toBe(5);
    await call(world.url, "Publish", { service: copy, revision: (await tree(world.url, copy)).revision });
    const [here, there] = [await newToken(world.url, service, "read"), await newToken(world.url, copy, "read")];
    expect(await apolloValues(world.url, copy, there)).toEqual(await apolloValues(world.url, service, here));
    const names = (text: string) => (parse(text) as { sections: object }).sections;
    expect(names(await exported(copy, format, true))).toEqual(names(document));
  });

  test("has no secrets unless they are asked for, and leaves those be that are there", async () => {
    const service = await sample();
    const document = await exported(service, format);
    expect(document).not.toContain("hunter2");
    expect(await imported(service, document, { format, replace: true })).toBe(0);
    const copy = await newService(world.url);
    await expect(imported(copy, document, { format })).rejects.toThrow(/application\/password: a value is needed/);
  });
});

describe("an import", () => {
  test("takes values as people write them", async () => {
    const service = await newService(world.url);
    const document = "sections:\n  s:\n    a: text\n    b: 3\n    c: true\n    d: {type: json, value: {x: [1, 2]}}\n";
    expect(await imported(service, document)).toBe(4);
    const { draft = [] } = await tree(world.url, service);
    expect(draft.map(({ entry }) => entry)).toMatchObject([
      { key: "a", type: "VALUE_TYPE_TEXT", value: "text" },
      { key: "b", type: "VALUE_TYPE_NUMBER", value: "3" },
      { key: "c", type: "VALUE_TYPE_BOOLEAN", value: "true" },
      { key: "d", type: "VALUE_TYPE_JSON", value: '{"x":[1,2]}' },
    ]);
  });

  test("takes away what is not in the document only where it is asked to", async () => {
    const service = await newService(world.url);
    await publish(
      world.url,
      service,
      ["a", "b"].map((key) => ({ section: "s", key, value: "1" })),
    );
    expect(await imported(service, "sections: {s: {a: '1'}}")).toBe(0);
    expect(await imported(service, "sections: {s: {a: '1'}}", { replace: true })).toBe(1);
    expect((await tree(world.url, service)).draft).toMatchObject([{ deleted: true, entry: { key: "b" } }]);
  });

  test.each([
    ["no YAML", "{", /is no YAML/],
    ["no sections", "a: 1", /sections/],
    ["a section that is a list", "sections: {s: [1]}", /./],
    ["a null", "sections: {s: {a: }}", /s\/a/],
    ["a list as a value", "sections: {s: {a: [1]}}", /s\/a/],
    ["a field that is none", "sections: {s: {a: {value: x, kind: y}}}", /s\/a/],
    ["an integer that a number cannot hold", "sections: {s: {a: 9007199254740993}}", /s\/a.*2\^53/],
    ["the same in JSON", "sections: {s: {a: {type: json, value: {x: 9007199254740993}}}}", /s\/a.*2\^53/],
    ["a value that does not fit its type", "sections: {s: {a: {type: duration, value: 5}}}", /s\/a.*duration/],
    ["a key that is none", "sections: {s: {'a b': 1}}", /key/],
    [
      "more aliases than a document needs",
      `a: &a [1]\nb: &b [${"*a,".repeat(60)}]\nsections: {s: {x: [${"*b,".repeat(60)}]}}`,
      /./,
    ],
  ])("refuses %s", async (_what, document, words) => {
    const service = await newService(world.url);
    const refused = imported(service, document);
    await expect(refused).rejects.toThrow(/^400 invalid_argument/);
    await expect(refused).rejects.toThrow(words);
  });

  test("is refused where the configuration has moved on", async () => {
    const service = await sample();
    await expect(imported(service, "sections: {s: {a: 1}}", { revision: 1 })).rejects.toThrow(/^409 aborted/);
  });
});
