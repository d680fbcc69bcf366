/**
 * The nodes that read this configuration, and which version each runs, by their own account.
 * @module
 */
import type { Labels } from "../../proto/config/config.ts";
import type { Sql } from "./tables.ts";

/** Beyond it the one that was silent for longest is forgotten. */
const NODES_MAX = 10_000;
/** A node that was silent for so long is not coming back under this name. */
const FORGOTTEN_AFTER_MS = 7 * 86_400_000;
/** A node that says the same over and over costs no writes. */
const SAME_AGAIN_MS = 10_000;

export interface NodeReport {
  readonly node: string;
  readonly address: string;
  readonly labels: Labels;
  /** 0 while it runs none; absent where that is not said. */
  readonly running?: number;
}

export interface NodeRow extends NodeReport {
  readonly running: number;
  readonly seenAtMs: number;
}

export function keepReport(sql: Sql, { node, address, labels, running }: NodeReport, nowMs: number): void {
  type Columns = { address: string; labels: string; running: number; seen_at_ms: number };
  const select = "SELECT address, labels, running, seen_at_ms FROM node WHERE name = ?";
  const [known] = sql.exec<Columns>(select, node).toArray();
  if (known === undefined) makeRoom(sql, nowMs);
  const version = running ?? known?.running ?? 0;
  const text = JSON.stringify(labels);
  const isSame = known?.running === version && known.address === address && known.labels === text;
  if (isSame && nowMs - known.seen_at_ms < SAME_AGAIN_MS) return;
  const put = "INSERT OR REPLACE INTO node (name, address, labels, running, seen_at_ms) VALUES (?, ?, ?, ?, ?)";
  sql.exec(put, node, address, text, version, nowMs);
}

function makeRoom(sql: Sql, nowMs: number): void {
  sql.exec("DELETE FROM node WHERE seen_at_ms < ?", nowMs - FORGOTTEN_AFTER_MS);
  const total = sql.exec<{ total: number }>("SELECT count(*) AS total FROM node").toArray()[0]?.total ?? 0;
  if (total < NODES_MAX) return;
  sql.exec("DELETE FROM node WHERE name IN (SELECT name FROM node ORDER BY seen_at_ms LIMIT ?)", total - NODES_MAX + 1);
}

/** It was heard of, and nothing else is new. */
export function touchNode(sql: Sql, node: string, nowMs: number): void {
  sql.exec("UPDATE node SET seen_at_ms = max(seen_at_ms, ?) WHERE name = ?", nowMs, node);
}

export function nodeRows(sql: Sql): NodeRow[] {
  type Columns = { name: string; address: string; labels: string; running: number; seen_at_ms: number };
  return sql
    .exec<Columns>("SELECT name, address, labels, running, seen_at_ms FROM node ORDER BY name")
    .toArray()
    .map(({ name: node, labels, seen_at_ms: seenAtMs, ...rest }) => ({
      node,
      ...rest,
      labels: JSON.parse(labels) as Labels,
      seenAtMs,
    }));
}
