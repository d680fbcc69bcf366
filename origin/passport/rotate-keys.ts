/**
 * The command that replaces passport's keys, with the origin's own settings:
 *
 *     node origin/passport/rotate-keys.ts            publishes the next signing key; for a timer, once in some weeks
 *     node origin/passport/rotate-keys.ts at-once    replaces all signing keys now, for one that got into wrong hands
 *     node origin/passport/rotate-keys.ts reseal     encrypts all secrets with the first KEY_ENCRYPTION_KEY of two
 * @module
 */
import { randomBytes } from "node:crypto";
import { secretBox } from "../secret-box/secret-box.ts";
import { openStore } from "../store/store.ts";
import { parseKeyList } from "./key-list.ts";
import { PASSPORT_MIGRATIONS } from "./migrations.ts";
import { type Rotation, replaceKeysAtOnce, resealAll, rotateKeys } from "./rotation.ts";
import type { PassportTables } from "./tables.ts";

const USAGE = "usage: rotate-keys [at-once | reseal]";

async function main([command = "next", ...rest]: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
  if (!["next", "at-once", "reseal"].includes(command) || rest.length > 0) throw new Error(USAGE);
  if (env.KEY_ENCRYPTION_KEY === undefined) throw new Error("KEY_ENCRYPTION_KEY is needed");
  const box = secretBox(parseKeyList("KEY_ENCRYPTION_KEY", env.KEY_ENCRYPTION_KEY), randomBytes);
  const store = await openStore<PassportTables>({
    mysqlUrl: env.MYSQL_URL,
    sqlitePath: env.SQLITE_PATH ?? ".fairway/origin.sqlite",
  });
  try {
    await store.migrate("passport", PASSPORT_MIGRATIONS);
    const deps = { store, box, now: Date.now, randomBytes };
    if (command === "reseal") return `encrypted anew: ${await resealAll(deps)}`;
    return describe(await (command === "at-once" ? replaceKeysAtOnce(deps) : rotateKeys(deps)));
  } finally {
    await store.close();
  }
}

function describe({ kid, activeFromMs, deletedKids }: Rotation): string {
  const deleted = deletedKids.length === 0 ? "" : `; deleted: ${deletedKids.join(", ")}`;
  return `the latest key is ${kid}, active from ${new Date(activeFromMs).toISOString()}${deleted}`;
}

try {
  console.log(await main(process.argv.slice(2), process.env));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
