import { describe, expect, test } from "vitest";
import { operators } from "../../../../edge/ops/ops.ts";

const TOKEN = "t".repeat(40);

function call(authorization: string | undefined, host = "edge.test") {
  const headers = new Headers(authorization === undefined ? {} : { authorization });
  return {
    request: new Request("http://edge.test/ops/x", { headers }),
    client: { ip: undefined, proto: "http", host },
  } as const;
}

describe("an operator", () => {
  test.each([`Bearer ${TOKEN}`, `bearer  ${TOKEN}`])("is who shows the token as %j", async (authorization) => {
    const it = operators(TOKEN, undefined);
    await expect(it.authorize(call(authorization))).resolves.toBeUndefined();
    expect(await it.isOperator(call(authorization))).toBe(true);
  });

  test.each([undefined, "", "Bearer", "Bearer x", `Bearer ${TOKEN}x`, `Bearer ${TOKEN.slice(1)}`, `Basic ${TOKEN}`])(
    "is nobody who shows %j",
    async (authorization) => {
      const it = operators(TOKEN, undefined);
      await expect(it.authorize(call(authorization))).rejects.toMatchObject({ code: "unauthenticated" });
      expect(await it.isOperator(call(authorization))).toBe(false);
    },
  );

  test.each(["", "Bearer undefined", "Bearer x"])(
    "is nobody where there is no token, not with %j",
    async (authorization) => {
      const it = operators(undefined, undefined);
      await expect(it.authorize(call(authorization))).rejects.toMatchObject({ code: "permission_denied" });
      expect(await it.isOperator(call(authorization))).toBe(false);
    },
  );

  test("may show the token elsewhere, and what stands in the header is then not asked", async () => {
    const it = operators(TOKEN, "ops.example");
    expect(await it.isOperator(call(undefined, "ops.example"), TOKEN)).toBe(true);
    expect(await it.isOperator(call(`Bearer ${TOKEN}`, "ops.example"), "x")).toBe(false);
    expect(await it.isOperator(call(undefined), TOKEN)).toBe(false);
  });

  test("is let in on the operators' host alone, whose paths are nowhere else", async () => {
    const it = operators(TOKEN, "ops.example");
    const bearer = `Bearer ${TOKEN}`;
    await expect(it.authorize(call(bearer, "OPS.example:8787"))).resolves.toBeUndefined();
    await expect(it.authorize(call(bearer))).rejects.toMatchObject({ code: "not_found" });
    expect(await it.isOperator(call(bearer))).toBe(false);
  });
});
