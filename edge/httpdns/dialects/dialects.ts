/**
 * The dialects that the resolver is spoken to in, each a face.
 * @module
 */
import type { RandomBytes } from "../../../proto/httpdns/httpdns.ts";
import type { Codec } from "../../codec/codec.ts";
import type { Face } from "../../face/face.ts";
import type { RateLimiter } from "../../rate-limit/rate-limit.ts";
import type { Resolver } from "../httpdns.ts";
import { aliyunFace } from "./aliyun.ts";
import { dohFace } from "./doh.ts";
import { tencentFace } from "./tencent.ts";

export interface DialectDeps {
  readonly resolver: Resolver;
  readonly limiter: Pick<RateLimiter, "take" | "takeAs">;
  readonly codec: Pick<Codec, "read">;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly randomBytes: RandomBytes;
}

export function httpdnsFaces(deps: DialectDeps): readonly Face[] {
  return [tencentFace(deps), aliyunFace(deps), dohFace(deps)];
}
