/** Which services there are, on real storage in workerd. */
import { evictDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import type { ConfigDirectory } from "../../../../durable/config/config.ts";

const { CONFIG_DIRECTORY } = env as { CONFIG_DIRECTORY: DurableObjectNamespace<ConfigDirectory> };

test("what was noted is listed, in its idc alone, and stays so", async () => {
  const directory = CONFIG_DIRECTORY.getByName("listed");
  await directory.note("orders", "sh1");
  await directory.note("orders", "sh1");
  await evictDurableObject(directory);
  expect(await directory.find("orders", "sh1")).toBe("listed");
  expect(await directory.find("orders", "default")).toBe("unlisted");
});

test("a name that is none is looked for a thousand times in all, through sleep, and a service is found after that", async () => {
  const directory = CONFIG_DIRECTORY.getByName("looked for");
  const first = await Promise.all(Array.from({ length: 600 }, (_, at) => directory.find(`nobody-${at}`, "default")));
  await evictDurableObject(directory);
  const second = await Promise.all(Array.from({ length: 600 }, (_, at) => directory.find(`no-one-${at}`, "default")));
  const all = [...first, ...second];
  expect([all.filter((each) => each === "unlisted").length, all.at(-1)]).toEqual([1_000, "unknown"]);
  await directory.note("made-later", "default");
  expect(await directory.find("made-later", "default")).toBe("listed");
});
