/**
 * What of a version a caller reads: every value with its type, secrets in clear for who may read them, and left out for everyone else. A
 * mask in their place would be taken for a value by a program.
 * @module
 */

import type { Bytes } from "../../proto/codec/codec.ts";
import type { ConfigurationDocument, SectionDocument } from "../../proto/config/config.ts";
import type { Place } from "./objects.ts";
import type { Kept } from "./reads.ts";
import type { SecretBox } from "./secret-box.ts";

export type Sections = ConfigurationDocument["sections"];

/** @param clear whether secrets are read too */
export async function sectionsOf(kept: Kept, clear: boolean, box: SecretBox): Promise<Sections> {
  const name = clear ? "sections in clear" : "sections";
  const made = kept.made.get(name) as Sections | undefined;
  if (made !== undefined) return made;
  const sections: Record<string, Record<string, SectionDocument[string]>> = {};
  for (const { section, key, type, value, secret } of kept.content) {
    if (secret && !clear) continue;
    sections[section] ??= {};
    sections[section][key] = { type, value: secret ? await openSecret(kept, value, box) : value };
  }
  kept.made.set(name, sections);
  return sections;
}

async function openSecret(kept: Kept, id: string, box: SecretBox): Promise<string> {
  const row = kept.secrets.get(id);
  if (row === undefined) throw new Error(`secret ${id} did not come with version ${kept.version}`);
  return await box.open(row, row.label);
}

/** Made once for all who read the same of a version. */
export function rendered(kept: Kept, name: string, make: () => string): Bytes {
  const made = kept.made.get(name);
  if (made instanceof Uint8Array) return made as Bytes;
  const bytes = new TextEncoder().encode(make()) as Bytes;
  kept.made.set(name, bytes);
  return bytes;
}

export function documentOf({ service, idc }: Place, { version }: Kept, sections: Sections): ConfigurationDocument {
  return { service, idc, version, sections };
}
