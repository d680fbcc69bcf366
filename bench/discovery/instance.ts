/**
 * An instance of the discovery bench: node:http that answers with little, registered by the origin's own client, and left as an origin
 * leaves: status 2, a grace, then no new connections.
 * @module
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fdSink, openLog } from "../../origin/log/log.ts";
import { register } from "../../origin/registry/registry.ts";

/** For edges to hear that this one leaves. */
const GRACE_MS = 1_000;

const { REGISTRY_URL: url = "", REGISTRY_TOKEN: token = "" } = process.env;
const log = openLog({
  sink: fdSink({ fd: 2, droppedLine: (count) => `${count} lines were dropped\n` }),
  level: "warn",
  now: Date.now,
  trace: () => undefined,
});
let leaving = false;
const server = createServer((_request, response) => {
  if (leaving) response.setHeader("connection", "close");
  response.end("good");
});
server.keepAliveTimeout = 60_000; // Longer than a run: no connection is closed while it is about to be used.
server.listen(0, "127.0.0.1", () => {
  const { port } = server.address() as AddressInfo;
  const registration = register({
    url,
    token,
    env: "bench",
    appid: "bench.service",
    zone: "z",
    hostname: `instance-${port}`,
    region: "",
    addrs: [`http://127.0.0.1:${port}`],
    version: "",
    color: "",
    metadata: {},
    generation: Date.now() * 1_000,
    log,
    random: Math.random,
  });
  process.once("SIGTERM", async () => {
    leaving = true;
    await registration.drain();
    await new Promise((settle) => setTimeout(settle, GRACE_MS));
    server.close(async () => {
      await registration.cancel();
      process.exit();
    });
  });
  console.log(`listening on http://127.0.0.1:${port}`);
});
