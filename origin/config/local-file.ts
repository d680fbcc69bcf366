/**
 * The configuration on this machine's disk, from which an origin starts while the edge is away.
 *
 *     {"format": 1, "service": "origin", "idc": "default", "version": 12, "etag": "…", "sha256": "…", "sealed": "…"}
 *
 * `sealed` is the document under KEY_ENCRYPTION_KEY, all of it: which of the values are secrets the document does not say. `sha256` is that of
 * `sealed`, in hexadecimal: a file that a disk has damaged is told from one that another key has sealed. The file is its owner's alone (0600),
 * and is replaced as a whole: whoever reads it finds the old one or the new one.
 * @module
 */
import { createHash, randomBytes } from "node:crypto";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import * as v from "valibot";
import type { ConfigurationDocument } from "../../proto/config/config.ts";
import { secretBox } from "../secret-box/secret-box.ts";
import { parseConfiguration, type Read } from "./source.ts";

const FORMAT = 1;
const OWNER_ONLY = 0o600;

const fileSchema = v.object({
  format: v.literal(FORMAT),
  service: v.string(),
  idc: v.string(),
  version: v.number(),
  etag: v.string(),
  sha256: v.string(),
  sealed: v.string(),
});

export interface LocalFile {
  /** @returns undefined where there is none, or it is of another service. @throws Error where it cannot be used */
  load(): Promise<Read | undefined>;
  /** @throws Error of the file system */
  save(read: Read): Promise<void>;
}

export interface LocalFileOptions {
  readonly path: string;
  readonly service: string;
  readonly idc: string;
  /** Of 32 bytes each: the first seals, all open. */
  readonly keys: readonly Uint8Array[];
}

export function localFile({ path, service, idc, keys }: LocalFileOptions): LocalFile {
  const box = secretBox(keys, randomBytes);
  const label = `the configuration of ${service}/${idc} on disk`;

  return {
    async load() {
      const text = await contentOf(path);
      if (text === undefined) return undefined;
      const { success, output: file } = v.safeParse(fileSchema, jsonOf(text));
      if (!success || file.sha256 !== digestOf(file.sealed)) throw new Error(`${path} is damaged`);
      if (file.service !== service || file.idc !== idc) return undefined;
      const document = Buffer.from(box.open(Buffer.from(file.sealed, "base64"), label)).toString("utf8");
      return { document: parseConfiguration(JSON.parse(document)), etag: file.etag };
    },

    async save({ document, etag }) {
      const sealed = Buffer.from(box.seal(Buffer.from(JSON.stringify(document)), label)).toString("base64");
      await replace(path, `${JSON.stringify(headOf(document, etag, sealed))}\n`);
    },
  };
}

function headOf({ service, idc, version }: ConfigurationDocument, etag: string, sealed: string) {
  return { format: FORMAT, service, idc, version, etag, sha256: digestOf(sealed), sealed };
}

function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

async function contentOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/** On disk before it has the name: a machine that loses its power has one of the two, and never a part. */
async function replace(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${randomBytes(8).toString("hex")}`;
  try {
    const file = await open(draft, "wx", OWNER_ONLY);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // The caller calls it damaged.
  }
}
