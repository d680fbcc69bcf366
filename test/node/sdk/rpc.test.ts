import { describe, expect, test } from "vitest";
import { connectErrorResponse, Fault } from "../../../proto/fault.ts";
import { Health, HealthCheckResponse } from "../../../proto/gen/health.contract.ts";
import { PassportService, Profile, Session } from "../../../proto/gen/passport.contract.ts";
import { createClient } from "../../../sdk/client.ts";
import { scriptedEdge } from "./scripted-edge.ts";

const BASE = { baseUrl: "https://edge.test" };

describe("an RPC call", () => {
  test("of a safe method is a GET with the message in the query", async () => {
    const edge = scriptedEdge(() => ({ message: [HealthCheckResponse, { status: 1 }] }));
    const health = createClient({ ...BASE, fetch: edge.fetch }).rpc(Health);
    expect((await health.check({ service: "aé~" })).status).toBe(1);
    expect((await health.check({})).status).toBe(1);
    expect(edge.seen.map(({ method, path }) => `${method} ${path}`)).toEqual([
      "GET /grpc.health.v1.Health/Check?connect=v1&encoding=proto&base64=1&message=CgRhw6l-",
      "GET /grpc.health.v1.Health/Check?connect=v1&encoding=proto&message=",
    ]);
  });

  test("of a safe method with a long message is a POST", async () => {
    const edge = scriptedEdge(() => ({ message: [HealthCheckResponse, {}] }));
    await createClient({ ...BASE, fetch: edge.fetch })
      .rpc(Health)
      .check({ service: "x".repeat(2000) });
    expect(edge.seen[0]?.method).toBe("POST");
  });

  test("of any other method is a Connect POST in protobuf", async () => {
    const edge = scriptedEdge(() => ({ message: [Session, { uid: 2n ** 64n - 1n }] }));
    const passport = createClient({ ...BASE, fetch: edge.fetch, now: () => 0 }).rpc(PassportService);
    const session = await passport.signInGuest({ deviceId: "0123456789abcdef" });
    expect(session).toMatchObject({ uid: 18446744073709551615n, accessToken: "" });
    expect(edge.seen[0]).toMatchObject({ method: "POST", path: "/fairway.passport.v1.PassportService/SignInGuest" });
    expect(Object.fromEntries(edge.seen[0]?.headers ?? [])).toMatchObject({
      "content-type": "application/proto",
      "connect-protocol-version": "1",
      "connect-timeout-ms": "10000",
    });
  });

  test("fails with the code, the message and the details of the server", async () => {
    const details = [{ type: "fairway.Odd", value: new Uint8Array([1, 2, 255]) }];
    const fault = new Fault("aborted", "revision 3 is not current", { details });
    const edge = scriptedEdge(() => ({}), { intercept: () => connectErrorResponse(fault) });
    const passport = createClient({ ...BASE, fetch: edge.fetch }).rpc(PassportService);
    await expect(passport.updateProfile({ revision: 3 })).rejects.toMatchObject({
      code: "aborted",
      message: "revision 3 is not current",
      details,
    });
  });

  test("whose error is no Connect error takes the code from the status, as Connect says", async () => {
    const edge = scriptedEdge(() => ({}), { intercept: () => new Response("<html>", { status: 404 }) });
    const passport = createClient({ ...BASE, fetch: edge.fetch }).rpc(PassportService);
    await expect(passport.updateProfile({})).rejects.toMatchObject({ code: "unimplemented" });
  });

  test("beside others in a batch is the same", async () => {
    const edge = scriptedEdge(({ url }) => {
      if (url.includes("Check")) return { message: [HealthCheckResponse, { status: 1 }] };
      return { message: [Profile, { nickname: "Ada" }] };
    });
    const client = createClient({ ...BASE, fetch: edge.fetch });
    const [health, profile] = await Promise.all([
      client.rpc(Health).check({}),
      client.rpc(PassportService).updateProfile({ nickname: "Ada" }),
    ]);
    expect([health.status, profile.nickname]).toEqual([1, "Ada"]);
    expect(edge.seen).toHaveLength(1);
  });
});
