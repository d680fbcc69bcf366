import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import {
  type Mode,
  openReply,
  sealRequest,
  signQuery,
  type V2Asked,
  type V2Keys,
  v2Keys,
} from "../../../../proto/httpdns/httpdns.ts";
import { AES, CLIENT, NEW_AES, NEW_SECRET, NOW_SECONDS, SECRET, type World, world } from "./world.ts";

const md5 = (text: string) => createHash("md5").update(text).digest("hex");
const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
const KEYS = await v2Keys({ secret: SECRET, aes: AES });
const NEW_KEYS = await v2Keys({ secret: NEW_SECRET, aes: NEW_AES });

interface Answered {
  readonly status: number;
  readonly json: Record<string, unknown>;
}

async function get(it: World, target: string, init?: RequestInit): Promise<Answered> {
  const reply = await it.send(target, init);
  expect(reply.headers.get("content-encoding")).toBeNull();
  return { status: reply.status, json: await reply.json() };
}

const refusal = (code: string, status = 403) => ({ status, json: { code } });

describe("the first version", () => {
  function signed(
    what: string,
    host: string,
    { secret = SECRET, t = NOW_SECONDS + 300, account = "1000" } = {},
  ): string {
    return `/${account}/sign_${what}?host=${host}&t=${t}&s=${md5(`${host}-${secret}-${t}`)}`;
  }

  test("answers /d for an account that needs no proof", async () => {
    const it = world();
    expect(await get(it, "/5000/d?host=api.app.test")).toEqual({
      status: 200,
      json: { host: "api.app.test", ips: ["192.0.2.1"], ttl: 60, origin_ttl: 60, client_ip: CLIENT },
    });
    expect((await get(it, "/5000/d?host=api.app.test&query=4,6&ip=203.0.113.5")).json).toEqual({
      host: "api.app.test",
      ips: ["192.0.2.1"],
      ipsv6: ["2001:db8::1"],
      ttl: 60,
      origin_ttl: 60,
      client_ip: "203.0.113.5",
    });
    expect((await get(it, "/5000/d?host=four.app.test&query=6")).json).toMatchObject({ ips: [], ipsv6: [] });
    expect((await get(it, "/5000/d?host=four.app.test&query=4,6")).json).toMatchObject({ ips: ["192.0.2.4"], ttl: 60 });
    expect((await get(it, "/5000/d?host=near.app.test&ip=203.0.113.5")).json).toMatchObject({ ips: ["192.0.2.9"] });
    expect((await get(it, "/5000/d?host=none.app.test")).json).toMatchObject({ ips: [], ttl: 30 });
  });

  test("answers /resolve for several hosts, or one for several clients", async () => {
    const it = world();
    const of = (host: string, client_ip: string, ips: string[], type = 1, ttl = 60) => {
      return { host, client_ip, ips, type, ttl, origin_ttl: ttl };
    };
    expect((await get(it, "/5000/resolve?host=api.app.test,four.app.test&query=4,6")).json).toEqual({
      dns: [
        of("api.app.test", CLIENT, ["192.0.2.1"]),
        of("api.app.test", CLIENT, ["2001:db8::1"], 28),
        of("four.app.test", CLIENT, ["192.0.2.4"]),
        of("four.app.test", CLIENT, [], 28, 30),
      ],
    });
    expect((await get(it, "/5000/resolve?host=near.app.test&ip=203.0.113.5,198.51.100.9")).json).toEqual({
      dns: [of("near.app.test", "203.0.113.5", ["192.0.2.9"]), of("near.app.test", "198.51.100.9", ["192.0.2.4"])],
    });
  });

  test("says where the service is", async () => {
    expect(await get(world(), "/1000/ss?region=global&platform=ios&sdk_version=3.2.0")).toEqual({
      status: 200,
      json: {
        service_ip: ["192.0.2.53"],
        service_ipv6: ["2001:db8::53"],
        service_ip_port: [80],
        service_ipv6_port: [80],
        service_status: "enable",
      },
    });
  });

  test("answers what is signed, by either key", async () => {
    const it = world();
    expect((await get(it, signed("d", "api.app.test"))).json).toMatchObject({ ips: ["192.0.2.1"] });
    expect((await get(it, signed("d", "api.app.test", { secret: NEW_SECRET }))).status).toBe(200);
    expect((await get(it, signed("resolve", "api.app.test,four.app.test"))).json.dns).toHaveLength(2);
    expect(
      (
        await get(
          it,
          signed("d", "api.app.test").replace(/s=\w+/, (s) => s.toUpperCase().replace("S=", "s=")),
        )
      ).status,
    ).toBe(200);
  });

  test("forgets a key that has ended", async () => {
    const it = world();
    const by = () => signed("d", "api.app.test", { account: "2000", t: NOW_SECONDS + 500 });
    expect((await get(it, by())).status).toBe(200);
    it.pass(60_000);
    expect(await get(it, by())).toEqual(refusal("InvalidSignature"));
  });

  test.each([
    ["another secret", signed("d", "api.app.test", { secret: "00" }), refusal("InvalidSignature")],
    ["a signature of another host", signed("d", "api.app.test").replace("api", "four"), refusal("InvalidSignature")],
    ["a signature of another time", signed("d", "api.app.test").replace("t=", "t=0"), refusal("InvalidSignature")],
    ["half a signature", signed("d", "api.app.test").slice(0, -16), refusal("InvalidSignature")],
    ["no signature", "/1000/sign_d?host=api.app.test&t=1", refusal("MissingArgument", 400)],
    ["no time", `/1000/sign_d?host=api.app.test&s=${"0".repeat(32)}`, refusal("MissingArgument", 400)],
    ["a time that is none", `/1000/sign_d?host=api.app.test&t=x&s=${"0".repeat(32)}`, refusal("InvalidArgument", 400)],
    ["a signature that is over", signed("d", "api.app.test", { t: NOW_SECONDS }), refusal("SignatureExpired")],
    [
      "one that is good for too long",
      signed("d", "api.app.test", { t: NOW_SECONDS + 661 }),
      refusal("InvalidDuration"),
    ],
    ["no proof where one is needed", "/1000/d?host=api.app.test", refusal("UnsignedInterfaceDisabled")],
    ["no proof of several", "/1000/resolve?host=api.app.test", refusal("UnsignedInterfaceDisabled")],
    ["an account that there is not", "/9999/d?host=api.app.test", refusal("AccountNotExists")],
    ["an account without this dialect", "/4000/d?host=api.app.test", refusal("InvalidAccount")],
    ["a name that is not the account's", signed("d", "api.other.test"), refusal("InvalidHost")],
    ["a name of others", "/5000/d?host=example.com", refusal("InvalidHost")],
    ["no host", "/5000/d", refusal("MissingArgument", 400)],
    ["a host that is none", "/5000/d?host=a..b", refusal("InvalidHost", 400)],
    ["a wildcard", "/5000/d?host=*.app.test", refusal("InvalidHost", 400)],
    ["a host too long", `/5000/d?host=${"a.".repeat(128)}`, refusal("InvalidHost", 400)],
    ["several hosts of /d", "/5000/d?host=api.app.test,four.app.test", refusal("TooManyHosts", 400)],
    ["six hosts", `/5000/resolve?host=${"api.app.test,".repeat(5)}x.app.test`, refusal("TooManyHosts", 400)],
    ["an address that is none", "/5000/d?host=api.app.test&ip=1.2.3", refusal("InvalidIP", 400)],
    [
      "several hosts for several clients",
      "/5000/resolve?host=a.app.test,b.app.test&ip=192.0.2.1,192.0.2.2",
      refusal("InvalidIP", 400),
    ],
    ["a family that there is not", "/5000/d?host=api.app.test&query=5", refusal("InvalidQuery", 400)],
    ["a family that every object has", "/5000/d?host=api.app.test&query=constructor", refusal("InvalidQuery", 400)],
    ["a parameter twice", "/5000/d?host=api.app.test&host=four.app.test", refusal("MissingArgument", 400)],
  ])("refuses %s", async (_, target, expected) => {
    expect(await get(world(), target)).toEqual(expected);
  });

  test("takes GET alone, and says the time to who is refused", async () => {
    const it = world();
    expect(await get(it, "/5000/d?host=api.app.test", { method: "POST" })).toEqual(refusal("MethodNotAllowed", 405));
    const reply = await it.send(signed("d", "api.app.test", { t: 1 }));
    expect(Date.parse(reply.headers.get("date") ?? "")).toBe(NOW_SECONDS * 1000);
  });

  test("counts an account's requests, whatever networks its clients are in", async () => {
    const it = world();
    const ask = (n: number) => it.send("/3000/d?host=api.app.test", { ip: `203.0.${n}.1` });
    const statuses = [];
    for (let n = 0; n < 4; n++) statuses.push((await ask(n)).status);
    expect(statuses).toEqual([200, 200, 200, 429]);
    const refused = await ask(5);
    expect([await refused.json(), refused.headers.get("retry-after")]).toEqual([{ code: "TooManyRequests" }, "1"]);
    it.pass(1_000);
    expect((await ask(6)).status).toBe(200);
  });
});

