/**
 * The contract that every contender of the rpc bench serves, for Fairway.
 *
 * `npm run gen` makes contracts of proto/*.proto alone; this one is not the product's, so it is bound at run time. The code
 * that protobufjs makes of a type at run time is the same that its generator writes to a file.
 * @module
 */
import { fileURLToPath } from "node:url";
import protobuf from "protobufjs";
import { type MessageType, type MethodType, message, type ServiceType } from "../../proto/message/message.ts";

const CONTRACT = fileURLToPath(new URL("../peers/rpc/greeter.proto", import.meta.url));
const PACKAGE = "bench.greeter.v1";

interface GreetRequest {
  readonly id: bigint;
  readonly name: string;
}

interface GreetReply {
  readonly id: bigint;
  readonly greeting: string;
}

const root = protobuf.loadSync(CONTRACT).resolveAll();

export const GreetRequest: MessageType<GreetRequest> = message<GreetRequest>(
  `${PACKAGE}.GreetRequest`,
  root.lookupType(`${PACKAGE}.GreetRequest`),
  [
    { name: "id", type: "uint64" },
    { name: "name", type: "string" },
  ],
  { longs: true },
);

export const GreetReply: MessageType<GreetReply> = message<GreetReply>(
  `${PACKAGE}.GreetReply`,
  root.lookupType(`${PACKAGE}.GreetReply`),
  [
    { name: "id", type: "uint64" },
    { name: "greeting", type: "string" },
  ],
  { longs: true },
);

export const Greeter = {
  name: `${PACKAGE}.Greeter`,
  methods: {
    greet: { name: "Greet", input: GreetRequest, output: GreetReply, idempotency: "unsafe" } as MethodType<
      GreetRequest,
      GreetReply
    >,
  },
} as const satisfies ServiceType;
