/** socket.io with one room, over WebSocket alone. POST / emits the body to it, as often as `x-count` says. */
import { createServer } from "node:http";
import { Server } from "socket.io";

const server = createServer((request, response) => {
  const chunks = [];
  request.on("data", (chunk) => chunks.push(chunk));
  request.on("end", () => {
    const value = JSON.parse(Buffer.concat(chunks).toString());
    for (let n = Number(request.headers["x-count"] ?? 1); n > 0; n--) io.to("room").emit("m", value);
    response.end("{}");
  });
});
const io = new Server(server, {
  transports: ["websocket"],
  perMessageDeflate: false,
  pingInterval: 300_000,
  pingTimeout: 300_000,
});
io.on("connection", (socket) => void socket.join("room"));
server.listen(0, "127.0.0.1", 4_096, () => {
  const address = server.address();
  if (typeof address === "object" && address !== null) console.log(`http://127.0.0.1:${address.port}`);
});
process.once("SIGTERM", () => process.exit(0));
