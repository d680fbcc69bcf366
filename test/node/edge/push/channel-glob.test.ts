/** Patterns of channel names. */
import { expect, test } from "vitest";
import { matchesGlob } from "../../../../edge/push/channel-glob.ts";

test.each([
  ["*", "", true],
  ["*", "anything:at-all", true],
  ["", "x", false],
  ["room:*", "room:live://1", true],
  ["room:*", "rooms:1", false],
  ["*:1", "room:1", true],
  ["a?c", "abc", true],
  ["a?c", "ac", false],
  ["*ab*ab", "abxabyab", true],
  ["*ab*ab", "abxabya", false],
  ["a.c", "abc", false],
])("%s and %s", (pattern, name, matches) => {
  expect(matchesGlob(pattern, name)).toBe(matches);
});

// With a match that tries all ways this would not end.
test("a pattern that is made to take long", () => {
  expect(matchesGlob(`${"*a".repeat(120)}*b`, "a".repeat(255))).toBe(false);
});
