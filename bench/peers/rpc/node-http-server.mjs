/** The least that a JSON call can cost on Node: node:http, JSON.parse, JSON.stringify. @module */
import { createServer } from "node:http";
import { announce, greetingFor } from "./call.mjs";

const server = createServer((request, response) => {
  const chunks = [];
  request.on("data", (chunk) => chunks.push(chunk));
  request.on("end", () => {
    const { id, name } = JSON.parse(Buffer.concat(chunks).toString());
    const body = JSON.stringify({ id, greeting: greetingFor(name) });
    response.writeHead(200, { "content-type": "application/json", "content-length": Buffer.byteLength(body) });
    response.end(body);
  });
});
server.listen(0, "127.0.0.1", () => announce(server));
