/**
 * Paths of faces: as a whole, `/ids`; with a segment of two digits or more, `/:number/d`, which accounts of some protocols come in; with a parameter
 * that the query must have, `/sub?key`; or one that ends in `/` and stands for all below.
 * @module
 */

/** As the first segment of a request is looked up. */
export const NUMBER_FIRST = "/:number";

const NUMBER_SEGMENT = ":number";
/** One digit is rather the version of an API, `/1/…`. Twenty hold every integer of 64 bits. */
const NUMBER = /^\d{2,20}$/;

/** @param pattern without a parameter */
export function pathMatcher(pattern: string): (path: string) => boolean {
  const below = pattern.endsWith("/");
  if (!pattern.includes(NUMBER_SEGMENT)) return (path) => (below ? path.startsWith(pattern) : path === pattern);
  const wanted = segmentsOf(pattern);
  return (path) => {
    const segments = path.slice(1).split("/");
    if (below ? segments.length <= wanted.length : segments.length !== wanted.length) return false;
    return wanted.every((text, at) => isSameSegment(text, segments[at] ?? ""));
  };
}

/** The first segment with its slash, `/a` of `/a/b`, by which faces are looked up: {@link NUMBER_FIRST} for digits where asked for. */
export function firstSegment(path: string): string {
  const end = path.indexOf("/", 1);
  return end < 0 ? path : path.slice(0, end);
}

/** @param first what {@link firstSegment} gave */
export function isNumberFirst(first: string): boolean {
  return NUMBER.test(first.slice(1));
}

/** Whether there is a path that both take. With a parameter each, those that ask for different ones never do. */
export function overlap(a: string, b: string): boolean {
  const [pureA = "", parameterA] = a.split("?");
  const [pureB = "", parameterB] = b.split("?");
  const [belowA, belowB] = [pureA.endsWith("/"), pureB.endsWith("/")];
  if (!belowA && !belowB && parameterA !== parameterB) return false;
  const [segmentsA, segmentsB] = [segmentsOf(pureA), segmentsOf(pureB)];
  const common = Math.min(segmentsA.length, segmentsB.length);
  for (let at = 0; at < common; at++) {
    if (!isSameSegment(segmentsA[at] ?? "", segmentsB[at] ?? "")) return false;
  }
  if (segmentsA.length === segmentsB.length) return belowA === belowB;
  return segmentsA.length < segmentsB.length ? belowA : belowB;
}

/** Whether there is a segment that both take. */
export function isSameSegment(a: string, b: string): boolean {
  if (a === b) return true;
  return (a === NUMBER_SEGMENT && NUMBER.test(b)) || (b === NUMBER_SEGMENT && NUMBER.test(a));
}

/** `/a/b/` has the same as `/a/b`. */
function segmentsOf(pattern: string): string[] {
  const segments = pattern.slice(1).split("/");
  if (segments.at(-1) === "") segments.pop();
  return segments;
}
