/**
 * `npm run push-tcp`: the TCP gateway of push as a process of its own.
 *
 * | variable | meaning | default |
 * |---|---|---|
 * | `EDGE_URL` | the edge whose WebSockets it is bridged to | http://127.0.0.1:8787 |
 * | `HOST`, `PORT` | where it listens | 127.0.0.1, 3101 as goim |
 * | `CONNECTIONS_MAX` | one more is closed as soon as it comes | 20000 |
 * | `DRAIN_MS` | over how long its clients are sent away on SIGTERM | 10000 |
 *
 * A second SIGTERM or SIGINT ends it at once. Exit codes: 0 stopped as asked · 1 could not start · 78 bad configuration.
 * @module
 */

import { fdSink, openLog } from "../log/log.ts";
import { PushTcpConfigError, parsePushTcpConfig } from "./config.ts";
import { startPushTcp } from "./push-tcp.ts";

/** sysexits.h: EX_CONFIG. */
const EXIT_BAD_CONFIGURATION = 78;
const EXIT_FORCED = 143;
const STDOUT = 1;

async function main(): Promise<void> {
  const log = openLog({
    sink: fdSink({
      fd: STDOUT,
      droppedLine: (count) => `${JSON.stringify({ level: "warn", message: "lines dropped", count })}\n`,
    }),
    level: "info",
    now: Date.now,
    trace: () => undefined,
  });
  try {
    const { drainMs, ...config } = parsePushTcpConfig(process.env);
    const gateway = await startPushTcp({ ...config, warn: (message, error) => log.warn(message, { error }) });
    log.info("listening", { host: gateway.host, port: gateway.port, edge: config.edgeUrl });
    process.send?.({ listening: gateway.port });
    let isAsked = false;
    const stop = async () => {
      if (isAsked) process.exit(EXIT_FORCED);
      isAsked = true;
      log.info("draining", { connections: gateway.connections(), drainMs });
      await gateway.close(drainMs);
      log.info("stopped");
      await log.close();
      process.disconnect?.();
    };
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void stop());
  } catch (error) {
    process.exitCode = error instanceof PushTcpConfigError ? EXIT_BAD_CONFIGURATION : 1;
    log.error("could not start", { error });
    await log.close();
    process.disconnect?.();
  }
}

await main();
