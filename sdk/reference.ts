/**
 * A value of a reply that is not there yet: `hits.ref.items.at(0).country.cca3`. It can stand in the URL, in a header or in
 * the JSON body of a later call. Where both calls travel in one batch, the edge puts the value in; where they do not, this
 * client waits for the reply and puts it in itself. Both see the reply as JSON, so both find the same value.
 *
 * Shape follows the contract: properties of a message by name, `at(index)` of a list, `at(key)` of a map or of JSON without a
 * contract.
 * @module
 */
import { Fault } from "../proto/fault.ts";
import type { AnyMessage, Field } from "../proto/message/message.ts";
import type { Job } from "./job.ts";

declare const VALUE: unique symbol;
/** Any reference to a T. */
export interface RefTo<T> {
  readonly [VALUE]: T;
}

type Scalar = string | number | bigint | boolean | Uint8Array;

/** A reference to a T, with references to what a T holds. */
export type Ref<T> = RefTo<T> &
  (unknown extends T
    ? { at(key: string | number): Ref<unknown> }
    : T extends Scalar
      ? unknown
      : T extends readonly (infer U)[]
        ? { at(index: number): Ref<U> }
        : string extends keyof T
          ? { at(key: string): Ref<T[keyof T]> }
          : { readonly [K in keyof T]-?: Ref<NonNullable<T[K]>> });

/** T, in which any value may be a reference instead. */
export type WithRefs<T> =
  | RefTo<unknown>
  | (T extends Scalar | null | undefined
      ? T
      : T extends readonly (infer U)[]
        ? readonly WithRefs<U>[]
        : { readonly [K in keyof T]: WithRefs<T[K]> });

/** Where a referenced value is: in the reply of which job, and there in its body or headers. */
export interface Target {
  readonly job: Job;
  readonly part: "body" | "headers";
  /** Names and indexes as they are in the reply's JSON. */
  readonly path: readonly string[];
}

/** Text with references in it. */
export type Text = readonly (string | Target)[];

/** What stands between the braces of a {@link path}. */
export type PathValue = string | number | bigint | boolean | RefTo<unknown>;

export interface Path {
  readonly text: Text;
}

const TARGET = Symbol("fairway.target");

/**
 * A URL whose inserted values are percent-encoded, the references among them too, once they are known:
 *
 *     path`/api/countries/${hits.ref.items.at(0).country.cca3}?q=${query}`
 */
export function path(strings: TemplateStringsArray, ...values: readonly PathValue[]): Path {
  const text: (string | Target)[] = [];
  for (const [index, literal] of strings.entries()) {
    text.push(literal);
    if (index >= values.length) continue;
    const value = values[index] as PathValue;
    text.push(targetOf(value) ?? encodeURIComponent(String(value)));
  }
  return { text };
}

/** The target of a reference; undefined for any other value. */
export function targetOf(value: unknown): Target | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  return (value as { readonly [TARGET]?: Target })[TARGET];
}

/** @param message the contract of the reply's body; undefined where it is JSON of any shape */
export function bodyRef(job: Job, message: AnyMessage | undefined): Ref<unknown> {
  return (message === undefined ? jsonRef(job, []) : messageRef(job, [], message)) as Ref<unknown>;
}

export function headerRef(job: Job, name: string): RefTo<string> {
  return leaf({ job, part: "headers", path: [name.toLowerCase()] }) as RefTo<string>;
}

/** All targets at any depth. */
export function targetsIn(value: unknown, found: Target[] = []): Target[] {
  const target = targetOf(value);
  if (target !== undefined) found.push(target);
  else if (Array.isArray(value)) for (const item of value) targetsIn(item, found);
  else if (isPlainObject(value)) for (const item of Object.values(value)) targetsIn(item, found);
  return found;
}

/** The same structure with each reference replaced. */
export function replaceRefs(value: unknown, replace: (target: Target) => unknown): unknown {
  const target = targetOf(value);
  if (target !== undefined) return replace(target);
  if (Array.isArray(value)) return value.map((item) => replaceRefs(item, replace));
  if (!isPlainObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, replaceRefs(item, replace)]));
}

/**
 * The value at a path in a reply's JSON.
 * @throws Fault failed_precondition where there is none: a proto3 field that holds its default is absent in JSON, too
 */
export function valueAt(json: unknown, target: Target): unknown {
  let value = json;
  for (const key of target.path) {
    const holder = typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
    value = Object.hasOwn(holder, key) ? holder[key] : undefined;
  }
  if (value !== undefined && value !== null) return value;
  const place = [target.part, ...target.path].join(".");
  throw new Fault("failed_precondition", `the reply of ${target.job.name} has no value at ${place}`);
}

/**
 * A referenced value as text for a URL or a header.
 * @throws Fault failed_precondition where it is an object or a list
 */
export function textOf(value: unknown, target: Target): string {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  throw new Fault("failed_precondition", `the value at ${target.path.join(".")} is no text`);
}

function messageRef(job: Job, at: readonly string[], message: AnyMessage): object {
  const known = new Map(message.fields.map((field) => [field.name, field]));
  return proxy({ job, part: "body", path: at }, (name) => {
    const field = known.get(name);
    if (field === undefined) return undefined;
    return fieldRef(job, [...at, field.json ?? field.name], field);
  });
}

function fieldRef(job: Job, at: readonly string[], field: Field): object {
  const element = (path: readonly string[]) =>
    field.type === "message" ? messageRef(job, path, field.of?.() as AnyMessage) : leaf({ job, part: "body", path });
  if (field.rule !== "repeated" && field.rule !== "map") return element(at);
  return proxy({ job, part: "body", path: at }, (name) =>
    name === "at" ? (key: string | number) => element([...at, String(key)]) : undefined,
  );
}

function jsonRef(job: Job, at: readonly string[]): object {
  return proxy({ job, part: "body", path: at }, (name) =>
    name === "at" ? (key: string | number) => jsonRef(job, [...at, String(key)]) : undefined,
  );
}

function leaf(target: Target): object {
  return proxy(target, () => undefined);
}

/** A reference is no value: whoever makes a string of it has forgotten the `path` tag, and is told so. */
function proxy(target: Target, member: (name: string) => unknown): object {
  return new Proxy(Object.create(null) as object, {
    get(_, key) {
      if (key === TARGET) return target;
      if (typeof key === "string" && key !== "toString" && key !== "valueOf" && key !== "toJSON") return member(key);
      if (key === Symbol.toStringTag) return undefined;
      throw new TypeError("a reference has no value yet: give it to path`...`, a header or a JSON body");
    },
  });
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
