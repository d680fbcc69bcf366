/**
 * Values as a Java properties file (java.util.Properties, "load(Reader)").
 * @module
 */

export function propertiesText(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([key, value]) => `${escaped(key)}=${escaped(value)}\n`)
    .join("");
}

/** Keys have none of the characters that end a key there, so that one rule serves both. */
function escaped(text: string): string {
  return text
    .replaceAll("\\", "\\\\")
    .replaceAll("\n", "\\n")
    .replaceAll("\r", "\\r")
    .replaceAll("\t", "\\t")
    .replaceAll("\f", "\\f")
    .replace(/^ /, "\\ ");
}
