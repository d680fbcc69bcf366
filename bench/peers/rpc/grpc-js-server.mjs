/** @grpc/grpc-js, as its guide has it. @module */
import grpc from "@grpc/grpc-js";
import { greetingFor } from "./call.mjs";
import { Greeter } from "./grpc-js-greeter.mjs";

const server = new grpc.Server();
server.addService(Greeter.service, {
  greet: ({ request }, reply) => reply(null, { id: request.id, greeting: greetingFor(request.name) }),
});
server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) => {
  if (error) throw error;
  console.log(`listening on http://127.0.0.1:${port}`);
});
