import { expect, test } from "vitest";
import { rpcServer } from "../../../../origin/rpc/rpc.ts";
import { dial, gate, JSON_HEADERS, memoryLog, PROTO_HEADERS, SERVICE, send, startTestServer, until } from "./server.ts";

const PATH = `${SERVICE}/GetProfile`;
const REQUEST = `POST ${PATH} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{}`;

test("a server that is to stop lets connections end after their next reply", async () => {
  const { port, server } = await startTestServer();
  const { socket, closed, received } = await dial(port);
  socket.write(REQUEST);
  await until(() => received().includes("Ada"));
  expect(received()).toMatch(/connection: keep-alive/i);
  server.closeConnections();
  socket.write(REQUEST);
  expect(await closed).toMatch(/connection: close/i);
});

test("stop() waits for calls under way, whose clients get their replies", async () => {
  const started = gate();
  const finish = gate();
  const { url, server } = await startTestServer({
    handlers: {
      async getProfile() {
        started.open();
        await finish.opened;
        return { nickname: "late" };
      },
    },
  });
  const reply = send(url, PATH, { headers: JSON_HEADERS, body: "{}" });
  await started.opened;
  let stopped = false;
  const stopping = server.stop({ finishTimeoutMs: 20_000 }).then((result) => {
    stopped = true;
    return result;
  });
  await expect(send(url, PATH, { headers: PROTO_HEADERS })).rejects.toThrow("ECONNREFUSED");
  expect(stopped).toBe(false);
  finish.open();
  expect((await reply).json()).toMatchObject({ nickname: "late" });
  expect(await stopping).toEqual({ aborted: 0 });
});

test("stop() serves a request that comes on a connection made before", async () => {
  const { port, server } = await startTestServer();
  const { socket, closed } = await dial(port);
  const stopping = server.stop({ finishTimeoutMs: 20_000 });
  socket.write(REQUEST);
  expect(await closed).toMatch(/^HTTP\/1\.1 200 .*connection: close/is);
  expect(await stopping).toEqual({ aborted: 0 });
});

test("stop() ends connections that idle, and those that never spoke", async () => {
  const { port, server } = await startTestServer();
  const idle = await dial(port);
  idle.socket.write(REQUEST);
  await until(() => idle.received().includes("Ada"));
  const silent = await dial(port);
  await server.stop({ finishTimeoutMs: 20_000 });
  await Promise.all([idle.closed, silent.closed]);
});

test("stop() aborts what takes too long, and says how much that was", async () => {
  const started = gate();
  const { url, server } = await startTestServer({
    handlers: {
      getProfile: () => {
        started.open();
        return new Promise(() => undefined);
      },
    },
  });
  const reply = send(url, PATH, { headers: JSON_HEADERS, body: "{}" });
  await started.opened;
  expect(await server.stop({ finishTimeoutMs: 30 })).toEqual({ aborted: 1 });
  const { status, json } = await reply;
  expect(status).toBe(503);
  expect(json()).toMatchObject({ code: "unavailable", message: "the server is stopping" });
});

test("stop() ends a connection whose request never ends", async () => {
  const { port, server } = await startTestServer();
  const { socket, closed } = await dial(port);
  socket.write(REQUEST.slice(0, -1));
  await server.stop({ finishTimeoutMs: 30 });
  await closed;
});

test("listen() fails where the port is taken", async () => {
  const { port } = await startTestServer();
  const other = rpcServer({ services: [], routes: [], identify: () => undefined, log: memoryLog().log });
  await expect(other.listen({ host: "127.0.0.1", port })).rejects.toMatchObject({ code: "EADDRINUSE" });
});
