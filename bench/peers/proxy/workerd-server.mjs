/** workerd with pass-through.capnp, which reads ORIGIN. @module */
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import workerd from "workerd";

const config = fileURLToPath(new URL("pass-through.capnp", import.meta.url));
const child = spawn(workerd.default, ["serve", config, "--control-fd=3"], {
  stdio: ["ignore", "inherit", "inherit", "pipe"],
});
createInterface(child.stdio[3]).on("line", (line) => {
  const { event, port } = JSON.parse(line);
  if (event === "listen") console.log(`listening on http://127.0.0.1:${port}`);
});
process.on("SIGTERM", () => child.kill("SIGTERM"));
child.on("exit", (code, signal) => {
  process.exitCode = signal === "SIGTERM" ? 0 : (code ?? 1);
});
