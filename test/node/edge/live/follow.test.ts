/** An isolate that follows its configuration: what it asks, when requests wait, and what happens while nobody answers. */
import { beforeEach, describe, expect, test } from "vitest";
import type { Head } from "../../../../durable/config/views.ts";
import { Follower, type Release } from "../../../../edge/live/follow.ts";
import type { Content, GrayRule } from "../../../../proto/config/config.ts";

const EPOCH = "e1";
const settled = async () => {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
};

function contentOf(word: string): Content {
  const entry = { section: "routes", key: word, type: "json", value: "{}", secret: false, comment: "", revision: 1 };
  return [entry as Content[number]];
}

/** An object in memory, whose answers the test lets come. */
class FakeObject {
  epoch = EPOCH;
  release = 0;
  main = 0;
  gray: { version: number; rule: GrayRule } | undefined;
  contents = new Map<number, Content>();
  mode: "answers" | "hangs" | "throws" | "missing" = "answers";
  asked: { versions: readonly number[]; release: number; holdMs: number }[] = [];
  running: (number | undefined)[] = [];
  readonly held: (() => void)[] = [];

  publish(word: string): void {
    this.main += 1;
    this.contents.set(this.main, contentOf(word));
    this.release += 1;
    for (const end of this.held.splice(0)) end();
  }

  async headAfter(known: { epoch: string; versions: readonly number[] }, release: number, holdMs: number) {
    this.asked.push({ versions: known.versions, release, holdMs });
    if (this.mode === "throws") throw new Error("the object is away");
    if (this.mode === "hangs") return await new Promise<never>(() => undefined);
    if (this.mode === "missing") return { refused: { code: "not_found" as const, message: "no such service" } };
    if (release === this.release) await new Promise<void>((settle) => this.held.push(settle));
    return { value: this.head(known) };
  }

  async report(reports: readonly { running?: number }[]) {
    this.running.push(...reports.map(({ running }) => running));
    return { value: undefined };
  }

  private head({ epoch, versions }: { epoch: string; versions: readonly number[] }): Head {
    const wanted = [this.main, this.gray?.version ?? 0].filter(
      (version) => version !== 0 && (epoch !== this.epoch || !versions.includes(version)),
    );
    const access = { revision: 1, open: false, tokens: [], keys: [] };
    const snapshots = wanted.map((version) => ({
      version,
      entries: JSON.stringify(this.contents.get(version)),
      sections: {},
      secrets: [],
    }));
    const { release, main, gray } = this;
    return { epoch: this.epoch, release, main, ...(gray === undefined ? {} : { gray }), access, snapshots };
  }
}

let object: FakeObject;
let nowMs: number;
let applied: (string | undefined)[];
let warned: string[];
let sleeps: (() => void)[];
let refuses: (release: Release | undefined) => boolean;
/** As when the runtime ends the invocation that takes a release. */
let losesNext: boolean;
let follower: Follower;

beforeEach(() => {
  losesNext = false;
  object = new FakeObject();
  nowMs = 1_000_000;
  applied = [];
  warned = [];
  sleeps = [];
  refuses = () => false;
  let running = 0;
  follower = new Follower({
    service: "edge",
    object: () => object,
    node: { node: "edge-1", labels: { tier: "canary" }, address: "" },
    apply(release) {
      applied.push(release?.content[0]?.key);
      if (losesNext) {
        losesNext = false;
        return new Promise<never>(() => undefined);
      }
      if (!refuses(release)) running = release?.version ?? 0;
      return running;
    },
    now: () => nowMs,
    sleep: () => new Promise<void>((settle) => sleeps.push(settle)),
    warn: (message) => warned.push(message),
  });
});

const touch = () => follower.touch(() => undefined);

