/**
 * HTTPDNS as both ends of it speak it: one form of each name, and the signed and sealed dialect that the SDK uses. The front door of the room.
 * @module
 */
export {
  FAMILIES_BY_QUERY,
  type Family,
  isSignedBy,
  type Mode,
  NAMES_MAX,
  openReply,
  openRequest,
  type RandomBytes,
  SIGNATURE_SECONDS_MAX,
  sealReply,
  sealRequest,
  signQuery,
  V2_PATH,
  type V2Addresses,
  type V2Answer,
  type V2Asked,
  type V2Data,
  type V2Keys,
  v2Keys,
} from "./aliyun-v2.ts";
export { NAME_LENGTH_MAX, normalName } from "./name.ts";
export { ALIYUN, DOH, HTTPDNS_PATHS, TENCENT } from "./paths.ts";
