/** node:http as a client, with a keep-alive agent. @module */
import { Agent, request } from "node:http";
import { driveClient, ID, NAME } from "./call.mjs";

await driveClient(({ hostname, port }) => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const body = JSON.stringify({ id: String(ID), name: NAME });
  const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
  return () =>
    new Promise((resolve, reject) => {
      const outgoing = request({ hostname, port, path: "/greet", method: "POST", agent, headers }, (incoming) => {
        const chunks = [];
        incoming.on("data", (chunk) => chunks.push(chunk));
        incoming.on("end", () => {
          const { id, greeting } = JSON.parse(Buffer.concat(chunks).toString());
          resolve({ id: BigInt(id), greeting });
        });
      });
      outgoing.on("error", reject);
      outgoing.end(body);
    });
});
