import { Code, ConnectError, createClient } from "@connectrpc/connect";
import { type ConnectTransportOptions, compressionGzip, createConnectTransport } from "@connectrpc/connect-node";
import { describe, expect, test } from "vitest";
import { Fault } from "../../../../proto/fault.ts";
import { PassportService, Profile } from "../../../../proto/gen/passport.contract.ts";
import { connectService } from "./connect-service.ts";
import { startTestServer, until } from "./server.ts";

const SERVICE = connectService("passport.proto", PassportService.name);

interface Reply {
  readonly uid: bigint;
  readonly nickname: string;
  readonly revision: number;
}

type Call = (request: object, options?: object) => Promise<Reply>;

type Http1Options = ConnectTransportOptions & { readonly httpVersion: "1.1" };

function connect(url: string, options: Partial<Omit<Http1Options, "nodeOptions">> = {}) {
  const transport = createConnectTransport({ ...options, baseUrl: url, httpVersion: "1.1" });
  return createClient(SERVICE, transport) as unknown as Record<"getProfile" | "updateProfile" | "signOut", Call>;
}

async function errorOf(call: Promise<unknown>): Promise<ConnectError> {
  return await call.then(
    () => Promise.reject(new Error("no error came")),
    (error: unknown) => ConnectError.from(error),
  );
}

describe("a @connectrpc/connect-node client", () => {
  test.each([
    ["protobuf", { useBinaryFormat: true }],
    ["JSON", { useBinaryFormat: false }],
    ["protobuf over GET", { useBinaryFormat: true, useHttpGet: true }],
    ["JSON over GET", { useBinaryFormat: false, useHttpGet: true }],
  ])("is served in %s", async (_, options) => {
    const { url, calls } = await startTestServer({
      handlers: { getProfile: () => ({ uid: 2n ** 63n + 1n, nickname: "Ada", createdAt: { seconds: 5n, nanos: 7 } }) },
    });
    const profile = await connect(url, options).getProfile({});
    expect(profile).toMatchObject({ uid: 2n ** 63n + 1n, nickname: "Ada", createdAt: { seconds: 5n, nanos: 7 } });
    expect(calls()).toMatchObject([{ code: "ok" }]);
  });

  test("is served packed both ways", async () => {
    const { url, calls } = await startTestServer();
    const client = connect(url, {
      sendCompression: compressionGzip,
      acceptCompression: [compressionGzip],
      compressMinBytes: 1,
    });
    const nickname = "Ada ".repeat(2_000);
    expect((await client.updateProfile({ nickname })).nickname).toBe(nickname);
    const [line] = calls() as unknown as { bytesIn: number; bytesOut: number }[];
    expect(line?.bytesIn).toBeLessThan(500);
    expect(line?.bytesOut).toBeLessThan(500);
  });

  test("reads headers and trailers, and sends headers", async () => {
    const { url } = await startTestServer({
      handlers: {
        getProfile(_, context) {
          context.setReplyHeader("x-colour", context.header("x-colour") ?? "");
          context.setReplyTrailer("x-cost-bin", Uint8Array.of(1, 2, 3));
          return {};
        },
      },
    });
    const seen: (string | null)[] = [];
    await connect(url).getProfile(
      {},
      {
        headers: { "x-colour": "red" },
        onHeader: (headers: Headers) => seen.push(headers.get("x-colour")),
        onTrailer: (trailers: Headers) => seen.push(trailers.get("x-cost-bin")),
      },
    );
    expect(seen).toEqual(["red", "AQID"]);
  });

  test("reads an error with its message and details", async () => {
    const { url } = await startTestServer({
      handlers: {
        getProfile() {
          const details = [{ type: Profile.name, value: Profile.encode({ uid: 7n, nickname: "Ada" }) }];
          throw new Fault("failed_precondition", "not now", { details });
        },
      },
    });
    const error = await errorOf(connect(url).getProfile({}));
    expect(error.code).toBe(Code.FailedPrecondition);
    expect(error.rawMessage).toBe("not now");
    const profile = SERVICE.method.getProfile?.output;
    if (profile === undefined) throw new Error("the contract has no GetProfile");
    expect(error.findDetails(profile)).toMatchObject([{ uid: 7n, nickname: "Ada" }]);
  });

  test.each([
    "canceled",
    "unknown",
    "invalid_argument",
    "deadline_exceeded",
    "not_found",
    "already_exists",
    "permission_denied",
    "resource_exhausted",
    "failed_precondition",
    "aborted",
    "out_of_range",
    "unimplemented",
    "internal",
    "unavailable",
    "data_loss",
    "unauthenticated",
  ] as const)("reads the code %s", async (code) => {
    const { url } = await startTestServer({ handlers: { getProfile: () => Promise.reject(new Fault(code, "no")) } });
    const error = await errorOf(connect(url).getProfile({}));
    expect(Code[error.code].replace(/(?!^)([A-Z])/g, "_$1").toLowerCase()).toBe(code);
    expect(error.rawMessage).toBe("no");
  });

  test("sees its deadline pass, and so does the handler", async () => {
    const reasons: unknown[] = [];
    const { url } = await startTestServer({
      handlers: {
        getProfile: (_, { signal }) =>
          new Promise(() => signal.addEventListener("abort", () => reasons.push(signal.reason))),
      },
    });
    const error = await errorOf(connect(url).getProfile({}, { timeoutMs: 50 }));
    expect(error.code).toBe(Code.DeadlineExceeded);
    await until(() => reasons.length === 1);
  });

  test("cancels what it no longer waits for", async () => {
    const controller = new AbortController();
    const reasons: unknown[] = [];
    const { url } = await startTestServer({
      handlers: {
        getProfile: (_, { signal }) => {
          setImmediate(() => controller.abort());
          return new Promise(() => signal.addEventListener("abort", () => reasons.push(signal.reason)));
        },
      },
    });
    expect((await errorOf(connect(url).getProfile({}, { signal: controller.signal }))).code).toBe(Code.Canceled);
    await until(() => reasons.length === 1);
    expect(reasons).toMatchObject([{ code: "canceled" }]);
  });

  test("is told of what is not there", async () => {
    const { url } = await startTestServer();
    expect((await errorOf(connect(`${url}/elsewhere`).getProfile({}))).code).toBe(Code.Unimplemented);
  });
});
