/** The smallest thing that could push: `ws`, and a loop over its clients. POST / sends the body to each, as often as `x-count` says. */
import { createServer } from "node:http";
import { WebSocketServer } from "ws";

const server = createServer((request, response) => {
  const chunks = [];
  request.on("data", (chunk) => chunks.push(chunk));
  request.on("end", () => {
    const text = Buffer.concat(chunks).toString();
    for (let n = Number(request.headers["x-count"] ?? 1); n > 0; n--)
      for (const client of sockets.clients) client.send(text);
    response.end("{}");
  });
});
const sockets = new WebSocketServer({ server, perMessageDeflate: false });
server.listen(0, "127.0.0.1", 4_096, () => {
  const address = server.address();
  if (typeof address === "object" && address !== null) console.log(`http://127.0.0.1:${address.port}`);
});
process.once("SIGTERM", () => process.exit(0));
