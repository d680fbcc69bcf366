/**
 * The protocols that connections of a shard may speak, by name. An adapter adds itself here.
 * @module
 */
import { centrifugoProtocols } from "./centrifugo.ts";
import { GOIM } from "./goim.ts";
import { GOPUSH } from "./gopush.ts";
import type { Protocol } from "./protocol.ts";

export const PROTOCOLS: Readonly<Record<string, Protocol>> = Object.fromEntries(
  ([...centrifugoProtocols(() => Date.now()), GOIM, GOPUSH] as Protocol[]).map((protocol) => [protocol.name, protocol]),
);
