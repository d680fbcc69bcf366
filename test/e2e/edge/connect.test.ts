import { connect } from "node:net";
import { expect, test } from "vitest";
import { startStack } from "../sdk/stack.ts";

test("CONNECT gets no tunnel: the connection is closed, nothing is logged, and the edge goes on", async () => {
  const stack = await startStack({ stderr: "pipe" });
  try {
    let logged = "";
    stack.edgeProcess.stderr?.setEncoding("utf8").on("data", (text: string) => {
      logged += text;
    });
    const socket = connect(Number(new URL(stack.edge).port), "127.0.0.1");
    let reply = "";
    socket.setEncoding("latin1").on("data", (text: string) => {
      reply += text;
    });
    socket.on("error", () => undefined); // To be cut off is as good as to be closed.
    const closed = new Promise((resolve) => socket.once("close", resolve));
    // What follows the head would go through the tunnel.
    socket.write("CONNECT 127.0.0.1:1 HTTP/1.1\r\nHost: 127.0.0.1:1\r\n\r\nthrough");
    await closed;
    expect(reply.split("\r\n\r\n").slice(1).join("")).toMatch(/^(?:Internal Server Error)?$/);
    expect((await fetch(`${stack.edge}/livez`)).status).toBe(200);
    expect(logged).not.toMatch(/Uncaught exception/);
  } finally {
    await stack.stop();
  }
});
