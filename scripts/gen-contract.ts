/** Renders a contract's `x.contract.ts` and the registry of all contracts, from protobufjs reflection. @module */
import protobuf from "protobufjs";

const HEADER = "// Generated from proto/*.proto by `npm run gen`. Do not edit.\n";
const LONG_TYPES = new Set(["int64", "sint64", "sfixed64", "uint64", "fixed64"]);
const UNSUPPORTED = new Set([".google.protobuf.Any"]);

interface Contract {
  readonly name: string;
  readonly root: protobuf.Root;
  readonly file: string;
}

export function renderContract(name: string, root: protobuf.Root, file: string): string {
  const types = collect(root, protobuf.Type);
  const enums = collect(root, protobuf.Enum);
  const services = collect(root, protobuf.Service).filter((service) => service.filename === file);
  const spaces = [...new Set([...types].map((type) => type.fullName.split(".")[1] ?? ""))].sort();
  return [
    HEADER,
    `import { ${[...(types.length > 0 ? ["message"] : [])].join(", ")} } from "../message/message.ts";`,
    `import type { ${[...(enums.length > 0 ? ["EnumType"] : []), "MessageType", ...(services.length > 0 ? ["MethodType", "ServiceType"] : [])].join(", ")} } from "../message/message.ts";`,
    `import { ${spaces.map((space) => `${space} as ${space}Code`).join(", ")} } from "./${name}.js";`,
    "",
    ...enums.map(renderEnum),
    ...types.map(renderType),
    ...services.map(renderService),
  ].join("\n");
}

export function renderRegistry(contracts: readonly Contract[]): string {
  const own = <T extends protobuf.ReflectionObject>(kind: abstract new (...args: never[]) => T) =>
    contracts.map(({ name, root, file }) => ({
      name,
      members: collect(root, kind).filter((member) => member.filename === file),
    }));
  const messages = own(protobuf.Type);
  const services = own(protobuf.Service);
  const lines = [
    HEADER,
    'import type { AnyMessage, ServiceType } from "../message/message.ts";',
    ...contracts.map(({ name }) => `import * as ${name} from "./${name}.contract.ts";`),
    "",
    "/** Every message of every contract, by full name. */",
    "export const MESSAGES: ReadonlyMap<string, AnyMessage> = new Map<string, AnyMessage>([",
    ...messages.flatMap(({ name, members }) =>
      members.map((type) => `  [${quote(fullName(type))}, ${name}.${localName(type)}],`),
    ),
    "]);",
    "",
    "/** Every service of every contract, by full name. */",
    "export const SERVICES: ReadonlyMap<string, ServiceType> = new Map<string, ServiceType>([",
    ...services.flatMap(({ name, members }) =>
      members.map((service) => `  [${quote(fullName(service))}, ${name}.${service.name}],`),
    ),
    "]);",
    "",
  ];
  return lines.join("\n");
}

/** All of a kind below a namespace, in the order of their full names, so that the output does not depend on load order. */
function collect<T extends protobuf.ReflectionObject>(
  space: protobuf.NamespaceBase,
  kind: abstract new (...args: never[]) => T,
): T[] {
  const found: T[] = [];
  const visit = (node: protobuf.NamespaceBase) => {
    for (const child of node.nestedArray) {
      if (child instanceof kind) found.push(child);
      if (child instanceof protobuf.Namespace) visit(child);
    }
  };
  visit(space);
  return found.sort((a, b) => (a.fullName < b.fullName ? -1 : 1));
}

function renderEnum(type: protobuf.Enum): string {
  const name = localName(type);
  return [
    doc(type.comment, ""),
    `export const ${name} = ${JSON.stringify(type.values, null, 2)} as const;`,
    `const ${name}Type: EnumType = { name: ${quote(fullName(type))}, values: ${name} };`,
    "",
  ].join("\n");
}

function renderType(type: protobuf.Type): string {
  const name = localName(type);
  const traits = [
    ...(reaches(type, (field) => field.options?.debug_redact === true) ? ["sensitive: true"] : []),
    ...(reaches(type, (field) => LONG_TYPES.has(field.type) || LONG_TYPES.has(keyOf(field) ?? ""))
      ? ["longs: true"]
      : []),
  ];
  const code = fullName(type).split(".");
  const path = [`${code[0]}Code`, ...code.slice(1)].join(".");
  return [
    doc(type.comment, ""),
    `export interface ${name} {`,
    ...type.fieldsArray.map((field) => `${doc(field.comment, "  ")}  ${renderProperty(field)}`),
    "}",
    `export const ${name}: MessageType<${name}> = message<${name}>(${quote(fullName(type))}, ${path}, [`,
    ...type.fieldsArray.map((field) => `  ${renderField(field)},`),
    `]${traits.length > 0 ? `, { ${traits.join(", ")} }` : ""});`,
    "",
  ].join("\n");
}

function renderProperty(field: protobuf.Field): string {
  const one = typeScriptOf(field);
  if (field.repeated) return `readonly ${field.name}: readonly ${one.includes(" ") ? `(${one})` : one}[];`;
  if (field.map) return `readonly ${field.name}: Readonly<Record<string, ${one}>>;`;
  if (isMessage(field)) return `readonly ${field.name}${field.partOf ? "?" : ""}: ${one} | null;`;
  return hasPresence(field) ? `readonly ${field.name}?: ${one};` : `readonly ${field.name}: ${one};`;
}

