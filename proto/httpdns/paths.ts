/**
 * Where the dialects answer, by the names that `PROTOCOLS` mounts them under.
 * @module
 */
import { V2_PATH } from "./aliyun-v2.ts";

/** The account comes first; it is a number. */
const ACCOUNT = "/:number";

export const TENCENT = "httpdns-tencent";
export const ALIYUN = "httpdns-aliyun";
export const DOH = "httpdns-doh";

export const HTTPDNS_PATHS = {
  [TENCENT]: ["/d"],
  [ALIYUN]: [...["/d", "/resolve", "/sign_d", "/sign_resolve", "/ss"].map((path) => ACCOUNT + path), V2_PATH],
  [DOH]: ["/dns-query", "/resolve"],
} as const;
