/**
 * What rooms read of a configuration: typed, checked, and swapped as a whole. A room says by a schema what it reads; a version is taken when
 * every schema takes it, and otherwise nothing of it is.
 * @module
 */
import * as v from "valibot";
import { type ConfigurationDocument, parseValue, type TypedValue } from "../../proto/config/config.ts";

/** Section → key → value, typed as its entry says. What a schema is given. */
type Sections = Readonly<Record<string, Readonly<Record<string, TypedValue>>>>;

/** Of sections, each an object of keys; all of it optional, since a configuration may be empty. */
export type ConfigSchema<T> = v.GenericSchema<unknown, T>;

export interface LiveConfig<T> {
  /** Immutable; another object after each change. */
  current(): T;
  /** @param listener is told after the swap, when all readers see the new one. @returns what takes it off */
  onChange(listener: (now: T, before: T) => void): () => void;
}

export interface Snapshots {
  /** @throws Error where the schema does not take an empty configuration: a programmer's mistake */
  configOf<T>(schema: ConfigSchema<T>): LiveConfig<T>;
  /** @returns what is wrong, and then nothing has changed: a line each, `section/key: what`. It never repeats a value. */
  swap(document: ConfigurationDocument): readonly string[];
}

interface Part {
  check(sections: Sections): { readonly flaws: readonly string[]; readonly commit: () => () => void };
}

/** @param warn told of a listener that throws: the others hear of the change all the same */
export function snapshots(warn: (message: string, error: unknown) => void): Snapshots {
  const parts: Part[] = [];
  let sections: Sections = {};

  return {
    configOf(schema) {
      let current = v.parse(schema, {});
      const listeners = new Set<(now: typeof current, before: typeof current) => void>();
      const part: Part = {
        check(next) {
          const parsed = v.safeParse(schema, next);
          if (!parsed.success) return { flaws: parsed.issues.map(flawOf), commit: () => () => undefined };
          return { flaws: [], commit: () => swap(parsed.output) };
        },
      };
      const swap = (next: typeof current) => {
        const before = current;
        if (JSON.stringify(before) === JSON.stringify(next)) return () => undefined;
        current = next;
        return () => {
          for (const listener of listeners) tell(() => listener(next, before));
        };
      };
      parts.push(part);
      part.check(sections).commit(); // One that comes late begins with what is there, where it takes that.
      return {
        current: () => current,
        onChange(listener) {
          listeners.add(listener);
          return () => void listeners.delete(listener);
        },
      };
    },

    swap(document) {
      const { typed, flaws } = typedOf(document);
      const checked = parts.map((part) => part.check(typed));
      const all = new Set([...flaws, ...checked.flatMap((each) => each.flaws)]);
      if (all.size > 0) return [...all];
      sections = typed;
      const tellings = checked.map(({ commit }) => commit());
      for (const tellAll of tellings) tellAll();
      return [];
    },
  };

  function tell(listener: () => void): void {
    try {
      listener();
    } catch (error) {
      warn("a room could not follow a change of its configuration", error);
    }
  }
}

function typedOf(document: ConfigurationDocument): { readonly typed: Sections; readonly flaws: readonly string[] } {
  const typed: Record<string, Record<string, TypedValue>> = {};
  const flaws: string[] = [];
  for (const [section, keys] of Object.entries(document.sections)) {
    const values: Record<string, TypedValue> = {};
    for (const [key, { type, value: text }] of Object.entries(keys)) {
      const { value, flaw } = parseValue(type, text);
      if (flaw === undefined) values[key] = value;
      else flaws.push(`${section}/${key}: ${flaw}`);
    }
    typed[section] = values;
  }
  return { typed, flaws };
}

/** valibot's own words quote what they received, which may be a secret: only those of our schemas go on. */
function flawOf(issue: v.BaseIssue<unknown>): string {
  const path = (issue.path ?? []).map(({ key }) => String(key)).join("/");
  const own = issue.message.startsWith("Invalid ") ? `${issue.expected ?? "another value"} expected` : issue.message;
  return `${path === "" ? "the configuration" : path}: ${own}`;
}
