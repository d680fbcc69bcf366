/** @grpc/grpc-js as a client, every caller on a connection of its own. @module */
import grpc from "@grpc/grpc-js";
import { driveClient, ID, NAME } from "./call.mjs";
import { Greeter } from "./grpc-js-greeter.mjs";

await driveClient(({ host }) => {
  const client = new Greeter(host, grpc.credentials.createInsecure(), { "grpc.use_local_subchannel_pool": 1 });
  return () =>
    new Promise((resolve, reject) => {
      client.greet({ id: String(ID), name: NAME }, (error, reply) => {
        if (error) reject(error);
        else resolve({ id: BigInt(reply.id), greeting: reply.greeting });
      });
    });
});