describe("a request", () => {
  test("that is the first waits for the answer, and those behind it do not", async () => {
    object.publish("one");
    const first = touch();
    expect(first).toBeInstanceOf(Promise);
    await first;
    expect(applied).toEqual(["one"]);
    expect(touch()).toBeUndefined();
  });

  test("hears of a release while a question waits, without asking itself", async () => {
    await touch();
    await settled();
    expect(object.asked.at(-1)).toMatchObject({ release: 0, holdMs: 500 });
    object.publish("one");
    await settled();
    expect(applied).toEqual([undefined, "one"]);
    expect(touch()).toBeUndefined();
  });

  test("takes a release again that was lost with the request that took it", async () => {
    object.publish("one");
    losesNext = true;
    void touch();
    await settled();
    nowMs += 1_000;
    await touch();
    expect(applied).toEqual(["one", "one"]);
  });

  test("does not ask for a version that is there already", async () => {
    object.publish("one");
    await touch();
    await settled();
    object.release += 1; // A token was made, say.
    for (const end of object.held.splice(0)) end();
    await settled();
    expect(object.asked.at(-1)?.versions).toEqual([1]);
    expect(applied).toEqual(["one"]);
  });

  test("waits again where the question was lost with its request, and another turn asks", async () => {
    await touch();
    await settled();
    nowMs += 851;
    object.publish("one");
    object.held.length = 0;
    await touch();
    expect(applied.at(-1)).toBe("one");
  });

  test("a lost turn that comes back late changes nothing", async () => {
    await touch();
    await settled();
    const [late] = object.held.splice(0);
    nowMs += 851;
    object.publish("new");
    await touch();
    await settled();
    object.contents.set(1, contentOf("old"));
    late?.();
    await settled();
    expect(applied).toEqual([undefined, "new"]);
  });
});

describe("while the object", () => {
  test("is away, what runs goes on, nobody waits, and one line tells of it", async () => {
    object.publish("one");
    await touch();
    await settled();
    object.mode = "throws";
    nowMs += 851;
    await touch();
    for (let time = 0; time < 5; time++) {
      nowMs += 500;
      sleeps.shift()?.();
      expect(touch()).toBeUndefined();
      await settled();
    }
    expect(applied).toEqual(["one"]);
    expect(warned).toEqual(["the configuration of service edge cannot be asked for; what runs goes on"]);
    object.mode = "answers";
    object.publish("two");
    nowMs += 851;
    touch();
    await settled();
    expect(applied).toEqual(["one", "two"]);
  });

  test("hangs, one request waits for half a second and those behind it not at all", async () => {
    object.mode = "hangs";
    const first = touch();
    expect(touch()).toBeInstanceOf(Promise);
    await first;
    expect(touch()).toBeUndefined();
    expect(applied).toEqual([]);
  });

  test("knows no such service, the edge's own table runs, and it is asked again and again", async () => {
    object.mode = "missing";
    await touch();
    expect(applied).toEqual([undefined]);
    expect(touch()).toBeUndefined();
    object.mode = "answers";
    object.publish("one");
    nowMs += 500;
    touch();
    sleeps.shift()?.();
    await settled();
    expect(applied).toEqual([undefined, "one"]);
    expect(warned).toEqual([]);
  });
});

test("a node that a gray release is for runs it, and the others do not hear of it", async () => {
  object.publish("main");
  object.contents.set(2, contentOf("gray"));
  object.gray = { version: 2, rule: { percent: 0, labels: { tier: "other" }, nodes: [] } };
  await touch();
  expect(applied).toEqual(["main"]);
  await settled();
  object.gray = { version: 2, rule: { percent: 0, labels: { tier: "canary" }, nodes: [] } };
  object.release += 1;
  for (const end of object.held.splice(0)) end();
  await settled();
  expect(applied).toEqual(["main", "gray"]);
});

test("a version that cannot be taken is not reported as running, and is not tried again and again", async () => {
  object.publish("one");
  await touch();
  await settled();
  refuses = (release) => release?.version === 2;
  object.publish("two");
  await settled();
  object.release += 1;
  for (const end of object.held.splice(0)) end();
  await settled();
  expect(applied).toEqual(["one", "two"]);
  expect(object.running).toEqual([1, 1]);
});

test("a service that was made anew is taken, although its numbers begin again", async () => {
  object.publish("one");
  await touch();
  await settled();
  object.epoch = "e2";
  object.main = 0;
  object.publish("other");
  await settled();
  expect(applied).toEqual(["one", "other"]);
});

test("an isolate without requests stops asking after a while", async () => {
  await touch();
  await settled();
  nowMs += 2_001;
  object.release += 1;
  for (const end of object.held.splice(0)) end();
  await settled();
  const before = object.asked.length;
  await settled();
  expect(object.asked).toHaveLength(before);
  expect(object.held).toHaveLength(0);
});
