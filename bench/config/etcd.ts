/**
 * etcd's watch through its JSON gateway (https://etcd.io/docs/v3.4/dev-guide/api_grpc_gateway/): a request whose reply goes on for ever, with
 * an event a line.
 * @module
 */
import { connect } from "node:net";
import type { Applied, Watcher } from "./watchers.ts";

const KEY = Buffer.from("bench").toString("base64");

export function watchEtcd(port: number, applied: Applied): Watcher {
  const socket = connect(port, "127.0.0.1").setNoDelay(true).setEncoding("utf8");
  const body = JSON.stringify({ create_request: { key: KEY } });
  socket.write(`POST /v3/watch HTTP/1.1\r\nhost: x\r\ncontent-length: ${body.length}\r\n\r\n${body}`);
  let closed = false;
  let text = "";
  socket.on("data", (chunk: string) => {
    text += chunk;
    const lines = text.split("\n");
    text = lines.pop() ?? "";
    for (const line of lines) {
      if (line.includes('"created":true')) applied("");
      const value = /"value":"([^"]*)"/.exec(line)?.[1];
      if (value !== undefined) applied(Buffer.from(value, "base64").toString());
    }
  });
  socket.on("close", () => {
    if (!closed) throw new Error("etcd closed a watch");
  });
  return {
    close() {
      closed = true;
      socket.destroy();
    },
  };
}

export async function putEtcd(port: number, value: string): Promise<void> {
  const body = JSON.stringify({ key: KEY, value: Buffer.from(value).toString("base64") });
  const response = await fetch(`http://127.0.0.1:${port}/v3/kv/put`, { method: "POST", body });
  if (response.status !== 200) throw new Error(`etcd: ${response.status} ${await response.text()}`);
  await response.arrayBuffer();
}
