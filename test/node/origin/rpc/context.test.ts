import { describe, expect, test } from "vitest";
import { currentContext, implement, requireCaller } from "../../../../origin/rpc/rpc.ts";
import { Fault } from "../../../../proto/fault.ts";
import { PassportService } from "../../../../proto/gen/passport.contract.ts";
import { gate, memoryLog, PROTO_HEADERS, SERVICE, send, startTestServer } from "./server.ts";

const ADA = { uid: 7n, sessionId: 8n, expiresAtMs: 1e15 };

describe("the context of a call", () => {
  test("is found anywhere below its handler, and calls at one time do not see each other's", async () => {
    const seen = new Map<string, string | undefined>();
    const names = Array.from({ length: 20 }, (_, i) => `call ${i}`);
    const together = gate();
    let entered = 0;
    const { url } = await startTestServer({
      handlers: {
        async getProfile(_, context) {
          entered += 1;
          if (entered === names.length) together.open();
          await together.opened;
          await Promise.all([1, 2].map(() => new Promise((settle) => setImmediate(settle))));
          seen.set(context.header("x-name") ?? "", currentContext()?.header("x-name"));
          return {};
        },
      },
    });
    await Promise.all(
      names.map((name) => send(url, `${SERVICE}/GetProfile`, { headers: { ...PROTO_HEADERS, "x-name": name } })),
    );
    expect([...seen].sort()).toEqual(names.map((name) => [name, name]).sort());
    expect(currentContext()).toBeUndefined();
  });

  test("gives its trace to what is logged in its course", async () => {
    const { log, lines } = memoryLog();
    const { url } = await startTestServer({
      handlers: {
        async getProfile() {
          await new Promise((settle) => setImmediate(settle));
          log.info("looked up");
          return {};
        },
      },
    });
    const traceparent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    await send(url, `${SERVICE}/GetProfile`, { headers: { ...PROTO_HEADERS, traceparent } });
    expect(lines()).toMatchObject([{ message: "looked up", traceId: "4bf92f3577b34da6a3ce929d0e0e4736" }]);
  });

  test.each([
    [
      "twice",
      "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01, 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b8-01",
    ],
    ["malformed", "00-4bf92f35"],
  ])("starts a new trace where the header comes %s", async (_, traceparent) => {
    const { url, calls } = await startTestServer();
    await send(url, `${SERVICE}/GetProfile`, { headers: { ...PROTO_HEADERS, traceparent } });
    expect(calls()[0]?.traceId).not.toBe("4bf92f3577b34da6a3ce929d0e0e4736");
    expect(calls()[0]?.parentId).toBeUndefined();
  });
});

describe("the caller", () => {
  const whoAmI = {
    getProfile: (_: unknown, context: Parameters<typeof requireCaller>[0]) => ({ uid: requireCaller(context).uid }),
  };

  test.each([
    ["at once", () => ADA],
    ["after a while", async () => ADA],
  ])("is known when its credentials were verified %s", async (_, identify) => {
    const { url, calls } = await startTestServer({ handlers: whoAmI, identify });
    expect((await send(url, `${SERVICE}/GetProfile`, { headers: PROTO_HEADERS })).status).toBe(200);
    expect(calls()).toMatchObject([{ uid: "7" }]);
  });

  test("that is missing is refused by a method that needs one, with what to do", async () => {
    const { url } = await startTestServer({ handlers: whoAmI });
    const reply = await send(url, `${SERVICE}/GetProfile`, { headers: PROTO_HEADERS });
    expect(reply.status).toBe(401);
    expect(reply.headers["www-authenticate"]).toBe("Bearer");
    expect((await send(url, `${SERVICE}/Refresh`, { headers: PROTO_HEADERS })).status).toBe(200);
  });

  test.each([
    [
      "at once",
      () => {
        throw new Fault("unauthenticated", "the token has expired");
      },
    ],
    [
      "after a while",
      async () => {
        throw new Fault("unauthenticated", "the token has expired");
      },
    ],
  ])(
    "whose credentials are refused %s is told so by a method that needs one, and served by the others",
    async (_, identify) => {
      const { url } = await startTestServer({ handlers: whoAmI, identify });
      const refused = await send(url, `${SERVICE}/GetProfile`, { headers: PROTO_HEADERS });
      expect(refused.status).toBe(401);
      expect(refused.json()).toMatchObject({ message: "the token has expired" });
      expect((await send(url, `${SERVICE}/Refresh`, { headers: PROTO_HEADERS })).status).toBe(200);
    },
  );

  test("whose credentials cannot be checked gets that fault, not the blame", async () => {
    const identify = () => Promise.reject(new Fault("unavailable", "the keys cannot be read"));
    const { url } = await startTestServer({ handlers: whoAmI, identify });
    expect((await send(url, `${SERVICE}/GetProfile`, { headers: PROTO_HEADERS })).status).toBe(503);
  });
});

describe("implement()", () => {
  const handlers = { signInGuest: () => ({}), refresh: () => ({}), getProfile: () => ({}), updateProfile: () => ({}) };

  test("refuses a method without a handler", () => {
    expect(() => implement(PassportService, handlers as never)).toThrow("PassportService/SignOut has no handler");
  });

  test("refuses a handler without a method", () => {
    const more = { ...handlers, signOut: () => ({}), signUp: () => ({}) };
    expect(() => implement(PassportService, more)).toThrow("has no method signUp");
  });
});
