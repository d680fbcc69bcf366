/**
 * Fairway's RPC server as the origin runs it: signed identities verified, traces continued, an access line a call on stdout.
 * @module
 */
import { openSync } from "node:fs";
import { fdSink, openLog } from "../../origin/log/log.ts";
import { currentContext, implement, rpcServer } from "../../origin/rpc/rpc.ts";
import { Greeter } from "./greeter.ts";

const log = openLog({
  sink: fdSink({
    fd: openSync(process.env.BENCH_LOG ?? "/dev/null", "a"),
    droppedLine: (count) => `${JSON.stringify({ dropped: count })}\n`,
  }),
  level: "info",
  now: Date.now,
  trace: () => currentContext()?.trace,
});
const server = rpcServer({
  services: [implement(Greeter, { greet: ({ id, name }) => ({ id, greeting: `Hello, ${name}!` }) })],
  routes: [],
  identify: () => undefined,
  log,
});
const { port } = await server.listen({ host: "127.0.0.1", port: 0 });
console.log(`listening on http://127.0.0.1:${port}`);
process.on("SIGTERM", async () => {
  await server.stop({ finishTimeoutMs: 1_000 });
  await log.close();
});
