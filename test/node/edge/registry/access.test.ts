/** Who may use the registry, as the configuration says it. */
import { describe, expect, test } from "vitest";
import { admission, parseRegistryTokens } from "../../../../edge/registry/access.ts";

const TOKEN = "token-of-shop-cart-0123456789";

function parsed(document: unknown) {
  const flaws: string[] = [];
  return { list: parseRegistryTokens(JSON.stringify(document), flaws), flaws };
}

const call = (authorization: string) =>
  ({ request: { headers: new Headers({ authorization }) }, client: { host: "edge.example" } }) as unknown as Parameters<
    ReturnType<typeof admission>
  >[0];
const nobody = { isOperator: async () => false };

describe("a list that cannot be used is told field by field, and no token with it:", () => {
  test.each<[string, unknown, string]>([
    ["a list in place of an object", [], "REGISTRY_TOKENS: "],
    ["a service without a token", { "shop.cart": {} }, "REGISTRY_TOKENS.shop.cart.token: "],
    ["a short token", { cart: { token: "hunter2" } }, "REGISTRY_TOKENS.cart.token: must have at least 22 characters"],
    ["an empty list of tokens", { cart: { token: [] } }, "REGISTRY_TOKENS.cart.token: "],
    ["a number for a token", { cart: { token: 5 } }, "REGISTRY_TOKENS.cart.token: must be a token"],
    ["a name that is none", { "a b": { token: TOKEN } }, "REGISTRY_TOKENS.a b: must be the name of a service"],
    ["reads that are none", { cart: { token: TOKEN, reads: ["a b"] } }, "REGISTRY_TOKENS.cart.reads.0: must be"],
    ["a field that is none", { cart: { token: TOKEN, writes: ["*"] } }, "REGISTRY_TOKENS.cart.writes: "],
  ])("%s", (_, document, flaw) => {
    const { flaws, list } = parsed(document);
    expect(flaws[0]).toContain(flaw);
    expect(flaws.join()).not.toContain("hunter2");
    expect(flaws.join()).not.toContain(TOKEN);
    expect(list.size).toBe(0);
  });

  test("text that is no JSON", () => {
    const flaws: string[] = [];
    expect(parseRegistryTokens(`{"cart":"${TOKEN}`, flaws).size).toBe(0);
    expect(flaws).toEqual(["REGISTRY_TOKENS: is no JSON"]);
  });
});

test("a token writes its own service alone, and reads what it lists", async () => {
  const { list } = parsed({ cart: { token: TOKEN, reads: ["stock"] }, tool: { token: `${TOKEN}-tool`, reads: ["*"] } });
  const admit = admission(list, nobody);
  const cart = await admit(call(`Bearer ${TOKEN}`));
  expect(["cart", "stock", "price"].map((name) => [cart.reads(name), cart.writes(name)])).toEqual([
    [true, true],
    [true, false],
    [false, false],
  ]);
  const tool = await admit(call(`basic ${btoa(`:${TOKEN}-tool`)}`));
  expect([tool.reads("anything"), tool.writes("cart"), tool.writes("tool")]).toEqual([true, false, true]);
});

test("without a list only operators are let in", async () => {
  const admit = admission(parseRegistryTokens(undefined, []), { isOperator: async () => true });
  expect((await admit(call(`Bearer ${TOKEN}`))).writes("anything")).toBe(true);
  await expect(admission(new Map(), nobody)(call(`Bearer ${TOKEN}`))).rejects.toMatchObject({
    code: "unauthenticated",
  });
  await expect(admission(new Map(), nobody)(call(""))).rejects.toMatchObject({ code: "unauthenticated" });
});
