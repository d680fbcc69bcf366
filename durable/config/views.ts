/**
 * What there is to read, gathered for those who read: nothing here writes.
 * @module
 */
import type { Change, Content } from "../../proto/config/config.ts";
import { type Access, readAccess } from "./access.ts";
import { type DraftRow, draftRows } from "./drafts.ts";
import { type SealedRow, secretsOf } from "./secrets.ts";
import { readNumber, readState, type Sql } from "./tables.ts";
import {
  changesOfVersion,
  contentOfVersion,
  contentText,
  type GrayState,
  type keyHistory,
  readReleases,
  type SectionVersions,
  sectionsOfVersion,
  type VersionRow,
  versionRow,
} from "./versions.ts";

/** What a reader has already: it need not travel again. */
export interface Known {
  readonly epoch: string;
  /** The revision of {@link Access}; -1 for none. */
  readonly access: number;
  readonly versions: readonly number[];
}

/** Immutable. */
export interface Snapshot {
  readonly version: number;
  /** JSON of the content. */
  readonly entries: string;
  readonly sections: SectionVersions;
  readonly secrets: readonly SealedRow[];
}

/** The state of now. It is read in one go: no two parts of it are of different times. */
export interface Head {
  readonly epoch: string;
  /** Counts what changes what anyone sees. */
  readonly release: number;
  readonly main: number;
  readonly gray?: GrayState;
  /** Absent where the reader knows them. */
  readonly access?: Access;
  /** Those that are visible to anyone and that the reader does not know. */
  readonly snapshots: readonly Snapshot[];
}

export function readHead(sql: Sql, known: Known): Head {
  const epoch = readState(sql, "epoch") ?? "";
  const { main, gray } = readReleases(sql);
  const isSame = known.epoch === epoch;
  const wanted = [...(main === 0 ? [] : [main]), ...(gray === undefined ? [] : [gray.version])].filter(
    (version) => !isSame || !known.versions.includes(version),
  );
  const access = isSame && known.access === readNumber(sql, "access") ? undefined : readAccess(sql);
  return {
    epoch,
    release: readNumber(sql, "release"),
    main,
    ...(gray === undefined ? {} : { gray }),
    ...(access === undefined ? {} : { access }),
    snapshots: wanted.map((version) => snapshotOf(sql, version)),
  };
}

export function snapshotOf(sql: Sql, version: number): Snapshot {
  const entries = contentText(sql, version);
  const ids = (JSON.parse(entries) as Content).flatMap(({ secret, value }) => (secret ? [value] : []));
  return { version, entries, sections: sectionsOfVersion(sql, version), secrets: secretsOf(sql, ids) };
}

/** All that an editor looks at. */
export interface Tree {
  readonly epoch: string;
  readonly revision: number;
  readonly main: number;
  readonly gray?: GrayState;
  readonly content: Content;
  readonly draft: readonly DraftRow[];
  readonly open: boolean;
  readonly schema?: string;
  /** Of every secret in content and draft, where they were asked for. */
  readonly secrets: readonly SealedRow[];
}

export function readTree(sql: Sql, withSecrets: boolean): Tree {
  const { main, gray } = readReleases(sql);
  const content = contentOfVersion(sql, main);
  const draft = draftRows(sql);
  const schema = readState(sql, "schema");
  const entries = [...content, ...draft.flatMap(({ entry }) => (entry === undefined ? [] : [entry]))];
  const ids = withSecrets ? new Set(entries.flatMap(({ secret, value }) => (secret ? [value] : []))) : [];
  return {
    epoch: readState(sql, "epoch") ?? "",
    revision: readNumber(sql, "revision"),
    main,
    ...(gray === undefined ? {} : { gray }),
    content,
    draft,
    open: readState(sql, "open") === "1",
    ...(schema === undefined ? {} : { schema }),
    secrets: secretsOf(sql, [...ids]),
  };
}

export interface VersionView {
  readonly version: VersionRow;
  readonly content: Content;
  /** Against the main version before it. */
  readonly changes: readonly Change[];
  readonly secrets: readonly SealedRow[];
}

/** @throws Fault not_found */
export function readVersion(sql: Sql, number: number, withSecrets: boolean): VersionView {
  const version = versionRow(sql, number);
  const content = contentOfVersion(sql, number);
  const ids = withSecrets ? content.flatMap(({ secret, value }) => (secret ? [value] : [])) : [];
  return { version, content, changes: changesOfVersion(sql, number), secrets: secretsOf(sql, ids) };
}

export type KeyHistory = ReturnType<typeof keyHistory>;

/** @param before and @param limit page through it */
export interface Page {
  readonly before: number;
  readonly limit: number;
}
