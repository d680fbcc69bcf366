import { createCipheriv, createDecipheriv } from "node:crypto";
import { describe, expect, test } from "vitest";
import { parseHex, renderHex } from "../../../../proto/digest.ts";
import { CLIENT, NOW_SECONDS, OLD_TENCENT_KEY, TENCENT_KEY, world } from "./world.ts";

type Keys = typeof TENCENT_KEY;

const NO_IV = new Uint8Array(0);
const bytesOf = (text: string) => new TextEncoder().encode(text);
const joined = (...parts: Uint8Array[]) => new Uint8Array(parts.flatMap((part) => [...part]));

/** As the vendor's clients seal: written again, on workerd's own single DES. */
function sealed(text: string, algorithm: "des" | "aes", keys: Keys = TENCENT_KEY): string {
  const iv = parseHex("fedcba98765432100123456789abcdef") as Uint8Array;
  const cipher =
    algorithm === "des"
      ? createCipheriv("des-ecb", bytesOf(keys.des), NO_IV)
      : createCipheriv("aes-128-cbc", bytesOf(keys.aes.padEnd(16, "0")), iv);
  const bytes = joined(cipher.update(bytesOf(text)), cipher.final());
  return renderHex(algorithm === "des" ? bytes : joined(iv, bytes));
}

function opened(hex: string, algorithm: "des" | "aes", keys: Keys = TENCENT_KEY): string {
  const bytes = parseHex(hex) as Uint8Array;
  const cipher =
    algorithm === "des"
      ? createDecipheriv("des-ecb", bytesOf(keys.des), NO_IV)
      : createDecipheriv("aes-128-cbc", bytesOf(keys.aes.padEnd(16, "0")), bytes.subarray(0, 16));
  const head = cipher.update(algorithm === "des" ? bytes : bytes.subarray(16));
  return new TextDecoder().decode(joined(head, cipher.final()));
}

