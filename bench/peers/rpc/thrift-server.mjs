/** Apache Thrift for Node: framed transport, binary protocol. @module */
import thrift from "thrift";
import { announce, greetingFor } from "./call.mjs";
import { Processor } from "./thrift-greeter.mjs";

const greeter = { Processor };
const handler = { greet: ({ id, name }, reply) => reply(null, { id, greeting: greetingFor(name) }) };
const options = { transport: thrift.TFramedTransport, protocol: thrift.TBinaryProtocol };
const server = thrift.createServer(greeter, handler, options);
server.on("error", () => {}); // It raises a client's reset as its own error, which would end the process.
server.listen(0, "127.0.0.1", () => announce(server));
