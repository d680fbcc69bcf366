/**
 * What the errors of node:sqlite mean, by SQLite's extended result codes (https://sqlite.org/rescode.html).
 * @module
 */
import { VERDICTS, type Verdict } from "./verdict.ts";

const DAMAGED: Verdict = { code: "data_loss", message: "the database file is damaged" };
const READ_ONLY: Verdict = { code: "unavailable", message: "the database only takes reads at the moment", drop: true };
const TOO_LARGE: Verdict = { code: "invalid_argument", message: "a value is larger than the database takes" };

/** The extended codes that mean something else than their class. */
const BY_EXTENDED_CODE: ReadonlyMap<number, Verdict> = new Map<number, Verdict>([
  [517, VERDICTS.conflict], // SQLITE_BUSY_SNAPSHOT: it read, another wrote, and now it wants to write
  [1555, VERDICTS.taken], // SQLITE_CONSTRAINT_PRIMARYKEY
  [2067, VERDICTS.taken], // SQLITE_CONSTRAINT_UNIQUE
  [2579, VERDICTS.taken], // SQLITE_CONSTRAINT_ROWID
  [787, VERDICTS.reference], // SQLITE_CONSTRAINT_FOREIGNKEY
  [275, VERDICTS.check], // SQLITE_CONSTRAINT_CHECK
  [1811, VERDICTS.check], // SQLITE_CONSTRAINT_TRIGGER
  [1299, VERDICTS.value], // SQLITE_CONSTRAINT_NOTNULL
  [3091, VERDICTS.value], // SQLITE_CONSTRAINT_DATATYPE
]);

/** By class, the low byte of every code. */
const BY_CLASS: ReadonlyMap<number, Verdict> = new Map<number, Verdict>([
  [5, VERDICTS.locked], // SQLITE_BUSY
  [6, VERDICTS.locked], // SQLITE_LOCKED
  [7, VERDICTS.full], // SQLITE_NOMEM
  [8, READ_ONLY], // SQLITE_READONLY, also when the file was moved away
  [10, VERDICTS.gone], // SQLITE_IOERR
  [11, DAMAGED], // SQLITE_CORRUPT
  [13, VERDICTS.full], // SQLITE_FULL
  [14, VERDICTS.gone], // SQLITE_CANTOPEN
  [18, TOO_LARGE], // SQLITE_TOOBIG
  [20, VERDICTS.value], // SQLITE_MISMATCH
  [26, DAMAGED], // SQLITE_NOTADB
]);

/** The verdict on an error of node:sqlite; undefined when it is not one of these. */
export function sqliteVerdict(error: unknown): Verdict | undefined {
  const code = resultCode(error);
  return code === undefined ? undefined : (BY_EXTENDED_CODE.get(code) ?? BY_CLASS.get(code & 0xff));
}

/** Whether a lock of another process is in the way, so that the same statement may simply be tried again. */
export function isLocked(error: unknown): boolean {
  return sqliteVerdict(error) === VERDICTS.locked;
}

function resultCode(error: unknown): number | undefined {
  if (!(error instanceof Error)) return undefined;
  const { errcode } = error as { errcode?: unknown };
  return typeof errcode === "number" ? errcode : undefined;
}
