/**
 * What several parts of the route table's schema are made of.
 * @module
 */
import * as v from "valibot";

const NAME_LENGTH_MAX = 64; // It stands in every line of the access log.
const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;
/** RFC 9110 §5.6.2; names of cookies are the same (RFC 6265 §4.1.1). */
export const FIELD_NAME = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;

export const name = v.pipe(
  v.string(),
  v.maxLength(NAME_LENGTH_MAX),
  v.regex(NAME, "must be letters, digits, '.', '_' and '-', and begin with a letter or digit"),
);

/** In lower case, as fields are compared. */
export const fieldName = v.pipe(
  v.string(),
  v.regex(FIELD_NAME, "must be the name of a header field"),
  v.transform((field) => field.toLowerCase()),
);

/** Without slashes at the end: paths are appended. */
export const baseUrl = v.pipe(
  v.string(),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const url = URL.canParse(dataset.value) ? new URL(dataset.value) : undefined;
    const flaw = url === undefined ? "is not a URL" : flawOfUrl(url, dataset.value);
    if (flaw === undefined) return dataset.value.replace(/\/+$/, "");
    addIssue({ message: flaw });
    return NEVER;
  }),
);

export function whole(min: number, max: number) {
  const text = `must be a whole number from ${min} to ${max}`;
  return v.pipe(v.number(text), v.integer(text), v.minValue(min, text), v.maxValue(max, text));
}

function flawOfUrl(url: URL, text: string): string | undefined {
  if (url.protocol !== "http:" && url.protocol !== "https:") return "must be http or https";
  if (url.username !== "" || url.password !== "") return "must not hold credentials: it is logged";
  if (text.includes("?") || text.includes("#")) return "must have neither query nor fragment";
  return undefined;
}
