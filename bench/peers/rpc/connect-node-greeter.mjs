/** The contract for @bufbuild/protobuf, which reads descriptors: what its code generator embeds is made here from the .proto. @module */
import { fileURLToPath } from "node:url";
import { createFileRegistry, fromBinary } from "@bufbuild/protobuf";
import { FileDescriptorSetSchema } from "@bufbuild/protobuf/wkt";
import protobuf from "protobufjs";
import "protobufjs/ext/descriptor.js";

const root = protobuf.loadSync(fileURLToPath(new URL("greeter.proto", import.meta.url))).resolveAll();
const descriptors = root.toDescriptor("proto3");
const bytes = descriptors.constructor.encode(descriptors).finish();

export const Greeter = createFileRegistry(fromBinary(FileDescriptorSetSchema, bytes)).getService(
  "bench.greeter.v1.Greeter",
);
