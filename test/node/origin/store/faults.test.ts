import { describe, expect, test } from "vitest";
import { mysqlVerdict } from "../../../../origin/store/mysql-faults.ts";
import { isLocked, sqliteVerdict } from "../../../../origin/store/sqlite-faults.ts";
import { faultOf, mayRetry } from "../../../../origin/store/verdict.ts";
import { Fault } from "../../../../proto/fault.ts";

/** As mysql2 and node:sqlite make them. */
const mysqlError = (properties: object) => Object.assign(new Error("secret detail"), properties);
const sqliteError = (errcode: number) =>
  Object.assign(new Error("secret detail"), { code: "ERR_SQLITE_ERROR", errcode });

describe("errors of mysql", () => {
  test.each([
    [{ errno: 1062, code: "ER_DUP_ENTRY" }, "already_exists", false, false],
    [{ errno: 1452, code: "ER_NO_REFERENCED_ROW_2" }, "failed_precondition", false, false],
    [{ errno: 4025, code: "ER_CONSTRAINT_FAILED" }, "failed_precondition", false, false],
    [{ errno: 1406, code: "ER_DATA_TOO_LONG" }, "invalid_argument", false, false],
    [{ errno: 1213, code: "ER_LOCK_DEADLOCK" }, "aborted", true, false],
    [{ errno: 1020, code: "ER_CHECKREAD" }, "aborted", true, false],
    [{ errno: 1205, code: "ER_LOCK_WAIT_TIMEOUT" }, "aborted", false, false],
    [{ errno: 1969, code: "ER_STATEMENT_TIMEOUT" }, "deadline_exceeded", false, false],
    [{ errno: 3024, code: "ER_QUERY_TIMEOUT" }, "deadline_exceeded", false, false],
    [{ errno: 1021, code: "ER_DISK_FULL" }, "resource_exhausted", false, false],
    [{ errno: 1040, code: "ER_CON_COUNT_ERROR", fatal: true }, "unavailable", false, false],
    [{ errno: 1290, code: "ER_OPTION_PREVENTS_STATEMENT" }, "unavailable", false, true],
    [{ errno: 1053, code: "ER_SERVER_SHUTDOWN" }, "unavailable", false, true],
    [{ errno: -111, code: "ECONNREFUSED", fatal: true }, "unavailable", false, true],
    [{ code: "PROTOCOL_CONNECTION_LOST", fatal: true }, "unavailable", false, true],
    [{ code: "ETIMEDOUT" }, "unavailable", false, true],
    [{ fatal: true }, "unavailable", false, true],
    [{ errno: 1045, code: "ER_ACCESS_DENIED_ERROR", fatal: true }, "internal", false, false],
    [{ errno: 1064, code: "ER_PARSE_ERROR" }, "internal", false, false],
    [{}, "internal", false, false],
  ] as const)("%j is %s", (properties, code, retry, drop) => {
    const error = mysqlError(properties);
    const fault = faultOf(error, mysqlVerdict);
    expect(fault).toMatchObject({ code, cause: error });
    expect(fault.message).not.toContain("secret");
    expect(mayRetry(fault, mysqlVerdict)).toBe(retry);
    expect(mysqlVerdict(error)?.drop ?? false).toBe(drop);
  });

  test("several addresses of which none answers are a database that is away", () => {
    const all = new AggregateError([mysqlError({ code: "ENETUNREACH" }), mysqlError({ code: "ECONNREFUSED" })]);
    expect(faultOf(all, mysqlVerdict).code).toBe("unavailable");
  });
});

describe("errors of sqlite", () => {
  test.each([
    [2067, "already_exists", false, false],
    [1555, "already_exists", false, false],
    [787, "failed_precondition", false, false],
    [275, "failed_precondition", false, false],
    [1299, "invalid_argument", false, false],
    [5, "unavailable", false, false],
    [261, "unavailable", false, false], // SQLITE_BUSY_RECOVERY
    [517, "aborted", true, false],
    [13, "resource_exhausted", false, false],
    [14, "unavailable", false, true],
    [778, "unavailable", false, true], // SQLITE_IOERR_WRITE
    [1032, "unavailable", false, true], // SQLITE_READONLY_DBMOVED
    [11, "data_loss", false, false],
    [26, "data_loss", false, false],
    [1, "internal", false, false],
  ] as const)("code %d is %s", (errcode, code, retry, drop) => {
    const fault = faultOf(sqliteError(errcode), sqliteVerdict);
    expect(fault.code).toBe(code);
    expect(fault.message).not.toContain("secret");
    expect(mayRetry(fault, sqliteVerdict)).toBe(retry);
    expect(sqliteVerdict(sqliteError(errcode))?.drop ?? false).toBe(drop);
  });

  test("only another's lock is worth waiting for: a snapshot that grew old stays old", () => {
    expect([5, 261, 6, 517, 19].map((code) => isLocked(sqliteError(code)))).toEqual([true, true, true, false, false]);
  });
});

test("a fault passes as it is, and anything that was thrown becomes one", () => {
  const fault = new Fault("not_found", "no such account");
  expect(faultOf(fault, sqliteVerdict)).toBe(fault);
  expect(faultOf("a string", mysqlVerdict)).toMatchObject({ code: "internal", cause: "a string" });
  expect(mayRetry(new Error("not from a driver"), mysqlVerdict)).toBe(false);
});
