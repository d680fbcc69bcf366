/**
 * Patterns of channel names: `*` stands for any run of characters, `?` for one.
 * @module
 */

/** In time proportional to the product of the two lengths, whatever the pattern is: no regular expression is made of it. */
export function matchesGlob(pattern: string, name: string): boolean {
  let [at, from] = [0, 0];
  /** The last `*`, and how much of the name it has taken. */
  let star: { readonly at: number; taken: number } | undefined;
  while (from < name.length) {
    const expected = pattern[at];
    if (expected === "*") {
      star = { at, taken: from };
      at++;
    } else if (expected === "?" || expected === name[from]) {
      at++;
      from++;
    } else if (star !== undefined) {
      star.taken++;
      at = star.at + 1;
      from = star.taken;
    } else {
      return false;
    }
  }
  while (pattern[at] === "*") at++;
  return at === pattern.length;
}
