/**
 * How many publications go together.
 * @module
 */
import type { Publication } from "../../proto/push/model.ts";

/** A frame of merged publications is not made larger; one publication may be. */
const FRAME_BYTES_MAX = 65_536;
/** Header and structure of one publication in a frame. */
export const PUBLICATION_BYTES = 32;

/** Such that each fits a frame. */
export function runsOf(publications: readonly Publication[]): (readonly Publication[])[] {
  const runs: Publication[][] = [];
  let [run, bytes]: [Publication[], number] = [[], 0];
  for (const publication of publications) {
    const size = PUBLICATION_BYTES + publication.data.length;
    if (run.length > 0 && bytes + size > FRAME_BYTES_MAX) {
      runs.push(run);
      [run, bytes] = [[], 0];
    }
    run.push(publication);
    bytes += size;
  }
  if (run.length > 0) runs.push(run);
  return runs;
}
