/**
 * Files of `.fairway/` that are made once and then kept: by whichever process comes first, for all.
 * @module
 */
import { randomBytes } from "node:crypto";
import { link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

export interface Kept<T> {
  readonly value: T;
  /** Whether it was made just now. */
  readonly fresh: boolean;
}

/**
 * Only its owner may read the file.
 * @param parse @throws Error when the file is there and is not what this wrote
 */
export async function keptFile<T>(file: string, parse: (text: string) => T, make: () => string): Promise<Kept<T>> {
  const existing = await read(file, parse);
  if (existing !== undefined) return { value: existing, fresh: false };
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${randomBytes(8).toString("hex")}`;
  const text = make();
  await writeFile(draft, text, { mode: 0o600 });
  try {
    // Unlike a rename, it never replaces what another process has just made and uses.
    await link(draft, file);
    return { value: parse(text), fresh: true };
  } catch (error) {
    const others = (error as NodeJS.ErrnoException).code === "EEXIST" ? await read(file, parse) : undefined;
    if (others === undefined) throw error;
    return { value: others, fresh: false };
  } finally {
    await rm(draft);
  }
}

async function read<T>(file: string, parse: (text: string) => T): Promise<T | undefined> {
  try {
    return parse(await readFile(file, "utf8"));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
