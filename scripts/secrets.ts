/**
 * The secrets of a local set-up: made once into `.fairway/secrets.json`, which only its owner may read and git ignores. Edge and
 * origin share them. A deployment brings its own, through `wrangler secret put` and the origin's environment.
 * @module
 */
import { createHmac, randomBytes } from "node:crypto";
import { join, resolve } from "node:path";
import { keptFile } from "./kept.ts";

/** Local state: SQLite, objects, keys, bundles. */
export const STATE_FOLDER = resolve(import.meta.dirname, "../.fairway");

const KEY_BYTES = 32;

export interface Secrets {
  /** With it the edge vouches for a caller to the origin; base64. */
  readonly identityKey: string;
  /** Encrypts the origin's signing keys at rest; base64. */
  readonly keyEncryptionKey: string;
  /** Bearer token of operator-only paths. */
  readonly opsToken: string;
  /** Encrypts the secrets of configurations at rest; base64. */
  readonly configKey: string;
  /** Signs connection and subscription tokens of push; base64. */
  readonly pushTokenKey: string;
}

export interface LocalSecrets {
  readonly secrets: Secrets;
  /** Whether they were made just now: then the operator token is to be shown, once. */
  readonly fresh: boolean;
}

/** @throws Error when the file is there and is not what this wrote */
export async function localSecrets(folder = STATE_FOLDER): Promise<LocalSecrets> {
  const file = join(folder, "secrets.json");
  const { value: secrets, fresh } = await keptFile(file, (text) => parse(text, file), make);
  return { secrets, fresh };
}

function make(): string {
  const secrets: Secrets = {
    identityKey: randomBytes(KEY_BYTES).toString("base64"),
    keyEncryptionKey: randomBytes(KEY_BYTES).toString("base64"),
    opsToken: randomBytes(KEY_BYTES).toString("base64url"),
    configKey: randomBytes(KEY_BYTES).toString("base64"),
    pushTokenKey: randomBytes(KEY_BYTES).toString("base64"),
  };
  return `${JSON.stringify(secrets, null, 2)}\n`;
}

function parse(text: string, file: string): Secrets {
  try {
    const { identityKey, keyEncryptionKey, opsToken, ...later } = JSON.parse(text) as Record<string, unknown>;
    if (typeof identityKey === "string" && typeof keyEncryptionKey === "string" && typeof opsToken === "string") {
      const kept = (key: unknown, purpose: string) =>
        typeof key === "string" ? key : derived(keyEncryptionKey, purpose);
      return {
        identityKey,
        keyEncryptionKey,
        opsToken,
        configKey: kept(later.configKey, "CONFIG_KEY"),
        pushTokenKey: kept(later.pushTokenKey, "PUSH_TOKEN_KEY"),
      };
    }
  } catch {
    // Falls through to the error that says what to do.
  }
  throw new Error(`${file} is damaged: delete it, and new secrets are made; sessions that it protected end`);
}

/** For a file from before there was such a key: the same one each time, so that the file need not change under who reads it. */
function derived(key: string, purpose: string): string {
  return createHmac("sha256", Buffer.from(key, "base64")).update(purpose).digest("base64");
}
