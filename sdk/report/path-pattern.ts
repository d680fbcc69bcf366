/**
 * What of a path may be told: the words that an API is made of, and `{}` for everything that may be somebody's.
 *
 *     /api/users/8467123/orders/3f2a-77     /api/users/{}/orders/{}
 *     /fairway.passport.v1.PassportService/GetProfile
 *
 * A name that is a word, as in `/users/alice`, looks like any other; an app with such paths says itself what they are called.
 * @module
 */
import { REPORT_PATTERN } from "../../proto/report.ts";

export const LEFT_OUT = "{}";
const OTHERS = `/${LEFT_OUT}`;

/** Beyond it a word is more likely a token. */
const WORD_LENGTH_MAX = 32;
/** `search`, `order-items`, `order_items`, `orderItems`. */
const WORD = /^[a-z]+(?:[-_][a-z]+|[A-Z][a-z]+){0,5}$/;
const VERSION = /^v\d{1,3}$/;
const BATCH = "$batch";
/** `package.Service`, as RPC has it. */
const SERVICE = /^[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)+\.[A-Z][A-Za-z]*$/;
const METHOD = /^[A-Z][A-Za-z]*$/;

/** @param target path and query */
export function pathPattern(target: string): string {
  const path = pathOf(target);
  if (!path.startsWith("/")) return OTHERS;
  const segments = path.slice(1).split("/");
  const told = segments.map((segment, index) => (isTold(segment, segments[index - 1]) ? segment : LEFT_OUT));
  return tellable(`/${told.join("/")}`);
}

/** Without its query, where secrets may stand. */
export function pathOf(target: string): string {
  return target.split(/[?#]/, 1)[0] ?? "";
}

/** What is too long, or no path at all, is not told. */
export function tellable(path: string): string {
  return REPORT_PATTERN.test(path) ? path : OTHERS;
}

function isTold(segment: string, before: string | undefined): boolean {
  if (segment === "" || segment === BATCH || VERSION.test(segment)) return true;
  if (before !== undefined && SERVICE.test(before) && METHOD.test(segment)) return true;
  if (SERVICE.test(segment)) return true;
  return segment.length <= WORD_LENGTH_MAX && WORD.test(segment);
}
