import { createServer } from "node:http";
import { afterEach, describe, expect, test } from "vitest";
import { platformClock } from "../../../../sdk/network/clock.ts";
import { createResolver } from "../../../../sdk/network/resolver.ts";
import { ACCOUNT, at, type ResolverScript, SECRETS, startResolver, type TestResolver } from "./world.ts";

const open: TestResolver[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.stop();
});

async function resolver(script: Partial<ResolverScript> = {}): Promise<TestResolver> {
  const made = await startResolver({ answer: at(["192.0.2.1"]), ...script });
  open.push(made);
  return made;
}

function ask(servers: readonly TestResolver[], names: readonly string[] = ["edge.example"]) {
  const asking = createResolver({ account: ACCOUNT, ...SECRETS, servers: [] }, platformClock);
  return asking(
    names,
    servers.map(({ server }) => server),
    new AbortController().signal,
  );
}

const nowSeconds = () => Math.floor(Date.now() / 1000);

describe("the resolver's client", () => {
  test("takes addresses of both families, with the shorter TTL, for several names at once", async () => {
    const honest = await resolver({
      answer: (dn) => ({
        dn,
        v4: { ips: ["192.0.2.1", "no address"], ttl: 300 },
        v6: dn === "a.example" ? { ips: ["2001:db8::1"], ttl: 120 } : { ips: [], ttl: 7 },
      }),
    });
    const answers = await ask([honest], ["a.example", "b.example"]);
    expect([...answers]).toEqual([
      ["a.example", { ips: ["2001:db8::1", "192.0.2.1"], ttlMs: 120_000 }],
      ["b.example", { ips: ["192.0.2.1"], ttlMs: 300_000 }],
    ]);
    expect(honest.asked).toEqual([["a.example", "b.example"]]);
  });

  const flipped = (body: string) => body.replace(/.(?="\}$)/, (last) => (last === "A" ? "B" : "A"));
  test.each<[string, Partial<ResolverScript>]>([
    ["forged: sealed with another key", { secrets: { ...SECRETS, aes: "ffeeddccbbaa99887766554433221100" } }],
    [
      "forged: in the clear",
      {
        forge: () =>
          `{"code":"success","mode":0,"data":${JSON.stringify({ answers: [at(["203.0.113.66"])("edge.example")], exp: nowSeconds() + 60 })}}`,
      },
    ],
    ["forged: in the mode that does not authenticate", { forge: (body) => body.replace('"mode":2', '"mode":1') }],
    ["damaged in one character", { forge: (body) => flipped(body.replace(/=+"\}$/, '"}')) }],
    ["cut off", { forge: (body) => body.slice(0, -20) }],
    ["played again after its time", { exp: () => nowSeconds() - 1 }],
    ["about another name", { answer: () => at(["203.0.113.66"])("other.example") }],
    ["a log-in page", { forge: () => "<html>Welcome to our Wi-Fi</html>" }],
    ["a refusal", { forge: () => '{"code":"ServiceLevelDeny"}' }],
    ["of no length", { forge: () => "" }],
    ["longer than any answer", { forge: (body) => body + " ".repeat(70_000) }],
  ])("passes over a reply that is %s, and asks the next server", async (_, script) => {
    const [lying, honest] = [await resolver(script), await resolver()];
    const answers = await ask([lying, honest]);
    expect(answers.get("edge.example")?.ips).toEqual(["192.0.2.1"]);
    await expect(ask([lying])).rejects.toThrow();
  });

  test("a name that the answer does not know by its spelling spoils none of the others", async () => {
    const answer = (dn: string) => at(["192.0.2.1"])(dn === "b.example" ? "xn--b.example" : dn);
    expect([...(await ask([await resolver({ answer })], ["a.example", "b.example"]))]).toEqual([
      ["a.example", { ips: ["192.0.2.1"], ttlMs: 600_000 }],
      ["b.example", { ips: [], ttlMs: 0 }],
    ]);
  });

  test("does not wait for a server that is silent, nor for one that refuses", async () => {
    const [silent, gone, honest] = [await resolver({ silent: () => true }), await resolver(), await resolver()];
    await gone.stop();
    expect((await ask([silent, gone, honest])).get("edge.example")?.ips).toEqual(["192.0.2.1"]);
  });

  test("takes one that sends without end for silent", async () => {
    const server = createServer((_, response) => {
      const more = setInterval(() => response.write("x".repeat(50_000)), 5);
      response.on("close", () => clearInterval(more));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const endless: TestResolver = {
      server: `127.0.0.1:${(server.address() as { port: number }).port}`,
      asked: [],
      async stop() {
        server.closeAllConnections();
        server.close();
      },
    };
    open.push(endless);
    const honest = await resolver();
    expect((await ask([endless, honest])).get("edge.example")?.ips).toEqual(["192.0.2.1"]);
  });

  test("fails where there is nobody to ask", async () => {
    await expect(ask([])).rejects.toThrow();
  });
});
