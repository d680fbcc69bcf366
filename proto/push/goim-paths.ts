/**
 * Where goim's and gopush's clients and services look for them.
 * @module
 */
export const GOIM_API_PREFIX = "/goim/";
export const GOPUSH_API_PREFIX = "/1/";
/** The two have the same path for WebSockets, and gopush's has a key. */
export const GOIM_PATHS = ["/sub", GOIM_API_PREFIX] as const;
export const GOPUSH_SERVERS_PATH = "/2/server/get";
export const GOPUSH_PATHS = ["/sub?key", GOPUSH_API_PREFIX, GOPUSH_SERVERS_PATH] as const;
