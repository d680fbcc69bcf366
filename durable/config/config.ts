/**
 * The configuration of one service in one idc: its draft, its versions, who may do what, and who runs which version.
 *
 * Address: `config/<service>/<idc>`.
 * Storage: durable/config/tables.ts. It is empty until {@link ConfigObject.create}. Whoever has no right does not make an object by a name: the
 * edge asks durable/config/directory.ts first.
 * Invariants:
 * - Every operation is one transaction: after a crash all of it is there, or nothing. What an operation tells anyone leaves the object only
 *   when it is on disk (the output gate of Durable Objects).
 * - Reads see every operation that was answered before they began.
 * - Versions are immutable; what a reader sees only ever rises (durable/config/versions.ts).
 * - The value of a secret is here only as the edge sealed it.
 * - Long polls are in memory and end with the object; sockets sleep with it. Nothing else lives in memory but what tables say too.
 * RPC: all that is public here. Refusals come back as values, because RPC loses what they say beyond their message.
 * Wire: {@link fetch} takes a WebSocket from the edge, proto/config/watch.ts. The front door of the room.
 * @module
 */
import { DurableObject } from "cloudflare:workers";
import { type Content, type GrayRule, WATCH_PING, WATCH_PONG } from "../../proto/config/config.ts";
import { Fault } from "../../proto/fault.ts";
import { waiters } from "../waiters.ts";
import * as access from "./access.ts";
import { type AuditRow, auditRows, note } from "./audit.ts";
import { type DraftEdit, discard, edit } from "./drafts.ts";
import { keepReport, type NodeReport, type NodeRow, nodeRows, touchNode } from "./nodes.ts";
import { type Outcome, outcomeOf } from "./refusal.ts";
import * as releases from "./releases.ts";
import { reseal, type Sealed, type SealedRow, sealedWithOthers } from "./secrets.ts";
import { attach, closeOf, heard, type Place, type Release, readerOf, type SocketReader, tellAll } from "./sockets.ts";
import { count, hasTables, makeTables, readNumber, readState, type Sql, type Turn, writeState } from "./tables.ts";
import { contentOfVersion, keyHistory, readReleases, type VersionRow, versionRows, visibleTo } from "./versions.ts";
import {
  type Head,
  type KeyHistory,
  type Known,
  type Page,
  readHead,
  readTree,
  readVersion,
  type Tree,
  type VersionView,
} from "./views.ts";

export { ConfigDirectory } from "./directory.ts";

/** Isolates of the edge, each of which waits once for all its clients. What is beyond it is told to come back later. */
const WAITERS_MAX = 2_000;

/** Who asks. */
export interface Actor {
  readonly actor: string;
}

/** A node, and whether its agent is on the line. */
export interface NodeStatus extends NodeRow {
  readonly connected: boolean;
  /** The version that it is to run. */
  readonly target: number;
}

/** What sockets are told of; made anew after each release. */
interface Visible {
  readonly state: ReturnType<typeof readReleases>;
  readonly contents: Map<number, Content>;
}

export class ConfigObject extends DurableObject {
  readonly #sql: Sql;
  readonly #waiters = waiters(WAITERS_MAX);
  #exists: boolean;
  #visible: Visible | undefined;

  constructor(context: DurableObjectState, env: unknown) {
    super(context, env as never);
    this.#sql = context.storage.sql as Sql;
    this.#exists = hasTables(this.#sql);
    context.setWebSocketAutoResponse(new WebSocketRequestResponsePair(WATCH_PING, WATCH_PONG));
  }

  // Reads.

  head(known: Known): Outcome<Head> {
    return this.#read(() => readHead(this.#sql, known));
  }

  tree(withSecrets: boolean): Outcome<Tree> {
    return this.#read(() => readTree(this.#sql, withSecrets));
  }

  version(number: number, withSecrets: boolean): Outcome<VersionView> {
    return this.#read(() => readVersion(this.#sql, number, withSecrets));
  }

  versions({ before, limit }: Page): Outcome<VersionRow[]> {
    return this.#read(() => versionRows(this.#sql, before, limit));
  }

  history(section: string, key: string, { before, limit }: Page): Outcome<KeyHistory> {
    return this.#read(() => keyHistory(this.#sql, section, key, before, limit));
  }

  audit({ before, limit }: Page): Outcome<AuditRow[]> {
    return this.#read(() => auditRows(this.#sql, before, limit));
  }

  nodes(): Outcome<NodeStatus[]> {
    return this.#read(() => this.#nodes());
  }

