/**
 * Who may do what: tokens, of which only digests are kept, and the keys that sign Apollo's requests, which are kept sealed.
 * @module
 */
import type { Right } from "../../proto/config/config.ts";
import { Fault } from "../../proto/fault.ts";
import { note } from "./audit.ts";
import { dropSecret, keepSecret, type Sealed, secretsOf } from "./secrets.ts";
import { count, readNumber, readState, type Sql, type Turn, writeState } from "./tables.ts";

/** People and pipelines, not users. All of them are in the memory of each isolate. */
const TOKENS_MAX = 500;
/** One in use, one to change to, and some for applications that are slow to follow. */
const ACCESS_KEYS_MAX = 10;

export interface TokenRow {
  readonly id: string;
  readonly name: string;
  readonly rights: readonly Right[];
  readonly atMs: number;
  readonly author: string;
}

/** With what a token is recognised by: hex SHA-256 of the secret part. */
export interface TokenGrant extends TokenRow {
  readonly digest: string;
}

export interface AccessKeyRow {
  readonly id: string;
  readonly name: string;
  readonly atMs: number;
  readonly author: string;
}

/** What the edge needs to tell callers apart. */
export interface Access {
  readonly revision: number;
  readonly open: boolean;
  readonly tokens: readonly TokenGrant[];
  readonly keys: readonly (Sealed & { readonly id: string; readonly label: string })[];
}

export function readAccess(sql: Sql): Access {
  return {
    revision: readNumber(sql, "access"),
    open: readState(sql, "open") === "1",
    tokens: tokens(sql),
    keys: sql
      .exec<{ id: string; secret: number }>("SELECT id, secret FROM access_key ORDER BY id")
      .toArray()
      .flatMap(({ id, secret }) =>
        secretsOf(sql, [String(secret)]).map(({ sealed, keyId, label }) => ({ id, sealed, keyId, label })),
      ),
  };
}

export function addToken(
  turn: Turn,
  { id, name, rights, digest }: Pick<TokenGrant, "id" | "name" | "rights" | "digest">,
): void {
  const { sql, nowMs, actor } = turn;
  const add = "INSERT INTO token (id, name, digest, rights, at_ms, author) VALUES (?, ?, ?, ?, ?, ?)";
  const known = tokens(sql);
  if (known.length >= TOKENS_MAX) throw new Fault("resource_exhausted", `a service has at most ${TOKENS_MAX} tokens`);
  if (known.some((token) => token.name === name))
    throw new Fault("already_exists", `there is a token '${name}' already`);
  sql.exec(add, id, name, digest, rights.join(","), nowMs, actor);
  count(sql, "access");
  note(turn, "token", { id, name, rights });
}

/** @throws Fault not_found */
export function dropToken(turn: Turn, id: string): void {
  const [gone] = turn.sql.exec<{ name: string }>("DELETE FROM token WHERE id = ? RETURNING name", id).toArray();
  if (gone === undefined) throw new Fault("not_found", "there is no such token");
  count(turn.sql, "access");
  note(turn, "token-drop", { id, name: gone.name });
}

export function tokens(sql: Sql): TokenGrant[] {
  type Columns = { id: string; name: string; digest: string; rights: string; at_ms: number; author: string };
  return sql
    .exec<Columns>("SELECT id, name, digest, rights, at_ms, author FROM token ORDER BY name")
    .toArray()
    .map(({ at_ms: atMs, rights, ...rest }) => ({ ...rest, rights: rights.split(",") as Right[], atMs }));
}

export function addAccessKey(turn: Turn, key: { id: string; name: string; sealed: Sealed & { label: string } }): void {
  const { sql, nowMs, actor } = turn;
  const known = accessKeys(sql);
  if (known.length >= ACCESS_KEYS_MAX) {
    throw new Fault("resource_exhausted", `a service has at most ${ACCESS_KEYS_MAX} access keys`);
  }
  const secret = keepSecret(sql, key.sealed.label, key.sealed);
  const add = "INSERT INTO access_key (id, name, secret, at_ms, author) VALUES (?, ?, ?, ?, ?)";
  sql.exec(add, key.id, key.name, Number(secret), nowMs, actor);
  count(sql, "access");
  note(turn, "access-key", { id: key.id, name: key.name });
}

/** @throws Fault not_found */
export function dropAccessKey(turn: Turn, id: string): void {
  type Columns = { name: string; secret: number };
  const [gone] = turn.sql.exec<Columns>("DELETE FROM access_key WHERE id = ? RETURNING name, secret", id).toArray();
  if (gone === undefined) throw new Fault("not_found", "there is no such access key");
  dropSecret(turn.sql, gone.secret);
  count(turn.sql, "access");
  note(turn, "access-key-drop", { id, name: gone.name });
}

export function accessKeys(sql: Sql): AccessKeyRow[] {
  return sql
    .exec<{ id: string; name: string; at_ms: number; author: string }>(
      "SELECT id, name, at_ms, author FROM access_key ORDER BY id",
    )
    .toArray()
    .map(({ at_ms: atMs, ...rest }) => ({ ...rest, atMs }));
}

/** Whether everyone may read what is no secret. */
export function setOpen(turn: Turn, open: boolean): void {
  writeState(turn.sql, "open", open ? 1 : undefined);
  count(turn.sql, "access");
  note(turn, "open", { open });
}