describe("open to anybody", () => {
  test.each([
    ["/d?dn=api.app.test", "192.0.2.1"],
    ["/d?dn=api.app.test.", "192.0.2.1"],
    ["/d?DN=API.app.test&TTL=1", "192.0.2.1,60"],
    ["/d?dn=www.app.test&ttl=1&clientip=1", `192.0.2.1,60|${CLIENT}`],
    ["/d?dn=api.app.test&type=aaaa&ttl=1", "2001:db8::1,60"],
    ["/d?dn=api.app.test&type=addrs&ttl=1&clientip=1", `192.0.2.1,60-2001:db8::1,60|${CLIENT}`],
    ["/d?dn=four.app.test&type=addrs", "192.0.2.4-0"],
    ["/d?dn=four.app.test&type=addrs&ttl=1&clientip=1&sdk=1_4", `192.0.2.4,60-0,60|${CLIENT}`],
    ["/d?dn=four.app.test&type=aaaa", ""],
    ["/d?dn=none.app.test", ""],
    ["/d?dn=none.app.test&query=1", "none.app.test.:0"],
    ["/d?dn=api.app.test&query=1", "api.app.test.:192.0.2.1"],
    ["/d?dn=api.app.test,none.app.test&ttl=1&clientip=1", `api.app.test.:192.0.2.1,60\nnone.app.test.:0|${CLIENT}`],
    [
      "/d?dn=api.app.test,none.app.test,four.app.test&type=addrs&ttl=1&clientip=1&sdk=2_1",
      `api.app.test.:192.0.2.1,60-2001:db8::1,60|${CLIENT}\nnone.app.test.:0-0\nfour.app.test.:192.0.2.4,60-0,60|${CLIENT}`,
    ],
    ["/d?dn=api.app.test,api.other.test,*.app.test", "api.app.test.:192.0.2.1\napi.other.test.:0\n*.app.test.:0"],
    ["/d?dn=near.app.test", "192.0.2.4"],
    ["/d?dn=near.app.test&ip=203.0.113.99", "192.0.2.9"],
    ["/d?dn=near.app.test&ip=", "192.0.2.4"],
    [`/d?dn=api.app.test;${NOW_SECONDS + 600}`, "192.0.2.1"],
  ])("%s is %j", async (target, text) => {
    const reply = await world().send(target);
    expect(await reply.text()).toBe(text);
    expect(reply.status).toBe(200);
  });

  test("is asked by POST in a form as well, or in both", async () => {
    const it = world();
    const form = { method: "POST", headers: { "content-type": "application/x-www-form-urlencoded" } };
    expect(await it.text("/d", { ...form, body: "dn=api.app.test&ttl=1" })).toBe("192.0.2.1,60");
    expect(await it.text("/d?ttl=1", { ...form, body: "dn=api.app.test" })).toBe("192.0.2.1,60");
    expect(await it.text("/d?dn=api.app.test", { method: "POST" })).toBe("192.0.2.1");
  });

  test("is never compressed", async () => {
    const names = Array.from({ length: 8 }, () => "api.app.test").join(",");
    const reply = await world().send(`/d?dn=${names}&ttl=1`, { headers: { "accept-encoding": "gzip, br" } });
    expect(reply.headers.get("content-encoding")).toBeNull();
    expect((await reply.text()).split("\n")).toHaveLength(8);
  });

  test.each([
    ["no name", "/d", 404],
    ["an empty name", "/d?dn=", 404],
    ["a name that is none", "/d?dn=a..b", 404],
    ["a name too long", `/d?dn=${"a".repeat(300)}`, 404],
    ["a wildcard", "/d?dn=*.app.test", 404],
    ["nine names", `/d?dn=${Array.from({ length: 9 }, () => "api.app.test").join(",")}`, 404],
    ["a name that is not open", "/d?dn=api.other.test", 404],
    ["a name of others", "/d?dn=example.com", 404],
    ["an address that is none", "/d?dn=api.app.test&ip=1.2.3", 404],
    ["a parameter twice", "/d?dn=api.app.test&DN=four.app.test", 404],
    ["an escape that is none", "/d?dn=%zz", 404],
    ["a type that there is not", "/d?dn=api.app.test&type=mx", 501],
    ["a type that every object has", "/d?dn=api.app.test&type=constructor", 501],
    ["a time that is over", `/d?dn=api.app.test;${NOW_SECONDS}`, 404],
    ["a time too far ahead", `/d?dn=api.app.test;${NOW_SECONDS + 661}`, 404],
    ["a time that is none", "/d?dn=api.app.test;soon", 404],
  ])("%s is refused", async (_, target, status) => {
    const reply = await world().send(target);
    expect([reply.status, await reply.text()]).toEqual([status, ""]);
  });

  test("another method, another type of body and one that is too long are refused", async () => {
    const it = world();
    expect((await it.send("/d?dn=api.app.test", { method: "PUT" })).status).toBe(405);
    const headers = { "content-type": "application/json" };
    expect((await it.send("/d", { method: "POST", headers, body: "{}" })).status).toBe(415);
    expect(
      (await it.send("/d", { method: "POST", body: new URLSearchParams({ dn: "a".repeat(20_000) }) })).status,
    ).toBe(413);
  });

  test("so many requests a second from one network, and then from others all the same", async () => {
    const it = world();
    const statuses = [];
    for (let n = 0; n < 52; n++) statuses.push((await it.send("/d?dn=api.app.test")).status);
    expect(statuses).toEqual([...Array(50).fill(200), 429, 429]);
    expect((await it.send("/d?dn=api.app.test", { ip: "203.0.113.9" })).status).toBe(200);
    it.pass(1_000);
    expect((await it.send("/d?dn=api.app.test")).status).toBe(200);
  });

  test("is closed where the configuration opens nothing", async () => {
    expect((await world({ settings: {} }).send("/d?dn=api.app.test")).status).toBe(404);
  });
});

