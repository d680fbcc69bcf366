/**
 * A contract as @bufbuild/protobuf reads it: from the .proto file, by way of its descriptor.
 * @module
 */
import { resolve } from "node:path";
import { createFileRegistry, type DescService, fromBinary } from "@bufbuild/protobuf";
import { FileDescriptorSetSchema, file_google_protobuf_timestamp } from "@bufbuild/protobuf/wkt";
import protobuf from "protobufjs";
import "protobufjs/ext/descriptor.js";

const PROTO = resolve(import.meta.dirname, "../../../../proto");
const TIMESTAMP = file_google_protobuf_timestamp;

interface Encodable {
  readonly constructor: { encode(message: unknown): { finish(): Uint8Array } };
}

/** @param name of the service, full */
export function connectService(file: string, name: string): DescService {
  const root = protobuf.loadSync(resolve(PROTO, file)).resolveAll();
  const made = (root as unknown as { toDescriptor(syntax: string): Encodable }).toDescriptor("proto3");
  const { file: files } = fromBinary(FileDescriptorSetSchema, made.constructor.encode(made).finish());
  const own = files.find((candidate) => name.startsWith(`${candidate.package}.`));
  if (own === undefined) throw new Error(`${file} has no package of ${name}`);
  // protobufjs writes one file a package and says nothing of what a file imports.
  own.dependency = [TIMESTAMP.proto.name];
  // Nor does it write the JSON name of a field that is the same as its own, or the package of a type that is the file's.
  for (const field of own.messageType.flatMap((message) => message.field)) {
    field.jsonName ||= field.name;
    if (field.typeName !== "" && !field.typeName.includes(".")) field.typeName = `${own.package}.${field.typeName}`;
  }
  const registry = createFileRegistry(own, (dependency) => (dependency === own.dependency[0] ? TIMESTAMP : undefined));
  const service = registry.getService(name);
  if (service === undefined) throw new Error(`${file} has no service ${name}`);
  return service;
}
