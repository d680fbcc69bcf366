/** What is used of `node:zlib` in workerd: the types of that runtime do not name the module. */
declare module "node:zlib" {
  type Zlib = import("../../proto/codec/codec.ts").Zlib;
  export const gzipSync: Zlib["gzipSync"];
  export const gunzipSync: Zlib["gunzipSync"];
  export const deflateRawSync: Zlib["deflateRawSync"];
  export const inflateRawSync: Zlib["inflateRawSync"];
}
