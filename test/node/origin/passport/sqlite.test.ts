import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import type { PassportTables } from "../../../../origin/passport/passport.ts";
import { openStore } from "../../../../origin/store/store.ts";
import { passportContract } from "./contract.ts";

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

passportContract("sqlite", {
  async fresh() {
    const folder = await mkdtemp(join(tmpdir(), "fairway-passport-"));
    folders.push(folder);
    const store = await openStore<PassportTables>({ sqlitePath: join(folder, "origin.sqlite") });
    return [store, store];
  },
});