  tokens(): Outcome<access.TokenRow[]> {
    return this.#read(() => access.tokens(this.#sql).map(({ digest: _, ...row }) => row));
  }

  accessKeys(): Outcome<access.AccessKeyRow[]> {
    return this.#read(() => access.accessKeys(this.#sql));
  }

  /** The same when there was another release than the one that was seen, or after so long. */
  async headAfter(known: Known, release: number, timeoutMs: number): Promise<Outcome<Head>> {
    const begun = this.#read(() => ({ news: this.#newsAfter(release, timeoutMs) }));
    if (begun.refused !== undefined) return begun;
    await begun.value.news;
    return this.head(known);
  }

  // Changes.

  /** Makes the service. @returns whether it was not there */
  create(actor: Actor, epoch: string, place: Place): Outcome<boolean> {
    if (this.#exists) return { value: false };
    const outcome = outcomeOf(() =>
      this.ctx.storage.transactionSync(() => {
        makeTables(this.#sql);
        writeState(this.#sql, "epoch", epoch);
        writeState(this.#sql, "service", place.service);
        writeState(this.#sql, "idc", place.idc);
        note(this.#turn(actor), "create", place);
        return true;
      }),
    );
    this.#exists = true;
    return outcome;
  }

  edit(actor: Actor, edits: readonly DraftEdit[]): Outcome<number> {
    return this.#change(actor, (turn) => edit(turn, edits));
  }

  discard(actor: Actor, revision: number, places: readonly { section: string; key: string }[]): Outcome<number> {
    return this.#change(actor, (turn) => discard(turn, revision, places));
  }

  publish(actor: Actor, revision: number, message: string): Outcome<releases.Released> {
    return this.#release(actor, (turn) => releases.publish(turn, revision, message));
  }

  rollBack(actor: Actor, revision: number, target: number, message: string): Outcome<releases.Released> {
    return this.#release(actor, (turn) => releases.rollBack(turn, revision, target, message));
  }

  startGray(actor: Actor, revision: number, rule: GrayRule, message: string): Outcome<releases.Released> {
    return this.#release(actor, (turn) => releases.startGray(turn, revision, rule, message));
  }

  moveGray(actor: Actor, revision: number, rule: GrayRule): Outcome<releases.Released> {
    return this.#release(actor, (turn) => releases.moveGray(turn, revision, rule));
  }

  promote(actor: Actor, revision: number, message: string): Outcome<releases.Released> {
    return this.#release(actor, (turn) => releases.promote(turn, revision, message));
  }

  abandon(actor: Actor, revision: number, message: string): Outcome<releases.Released> {
    return this.#release(actor, (turn) => releases.abandon(turn, revision, message));
  }

  /** @param schema undefined takes it away */
  setSchema(actor: Actor, schema: string | undefined): Outcome<number> {
    return this.#change(actor, (turn) => {
      writeState(turn.sql, "schema", schema);
      note(turn, "schema", { bytes: schema?.length ?? 0 });
      return count(turn.sql, "revision");
    });
  }

  setOpen(actor: Actor, open: boolean): Outcome<void> {
    const done = this.#change(actor, (turn) => access.setOpen(turn, open));
    if (done.refused === undefined && !open) closeOf(this.ctx, "");
    return done;
  }

  addToken(actor: Actor, token: Parameters<typeof access.addToken>[1]): Outcome<void> {
    return this.#change(actor, (turn) => access.addToken(turn, token));
  }

  dropToken(actor: Actor, id: string): Outcome<void> {
    const done = this.#change(actor, (turn) => access.dropToken(turn, id));
    if (done.refused === undefined) closeOf(this.ctx, id);
    return done;
  }

  addAccessKey(actor: Actor, key: Parameters<typeof access.addAccessKey>[1]): Outcome<void> {
    return this.#change(actor, (turn) => access.addAccessKey(turn, key));
  }

  dropAccessKey(actor: Actor, id: string): Outcome<void> {
    return this.#change(actor, (turn) => access.dropAccessKey(turn, id));
  }

  /** Someone had the values of secrets shown to them. */
  noteReveal(actor: Actor, what: string): Outcome<void> {
    return this.#change(actor, (turn) => note(turn, "reveal", { what }));
  }

  report(reports: readonly NodeReport[]): Outcome<void> {
    return this.#change({ actor: "" }, ({ sql, nowMs }) => {
      for (const report of reports) if (report.node !== "") keepReport(sql, report, nowMs);
    });
  }

  /** @param reports JSON: RPC takes much longer over a thousand small objects than over one text */
  reportMany(reports: string): Outcome<void> {
    return this.report(JSON.parse(reports) as NodeReport[]);
  }

  /** Secrets that another key than this one sealed. */
  sealedWithOthers(keyId: string, limit: number): Outcome<SealedRow[]> {
    return this.#read(() => sealedWithOthers(this.#sql, keyId, limit));
  }

  reseal(actor: Actor, rows: readonly ({ readonly id: number } & Sealed)[]): Outcome<void> {
    return this.#change(actor, (turn) => {
      for (const { id, ...sealed } of rows) reseal(turn.sql, id, sealed);
      count(turn.sql, "access"); // Access keys are among them.
      note(turn, "reseal", { secrets: rows.length });
    });
  }

