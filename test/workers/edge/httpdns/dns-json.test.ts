import { describe, expect, test } from "vitest";
import { decodeMessage } from "../../../../proto/dns/dns.ts";
import { world } from "./world.ts";

const JSON_TYPE = { accept: "application/dns-json" };

describe("DNS in JSON", () => {
  test("is answered on /resolve, and on /dns-query for who accepts it", async () => {
    const it = world();
    const expected = {
      Status: 0,
      TC: false,
      RD: true,
      RA: true,
      AD: false,
      CD: false,
      Question: [{ name: "www.app.test", type: 28 }],
      Answer: [
        { name: "www.app.test", type: 5, TTL: 60, data: "api.app.test" },
        { name: "api.app.test", type: 28, TTL: 60, data: "2001:db8::1" },
      ],
    };
    const resolved = await it.send("/resolve?name=WWW.app.test.&type=aaaa");
    expect([resolved.headers.get("content-type"), resolved.headers.get("cache-control")]).toEqual([
      "application/json",
      "max-age=60",
    ]);
    expect(await resolved.json()).toEqual(expected);
    const accepted = await it.send("/dns-query?name=www.app.test&type=28", { headers: JSON_TYPE });
    expect(accepted.headers.get("content-type")).toBe("application/dns-json");
    expect(accepted.headers.get("access-control-allow-origin")).toBe("*");
    expect(await accepted.json()).toEqual(expected);
  });

  test("says that there is no such name, and that a name is not answered for", async () => {
    const it = world();
    const none = await it.send("/resolve?name=none.app.test");
    expect(await none.json()).toMatchObject({ Status: 3, Authority: [{ name: "app.test", type: 6, TTL: 30 }] });
    const foreign = (await (await it.send("/resolve?name=example.com")).json()) as object;
    expect(foreign).toMatchObject({ Status: 5, Comment: expect.stringContaining("does not answer for that name") });
    expect(foreign).not.toHaveProperty("Answer");
  });

  test.each([
    ["203.0.113.77", "192.0.2.9", "203.0.113.0/24"],
    ["203.0.113.0/24", "192.0.2.9", "203.0.113.0/24"],
    ["198.51.100.1/32", "192.0.2.4", "198.51.100.0/24"],
    ["0.0.0.0/0", "192.0.2.4", "0.0.0.0/0"],
    ["2001:db8::1", "192.0.2.4", "2001:db8::/56"],
  ])("for %s is %s", async (network, address, scope) => {
    const reply = await world().send(`/resolve?name=near.app.test&edns_client_subnet=${network}`);
    expect(await reply.json()).toMatchObject({ Answer: [{ data: address }], edns_client_subnet: scope });
  });

  test("with cd=1 says so, with ct= chooses the type, and with do=1 is a message with EDNS", async () => {
    const it = world();
    expect(await (await it.send("/resolve?name=api.app.test&cd=1")).json()).toMatchObject({ CD: true });
    const named = await it.send("/resolve?name=api.app.test&ct=application/dns-json");
    expect(named.headers.get("content-type")).toBe("application/dns-json");
    const wire = await it.send("/resolve?name=api.app.test&do=1&ct=application/dns-message");
    expect(wire.headers.get("content-type")).toBe("application/dns-message");
    expect(decodeMessage(new Uint8Array(await wire.arrayBuffer()))).toMatchObject({
      questions: [{ name: "api.app.test", type: "A" }],
      answers: [{ data: "192.0.2.1" }],
      additionals: [{ type: "OPT", flags: 0x8000 }],
    });
  });

  test.each([
    "",
    "?name=",
    "?name=a..b",
    "?name=*.app.test",
    `?name=${"a".repeat(64)}.test`,
    "?name=192.0.2.1",
    "?name=api.app.test&type=NOPE",
    "?name=api.app.test&type=ANY",
    "?name=api.app.test&type=255",
    "?name=api.app.test&type=0",
    "?name=api.app.test&type=65536",
    "?name=api.app.test&type=-1",
    "?name=api.app.test&edns_client_subnet=x",
    "?name=api.app.test&edns_client_subnet=1.2.3.4/33",
    "?name=api.app.test&edns_client_subnet=1.2.3.4/",
    "?name=api.app.test&edns_client_subnet=1.2.3.4/1/2",
    "?name=api.app.test&name=four.app.test",
    "?name=%zz",
  ])("%s is 400", async (query) => {
    const it = world();
    expect((await it.send(`/resolve${query}`)).status).toBe(400);
    expect((await it.send(`/dns-query${query}`, { headers: JSON_TYPE })).status).toBe(400);
  });
});
