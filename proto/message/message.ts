/**
 * A message or service of a contract, as the rest of the code sees it: plain objects, `bigint` for 64-bit integers,
 * protobuf and ProtoJSON both ways. `scripts/gen-proto.ts` makes one {@link MessageType} a message out of proto/*.proto.
 *
 * The bytes are protobufjs's own static code. It has no reflection (a Worker may not compile code while serving), so
 * ProtoJSON is interpreted from the field tables, in proto-json.ts.
 * @module
 */
import { Fault } from "../fault.ts";
import "./protobuf-runtime.ts";
import { fromJson, toJson } from "./proto-json.ts";

export { SCALARS } from "./scalar.ts";

export type ScalarType =
  | "double"
  | "float"
  | "int32"
  | "sint32"
  | "sfixed32"
  | "uint32"
  | "fixed32"
  | "int64"
  | "sint64"
  | "sfixed64"
  | "uint64"
  | "fixed64"
  | "bool"
  | "string"
  | "bytes";

export interface EnumType {
  readonly name: string;
  readonly values: Readonly<Record<string, number>>;
}

/** One field of a message's table. */
export interface Field {
  /** lowerCamelCase: the property in code. */
  readonly name: string;
  /** The name in JSON, where it is not `name`. */
  readonly json?: string;
  /** The name in the .proto file, where it is not `name`. */
  readonly proto?: string;
  readonly type: ScalarType | "enum" | "message";
  /** The type of an enum or message field; lazy, because messages may refer to each other. */
  readonly of?: () => AnyMessage | EnumType;
  /** Absent: a proto3 singular field. `optional` has presence: a scalar so marked, a message, a member of a oneof. */
  readonly rule?: "optional" | "repeated" | "map";
  /** The key's type, of a map. */
  readonly key?: ScalarType;
  /** The oneof that it is a member of. */
  readonly oneof?: string;
}

/** What a sender gives: every field may be left out, and then has its default. */
export type Init<T> = T extends bigint | number | string | boolean | Uint8Array | null | undefined
  ? T
  : T extends readonly (infer U)[]
    ? readonly Init<U>[]
    : T extends Readonly<Record<string, infer V>>
      ? string extends keyof T
        ? Readonly<Record<string, Init<V>>>
        : { readonly [K in keyof T]?: Init<T[K]> | undefined }
      : { readonly [K in keyof T]?: Init<T[K]> | undefined };

/** A message whose type is only known at run time: what a table of messages holds. */
export interface AnyMessage {
  /** The full name, `package.Message`. */
  readonly name: string;
  readonly fields: readonly Field[];
  /** Whether it carries, at any depth, a field with `debug_redact`: it is then never compressed beside other data, nor logged. */
  readonly sensitive: boolean;
  encode(init: never): Uint8Array<ArrayBuffer>;
  /** @throws Fault invalid_argument */
  decode(bytes: Uint8Array): unknown;
  /** @throws Fault invalid_argument, naming the path of the field */
  fromJson(json: unknown): unknown;
  toJson(init: never): unknown;
}

/** @typeParam T the shape that {@link decode} and {@link fromJson} give: no field missing, save those with presence. */
export interface MessageType<T> extends AnyMessage {
  encode(init: Init<T>): Uint8Array<ArrayBuffer>;
  decode(bytes: Uint8Array): T;
  fromJson(json: unknown): T;
  toJson(init: Init<T>): unknown;
}

export interface AnyMethod {
  readonly name: string;
  readonly input: AnyMessage;
  readonly output: AnyMessage;
  /** `safe` (NO_SIDE_EFFECTS) may be sent as GET; `idempotent` may be repeated; `unsafe` may not. */
  readonly idempotency: "safe" | "idempotent" | "unsafe";
}

export interface MethodType<I, O> extends AnyMethod {
  readonly input: MessageType<I>;
  readonly output: MessageType<O>;
}

export interface ServiceType {
  /** The full name, `package.Service`. */
  readonly name: string;
  /** By lowerCamelCase name. */
  readonly methods: Readonly<Record<string, AnyMethod>>;
}

/** The message of a type: `MessageOf<typeof Profile>`. */
export type MessageOf<M> = M extends MessageType<infer T> ? T : never;

/** What protobufjs's static code offers for a message. */
export interface StaticMessage {
  encode(message: object): { finish(): Uint8Array };
  decode(bytes: Uint8Array): object;
  fromObject(object: object): object;
  toObject(message: object, options: object): object;
}

interface MessageTraits {
  readonly sensitive?: boolean;
  /** Whether it holds a 64-bit integer at any depth: the encoder does not take a bigint, only its converter does. */
  readonly longs?: boolean;
}

const TO_PLAIN = { longs: BigInt, defaults: true, arrays: true, objects: true };

/** Binds static code and field table. */
export function message<T>(
  name: string,
  code: StaticMessage,
  fields: readonly Field[],
  { sensitive = false, longs = false }: MessageTraits = {},
): MessageType<T> {
  const type: MessageType<T> = {
    name,
    fields,
    sensitive,
    encode(init) {
      const source = init as object;
      return code.encode(longs ? code.fromObject(source) : source).finish() as Uint8Array<ArrayBuffer>;
    },
    decode(bytes) {
      try {
        return code.toObject(code.decode(bytes), TO_PLAIN) as T;
      } catch (cause) {
        throw new Fault("invalid_argument", `the bytes are not a ${name}`, { cause });
      }
    },
    fromJson: (json) => fromJson(type, json) as T,
    toJson: (init) => toJson(type, init),
  };
  return type;
}
