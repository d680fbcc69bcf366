import { expect, onTestFinished, test } from "vitest";
import { startOrigin } from "../../../scripts/origin.ts";
import { send, signIn } from "../system/calls.ts";
import { startSystem } from "../system/system.ts";

test("an edge that never had the signing keys says so until the origin is there, and then does without it", async () => {
  const system = await startSystem({
    table(table) {
      const match = { path: "/mine/{code}" };
      const rewrite = "/countries/{code}";
      table.routes.push({ name: "mine", match, upstream: "countries", rewrite, auth: "required" });
    },
  });
  onTestFinished(() => system.stop());
  const [origin] = system.origins;
  const { authorization } = await signIn(origin?.url ?? "");
  await origin?.kill();

  const mine = () => send(`${system.edge.url}/mine/AUT`, { headers: { authorization } });
  const refused = await mine();
  expect(refused).toMatchObject({ status: 503, body: { code: "unavailable" } });
  expect(refused.headers.get("retry-after")).toMatch(/^[1-9]\d*$/);
  expect((await send(`${system.edge.url}/mine/AUT`)).status).toBe(401); // Who shows no token is told so all the same.
  expect((await send(`${system.edge.url}/api/countries/AUT`)).status).toBe(200);

  const { port } = new URL(origin?.url ?? "");
  const again = await startOrigin({ ...system.originEnv, PORT: port });
  system.origins.push(again);
  await expect.poll(async () => (await mine()).status).toBe(200);

  await again.kill();
  expect(await mine()).toMatchObject({ status: 200, body: { cca3: "AUT" } });
  const forged = `${authorization.slice(0, -8)}AAAAAAAA`;
  expect((await send(`${system.edge.url}/mine/AUT`, { headers: { authorization: forged } })).status).toBe(401);
});
