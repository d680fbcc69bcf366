/**
 * `npm run conf -- <command>`: configurations from the command line, the edge's own among them (service `edge`).
 *
 *     npm run conf -- create edge
 *     npm run conf -- import edge edge/route/default-routes.json --publish -m "as it ships"
 *     npm run conf -- set edge routes/countries.one 30 --at cache.ttlSeconds --publish -m "half a minute is fresh enough"
 *     npm run conf -- nodes edge
 * @module
 */
import { text } from "node:stream/consumers";
import { runCommand } from "./conf/cli.ts";

process.exitCode = await runCommand(process.argv.slice(2), {
  env: process.env,
  input: () => text(process.stdin),
  out: (line) => console.log(line),
  err: (line) => console.error(line),
});
