/** @connectrpc/connect-node as a client: Connect protocol, protobuf, HTTP/1.1, every caller on a connection of its own. @module */
import { Agent } from "node:http";
import { createClient } from "@connectrpc/connect";
import { createConnectTransport } from "@connectrpc/connect-node";
import { driveClient, ID, NAME } from "./call.mjs";
import { Greeter } from "./connect-node-greeter.mjs";

await driveClient(({ origin }) => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const transport = createConnectTransport({ baseUrl: origin, httpVersion: "1.1", nodeOptions: { agent } });
  const client = createClient(Greeter, transport);
  return () => client.greet({ id: ID, name: NAME });
});
