/**
 * dnsdist of Debian's packages, answering DNS over HTTP out of its own configuration: what a server in C++ does without a network behind it.
 * @module
 */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { findProgram } from "../../scripts/install-services.ts";
import { freePort } from "../../scripts/ports.ts";
import { startProxy } from "../cache/proxies.ts";
import type { ServerProcess } from "../server-process.ts";

/** @returns undefined where dnsdist is not installed */
export async function startDnsdist(addresses: readonly string[]): Promise<ServerProcess | undefined> {
  const program = findProgram("dnsdist");
  if (program === undefined) return undefined;
  const port = await freePort();
  const plain = await freePort();
  return await startProxy(port, async (folder) => {
    const config = join(folder, "dnsdist.conf");
    await writeFile(
      config,
      `setLocal("127.0.0.1:${plain}")
setACL("127.0.0.0/8")
addDOHLocal("127.0.0.1:${port}", nil, nil, "/dns-query")
addAction(AllRule(), SpoofAction({${addresses.map((address) => `"${address}"`).join(", ")}}, {ttl = 60}))
`,
    );
    return [program, "--supervised", "--disable-syslog", "-C", config];
  });
}