function typeScriptOf(field: protobuf.Field): string {
  if (field.resolvedType instanceof protobuf.Type) return localName(field.resolvedType);
  if (field.resolvedType instanceof protobuf.Enum || /32$|^double$|^float$/.test(field.type)) return "number";
  if (LONG_TYPES.has(field.type)) return "bigint";
  if (field.type === "bytes") return "Uint8Array";
  return field.type === "bool" ? "boolean" : "string";
}

function renderField(field: protobuf.Field): string {
  if (UNSUPPORTED.has(field.resolvedType?.fullName ?? "")) {
    throw new Error(`${field.fullName}: ${field.type} has no JSON here, because that needs a registry of every type`);
  }
  const original = protoName(field);
  const json = (field.options?.json_name as string | undefined) ?? jsonNameOf(original);
  const type = isMessage(field) ? "message" : field.resolvedType instanceof protobuf.Enum ? "enum" : field.type;
  const parts = [`name: ${quote(field.name)}`];
  if (json !== field.name) parts.push(`json: ${quote(json)}`);
  if (original !== field.name) parts.push(`proto: ${quote(original)}`);
  parts.push(`type: ${quote(type)}`);
  if (field.resolvedType) {
    const name = localName(field.resolvedType);
    parts.push(`of: () => ${field.resolvedType instanceof protobuf.Enum ? `${name}Type` : name}`);
  }
  if (field.repeated) parts.push('rule: "repeated"');
  else if (field.map) parts.push('rule: "map"', `key: ${quote(keyOf(field) ?? "string")}`);
  else if (hasPresence(field)) parts.push('rule: "optional"');
  if (field.partOf && !isSynthetic(field.partOf)) parts.push(`oneof: ${quote(field.partOf.name)}`);
  return `{ ${parts.join(", ")} }`;
}

function renderService(service: protobuf.Service): string {
  return [
    doc(service.comment, ""),
    `export const ${service.name} = {`,
    `  name: ${quote(fullName(service))},`,
    "  methods: {",
    ...service.methodsArray.map(renderMethod),
    "  },",
    "} as const satisfies ServiceType;",
    "",
  ].join("\n");
}

function renderMethod(method: protobuf.Method): string {
  if (method.requestStream || method.responseStream) throw new Error(`${method.fullName}: streams are not supported`);
  const input = localName(must(method.resolvedRequestType, method));
  const output = localName(must(method.resolvedResponseType, method));
  const level = method.getOption("idempotency_level") as string | undefined;
  const idempotency = level === "NO_SIDE_EFFECTS" ? "safe" : level === "IDEMPOTENT" ? "idempotent" : "unsafe";
  const key = method.name.charAt(0).toLowerCase() + method.name.slice(1);
  const value = `{ name: ${quote(method.name)}, input: ${input}, output: ${output}, idempotency: ${quote(idempotency)} }`;
  return `${doc(method.comment, "    ")}    ${key}: ${value} as MethodType<${input}, ${output}>,`;
}

function must<T>(value: T | null, owner: protobuf.ReflectionObject): T {
  if (value === null) throw new Error(`${owner.fullName} refers to an unknown type`);
  return value;
}

function reaches(
  type: protobuf.Type,
  test: (field: protobuf.Field) => boolean,
  seen = new Set<protobuf.Type>(),
): boolean {
  if (seen.has(type)) return false;
  seen.add(type);
  return type.fieldsArray.some(
    (field) => test(field) || (field.resolvedType instanceof protobuf.Type && reaches(field.resolvedType, test, seen)),
  );
}

function keyOf(field: protobuf.Field): string | undefined {
  return field instanceof protobuf.MapField ? field.keyType : undefined;
}

function isMessage(field: protobuf.Field): boolean {
  return field.resolvedType instanceof protobuf.Type;
}

function hasPresence(field: protobuf.Field): boolean {
  return !field.repeated && !field.map && (isMessage(field) || field.partOf !== null || field.hasPresence);
}

/** A `optional` scalar is a oneof of one, whose name begins with `_` (descriptor.proto). */
function isSynthetic(oneof: protobuf.OneOf): boolean {
  return oneof.name.startsWith("_") && oneof.fieldsArray.length === 1;
}

/** `Outer.Inner` is `Outer_Inner` in code. */
function localName(object: protobuf.ReflectionObject): string {
  const names: string[] = [];
  let at: protobuf.ReflectionObject | null = object;
  while (at instanceof protobuf.Type || at instanceof protobuf.Enum) {
    names.unshift(at.name);
    at = at.parent;
  }
  return names.join("_");
}

function fullName(object: protobuf.ReflectionObject): string {
  return object.fullName.slice(1);
}

/** protobufjs turns the name into camel case when it parses; the original stays in `protoName`, or is derived. */
function protoName(field: protobuf.Field): string {
  return (
    (field as { protoName?: string }).protoName ?? field.name.replace(/[A-Z]/g, (char) => `_${char.toLowerCase()}`)
  );
}

/** protoc's rule: every `_` goes, and the character after it is a capital. */
function jsonNameOf(name: string): string {
  return name.replace(/_(.)/g, (_, char: string) => char.toUpperCase());
}

function quote(text: string): string {
  return JSON.stringify(text);
}

function doc(comment: string | null, indent: string): string {
  if (!comment) return "";
  return `${indent}/** ${comment.replaceAll("*/", "* /").replaceAll("\n", " ")} */\n`;
}
