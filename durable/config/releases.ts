/**
 * What makes a version visible: publish, roll back, and gray release from its start to its end.
 *
 * Each says which revision of the whole configuration its author saw. So what is released is what was looked at and, on the edge, found
 * to fit the schema: whatever changed meanwhile makes it `aborted`.
 *
 *     draft ──publish──▶ main
 *     draft ──gray────▶ gray ──promote──▶ main (a new number, the gray content)
 *                         │  ──abandon──▶ main (a new number, the main content), and the edits are back in the draft
 *                         └──move: a rule that only widens, or else new numbers for both, so that nobody's number goes down
 * While a gray release is under way, publish and rollback are refused: what would the gray nodes run?
 * @module
 */
import { diff, type Edit, type GrayRule, onlyWidens } from "../../proto/config/config.ts";
import { Fault } from "../../proto/fault.ts";
import { type AuditAction, note } from "./audit.ts";
import { clearDraft, draftedContent, draftRows, requireRevision, restoreDraft } from "./drafts.ts";
import { count, readNumber, type Turn } from "./tables.ts";
import {
  addVersion,
  contentOfVersion,
  type GrayState,
  type NewVersion,
  readReleases,
  setGray,
  setMain,
  versionRow,
} from "./versions.ts";

export interface Released {
  /** The version that was made; of a move that only widens, the gray one that there was. */
  readonly version: number;
  /** Of the whole configuration, after it. */
  readonly revision: number;
}

/** @throws Stale, Fault failed_precondition for an empty draft or while a gray release is under way */
export function publish(turn: Turn, seen: number, message: string): Released {
  requireRevision(turn.sql, seen);
  refuseWhileGray(turn);
  requireDraft(turn);
  const version = makeMain(turn, { kind: "publish", message, content: draftedContent(turn.sql) });
  clearDraft(turn.sql);
  return released(turn, "publish", version, message);
}

/** The content of an old version as a new one. The draft stays, on top of it. @throws Stale, Fault not_found, failed_precondition */
export function rollBack(turn: Turn, seen: number, target: number, message: string): Released {
  const { sql } = turn;
  requireRevision(sql, seen);
  refuseWhileGray(turn);
  const { contentOf } = versionRow(sql, target);
  if (versionRow(sql, readReleases(sql).main).contentOf === contentOf) {
    throw new Fault("failed_precondition", `version ${target} is what runs already`);
  }
  const content = contentOfVersion(sql, target);
  const version = makeMain(turn, { kind: "rollback", message, content, contentOf, ofVersion: target });
  return released(turn, "rollback", version, message, { of: target });
}

/** Releases the draft to some. @throws Stale, Fault failed_precondition */
export function startGray(turn: Turn, seen: number, rule: GrayRule, message: string): Released {
  const { sql } = turn;
  requireRevision(sql, seen);
  refuseWhileGray(turn);
  requireDraft(turn);
  if (readReleases(sql).main === 0) throw new Fault("failed_precondition", "publish a first version before a gray one");
  const version = addVersion(turn, { kind: "gray", message, content: draftedContent(sql) });
  setGray(sql, { version, rule });
  clearDraft(sql);
  return released(turn, "gray", version, message, { rule });
}

/** Another rule for the gray release under way. @throws Stale, Fault failed_precondition */
export function moveGray(turn: Turn, seen: number, rule: GrayRule): Released {
  const { sql } = turn;
  requireRevision(sql, seen);
  const gray = grayUnderWay(turn);
  if (onlyWidens(gray.rule, rule)) {
    setGray(sql, { version: gray.version, rule });
    return released(turn, "move", gray.version, "", { rule });
  }
  const message = `gray release ${gray.version} moved`;
  makeMain(turn, sameAs(turn, "move", readReleases(sql).main, message));
  const version = addVersion(turn, sameAs(turn, "move", gray.version, message));
  setGray(sql, { version, rule });
  return released(turn, "move", version, message, { rule });
}

/** The gray content for everyone. @throws Stale, Fault failed_precondition */
export function promote(turn: Turn, seen: number, message: string): Released {
  requireRevision(turn.sql, seen);
  const gray = grayUnderWay(turn);
  const version = makeMain(turn, { ...sameAs(turn, "promote", gray.version, message), ofVersion: gray.version });
  setGray(turn.sql, undefined);
  return released(turn, "promote", version, message, { of: gray.version });
}

/** The main content for everyone; what was tried is back in the draft. @throws Stale, Fault failed_precondition */
export function abandon(turn: Turn, seen: number, message: string): Released {
  const { sql } = turn;
  requireRevision(sql, seen);
  const gray = grayUnderWay(turn);
  const { main } = readReleases(sql);
  const tried = diff(contentOfVersion(sql, main), contentOfVersion(sql, gray.version));
  const version = makeMain(turn, { ...sameAs(turn, "abandon", main, message), ofVersion: main });
  setGray(sql, undefined);
  const done = released(turn, "abandon", version, message, { of: gray.version });
  const edits = tried.map(
    ({ section, key, after }): Edit => ({ section, key, ...(after === undefined ? {} : { entry: after }) }),
  );
  restoreDraft(turn, edits, done.revision);
  return done;
}

function makeMain(turn: Turn, version: NewVersion): number {
  const number = addVersion(turn, version);
  setMain(turn.sql, number);
  return number;
}

function sameAs({ sql }: Turn, kind: NewVersion["kind"], version: number, message: string): NewVersion {
  return { kind, message, content: contentOfVersion(sql, version), contentOf: versionRow(sql, version).contentOf };
}

function released(turn: Turn, action: AuditAction, version: number, message: string, more: object = {}): Released {
  note(turn, action, { version, ...more, ...(message === "" ? {} : { message }) });
  count(turn.sql, "release");
  return { version, revision: count(turn.sql, "revision") };
}

function refuseWhileGray({ sql }: Turn): void {
  const { gray } = readReleases(sql);
  if (gray === undefined) return;
  const words = `version ${gray.version} is in gray release: promote or abandon it first`;
  throw new Fault("failed_precondition", words);
}

function grayUnderWay({ sql }: Turn): GrayState {
  const { gray } = readReleases(sql);
  if (gray === undefined) throw new Fault("failed_precondition", "no gray release is under way");
  return gray;
}

function requireDraft({ sql }: Turn): void {
  if (draftRows(sql).length > 0) return;
  throw new Fault("failed_precondition", `nothing is in the draft since revision ${readNumber(sql, "revision")}`);
}
