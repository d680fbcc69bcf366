/**
 * What the errors of mysql2, MySQL and MariaDB mean. The server's numbers are stable and documented:
 * https://dev.mysql.com/doc/mysql-errors/8.4/en/server-error-reference.html, https://mariadb.com/docs/server/reference/error-codes
 * @module
 */
import { VERDICTS, type Verdict } from "./verdict.ts";

/** A write to a replica: after a failover the pool still holds connections to what was the primary. */
const READ_ONLY: Verdict = { code: "unavailable", message: "the database only takes reads at the moment", drop: true };
const BUSY: Verdict = { code: "unavailable", message: "the database takes no more connections" };
const TOO_LARGE: Verdict = { code: "invalid_argument", message: "a statement is larger than the database takes" };

/** By the server's error number. */
const BY_NUMBER: ReadonlyMap<number, Verdict> = new Map<number, Verdict>([
  [1062, VERDICTS.taken], // ER_DUP_ENTRY
  [1586, VERDICTS.taken], // ER_DUP_ENTRY_WITH_KEY_NAME
  [1216, VERDICTS.reference], // ER_NO_REFERENCED_ROW
  [1217, VERDICTS.reference], // ER_ROW_IS_REFERENCED
  [1451, VERDICTS.reference], // ER_ROW_IS_REFERENCED_2
  [1452, VERDICTS.reference], // ER_NO_REFERENCED_ROW_2
  [3819, VERDICTS.check], // MySQL: ER_CHECK_CONSTRAINT_VIOLATED
  [4025, VERDICTS.check], // MariaDB: ER_CONSTRAINT_FAILED
  [1048, VERDICTS.value], // ER_BAD_NULL_ERROR
  [1264, VERDICTS.value], // ER_WARN_DATA_OUT_OF_RANGE
  [1265, VERDICTS.value], // WARN_DATA_TRUNCATED
  [1292, VERDICTS.value], // ER_TRUNCATED_WRONG_VALUE
  [1364, VERDICTS.value], // ER_NO_DEFAULT_FOR_FIELD
  [1366, VERDICTS.value], // ER_TRUNCATED_WRONG_VALUE_FOR_FIELD
  [1406, VERDICTS.value], // ER_DATA_TOO_LONG
  [1690, VERDICTS.value], // ER_DATA_OUT_OF_RANGE
  [1153, TOO_LARGE], // ER_NET_PACKET_TOO_LARGE
  [1020, VERDICTS.conflict], // MariaDB: ER_CHECKREAD, of innodb_snapshot_isolation
  [1213, VERDICTS.conflict], // ER_LOCK_DEADLOCK
  [1205, VERDICTS.lockTimeout], // ER_LOCK_WAIT_TIMEOUT
  [3572, VERDICTS.lockTimeout], // MySQL: ER_LOCK_NOWAIT
  [1969, VERDICTS.slow], // MariaDB: ER_STATEMENT_TIMEOUT
  [3024, VERDICTS.slow], // MySQL: ER_QUERY_TIMEOUT
  [1021, VERDICTS.full], // ER_DISK_FULL
  [1114, VERDICTS.full], // ER_RECORD_FILE_FULL
  [1040, BUSY], // ER_CON_COUNT_ERROR
  [1203, BUSY], // ER_TOO_MANY_USER_CONNECTIONS
  [1290, READ_ONLY], // ER_OPTION_PREVENTS_STATEMENT
  [1792, READ_ONLY], // ER_CANT_EXECUTE_IN_READ_ONLY_TRANSACTION
  [1836, READ_ONLY], // ER_READ_ONLY_MODE
  [1047, VERDICTS.gone], // Galera: ER_UNKNOWN_COM_ERROR, "node has not yet prepared"
  [1053, VERDICTS.gone], // ER_SERVER_SHUTDOWN
  [1077, VERDICTS.gone], // ER_NORMAL_SHUTDOWN
  [1079, VERDICTS.gone], // ER_SHUTDOWN_COMPLETE
  [1317, VERDICTS.gone], // ER_QUERY_INTERRUPTED: the server shuts down, or an operator killed it
  [1927, VERDICTS.gone], // MariaDB: ER_CONNECTION_KILLED
  [4031, VERDICTS.gone], // MySQL: ER_CLIENT_INTERACTION_TIMEOUT
]);

/** The server closed, or could not be reached: Node's socket errors, name look-ups, and mysql2's own. */
const GONE_CODES: ReadonlySet<string> = new Set([
  ...[
    "ECONNREFUSED",
    "ECONNRESET",
    "EPIPE",
    "ETIMEDOUT",
    "EHOSTUNREACH",
    "ENETUNREACH",
    "ECONNABORTED",
    "EADDRNOTAVAIL",
  ],
  ...["ENOTFOUND", "EAI_AGAIN", "EMFILE"],
  ...["PROTOCOL_CONNECTION_LOST", "ER_SERVER_SHUTDOWN", "PROTOCOL_INCORRECT_PACKET_SEQUENCE"],
]);

/** The verdict on an error of mysql2; undefined when it is not one of these. */
export function mysqlVerdict(error: unknown): Verdict | undefined {
  if (!(error instanceof Error)) return undefined;
  const { errno, code, fatal } = error as { errno?: unknown; code?: unknown; fatal?: unknown };
  // Node's errors have a negative errno, so the two never mix.
  const byNumber = typeof errno === "number" ? BY_NUMBER.get(errno) : undefined;
  if (byNumber !== undefined) return byNumber;
  if (typeof code === "string" && GONE_CODES.has(code)) return VERDICTS.gone;
  // Happy eyeballs: all addresses failed, each for a reason of its own.
  if (error instanceof AggregateError && error.errors.some((inner) => mysqlVerdict(inner) === VERDICTS.gone)) {
    return VERDICTS.gone;
  }
  // mysql2 marks errors after which the connection cannot be used, such as a command on one that was closed; a server's refusal has a number.
  return fatal === true && typeof errno !== "number" ? VERDICTS.gone : undefined;
}
