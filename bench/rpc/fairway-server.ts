/**
 * Fairway's RPC server as the origin runs it: traces continued, callers identified by the header that an edge signs, and an
 * access line a call, which nobody reads.
 * @module
 */
import { openSync } from "node:fs";
import { devNull } from "node:os";
import { fdSink, openLog } from "../../origin/log/log.ts";
import { identifier } from "../../origin/passport/identify.ts";
import { currentContext, implement, rpcServer } from "../../origin/rpc/rpc.ts";
import { identitySeal } from "../../proto/identity.ts";
import { IDENTITY_KEY } from "./caller.ts";
import { Greeter } from "./greeter.ts";

const log = openLog({
  sink: fdSink({ fd: openSync(devNull, "a"), droppedLine: (count) => `${JSON.stringify({ dropped: count })}\n` }),
  level: "info",
  now: Date.now,
  trace: () => currentContext()?.trace,
});
const identify = identifier({
  seal: identitySeal([IDENTITY_KEY]),
  // No bearer tokens come here, so there are no keys to check them.
  keys: {
    signing: () => Promise.reject(new Error("no key")),
    listed: async () => [],
    known: () => undefined,
    refresh: async () => undefined,
  },
  now: Date.now,
  issuer: "",
  audience: "",
});
const server = rpcServer({
  services: [implement(Greeter, { greet: async ({ id, name }) => ({ id, greeting: `Hello, ${name}!` }) })],
  routes: [],
  identify,
  log,
});
const { port } = await server.listen({ host: "127.0.0.1", port: 0 });
console.log(`listening on http://127.0.0.1:${port}`);
process.on("SIGTERM", async () => {
  await server.stop({ finishTimeoutMs: 1_000 });
  await log.close();
});
