import { describe, expect, test } from "vitest";
import { parseHttpDate, renderHttpDate } from "../../../../edge/cache/policy/http-date.ts";

const NOW_MS = Date.UTC(2026, 10, 22);
const AUGUST_MS = Date.UTC(2050, 7, 18, 2, 1, 18);

describe("an HTTP-date (RFC 9110 §5.6.7)", () => {
  test.each([
    ["IMF-fixdate", "Thu, 18 Aug 2050 02:01:18 GMT"],
    ["RFC 850", "Thursday, 18-Aug-50 02:01:18 GMT"],
    ["asctime", "Thu Aug 18 02:01:18 2050"],
    ["another letter case", "tHU, 18 AUG 2050 02:01:18 gmt"],
    ["white space around it", "  Thu, 18 Aug 2050 02:01:18 GMT "],
  ])("is read: %s", (_, text) => expect(parseHttpDate(text, NOW_MS)).toBe(AUGUST_MS));

  test("of asctime may have a day of one digit", () => {
    expect(parseHttpDate("Mon Aug  8 02:01:18 2050", NOW_MS)).toBe(Date.UTC(2050, 7, 8, 2, 1, 18));
  });

  test("of two digits is of this century up to 50 years ahead, and of the last one beyond", () => {
    expect(parseHttpDate("Sunday, 06-Nov-76 08:49:37 GMT", NOW_MS)).toBe(Date.UTC(2076, 10, 6, 8, 49, 37));
    expect(parseHttpDate("Sunday, 06-Nov-94 08:49:37 GMT", NOW_MS)).toBe(Date.UTC(1994, 10, 6, 8, 49, 37));
  });

  test.each([
    ["0"],
    ["-1"],
    [""],
    ["2050-08-18T02:01:18Z"],
    ["Thu, 18 Aug 2050 02:01:18 UTC"],
    ["Thu, 18 Aug 2050 02:01:18 +0000"],
    ["Thu, 18 Aug 50 02:01:18 GMT"],
    ["Thu 18 Aug 2050 02:01:18 GMT"],
    ["Thu, 18  Aug 2050 02:01:18 GMT"],
    ["Thu, 18-Aug-2050 02:01:18 GMT"],
    ["Thu, 18 Aug 2050 2:01:18 GMT"],
    ["Thu, 18 Aug 2050 02.01.18 GMT"],
    ["Thu, 31 Feb 2050 02:01:18 GMT"],
    ["Thu, 18 Aug 2050 24:01:18 GMT"],
    ["Thu, 18 Aug 2050 02:01:18 GMT, Thu, 18 Aug 2050 02:01:18 GMT"],
  ])("is none: '%s'", (text) => expect(parseHttpDate(text, NOW_MS)).toBeUndefined());

  test("is written so that it is read again", () => {
    expect(parseHttpDate(renderHttpDate(AUGUST_MS), NOW_MS)).toBe(AUGUST_MS);
  });
});
