/**
 * `npm start`: the whole path on this machine. An API that knows nothing of Fairway, the origin, the edge, and one cold start of an app
 * through them; then it stays, so that you can try it, until Ctrl-C. `npm run demo` ends after the cold start.
 * @module
 */
import { mkdirSync, openSync } from "node:fs";
import { join } from "node:path";
import { startCountries } from "./countries.ts";
import { demonstrate } from "./demo.ts";
import { LOCAL_EDGE_NAME } from "./httpdns.ts";
import { startOrigin } from "./origin.ts";
import { PORTS, requireFree, startFailure } from "./ports.ts";
import { pushEnv } from "./push.ts";
import { startPushTcp } from "./push-tcp.ts";
import { registryEnv } from "./registry.ts";
import { localSecrets, STATE_FOLDER } from "./secrets.ts";
import { startEdge } from "./serve.ts";
import { localCertificate, startTlsFront } from "./tls-front.ts";

type Stop = () => Promise<unknown>;

/** What the hints are about. */
interface Running {
  readonly edgeUrl: string;
  readonly countriesPid: number;
  readonly originPid: number;
}

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
    const running = await bringUp(stops);
    await Promise.race([demonstrate(running.edgeUrl), interrupted]);
    if (!leave) {
      console.log(`\n${hints(running)}`);
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

async function bringUp(stops: Stop[]): Promise<Running> {
  await requireFree(Object.values(PORTS));
  const { secrets, fresh } = await localSecrets();
  const logs = join(STATE_FOLDER, "log");
  mkdirSync(logs, { recursive: true });

  const countries = await startCountries(PORTS.countries);
  stops.push(() => countries.stop());
  console.log(`countries API  ${countries.url}   an API of before, in JSON; process ${countries.pid}`);

  // First, because the origin starts with ids of it; what the edge sends to an origin that is not there yet, nobody asks for yet.
  const edge = await startEdge({
    port: PORTS.edge,
    objectsFolder: join(STATE_FOLDER, "objects"),
    stdout: openSync(join(logs, "edge.log"), "a"),
  });
  stops.push(() => edge.stop());
  console.log(`edge           ${edge.url}   workerd; logs in .fairway/log/`);
  const front = await startTlsFront({
    port: PORTS.edgeTls,
    target: edge.url,
    certificate: await localCertificate(Date.now()),
  });
  stops.push(() => front.stop());
  console.log(`by TLS         ${front.url}   HTTP/2; its certificate is .fairway/edge.crt`);

  const origin = await startOrigin(
    {
      PORT: String(PORTS.origin),
      SQLITE_PATH: join(STATE_FOLDER, "origin.sqlite"),
      IDENTITY_KEY: secrets.identityKey,
      KEY_ENCRYPTION_KEY: secrets.keyEncryptionKey,
      DRAIN_GRACE_MS: "0",
      EDGE_URL: edge.url,
      CONFIG_URL: edge.url,
      CONFIG_FILE: join(STATE_FOLDER, "origin-config.json"),
      ...registryEnv(secrets, edge.url),
      ...pushEnv(secrets, edge.url),
    },
    { stdout: openSync(join(logs, "origin.log"), "a") },
  );
  stops.push(() => origin.stop());
  console.log(`origin         ${origin.url}   accounts, SQLite in .fairway/origin.sqlite, ids of the edge`);
  const gateway = await startPushTcp({ EDGE_URL: edge.url, PORT: String(PORTS.pushTcp), DRAIN_MS: "0" });
  stops.push(() => gateway.stop());
  console.log(`push gateway   tcp://127.0.0.1:${gateway.port}   goim and gopush over TCP`);
  if (fresh) console.log(`operator token ${secrets.opsToken}   shown once, kept in .fairway/secrets.json`);
  return { edgeUrl: edge.url, countriesPid: countries.pid, originPid: origin.pid };
}

function hints({ edgeUrl: edge, countriesPid, originPid }: Running): string {
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
A phone in a second terminal; end it with Ctrl-C, send to it, and start it again: each message comes once.
  npm run phone -- ann live://1000                                # connected as user …
  curl '${edge}/goim/push/mids?operation=1000&mids=…' -d '"hello"'
  curl '${edge}/goim/push/room?operation=1000&type=live&room=1000' -d '{"hello":"room"}'
  curl '${edge}/goim/online/total'
  curl '${edge}/goim/online/top?type=live&limit=10'
Centrifugo's own client, in two terminals; what is typed in one comes in the other:
  npm run chat -- ann lobby
  npm run chat -- bob lobby
The route table can be changed while the edge runs, and rolled back:
  npm run conf -- create edge
  npm run conf -- import edge edge/route/default-routes.json --publish
  npm run conf -- set edge routes/countries.one 5 --at cache.ttlSeconds --publish
  curl -si ${edge}/api/countries/AUT | grep -i cache-status
  npm run conf -- rollback edge 1
What the edge has stored goes on being served when the API is gone, and says why in Cache-Status:
  curl -si ${edge}/api/countries/FRA | grep -i cache-status
  kill ${countriesPid}
  curl -si ${edge}/api/countries/FRA | grep -i cache-status      # at once, after 10 s, after 70 s
The edge finds the origin by the registry, and takes its configured address where the registry knows nobody:
  TOKEN=$(node -p "require('./.fairway/secrets.json').opsToken")
  curl -s '${edge}/discovery/fetch?env=local&appid=fairway.origin&status=3' -H "authorization: Bearer $TOKEN"
  kill -9 ${originPid}      # the same again says -404 in less than 3 s
Names by HTTPDNS, in each dialect; the account and its keys are in .fairway/httpdns.json:
  curl '${edge}/d?dn=${LOCAL_EDGE_NAME}&ttl=1'
  curl '${edge}/1000/d?host=${LOCAL_EDGE_NAME}'
  curl --cacert .fairway/edge.crt 'https://127.0.0.1:${PORTS.edgeTls}/resolve?name=${LOCAL_EDGE_NAME}'
  curl --doh-url https://127.0.0.1:${PORTS.edgeTls}/dns-query --cacert .fairway/edge.crt http://${LOCAL_EDGE_NAME}:${PORTS.edge}/livez
  kdig @127.0.0.1 -p ${PORTS.edgeTls} +https +tls-ca=.fairway/edge.crt ${LOCAL_EDGE_NAME}
Ctrl-C stops everything.`;
}

await start(process.argv.includes("--once")).catch((error: unknown) => {
  console.error(startFailure(error));
  process.exitCode = 1;
});
