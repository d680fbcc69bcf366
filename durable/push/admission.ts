/**
 * Who may open a connection with a token that is good: not in a session that has ended, and nobody who is banned. Asked at the home of who it is,
 * in the turn in which the connection joins its stream: what is ordered before is obeyed, and what is ordered after finds the connection.
 * @module
 */
import { refusedCredentials } from "../../proto/bearer.ts";
import { Fault } from "../../proto/fault.ts";
import { Bans } from "./bans.ts";
import type { Ban, BanRow, Pass } from "./delivery.ts";
import { Revocations } from "./revocations.ts";

/** What is known of one who moves to another shard. */
export interface AdmissionRows {
  /** Sessions that have ended. */
  readonly revoked: readonly string[];
  readonly bans: readonly BanRow[];
}

export class Admission {
  readonly #revocations: Revocations;
  readonly #bans: Bans;

  constructor(sql: SqlStorage, now: () => number) {
    this.#revocations = new Revocations(sql, now);
    this.#bans = new Bans(sql, now);
  }

  /** @throws Fault unauthenticated with a token that was taken back, permission_denied for who is banned */
  check(channel: string, pass: Pass): void {
    if (this.#revocations.has(channel, pass.session)) throw refusedCredentials("the session has ended");
    const ban = this.#bans.against(channel, pass);
    if (ban === undefined) return;
    if (ban.issuedBeforeMs !== undefined) throw refusedCredentials("the token was taken back");
    throw new Fault("permission_denied", `banned until ${new Date(ban.untilMs).toISOString()}`);
  }

  revoke(channel: string, session: string): void {
    this.#revocations.put(channel, session);
  }

  /** @throws Fault resource_exhausted */
  ban(channel: string, ban: Ban): void {
    this.#bans.put(channel, ban);
  }

  /** @returns whether there was one. Sessions that have ended stay so. */
  lift(channel: string): boolean {
    return this.#bans.lift(channel);
  }

  bansOf(channel: string): readonly BanRow[] {
    return this.#bans.ofChannel(channel);
  }

  bans(after: string, limit: number): readonly BanRow[] {
    return this.#bans.list(after, limit);
  }

  rowsOf(channel: string): AdmissionRows {
    return { revoked: this.#revocations.ofChannel(channel), bans: this.#bans.ofChannel(channel) };
  }

  import(channel: string, { revoked, bans }: AdmissionRows): void {
    for (const session of revoked) this.#revocations.put(channel, session);
    this.#bans.import(bans);
  }

  /** Another object knows it now. */
  forget(channel: string): void {
    this.#revocations.removeAll(channel);
    this.#bans.lift(channel);
  }
}
