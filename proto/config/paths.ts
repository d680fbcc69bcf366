/**
 * Where the protocols of configuration answer, below whatever they are mounted under.
 * @module
 */

/** Of agents: a service and an idc follow. */
export const AGENT_PREFIX = "/config/v1/";
/** Apollo's own. */
export const APOLLO_PATHS: readonly string[] = ["/configs/", "/configfiles/", "/notifications/", "/services/config"];
/** OpenFeature's own. */
export const OFREP_PREFIX = "/ofrep/";
