/**
 * Configuration as every tier sees it: names and limits, typed values, the content of a version, gray release, what goes over the watch
 * socket, and when a crowd of agents comes back. The front door of the room.
 * @module
 */
export {
  applyEdits,
  type Change,
  type Content,
  changedSections,
  diff,
  type Edit,
  type Entry,
  placeOf,
} from "./content.ts";
export {
  drawMomentMs,
  POLL_AFTER_HEADER,
  parsePollAfter,
  pollAfterMs,
  REPORT_AFTER_MS_MAX,
  reportAfterMs,
} from "./crowd.ts";
export { GRAY_NODES_MAX, type GrayRule, isGray, onlyWidens, type Reader, shareOf } from "./gray.ts";
export {
  COMMENT_LENGTH_MAX,
  CONTENT_BYTES_MAX,
  ENTRIES_MAX,
  flawOfLabels,
  isKeyName,
  isName,
  isNodeName,
  isSectionName,
  type Labels,
  MESSAGE_LENGTH_MAX,
  parseLabels,
  SCHEMA_BYTES_MAX,
  VALUE_BYTES_MAX,
} from "./names.ts";
export { AGENT_PREFIX, APOLLO_PATHS, OFREP_PREFIX } from "./paths.ts";
export { RIGHTS, type Right, SILENT_AFTER_MS } from "./rights.ts";
export { isValueType, type ParsedValue, parseValue, type TypedValue, VALUE_TYPES, type ValueType } from "./value.ts";
export {
  type ConfigurationDocument,
  parseWatchCommand,
  type ReleaseEvent,
  type SectionDocument,
  WATCH_PING,
  WATCH_PONG,
  type WatchCommand,
} from "./watch.ts";
