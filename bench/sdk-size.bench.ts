/**
 * What the SDK adds to an app's download, for apps that use more and more of it. No contracts of services are in it but where the row says
 * so: they are the app's own, and bring the protobuf runtime along.
 * @module
 */
import type { BenchContext, BenchResult, Target } from "../scripts/bench.ts";
import { type BundleSize, bundleSize } from "./sdk-size/bundle.ts";

export const title = "bytes that the SDK adds to an app: minified, gzip, brotli";
/** gzip of everything that belongs to calls: merging, compression, sessions, finding the edge, telling how it went. */
export const targets: Record<string, Target> = { gzip_kb: { atMost: 40 } };

const KILOBYTE = 1000;

const CLIENT = `import { createClient, path } from "./sdk/client.ts"; use(createClient, path);`;
const NETWORK = `import { createNetwork } from "./sdk/network/network.ts"; use(createNetwork);`;
const PASSPORT = `import { PassportService } from "./proto/gen/passport.contract.ts"; use(PassportService);`;
const DICTIONARY = `import { DEFAULT_DICTIONARY } from "./proto/dictionary/dictionary.ts"; use(DEFAULT_DICTIONARY);`;
const REPORT = `import { createReports } from "./sdk/report/report.ts"; use(createReports);`;
const PUSH = `import { createPush } from "./sdk/push.ts"; use(createPush);`;

const WHOLE = CLIENT + NETWORK + REPORT;

/** Each name is a column of the JSON, and the row's. */
const APPS: Readonly<Record<string, string>> = {
  client: CLIENT,
  client_and_network: CLIENT + NETWORK,
  client_network_and_report: WHOLE,
  push_alone: PUSH,
  all_but_contracts: WHOLE + PUSH,
  client_and_contracts: CLIENT + PASSPORT,
  client_and_dictionary: CLIENT + DICTIONARY,
  all: WHOLE + PUSH + PASSPORT + DICTIONARY,
};

/** What a target is for. */
const PROMISED = "client_network_and_report";
const PARTS_SHOWN = 8;

export async function run({ say }: BenchContext): Promise<BenchResult> {
  const sizes: Record<string, BundleSize> = {};
  for (const [name, source] of Object.entries(APPS)) {
    sizes[name] = await bundleSize(`const use = (...used) => { globalThis.app = used; };${source}`);
  }
  for (const { path, bytes } of sizes[PROMISED]?.parts.slice(0, PARTS_SHOWN) ?? []) say(`${bytes} bytes of ${path}`);
  return {
    table: {
      columns: ["an app with", "minified", "gzip", "brotli"],
      rows: Object.entries(sizes).map(([name, { minifiedBytes, gzipBytes, brotliBytes }]) => [
        name.replaceAll("_", " "),
        minifiedBytes,
        gzipBytes,
        brotliBytes,
      ]),
    },
    figures: {
      gzip_kb: (sizes[PROMISED]?.gzipBytes ?? Number.NaN) / KILOBYTE,
      ...Object.fromEntries(Object.entries(sizes).map(([name, { gzipBytes }]) => [`${name}_gzip_bytes`, gzipBytes])),
    },
    ratios: {},
  };
}