describe("the second version", () => {
  const ASKED: V2Asked = { names: ["api.app.test", "four.app.test"], families: [4, 6] };

  async function asked(
    mode: Mode,
    {
      keys = KEYS,
      account = "1000",
      exp = NOW_SECONDS + 600,
      ask = ASKED,
    }: { keys?: V2Keys; account?: string; exp?: number; ask?: V2Asked } = {},
  ): Promise<string> {
    return `/v2/d?${await sealRequest(ask, { account, mode, expiresAtSeconds: exp }, keys, random)}`;
  }

  test.each([0, 1, 2] as const)("in mode %i answers by either key, in the same mode and key", async (mode) => {
    const it = world();
    for (const keys of [KEYS, NEW_KEYS]) {
      const reply = await it.send(await asked(mode, { keys }));
      expect(reply.status).toBe(200);
      expect(await openReply(await reply.text(), mode, keys)).toEqual({
        cip: CLIENT,
        answers: [
          { dn: "api.app.test", v4: { ips: ["192.0.2.1"], ttl: 60 }, v6: { ips: ["2001:db8::1"], ttl: 60 } },
          {
            dn: "four.app.test",
            v4: { ips: ["192.0.2.4"], ttl: 60 },
            v6: { ips: [], ttl: 30, no_ip_code: "RRNotExist" },
          },
        ],
        exp: NOW_SECONDS + 600,
      });
    }
  });

  test("says why there is no address, name by name", async () => {
    const names = ["none.app.test", "api.other.test", "near.app.test"];
    const reply = await world().text(await asked(2, { ask: { names, families: [4], clientIp: "203.0.113.77" } }));
    expect(await openReply(reply, 2, KEYS)).toMatchObject({
      cip: "203.0.113.77",
      answers: [
        { dn: "none.app.test", v4: { ips: [], no_ip_code: "DomainNotExist" } },
        { dn: "api.other.test", v4: { ips: [], no_ip_code: "DomainNotAllowed" } },
        { dn: "near.app.test", v4: { ips: ["192.0.2.9"] } },
      ],
    });
  });

  test("needs no signature where the account needs none", async () => {
    const it = world();
    expect((await get(it, "/v2/d?id=5000&dn=api.app.test")).json).toMatchObject({ code: "success", mode: 0 });
    const sealedOnly = (await asked(2, { account: "5000" })).replace(/&s=\w+/, "");
    expect(await openReply(await it.text(sealedOnly), 2, KEYS)).toMatchObject({
      answers: [{ dn: "api.app.test" }, {}],
    });
  });

  test("answers a sealed request four times, and one in clear as often as it comes", async () => {
    const it = world();
    for (const mode of [1, 2] as const) {
      const target = await asked(mode);
      for (let n = 0; n < 4; n++) expect((await it.send(target)).status).toBe(200);
      expect(await get(it, target)).toEqual(refusal("InvalidSignature"));
      expect(
        await get(
          it,
          target.replace(/s=(\w+)/, (_, s: string) => `s=${s.toUpperCase()}`),
        ),
      ).toEqual(refusal("InvalidSignature"));
      expect((await it.send(await asked(mode))).status).toBe(200);
    }
    const clear = await asked(0);
    for (let n = 0; n < 6; n++) expect((await it.send(clear)).status).toBe(200);
  });

  test.each<[string, () => Promise<string>, Answered]>([
    [
      "another key",
      async () => asked(2, { keys: await v2Keys({ secret: "11".repeat(16), aes: AES }) }),
      refusal("InvalidSignature"),
    ],
    [
      "another AES key",
      async () => asked(2, { keys: await v2Keys({ secret: SECRET, aes: "11".repeat(16) }) }),
      refusal("InvalidSignature"),
    ],
    ["a name that was not signed", async () => (await asked(0)).replace("api.", "four."), refusal("InvalidSignature")],
    [
      "a time that was not signed",
      async () => (await asked(2)).replace(`exp=${NOW_SECONDS + 600}`, `exp=${NOW_SECONDS + 500}`),
      refusal("InvalidSignature"),
    ],
    ["another mode than was signed", async () => (await asked(2)).replace("m=2", "m=1"), refusal("InvalidSignature")],
    ["a changed text", async () => (await asked(2)).replace(/enc=../, "enc=00"), refusal("InvalidSignature")],
    ["a signature that is over", () => asked(2, { exp: NOW_SECONDS }), refusal("SignatureExpired")],
    ["one that is good for too long", () => asked(2, { exp: NOW_SECONDS + 661 }), refusal("InvalidDuration")],
    ["no signature", async () => (await asked(2)).replace(/&s=\w+/, ""), refusal("UnsignedInterfaceDisabled")],
    ["an account that there is not", () => asked(2, { account: "9999" }), refusal("AccountNotExists")],
    ["an account without this dialect", () => asked(2, { account: "4000" }), refusal("InvalidAccount")],
    ["no account", async () => "/v2/d?dn=api.app.test", refusal("MissingArgument", 400)],
    ["a mode that there is not", async () => "/v2/d?id=5000&dn=api.app.test&m=3", refusal("InvalidArgument", 400)],
    [
      "nothing sealed in a sealed mode",
      async () => "/v2/d?id=5000&dn=api.app.test&m=2",
      refusal("MissingArgument", 400),
    ],
    ["what is no hex", async () => "/v2/d?id=5000&enc=xyz&m=2", refusal("InvalidSignature")],
    ["no names", async () => "/v2/d?id=5000", refusal("MissingArgument", 400)],
    ["a family that there is not", async () => "/v2/d?id=5000&dn=api.app.test&q=5", refusal("InvalidQuery", 400)],
    ["a mode that every object has", async () => "/v2/d?id=5000&enc=00&m=constructor", refusal("InvalidArgument", 400)],
    [
      "six names",
      () => asked(2, { ask: { names: Array(6).fill("api.app.test"), families: [4] } }),
      refusal("TooManyHosts", 400),
    ],
    [
      "a name that is none",
      () => asked(2, { ask: { names: ["*.app.test"], families: [4] } }),
      refusal("InvalidHost", 400),
    ],
    [
      "an address that is none",
      () => asked(2, { ask: { names: ["api.app.test"], families: [4], clientIp: "x" } }),
      refusal("InvalidIP", 400),
    ],
    [
      "names that are not the account's",
      () => asked(2, { ask: { names: ["api.other.test"], families: [4] } }),
      refusal("InvalidHost"),
    ],
    ["a parameter twice", async () => `${await asked(0)}&dn=four.app.test`, refusal("InvalidArgument", 400)],
  ])("refuses %s", async (_, target, expected) => {
    expect(await get(world(), await target())).toEqual(expected);
  });

  test("refuses a sealed request of an account without such a key", async () => {
    const it = world({ accounts: { "1000": { keys: [{ aliyun: { secret: SECRET } }] } } });
    expect((await it.send(await asked(0))).status).toBe(200);
    expect(await get(it, await asked(2))).toEqual(refusal("InvalidSignature"));
  });

  test("passes over what it does not know, signed or not", async () => {
    const params = new Map([
      ["id", "1000"],
      ["dn", "api.app.test"],
      ["exp", String(NOW_SECONDS + 300)],
      ["sdns-city", "x"],
      ["tags", "a"],
    ]);
    const query = Array.from(params, ([name, value]) => `${name}=${value}`).join("&");
    const signature = await signQuery(params, KEYS);
    expect((await world().send(`/v2/d?${query}&sdk=android_2.6&sid=x&s=${signature}`)).status).toBe(200);
  });
});

test("the log has neither names, keys nor whole addresses", async () => {
  const it = world();
  await it.send(`/1000/sign_d?host=api.app.test&t=${NOW_SECONDS + 9}&s=${"0".repeat(32)}`);
  await it.send("/5000/d?host=api.app.test&ip=203.0.113.5");
  await expect.poll(() => it.written.length).toBe(2);
  for (const secret of [SECRET, AES, "api.app.test", CLIENT, "203.0.113"])
    expect(it.written.join("\n")).not.toContain(secret);
});
