/**
 * `npm start`: the whole path on this machine. An API that knows nothing of Fairway, the origin, the edge, and one cold start of an app
 * through them; then it stays, so that you can try it, until Ctrl-C. `npm run demo` ends after the cold start.
 * @module
 */
import { mkdirSync, openSync } from "node:fs";
import { join } from "node:path";
import { startCountriesApi } from "../examples/countries-api/server.ts";
import { demonstrate } from "./demo.ts";
import { startOrigin } from "./origin.ts";
import { localSecrets, STATE_FOLDER } from "./secrets.ts";
import { startEdge } from "./serve.ts";

const PORTS = { edge: 8787, origin: 8788, countries: 8790 };

type Stop = () => Promise<unknown>;

async function start(once: boolean): Promise<void> {
  const stops: Stop[] = [];
  const stopAll = async () => {
    for (const stop of stops.splice(0).reverse()) await stop();
  };
  const interrupted = new Promise<void>((resolve) => {
    process.once("SIGINT", resolve);
    process.once("SIGTERM", resolve);
  });
  try {
    const edgeUrl = await bringUp(stops);
    await Promise.race([demonstrate(edgeUrl), interrupted]);
    if (!once) {
      console.log(`\n${hints(edgeUrl)}`);
      await interrupted;
      console.log("\nstopping");
    }
  } finally {
    await stopAll();
  }
}

async function bringUp(stops: Stop[]): Promise<string> {
  const { secrets, fresh } = await localSecrets();
  const logs = join(STATE_FOLDER, "log");
  mkdirSync(logs, { recursive: true });

  const countries = await startCountriesApi({ port: PORTS.countries });
  stops.push(() => countries.close());
  console.log(`countries API  ${countries.url}   an API of before, in JSON`);

  const origin = await startOrigin(
    {
      PORT: String(PORTS.origin),
      SQLITE_PATH: join(STATE_FOLDER, "origin.sqlite"),
      IDENTITY_KEY: secrets.identityKey,
      KEY_ENCRYPTION_KEY: secrets.keyEncryptionKey,
      DRAIN_GRACE_MS: "0",
    },
    { stdout: openSync(join(logs, "origin.log"), "a") },
  );
  stops.push(() => origin.stop());
  console.log(`origin         ${origin.url}   accounts, SQLite in .fairway/origin.sqlite`);

  const edge = await startEdge({ port: PORTS.edge, stdout: openSync(join(logs, "edge.log"), "a") });
  stops.push(() => edge.stop());
  console.log(`edge           ${edge.url}   workerd; logs in .fairway/log/`);
  if (fresh) console.log(`operator token ${secrets.opsToken}   shown once, kept in .fairway/secrets.json`);
  return edge.url;
}

function hints(edge: string): string {
  return `Try it:
  curl -i ${edge}/api/countries/AUT
  curl -s ${edge}/api/countries/AUT -H 'accept: application/x-protobuf' | wc -c
  curl -s ${edge}/fairway.passport.v1.PassportService/SignInGuest -H 'content-type: application/json' \\
       -d '{"deviceId":"my-first-device-0001"}'
  curl -s '${edge}/$batch' -H 'content-type: application/json' -H 'accept: application/jsonl' \\
       -d '{"requests":[{"id":"home","url":"/api/countries/AUT"},
            {"id":"next","url":"/api/countries/{home.body.borders.0}","dependsOn":["home"]}]}'
  tail -f .fairway/log/edge.log
Ctrl-C stops everything.`;
}

await start(process.argv.includes("--once")).catch((error: NodeJS.ErrnoException & { port?: number }) => {
  console.error(
    error.code === "EADDRINUSE"
      ? `port ${error.port} is taken: stop what listens there (another \`npm start\`?) and start again`
      : `could not start: ${error.message}`,
  );
  process.exitCode = 1;
});
