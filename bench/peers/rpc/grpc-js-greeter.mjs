/** The contract as @grpc/proto-loader reads it: 64-bit integers as strings. @module */
import { fileURLToPath } from "node:url";
import grpc from "@grpc/grpc-js";
import { loadSync } from "@grpc/proto-loader";

const file = fileURLToPath(new URL("greeter.proto", import.meta.url));
export const { Greeter } = grpc.loadPackageDefinition(loadSync(file, { longs: String, defaults: true })).bench.greeter
  .v1;
