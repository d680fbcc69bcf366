/**
 * A second implementation of protobuf, @bufbuild/protobuf, to compare ours with: the same messages, described at run time.
 * @module
 */
import { create, createFileRegistry, type DescMessage } from "@bufbuild/protobuf";
import {
  FieldDescriptorProto_Label,
  FieldDescriptorProto_Type,
  FileDescriptorProtoSchema,
} from "@bufbuild/protobuf/wkt";
import type { AnyMessage, Field, ScalarType } from "../../../../proto/message/message.ts";

export const SCALAR_TYPES = [
  "double",
  "float",
  "int32",
  "sint32",
  "sfixed32",
  "uint32",
  "fixed32",
  "int64",
  "sint64",
  "sfixed64",
  "uint64",
  "fixed64",
  "bool",
  "string",
  "bytes",
] as const satisfies readonly ScalarType[];

/** A message that exists in its field table only: its JSON can be had, its bytes cannot. */
export function tableOnly(name: string, fields: readonly Field[]): AnyMessage {
  const unsupported = () => {
    throw new Error(`${name} has no code`);
  };
  return {
    name,
    fields,
    sensitive: false,
    encode: unsupported,
    decode: unsupported,
    fromJson: unsupported,
    toJson: unsupported,
  };
}

/** One field `v` of a scalar type, for both implementations. */
export function scalarMessage(type: ScalarType): { ours: AnyMessage; theirs: DescMessage } {
  const name = `test.v1.One_${type}`;
  return { ours: tableOnly(name, [{ name: "v", type }]), theirs: described(name, type) };
}

function described(name: string, type: ScalarType): DescMessage {
  const file = create(FileDescriptorProtoSchema, {
    name: `${name}.proto`,
    package: "test.v1",
    syntax: "proto3",
    messageType: [
      {
        name: name.slice("test.v1.".length),
        field: [
          {
            name: "v",
            number: 1,
            jsonName: "v",
            label: FieldDescriptorProto_Label.OPTIONAL,
            type: FieldDescriptorProto_Type[type.toUpperCase() as keyof typeof FieldDescriptorProto_Type],
          },
        ],
      },
    ],
  });
  const message = createFileRegistry(file, () => undefined).getMessage(name);
  if (message === undefined) throw new Error(`${name} is not described`);
  return message;
}
