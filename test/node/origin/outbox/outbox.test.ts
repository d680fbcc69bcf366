import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, inject } from "vitest";
import type { OutboxTables } from "../../../../origin/outbox/outbox.ts";
import { openStore, type Store } from "../../../../origin/store/store.ts";
import { freshMysqlDatabase } from "../../../services/mariadb.ts";
import { outboxContract } from "./contract.ts";

const stores: Store<OutboxTables>[] = [];
const folders: string[] = [];
afterAll(async () => {
  await Promise.all(stores.map((store) => store.close()));
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true })));
});

async function opened(config: Parameters<typeof openStore>[0]): Promise<Store<OutboxTables>> {
  const store = await openStore<OutboxTables>(config);
  stores.push(store);
  return store;
}

outboxContract("sqlite", async () => {
  const folder = await mkdtemp(join(tmpdir(), "fairway-outbox-"));
  folders.push(folder);
  const sqlitePath = join(folder, "origin.sqlite");
  return [await opened({ sqlitePath }), await opened({ sqlitePath })];
});

outboxContract("mariadb", async () => {
  const mysqlUrl = await freshMysqlDatabase(inject("mysqlUrl"));
  return [await opened({ mysqlUrl }), await opened({ mysqlUrl })];
});
