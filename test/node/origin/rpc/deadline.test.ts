import { describe, expect, test } from "vitest";
import { Fault } from "../../../../proto/fault.ts";
import { dial, gate, JSON_HEADERS, PROTO_HEADERS, SERVICE, send, startTestServer, until } from "./server.ts";

const PATH = `${SERVICE}/GetProfile`;
const never = () => new Promise<never>(() => undefined);

describe("a deadline", () => {
  test("is answered in time even when the handler ignores it", async () => {
    const { url, calls } = await startTestServer({ handlers: { getProfile: never } });
    const startedMs = performance.now();
    const reply = await send(url, PATH, { headers: { ...PROTO_HEADERS, "connect-timeout-ms": "50" } });
    expect(reply.status).toBe(504);
    expect(reply.json()).toMatchObject({ code: "deadline_exceeded" });
    expect(performance.now() - startedMs).toBeGreaterThanOrEqual(49);
    expect(calls()).toMatchObject([{ code: "deadline_exceeded", status: 504 }]);
  });

  test("aborts the handler, with a fault as the reason", async () => {
    const reasons: unknown[] = [];
    const { url, log } = await startTestServer({
      handlers: {
        getProfile: (_, { signal }) =>
          new Promise((_, fail) =>
            signal.addEventListener("abort", () => {
              reasons.push(signal.reason);
              fail(signal.reason);
            }),
          ),
      },
    });
    await send(url, PATH, { headers: { ...PROTO_HEADERS, "connect-timeout-ms": "20" } });
    await until(() => reasons.length === 1);
    expect(reasons[0]).toBeInstanceOf(Fault);
    expect(reasons[0]).toMatchObject({ code: "deadline_exceeded" });
    expect(log().filter(({ level }) => level === "error")).toEqual([]); // That it stopped is no news.
  });

  test("that has passed is seen by a handler that only then asks for the signal", async () => {
    const asked = gate();
    let aborted: boolean | undefined;
    const { url } = await startTestServer({
      handlers: {
        async getProfile(_, context) {
          await asked.opened;
          aborted = context.signal.aborted;
          return {};
        },
      },
    });
    await send(url, PATH, { headers: { ...PROTO_HEADERS, "connect-timeout-ms": "10" } });
    asked.open();
    await until(() => aborted !== undefined);
    expect(aborted).toBe(true);
  });

  test("leaves a late reply or a late error of the handler without effect, save for the log", async () => {
    const asked = gate();
    const { url, calls, log } = await startTestServer({
      handlers: {
        getProfile: () => asked.opened.then(() => ({})),
        signOut: () => asked.opened.then(() => Promise.reject(new Error("too late to matter"))),
      },
    });
    for (const procedure of ["GetProfile", "SignOut"]) {
      await send(url, `${SERVICE}/${procedure}`, { headers: { ...PROTO_HEADERS, "connect-timeout-ms": "10" } });
    }
    asked.open();
    await until(() => JSON.stringify(log()).includes("too late to matter"));
    expect(calls()).toHaveLength(2);
  });

  test("counts down for the handler, and is unknown where the client set none", async () => {
    const seen: (number | undefined)[] = [];
    const { url } = await startTestServer({
      handlers: {
        getProfile(_, context) {
          seen.push(context.remainingMs());
          return {};
        },
      },
    });
    await send(url, PATH, { headers: { ...PROTO_HEADERS, "connect-timeout-ms": "4000" } });
    await send(url, PATH, { headers: PROTO_HEADERS });
    expect(seen[0]).toBeGreaterThan(2_000);
    expect(seen[0]).toBeLessThanOrEqual(4_000);
    expect(seen[1]).toBeUndefined();
  });

  test("of more than a timer can hold does not pass at once", async () => {
    const started = gate();
    const finish = gate();
    const { url } = await startTestServer({
      handlers: {
        async getProfile() {
          started.open();
          await finish.opened;
          return {};
        },
        signOut: () => new Promise(() => undefined),
      },
    });
    const patient = send(url, PATH, { headers: { ...PROTO_HEADERS, "connect-timeout-ms": "9999999999" } });
    await started.opened;
    // A deadline that begins later and passes: one that had passed at once would have done so before it.
    const headers = { ...PROTO_HEADERS, "connect-timeout-ms": "20" };
    expect((await send(url, `${SERVICE}/SignOut`, { headers })).status).toBe(504);
    finish.open();
    expect((await patient).status).toBe(200);
  });

  test.each(["", "-1", "1.5", "1e3", "12345678901", "0x10", " 5 x"])("of %j is refused", async (timeout) => {
    const { url } = await startTestServer();
    const reply = await send(url, PATH, { headers: { ...PROTO_HEADERS, "connect-timeout-ms": timeout } });
    expect(reply.status).toBe(400);
    expect(reply.json()).toMatchObject({ code: "invalid_argument" });
  });

  test("passes also while the body is still coming in", async () => {
    const { port, calls } = await startTestServer();
    const { socket, received } = await dial(port);
    socket.write(
      `POST ${PATH} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\nconnect-timeout-ms: 30\r\ncontent-length: 10\r\n\r\n{`,
    );
    await until(() => received().includes("deadline_exceeded"));
    socket.write("}        "); // The rest comes; the connection is still in step.
    socket.write(`GET /nowhere HTTP/1.1\r\nhost: x\r\n\r\n`);
    await until(() => received().includes("404"));
    expect(calls().map(({ code }) => code)).toEqual(["deadline_exceeded", "not_found"]);
  });
});

describe("a client that leaves", () => {
  test("cancels its call", async () => {
    const started = gate();
    const reasons: unknown[] = [];
    const { url, calls } = await startTestServer({
      handlers: {
        getProfile(_, { signal }) {
          signal.addEventListener("abort", () => reasons.push(signal.reason));
          started.open();
          return never();
        },
      },
    });
    const controller = new AbortController();
    const sent = send(url, PATH, { headers: JSON_HEADERS, body: "{}", signal: controller.signal });
    await started.opened;
    controller.abort();
    await expect(sent).rejects.toThrow();
    await until(() => calls().length === 1);
    expect(reasons).toMatchObject([{ code: "canceled" }]);
    expect(calls()).toMatchObject([{ code: "canceled", status: 499, bytesOut: 0 }]);
  });

  test("in the middle of its body never reaches the handler", async () => {
    let called = false;
    const { port, calls } = await startTestServer({
      handlers: {
        getProfile() {
          called = true;
          return {};
        },
      },
    });
    const { socket } = await dial(port);
    socket.write(`POST ${PATH} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 10\r\n\r\n{`);
    socket.end();
    await until(() => calls().length === 1);
    expect(calls()).toMatchObject([{ code: "canceled" }]);
    expect(called).toBe(false);
  });
});
