/** An edge that is killed in the middle of publishes: what is there afterwards is old or new, and never half. */
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { call, edit, newService, type Service, startWorld, tree, type World } from "./world.ts";

/** As many keys as make a publish a matter of hundreds of rows. */
const KEYS = 300;
const KILLS = 8;

let world: World;

beforeAll(async () => {
  world = await startWorld();
});

afterAll(async () => {
  await world.stop();
});

interface Document {
  readonly version: number;
  readonly sections: Record<string, Record<string, { value: string }>>;
}

async function readDocument({ service, idc }: Service): Promise<Document> {
  return (await (await fetch(`${world.url}/config/v1/${service}/${idc}`)).json()) as Document;
}

test("a publish under kill -9 is there as a whole, or not at all", { timeout: 120_000 }, async () => {
  const service = await newService(world.url);
  await call(world.url, "SetOpen", { service, open: true });
  const keys = Array.from({ length: KEYS }, (_, at) => `key-${at}`);
  const round = (value: string) => keys.map((key) => ({ key, value }));
  const revision = await edit(world.url, service, round("0"));
  await call(world.url, "Publish", { service, revision });
  let [last, outcomes] = [1, ""];
  for (let kill = 1; kill <= KILLS; kill++) {
    const before = await tree(world.url, service);
    if ((before.draft ?? []).length === 0) await edit(world.url, service, round(String(kill)));
    const drafted = await tree(world.url, service);
    const expected = drafted.draft?.[0]?.entry.value;
    const publishing = call(world.url, "Publish", { service, revision: drafted.revision }).then(
      () => true,
      () => false,
    );
    await delay(kill); // A little later each time: before, in and after its one transaction.
    await world.kill();
    const answered = await publishing;
    await world.startAgain();

    const { version, sections } = await readDocument(service);
    const values = new Set(keys.map((key) => sections.application?.[key]?.value));
    expect(values.size).toBe(1);
    const after = await tree(world.url, service);
    const isNew = version === last + 1;
    expect([version - last, after.draft?.length ?? 0]).toEqual(isNew ? [1, 0] : [0, KEYS]);
    expect(values.has(expected)).toBe(isNew);
    if (answered) expect(isNew).toBe(true);
    type Events = { events: { action: string; detail: string }[] };
    const { events } = await call<Events>(world.url, "ListAudit", { service, limit: 1 });
    expect(events[0]?.action).toBe(isNew ? "publish" : "edit");
    last = version;
    outcomes += isNew ? "n" : "o";
  }
  expect(outcomes).toHaveLength(KILLS);
});
