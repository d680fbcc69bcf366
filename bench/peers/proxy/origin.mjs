/** What the proxies stand in front of: node:http with a kilobyte of JSON. @module */
import { createServer } from "node:http";

const BODY_BYTES = 1024;
const empty = JSON.stringify({ id: "9007199254740993", padding: "" });
const body = Buffer.from(empty.replace('""', `"${"x".repeat(BODY_BYTES - empty.length)}"`));

const server = createServer((_request, response) => {
  response.writeHead(200, { "content-type": "application/json", "content-length": body.length });
  response.end(body);
});
server.keepAliveTimeout = 65_000; // So that it is the proxy that closes an idle connection, as behind any gateway.
server.listen(0, "127.0.0.1", () => console.log(`listening on http://127.0.0.1:${server.address().port}`));