  // Sockets.

  /** @param request an upgrade, with who reads in `x-config-reader`: the edge wrote it. A refusal comes as JSON. */
  override fetch(request: Request): Response {
    const reader = JSON.parse(request.headers.get("x-config-reader") ?? "") as SocketReader;
    const outcome = this.#read(() => attach(this.ctx, reader, this.#releaseFor(reader), this.#place()));
    if (outcome.refused !== undefined) return Response.json(outcome.refused);
    this.report([reader]);
    return new Response(null, { status: 101, webSocket: outcome.value });
  }

  override webSocketMessage(socket: WebSocket, message: string | ArrayBuffer): void {
    const running = heard(socket, message);
    const reader = readerOf(socket);
    if (running !== undefined && reader !== undefined) this.report([{ ...reader, running }]);
  }

  override webSocketClose(socket: WebSocket): void {
    this.#leave(socket);
  }

  override webSocketError(socket: WebSocket): void {
    this.#leave(socket);
  }

  // Private.

  #leave(socket: WebSocket): void {
    const node = readerOf(socket)?.node;
    if (this.#exists && node !== undefined) touchNode(this.#sql, node, Date.now());
  }

  #turn({ actor }: Actor): Turn {
    return { sql: this.#sql, nowMs: Date.now(), actor };
  }

  #read<T>(operation: () => T): Outcome<T> {
    return outcomeOf(() => {
      if (!this.#exists) throw new Fault("not_found", "there is no such service");
      return operation();
    });
  }

  /** All of it, or nothing: what throws is rolled back. */
  #change<T>(actor: Actor, operation: (turn: Turn) => T): Outcome<T> {
    return this.#read(() => this.ctx.storage.transactionSync(() => operation(this.#turn(actor))));
  }

  /** A change that readers may see: they are told at once, and hear of it when it is on disk. */
  #release<T>(actor: Actor, operation: (turn: Turn) => T): Outcome<T> {
    const outcome = this.#change(actor, operation);
    if (outcome.refused !== undefined) return outcome;
    this.#visible = undefined;
    this.#waiters.wake();
    tellAll(this.ctx, (reader) => this.#releaseFor(reader), this.#place());
    return outcome;
  }

  /** @throws Fault resource_exhausted */
  #newsAfter(release: number, timeoutMs: number): Promise<void> | undefined {
    if (release !== readNumber(this.#sql, "release")) return undefined;
    const news = this.#waiters.wait(timeoutMs);
    if (news === undefined) throw new Fault("resource_exhausted", `${WAITERS_MAX} edges wait already`);
    return news;
  }

  #place(): Place {
    return { service: readState(this.#sql, "service") ?? "", idc: readState(this.#sql, "idc") ?? "" };
  }

  #now(): Visible {
    this.#visible ??= { state: readReleases(this.#sql), contents: new Map() };
    return this.#visible;
  }

  #releaseFor(reader: SocketReader): Release {
    const { state, contents } = this.#now();
    const version = visibleTo(state, reader);
    const content = contents.get(version) ?? contentOfVersion(this.#sql, version);
    contents.set(version, content);
    return { version, content };
  }

  #nodes(): NodeStatus[] {
    const heardAtMs = new Map<string, number>();
    for (const socket of this.ctx.getWebSockets()) {
      const node = readerOf(socket)?.node ?? "";
      const atMs = this.ctx.getWebSocketAutoResponseTimestamp(socket)?.getTime() ?? 0;
      heardAtMs.set(node, Math.max(atMs, heardAtMs.get(node) ?? 0));
    }
    const state = readReleases(this.#sql);
    return nodeRows(this.#sql).map((row) => ({
      ...row,
      seenAtMs: Math.max(row.seenAtMs, heardAtMs.get(row.node) ?? 0),
      connected: heardAtMs.has(row.node),
      target: visibleTo(state, row),
    }));
  }
}
