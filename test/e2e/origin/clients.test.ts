/**
 * Clients of others against the real thing: the same calls, with the same outcome, at the origin and through the edge.
 * @module
 */
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { Code, ConnectError, createClient } from "@connectrpc/connect";
import { compressionGzip, createConnectTransport } from "@connectrpc/connect-node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PassportService } from "../../../proto/gen/passport.contract.ts";
import { connectService } from "../../node/origin/rpc/connect-service.ts";
import { type Stack, startStack } from "../sdk/stack.ts";
import { deviceId } from "./process.ts";

const SERVICE = connectService("passport.proto", PassportService.name);

type Call = (request: object, options?: object) => Promise<Record<string, unknown>>;
type Passport = Readonly<Record<"signInGuest" | "getProfile" | "updateProfile" | "signOut", Call>>;

let stack: Stack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack?.stop());

describe.each(["origin", "edge"] as const)("at the %s", (tier) => {
  describe.each([
    ["protobuf", { useBinaryFormat: true, useHttpGet: false }],
    ["JSON over GET where it may", { useBinaryFormat: false, useHttpGet: true }],
    ["gzip", { useBinaryFormat: true, sendCompression: compressionGzip, acceptCompression: [compressionGzip] }],
  ])("a @connectrpc/connect-node client in %s", (_, options) => {
    const connect = (): Passport => {
      const transport = createConnectTransport({ ...options, baseUrl: stack[tier], httpVersion: "1.1" });
      return createClient(SERVICE, transport) as unknown as Passport;
    };

    test("signs in, reads and writes its profile, and signs out", async () => {
      const passport = connect();
      const { uid, accessToken } = await passport.signInGuest({ deviceId: deviceId() });
      const headers = { authorization: `Bearer ${accessToken}` };
      expect(await passport.getProfile({}, { headers })).toMatchObject({ uid, revision: 1 });
      const changed = await passport.updateProfile({ nickname: "Grace", revision: 1 }, { headers });
      expect(changed).toMatchObject({ uid, nickname: "Grace", revision: 2 });
      await passport.signOut({}, { headers });
    });

    test("is told what is wrong by code", async () => {
      const passport = connect();
      const codeOf = (call: Promise<unknown>) =>
        call.then(
          () => "ok",
          (error: unknown) => Code[ConnectError.from(error).code],
        );
      expect(await codeOf(passport.signInGuest({ deviceId: "short" }))).toBe("InvalidArgument");
      expect(await codeOf(passport.getProfile({}))).toBe("Unauthenticated");
      const { accessToken } = await passport.signInGuest({ deviceId: deviceId() });
      const headers = { authorization: `Bearer ${accessToken}` };
      expect(await codeOf(passport.updateProfile({ nickname: "x", revision: 9 }, { headers }))).toBe("Aborted");
    });
  });

  test("curl signs in and reads its profile", async () => {
    const curl = async (...args: string[]) => {
      const { stdout } = await promisify(execFile)("curl", ["--silent", "--noproxy", "*", ...args]);
      return JSON.parse(stdout);
    };
    const at = `${stack[tier]}/${PassportService.name}`;
    const json = ["-H", "content-type: application/json"];
    const session = await curl(`${at}/SignInGuest`, ...json, "-d", JSON.stringify({ device_id: deviceId() }));
    const authorized = ["-H", `authorization: Bearer ${session.accessToken}`];
    const posted = await curl(`${at}/GetProfile`, ...json, ...authorized, "-d", "{}");
    const got = await curl(
      "-G",
      `${at}/GetProfile`,
      ...authorized,
      "-d",
      "encoding=json",
      "--data-urlencode",
      "message={}",
    );
    expect(posted).toMatchObject({ uid: session.uid, revision: 1 });
    expect(got).toEqual(posted);
    expect(await curl(`${at}/GetProfile`, ...json, "-d", "{}")).toMatchObject({ code: "unauthenticated" });
    expect(await curl(`${at}/Nothing`, ...json, "-d", "{}")).toMatchObject({ code: "unimplemented" });
  });
});
