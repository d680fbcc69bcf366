import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { describe, expect, onTestFinished, test } from "vitest";
import { type ChannelOptions, rpcChannel } from "../../../../origin/rpc/channel.ts";
import { rpcClient } from "../../../../origin/rpc/rpc.ts";
import { Fault, type FaultCode } from "../../../../proto/fault.ts";
import { PassportService, Profile } from "../../../../proto/gen/passport.contract.ts";
import { gate, startTestServer, type TestServer, until } from "./server.ts";

function clientOf(baseUrls: readonly string[], options: Partial<ChannelOptions> = {}) {
  const channel = rpcChannel({ baseUrls, random: () => 0, ...options });
  onTestFinished(() => channel.close());
  return rpcClient(PassportService, channel);
}

/** A server that speaks whatever the test wants. */
async function fake(handle: RequestListener): Promise<string> {
  const server = createServer(handle);
  await new Promise<void>((settle) => server.listen(0, "127.0.0.1", settle));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** An address at which nobody listens. */
async function nobody(): Promise<string> {
  const server = createServer();
  await new Promise<void>((settle) => server.listen(0, "127.0.0.1", settle));
  const { port } = server.address() as AddressInfo;
  await new Promise((settle) => server.close(settle));
  return `http://127.0.0.1:${port}`;
}

const faultOf = (call: Promise<unknown>): Promise<Fault> =>
  call.then(
    () => Promise.reject(new Error("no fault came")),
    (error: unknown) => {
      expect(error).toBeInstanceOf(Fault);
      return error as Fault;
    },
  );

describe("a call", () => {
  test("gives what the handler returned, with every field", async () => {
    const { url } = await startTestServer();
    expect(await clientOf([url]).updateProfile({ nickname: "Grace", revision: 4 })).toEqual({
      uid: 42n,
      nickname: "Grace",
      avatarUrl: "",
      locale: "",
      revision: 5,
      createdAt: null,
    });
  });

  test("throws the handler's fault, with code, message and details", async () => {
    const details = [{ type: Profile.name, value: Profile.encode({ uid: 7n }) }];
    const { url } = await startTestServer({
      handlers: { updateProfile: () => Promise.reject(new Fault("aborted", "revision 3 is current", { details })) },
    });
    const fault = await faultOf(clientOf([url]).updateProfile({}));
    expect(fault).toMatchObject({ code: "aborted", message: "revision 3 is current", status: 409 });
    expect(Profile.decode(fault.details[0]?.value ?? new Uint8Array(0)).uid).toBe(7n);
  });

  test("takes packed replies, and gives headers and trailers", async () => {
    const { url, calls } = await startTestServer({
      handlers: {
        getProfile(_, context) {
          context.setReplyHeader("x-colour", "red");
          context.setReplyTrailer("x-cost", "237");
          return { nickname: "Ada ".repeat(1_000) };
        },
      },
    });
    const seen: unknown[] = [];
    const options = {
      onReply: ({
        headers,
        trailers,
      }: {
        headers: ReadonlyMap<string, string>;
        trailers: ReadonlyMap<string, string>;
      }) => seen.push(headers.get("x-colour"), trailers.get("x-cost")),
    };
    expect((await clientOf([url]).getProfile({}, options)).nickname).toHaveLength(4_000);
    expect(calls()[0]?.bytesOut).toBeLessThan(200);
    expect(seen).toEqual(["red", "237"]);
  });

  test.each([
    ["no JSON, with a status", 503, "<html>", "text/html", "unavailable"],
    ["404 of a proxy", 404, "not here", "text/plain", "unimplemented"],
    ["an unknown code", 400, '{"code":"strange"}', "application/json", "internal"],
    ["another type", 200, "<html>", "text/html", "unknown"],
    ["bytes that are no message", 200, "\u0007\u0007\u0007", "application/proto", "internal"],
  ] as const)("that is answered with %s is a fault", async (_, status, body, type, code: FaultCode) => {
    const url = await fake((_, response) => response.writeHead(status, { "content-type": type }).end(body));
    expect((await faultOf(clientOf([url]).updateProfile({}))).code).toBe(code);
  });

  test("whose reply is larger than is taken fails, packed or not", async () => {
    const large = Profile.encode({ nickname: "x".repeat(5_000) });
    const plain = await fake((_, response) =>
      response.writeHead(200, { "content-type": "application/proto" }).end(large),
    );
    const headers = { "content-type": "application/proto", "content-encoding": "gzip" };
    const packed = await fake((_, response) => response.writeHead(200, headers).end(gzipSync(large)));
    for (const url of [plain, packed]) {
      expect((await faultOf(clientOf([url], { messageBytesMax: 1_000 }).updateProfile({}))).code).toBe(
        "resource_exhausted",
      );
    }
  });

  test("whose packed reply is broken fails as internal", async () => {
    const headers = { "content-type": "application/proto", "content-encoding": "gzip" };
    const url = await fake((_, response) => response.writeHead(200, headers).end("no gzip"));
    expect((await faultOf(clientOf([url]).updateProfile({}))).code).toBe("internal");
  });
});

describe("a deadline", () => {
  test("ends a call that is not answered, and the server's work", async () => {
    const reasons: unknown[] = [];
    const { url } = await startTestServer({
      handlers: {
        getProfile: (_, { signal }) =>
          new Promise(() => signal.addEventListener("abort", () => reasons.push(signal.reason))),
      },
    });
    expect((await faultOf(clientOf([url]).getProfile({}, { timeoutMs: 50 }))).code).toBe("deadline_exceeded");
    await until(() => reasons.length === 1);
  });

  test("that has passed sends nothing", async () => {
    const { url, calls } = await startTestServer();
    expect((await faultOf(clientOf([url]).getProfile({}, { timeoutMs: 0 }))).code).toBe("deadline_exceeded");
    await clientOf([url]).getProfile({});
    expect(calls()).toHaveLength(1);
  });

  test("holds against a server that trickles", async () => {
    const url = await fake((_, response) => {
      response.writeHead(200, { "content-type": "application/proto" });
      const drip = setInterval(() => response.write("x"), 5);
      response.on("close", () => clearInterval(drip));
    });
    expect((await faultOf(clientOf([url]).updateProfile({}, { timeoutMs: 60 }))).code).toBe("deadline_exceeded");
  });

  test("is not needed to leave: the caller's signal ends the call", async () => {
    const started = gate();
    const { url } = await startTestServer({
      handlers: {
        getProfile: () => {
          started.open();
          return new Promise(() => undefined);
        },
      },
    });
    const controller = new AbortController();
    const fault = faultOf(clientOf([url]).getProfile({}, { signal: controller.signal }));
    await started.opened;
    controller.abort(new Error("changed my mind"));
    expect((await fault).code).toBe("canceled");
    expect((await faultOf(clientOf([url]).getProfile({}, { signal: controller.signal }))).code).toBe("canceled");
  });
});

describe("a call within a call", () => {
  async function chain(): Promise<{ front: TestServer; back: TestServer; seen: Record<string, unknown>[] }> {
    const seen: Record<string, unknown>[] = [];
    const back = await startTestServer({
      handlers: {
        getProfile(_, context) {
          seen.push({
            remainingMs: context.remainingMs(),
            identity: context.header("fairway-identity"),
            authorization: context.header("authorization"),
          });
          return new Promise((settle, fail) => {
            if (context.header("x-hang") === undefined) settle({});
            context.signal.addEventListener("abort", () => {
              seen.push({ aborted: true });
              fail(context.signal.reason);
            });
          });
        },
      },
    });
    const client = clientOf([back.url]);
    const front = await startTestServer({
      handlers: {
        getProfile: (_, context) =>
          client.getProfile({}, context.header("x-hang") === undefined ? {} : { headers: { "x-hang": "1" } }),
      },
    });
    return { front, back, seen };
  }

  test("belongs to the same trace and caller, and has no more time than is left", async () => {
    const { front, back, seen } = await chain();
    await clientOf([front.url]).getProfile(
      {},
      {
        timeoutMs: 5_000,
        headers: {
          traceparent: "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
          "fairway-identity": "signed",
          authorization: "Bearer for the front alone",
        },
      },
    );
    expect(seen).toEqual([{ remainingMs: expect.any(Number), identity: "signed", authorization: undefined }]);
    expect(seen[0]?.remainingMs).toBeLessThanOrEqual(5_000);
    const [outer] = front.calls();
    const [inner] = back.calls();
    expect(inner?.traceId).toBe("4bf92f3577b34da6a3ce929d0e0e4736");
    expect(inner?.traceId).toBe(outer?.traceId);
    expect(inner?.parentId).not.toBe("00f067aa0ba902b7");
  });

  test("ends when the outer one ends", async () => {
    const { front, seen } = await chain();
    const controller = new AbortController();
    const options = { signal: controller.signal, headers: { "x-hang": "1" } };
    const outer = faultOf(clientOf([front.url]).getProfile({}, options));
    await until(() => seen.length === 1);
    controller.abort();
    await outer;
    await until(() => seen.length === 2);
  });
});

describe("a retry", () => {
  /** Fails the first `failures` requests that come in. */
  function flaky(failures: number, fail: RequestListener): { handle: RequestListener; count: () => number } {
    let count = 0;
    const handle: RequestListener = (request, response) => {
      count += 1;
      if (count <= failures) fail(request, response);
      else response.writeHead(200, { "content-type": "application/proto" }).end();
    };
    return { handle, count: () => count };
  }
  const unavailable: RequestListener = (_, response) =>
    void response.writeHead(503, { "content-type": "application/json" }).end('{"code":"unavailable"}');
  const overloaded: RequestListener = (_, response) =>
    void response
      .writeHead(503, { "content-type": "application/json", "retry-after": "1" })
      .end('{"code":"unavailable"}');
  const cut: RequestListener = (request) => void request.destroy();

  test.each([
    ["says unavailable", unavailable],
    ["cuts the connection", cut],
  ])("is made of an idempotent call where the server %s", async (_, fail) => {
    const server = flaky(2, fail);
    const client = clientOf([await fake(server.handle)]);
    await client.getProfile({});
    expect(server.count()).toBe(3);
  });

  test("is made three times at most", async () => {
    const server = flaky(99, unavailable);
    expect((await faultOf(clientOf([await fake(server.handle)]).getProfile({}))).code).toBe("unavailable");
    expect(server.count()).toBe(3);
  });

  test.each([
    ["of a call that may not be repeated", unavailable, "updateProfile"],
    ["of such a call whose connection was cut, since it may have arrived", cut, "updateProfile"],
    ["where the server asks to be left alone", overloaded, "getProfile"],
  ] as const)("is not made %s", async (_, fail, method) => {
    const server = flaky(1, fail);
    expect((await faultOf(clientOf([await fake(server.handle)])[method]({}))).code).toBe("unavailable");
    expect(server.count()).toBe(1);
  });

  test("is not made of another fault", async () => {
    const server = flaky(1, (_, response) => response.writeHead(500).end());
    await faultOf(clientOf([await fake(server.handle)]).getProfile({}));
    expect(server.count()).toBe(1);
  });

  test("goes to another address, even of a call that may not be repeated, where nobody listens at the first", async () => {
    const { url } = await startTestServer();
    const client = clientOf([await nobody(), url]);
    for (let i = 0; i < 4; i++) expect((await client.updateProfile({})).revision).toBe(1);
  });

  test("goes to another address where the first is overloaded", async () => {
    const server = flaky(99, overloaded);
    const { url } = await startTestServer();
    await clientOf([await fake(server.handle), url]).getProfile({});
    expect(server.count()).toBe(1);
  });

  test("is not made beyond the budget: a server that is down gets a tenth more, not three times as much", async () => {
    const server = flaky(1_000, unavailable);
    const client = clientOf([await fake(server.handle)]);
    for (let i = 0; i < 200; i++) await faultOf(client.getProfile({}));
    expect(server.count()).toBeGreaterThanOrEqual(200);
    expect(server.count()).toBeLessThan(200 + 20 + 200 * 0.1 + 1);
  });

  test("is not waited for beyond the deadline", async () => {
    const server = flaky(99, unavailable);
    const client = clientOf([await fake(server.handle)], { random: () => 0.999 });
    const startedMs = performance.now();
    expect((await faultOf(client.getProfile({}, { timeoutMs: 20 }))).code).toMatch(/unavailable|deadline_exceeded/);
    expect(performance.now() - startedMs).toBeLessThan(1_000);
  });
});

describe("rpcChannel()", () => {
  test.each([[[]], [["127.0.0.1:80"]], [["ftp://x"]], [["http://x/path"]]])("refuses the addresses %j", (baseUrls) => {
    expect(() => rpcChannel({ baseUrls })).toThrow("baseUrls");
  });

  test("goes round its addresses", async () => {
    const servers = [await startTestServer(), await startTestServer()];
    const client = clientOf(servers.map(({ url }) => url));
    for (let i = 0; i < 6; i++) await client.getProfile({});
    expect(servers.map(({ calls }) => calls().length)).toEqual([3, 3]);
  });
});