describe.each(["des", "aes"] as const)("an account by its %s key", (algorithm) => {
  const ask = (dn: string, more = "") => `/d?dn=${dn}&id=1000&alg=${algorithm}${more}`;

  test("asks in hex and is answered in hex", async () => {
    const it = world();
    const reply = await it.text(ask(sealed("api.app.test", algorithm), "&ttl=1&clientip=1&sdk=1_4"));
    expect(opened(reply, algorithm)).toBe(`192.0.2.1,60|${CLIENT}`);
    const batch = await it.text(ask(sealed("api.app.test,none.app.test", algorithm).toUpperCase(), "&ttl=1"));
    expect(opened(batch, algorithm)).toBe("api.app.test.:192.0.2.1,60\nnone.app.test.:0");
  });

  test("says for whom it asks sealed or in clear", async () => {
    const it = world();
    for (const ip of [sealed("203.0.113.99", algorithm), "203.0.113.99"]) {
      expect(opened(await it.text(ask(sealed("near.app.test", algorithm), `&ip=${ip}`)), algorithm)).toBe("192.0.2.9");
    }
  });

  test("says until when it asks", async () => {
    const it = world();
    const good = ask(sealed(`api.app.test;${NOW_SECONDS + 600}`, algorithm));
    expect((await it.send(good)).status).toBe(200);
    it.pass(600_000);
    expect((await it.send(good)).status).toBe(404);
  });

  test("is an empty body where there is nothing", async () => {
    const reply = await world().send(ask(sealed("none.app.test", algorithm)));
    expect([reply.status, await reply.text()]).toEqual([200, ""]);
  });

  test("is refused with another key, damaged, cut, in clear, or for names that are not its own", async () => {
    const it = world();
    const good = sealed("api.app.test", algorithm);
    const refused = [
      sealed("api.app.test", algorithm, OLD_TENCENT_KEY),
      `${good.slice(0, -1)}${good.endsWith("0") ? "1" : "0"}`,
      good.slice(0, -2),
      good.slice(0, -16),
      `${good}00`,
      "00",
      "xyz",
      "api.app.test",
      sealed("api.other.test", algorithm),
      sealed("*.app.test", algorithm),
      sealed("", algorithm),
    ];
    for (const dn of refused) expect([dn, (await it.send(ask(dn))).status]).toEqual([dn, 404]);
    expect((await it.send(ask(good).replace("id=1000", "id=9999"))).status).toBe(404);
    expect((await it.send(ask(good).replace("id=1000", "id=4000"))).status).toBe(404);
  });

  test("has two keys while one takes the place of the other, until the old one ends", async () => {
    const it = world();
    const by = (keys: Keys) => ask(sealed("api.app.test", algorithm, keys)).replace("id=1000", "id=2000");
    expect(opened(await it.text(by(TENCENT_KEY)), algorithm)).toBe("192.0.2.1");
    expect(opened(await it.text(by(OLD_TENCENT_KEY)), algorithm, OLD_TENCENT_KEY)).toBe("192.0.2.1");
    it.pass(60_000);
    expect((await it.send(by(TENCENT_KEY))).status).toBe(404);
    expect((await it.send(by(OLD_TENCENT_KEY))).status).toBe(200);
  });
});

test("without alg it is DES", async () => {
  const reply = await world().text(`/d?dn=${sealed("api.app.test", "des")}&id=1000`);
  expect(opened(reply, "des")).toBe("192.0.2.1");
});

test("an algorithm that there is not is 501", async () => {
  expect((await world().send("/d?dn=00&id=1000&alg=rc4")).status).toBe(501);
});

test("an account by its token asks in clear, and by another token not at all", async () => {
  const it = world();
  expect(await it.text("/d?dn=api.app.test&id=1000&token=123456789&ttl=1")).toBe("192.0.2.1,60");
  for (const token of ["", "1", "123456780", "1234567890"]) {
    expect((await it.send(`/d?dn=api.app.test&id=1000&token=${token}`)).status).toBe(404);
  }
  expect((await it.send("/d?dn=api.app.test&id=5000")).status).toBe(200);
  expect((await it.send("/d?dn=api.app.test&id=1000")).status).toBe(404);
});

test("an account has its quota, whatever networks its clients are in", async () => {
  const it = world();
  const statuses = [];
  for (let n = 0; n < 5; n++)
    statuses.push((await it.send("/d?dn=api.app.test&id=3000", { ip: `203.0.${n}.1` })).status);
  expect(statuses).toEqual([200, 200, 200, 429, 429]);
});

test("the log has neither names, keys nor whole addresses", async () => {
  const it = world();
  const dn = sealed("api.app.test", "des", OLD_TENCENT_KEY);
  await it.send(`/d?dn=${dn}&id=1000`);
  await it.send("/d?dn=api.app.test&id=1000&token=123456789");
  await it.send("/d?dn=api.app.test&id=1000&token=wrong-token");
  await expect.poll(() => it.written.length).toBe(3);
  const log = it.written.join("\n");
  for (const secret of [...Object.values(TENCENT_KEY), "wrong-token", dn, "api.app.test", CLIENT]) {
    expect(log).not.toContain(secret);
  }
});

test("items of a batch ask as well", async () => {
  const requests = ["api.app.test", "none.app.test", "api.other.test"].map((dn, n) => ({
    id: `${n}`,
    url: `/d?dn=${dn}`,
  }));
  const reply = await world().send("/$batch", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ requests }),
  });
  const { responses } = (await reply.json()) as { responses: { id: string; status: number; body?: unknown }[] };
  expect(responses.map(({ status }) => status)).toEqual([200, 200, 404]);
  expect(atob(String(responses[0]?.body))).toBe("192.0.2.1");
});
