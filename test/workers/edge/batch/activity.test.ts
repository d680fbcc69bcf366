import { expect, test } from "vitest";
import { activity } from "../../../../edge/batch/activity.ts";

/** Turns of the microtask queue, as promises take them. */
async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn++) await null;
}

test("quiet() comes as soon as nobody is busy any more, without a clock", async () => {
  const items = activity();
  let quiet = false;
  items.enter();
  items.enter();
  void items.quiet().then(() => {
    quiet = true;
  });
  await turns(20);
  items.leave();
  await turns(20);
  expect(quiet).toBe(false);
  items.leave();
  await turns(60);
  expect(quiet).toBe(true);
});

test("quiet() does not come in the few steps between an item's end and the start of the next", async () => {
  const items = activity();
  let quiet = false;
  items.enter();
  void items.quiet().then(() => {
    quiet = true;
  });
  for (let item = 0; item < 10; item++) {
    await turns(3);
    items.leave();
    await turns(8);
    items.enter();
  }
  expect(quiet).toBe(false);
});

test("quiet() comes all the same when someone stays busy, and for everyone who waits", async () => {
  const items = activity();
  items.enter();
  await Promise.all([items.quiet(), items.quiet()]);
});
