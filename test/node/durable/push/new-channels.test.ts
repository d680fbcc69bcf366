import { describe, expect, test } from "vitest";
import { NewChannels } from "../../../../durable/push/new-channels.ts";
import { Recent } from "../../../../durable/push/recent.ts";

const ip = (n: number) => `203.0.${n}.7`;
const isNew = async () => true;
const identity = (answer: boolean) => answer;

/** How many of so many channels may be made. */
async function made(channels: NewChannels, who: { user: string; ip: string }, count: number): Promise<number> {
  let allowed = 0;
  for (let n = 0; n < count; n++) {
    const answer = channels.ask(who, `c${n}`, isNew, identity);
    allowed += await answer.then(
      () => 1,
      () => 0,
    );
  }
  return allowed;
}

describe("who names channels that are none", () => {
  test("may make 256 at once as a user, and one every 10 seconds after that", async () => {
    let nowMs = 0;
    const channels = new NewChannels(() => nowMs, false, new Recent(1_000));
    expect(await made(channels, { user: "a", ip: "" }, 300)).toBe(256);
    nowMs += 35_000;
    expect(await made(channels, { user: "a", ip: "" }, 10)).toBe(3);
    expect(await made(channels, { user: "b", ip: "" }, 10)).toBe(10);
  });

  test("shares 2 048 with the users of the network", async () => {
    const channels = new NewChannels(() => 0, false, new Recent(1_000));
    let allowed = 0;
    for (let user = 0; user < 10; user++) allowed += await made(channels, { user: `u${user}`, ip: ip(1) }, 256);
    expect(allowed).toBe(2_048);
    expect(await made(channels, { user: "", ip: ip(1) }, 1)).toBe(0);
    expect(await made(channels, { user: "", ip: ip(2) }, 1)).toBe(1);
  });

  test("is told so in a word that protocols know", async () => {
    const channels = new NewChannels(() => 0, false, new Recent(1_000));
    await made(channels, { user: "a", ip: "" }, 256);
    await expect(channels.ask({ user: "a", ip: "" }, "c", isNew, identity)).rejects.toMatchObject({
      denied: { failure: "rate-limited" },
    });
  });

  test("is counted by network alone where clients say who they are without proof", async () => {
    const channels = new NewChannels(() => 0, true, new Recent(1_000));
    let allowed = 0;
    for (let user = 0; user < 30; user++) allowed += await made(channels, { user: `u${user}`, ip: ip(1) }, 100);
    expect(allowed).toBe(2_048);
  });

  test("is not counted by a network that is a proxy's, and not for a stream of a user", async () => {
    const channels = new NewChannels(() => 0, false, new Recent(1_000));
    expect(await made(channels, { user: "", ip: "10.0.0.1" }, 3_000)).toBe(3_000);
    for (let n = 0; n < 300; n++) await channels.ask({ user: "a", ip: ip(1) }, `user:${n}`, isNew, identity);
    expect(await made(channels, { user: "a", ip: ip(1) }, 300)).toBe(256);
  });
});

test("a channel that is there costs nothing, and neither does one that cannot be asked", async () => {
  const channels = new NewChannels(() => 0, false, new Recent(1_000));
  const who = { user: "a", ip: ip(1) };
  for (let n = 0; n < 1_000; n++) expect(await channels.ask(who, "c", async () => false, identity)).toBe(false);
  for (let n = 0; n < 1_000; n++) {
    const failing = channels.ask(who, "c", () => Promise.reject(new Error("away")), identity);
    await expect(failing).rejects.toThrow("away");
  }
  expect(await made(channels, who, 300)).toBe(256);
});

test("a clock that is set back makes none free, and takes none away", async () => {
  let nowMs = 1_000_000;
  const channels = new NewChannels(() => nowMs, false, new Recent(1_000));
  expect(await made(channels, { user: "a", ip: "" }, 256)).toBe(256);
  nowMs = 0;
  expect(await made(channels, { user: "a", ip: "" }, 1)).toBe(0);
  nowMs = 10_000;
  expect(await made(channels, { user: "a", ip: "" }, 2)).toBe(1);
});
