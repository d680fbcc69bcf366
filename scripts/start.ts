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
import { PORTS, requireFree, startFailure } from "./ports.ts";
import { localSecrets, STATE_FOLDER } from "./secrets.ts";
import { startEdge } from "./serve.ts";

type Stop = () => Promise<unknown>;

async function start(leave: boolean): Promise<void> {
  const stops: Stop[] = [];
  const stopAll = async () => {
    for (const stop of stops.splice(0).reverse()) await stop();
  };
  let stopping = false;
  const interrupted = new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      process.once(signal, () => {
        stopping = true;
        resolve();
      });
    }
  });
  try {
    const edgeUrl = await bringUp(stops);
    await Promise.race([demonstrate(edgeUrl), interrupted]);
    if (!leave) {
      console.log(`\n${hints(edgeUrl)}`);
      await interrupted;
      console.log("\nstopping");
    }
  } catch (error) {
    // Ctrl-C reaches the children too, and what is being started then fails.
    if (!stopping) throw error;
  } finally {
    await stopAll();
  }
}

async function bringUp(stops: Stop[]): Promise<string> {
  await requireFree(Object.values(PORTS));
  const { secrets, fresh } = await localSecrets();
  const logs = join(STATE_FOLDER, "log");
  mkdirSync(logs, { recursive: true });

  const countries = await startCountriesApi({ port: PORTS.countries });
  stops.push(() => countries.close());
  console.log(`countries API  ${countries.url}   an API of before, in JSON`);

  // First, because the origin starts with ids of it; what the edge sends to an origin that is not there yet, nobody asks for yet.
  const edge = await startEdge({
    port: PORTS.edge,
    objectsFolder: join(STATE_FOLDER, "objects"),
    stdout: openSync(join(logs, "edge.log"), "a"),
  });
  stops.push(() => edge.stop());
  console.log(`edge           ${edge.url}   workerd; logs in .fairway/log/`);

  const origin = await startOrigin(
    {
      PORT: String(PORTS.origin),
      SQLITE_PATH: join(STATE_FOLDER, "origin.sqlite"),
      IDENTITY_KEY: secrets.identityKey,
      KEY_ENCRYPTION_KEY: secrets.keyEncryptionKey,
      DRAIN_GRACE_MS: "0",
      EDGE_URL: edge.url,
    },
    { stdout: openSync(join(logs, "origin.log"), "a") },
  );
  stops.push(() => origin.stop());
  console.log(`origin         ${origin.url}   accounts, SQLite in .fairway/origin.sqlite, ids of the edge`);
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
  curl '${edge}/ids?n=5'
  tail -f .fairway/log/edge.log
Ctrl-C stops everything.`;
}

await start(process.argv.includes("--once")).catch((error: unknown) => {
  console.error(startFailure(error));
  process.exitCode = 1;
});
