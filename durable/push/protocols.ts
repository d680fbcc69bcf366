/**
 * The protocols that connections of a shard may speak, by name. An adapter adds itself here.
 * @module
 */
import type { Protocol } from "./protocol.ts";

export const PROTOCOLS: Readonly<Record<string, Protocol>> = {};
