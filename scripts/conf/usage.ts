/**
 * What stands on the command line, and what is wrong with it.
 * @module
 */
import type { Place, Service } from "../../proto/gen/config.contract.ts";

/** The command line is wrong: its words go to the user, with the usage of the command. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** Options that take a value are `string`, those that may come several times `list`. */
export type OptionKind = "string" | "list" | "flag";

export interface Option {
  readonly kind: OptionKind;
  readonly short?: string;
  /** `<text>`: what its value is called in the help. */
  readonly value?: string;
  readonly help: string;
}

/** The options of a command line. What a command does not declare never comes here. */
export class Options {
  readonly #values: Readonly<Record<string, unknown>>;

  constructor(values: Readonly<Record<string, unknown>>) {
    this.#values = values;
  }

  text(name: string): string | undefined {
    const value = this.#values[name];
    return typeof value === "string" ? value : undefined;
  }

  list(name: string): readonly string[] {
    const value = this.#values[name];
    return Array.isArray(value) ? value.map(String) : [];
  }

  flag(name: string): boolean {
    return this.#values[name] === true;
  }

  /** @throws UsageError */
  whole(name: string): number | undefined {
    const text = this.text(name);
    return text === undefined ? undefined : wholeOf(text, `--${name}`);
  }
}

/** `edge` or `orders/sh1`. @throws UsageError */
export function serviceOf(text: string | undefined): Service {
  const [service = "", idc = "", ...more] = (text ?? "").split("/");
  if (service === "" || more.length > 0)
    throw new UsageError("a service is needed, such as edge, or orders/sh1 of an idc");
  return { service, idc };
}

/** `section/key`; keys may have slashes of their own. @throws UsageError */
export function placeOf(text: string | undefined): Place {
  const at = text?.indexOf("/") ?? -1;
  if (text === undefined || at < 1 || at === text.length - 1) {
    throw new UsageError("a key is needed with its section, such as routes/shop.item");
  }
  return { section: text.slice(0, at), key: text.slice(at + 1) };
}

/** @throws UsageError */
export function wholeOf(text: string, what: string): number {
  const value = Number(text);
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(`${what}: a whole number expected, not '${text}'`);
  return value;
}

/** `name=value`, several. @throws UsageError */
export function pairsOf(texts: readonly string[], what: string): Record<string, string> {
  return Object.fromEntries(
    texts.map((text) => {
      const at = text.indexOf("=");
      if (at < 1) throw new UsageError(`${what}: name=value expected, not '${text}'`);
      return [text.slice(0, at), text.slice(at + 1)];
    }),
  );
}
