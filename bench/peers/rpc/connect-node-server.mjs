/** @connectrpc/connect-node on HTTP/1.1, as its guide has it. @module */
import { createServer } from "node:http";
import { connectNodeAdapter } from "@connectrpc/connect-node";
import { announce, greetingFor } from "./call.mjs";
import { Greeter } from "./connect-node-greeter.mjs";

const routes = (router) => router.service(Greeter, { greet: ({ id, name }) => ({ id, greeting: greetingFor(name) }) });
const server = createServer(connectNodeAdapter({ routes }));
server.listen(0, "127.0.0.1", () => announce(server));
