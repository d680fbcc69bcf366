/**
 * What a registry object stores, and reads back when it wakes.
 *
 *     instance(zone, hostname) primary key, …: an {@link Instance} a row
 *     fact(name primary key, value): the object's own address, clocks and marks
 * @module
 */
import { type Instance, type InstanceKey, keyText } from "./instance.ts";

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS instance (
    zone TEXT, hostname TEXT, region TEXT NOT NULL, addrs TEXT NOT NULL, version TEXT NOT NULL, color TEXT NOT NULL,
    metadata TEXT NOT NULL, status INTEGER NOT NULL, generation INTEGER NOT NULL, lease_ms INTEGER NOT NULL,
    registered_us INTEGER NOT NULL, up_us INTEGER NOT NULL, renewed_us INTEGER NOT NULL, dirty_us INTEGER NOT NULL,
    latest_us INTEGER NOT NULL, PRIMARY KEY (zone, hostname)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS fact (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
`;

type Row = Record<string, SqlStorageValue> & {
  zone: string;
  hostname: string;
  region: string;
  addrs: string;
  version: string;
  color: string;
  metadata: string;
  status: number;
  generation: number;
  lease_ms: number;
  registered_us: number;
  up_us: number;
  renewed_us: number;
  dirty_us: number;
  latest_us: number;
};

/** Each is absent until it is set. */
export interface Facts {
  env: string;
  appid: string;
  /** Of the last change, also of one that left nobody. */
  latestUs: number;
  /** When the alarm is to ring. One that rings much later has been kept from it. */
  alarmMs: number;
  /** Since when the object is there again after it was not. */
  backMs: number;
  /** See Verdict.protectedMs. */
  protectedMs: number;
  /** Whether the directory knows of this object: 1 or 0. */
  listed: number;
}

export class RegistryTables {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
    sql.exec(SCHEMA);
  }

  instances(): Map<string, Instance> {
    const rows = this.#sql.exec<Row>("SELECT * FROM instance").toArray();
    return new Map(rows.map((row) => [keyText(row), instanceOf(row)]));
  }

  put(instance: Instance): void {
    this.#sql.exec(
      `INSERT OR REPLACE INTO instance (zone, hostname, region, addrs, version, color, metadata, status, generation,
         lease_ms, registered_us, up_us, renewed_us, dirty_us, latest_us)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      instance.zone,
      instance.hostname,
      instance.region,
      JSON.stringify(instance.addrs),
      instance.version,
      instance.color,
      JSON.stringify(instance.metadata),
      instance.status,
      instance.generation,
      instance.leaseMs,
      instance.registeredUs,
      instance.upUs,
      instance.renewedUs,
      instance.dirtyUs,
      instance.latestUs,
    );
  }

  renew({ zone, hostname }: InstanceKey, renewedUs: number): void {
    const change = "UPDATE instance SET renewed_us = ? WHERE zone = ? AND hostname = ?";
    this.#sql.exec(change, renewedUs, zone, hostname);
  }

  remove({ zone, hostname }: InstanceKey): void {
    this.#sql.exec("DELETE FROM instance WHERE zone = ? AND hostname = ?", zone, hostname);
  }

  fact<Name extends keyof Facts>(name: Name): Facts[Name] | undefined {
    const [row] = this.#sql.exec<{ value: SqlStorageValue }>("SELECT value FROM fact WHERE name = ?", name);
    return row === undefined ? undefined : (row.value as Facts[Name]);
  }

  note<Name extends keyof Facts>(name: Name, value: Facts[Name] | undefined): void {
    if (value === undefined) this.#sql.exec("DELETE FROM fact WHERE name = ?", name);
    else this.#sql.exec("INSERT OR REPLACE INTO fact (name, value) VALUES (?, ?)", name, value);
  }
}

function instanceOf(row: Row): Instance {
  return {
    zone: row.zone,
    hostname: row.hostname,
    region: row.region,
    addrs: JSON.parse(row.addrs) as string[],
    version: row.version,
    color: row.color,
    metadata: JSON.parse(row.metadata) as Record<string, string>,
    status: row.status,
    generation: row.generation,
    leaseMs: row.lease_ms,
    registeredUs: row.registered_us,
    upUs: row.up_us,
    renewedUs: row.renewed_us,
    dirtyUs: row.dirty_us,
    latestUs: row.latest_us,
  };
}
