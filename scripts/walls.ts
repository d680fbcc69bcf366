/**
 * The walls of the house: which tier may import which, and that a room is entered by its front door.
 *
 * - Tiers: `edge → durable → proto`, `origin → proto`, `sdk → proto`; nothing imports `edge`.
 * - A room's front door is the file named after it (`edge/batch/batch.ts`). From another room only that file may be
 *   imported for its values; types may be imported from where they are declared, and data (`.json`) from where it lies.
 * @module
 */
import { posix } from "node:path";

/** What each tier may import besides itself. Tests, benches and scripts stand outside and may reach into every room. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  proto: [],
  durable: ["proto"],
  edge: ["durable", "proto"],
  origin: ["proto"],
  sdk: ["proto"],
  examples: ["sdk", "proto"],
};

/** An import or export of a module, or an import() of one. */
const IMPORT =
  /(?:^|\n)\s*(import|export)\s+(type\s)?(?:[^"';]*?\sfrom\s+)?["'](\.[^"']+)["']|\bimport\(\s*["'](\.[^"']+)["']/g;

/** @param file path from the project's root, with `/` @returns a sentence for each import that goes through a wall */
export function wallsBroken(file: string, source: string): string[] {
  const tier = tierOf(file);
  const allowed = MAY_IMPORT[tier];
  if (allowed === undefined) return [];
  const broken: string[] = [];
  for (const match of source.matchAll(IMPORT)) {
    const specifier = match[3] ?? match[4] ?? "";
    const target = posix.join(posix.dirname(file), specifier);
    const targetTier = tierOf(target);
    if (targetTier !== tier && !allowed.includes(targetTier)) {
      broken.push(`${file}: ${tier}/ may not import ${targetTier}/ (${specifier})`);
    } else if (match[2] === undefined && !isFrontDoor(file, target)) {
      broken.push(`${file}: ${specifier} is inside another room; import its front door, ${frontDoor(target)}`);
    }
  }
  return broken;
}

function tierOf(path: string): string {
  return path.split("/")[0] ?? "";
}

/** `tier/room` of a file in a room; undefined for a file at the top of a tier, which is open to all, as generated code is. */
function roomOf(path: string): string | undefined {
  const [tier, room, ...rest] = path.split("/");
  return rest.length === 0 || room === "gen" ? undefined : `${tier}/${room}`;
}

function isFrontDoor(file: string, target: string): boolean {
  const room = roomOf(target);
  const open = room === undefined || target.endsWith(".json");
  return open || room === roomOf(file) || target === frontDoor(target);
}

function frontDoor(target: string): string {
  const room = roomOf(target) ?? "";
  return `${room}/${posix.basename(room)}.ts`;
}
