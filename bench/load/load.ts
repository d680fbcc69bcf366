/**
 * The load generator in a process of its own, so that neither the server under test nor the bench shares its event loop.
 *
 * The parent's side is {@link load}; this same file is also what the child runs.
 * @module
 */
import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { FramedWire } from "./framed.ts";
import { generate, type LoadReport, type Plan } from "./generator.ts";
import { GrpcWire } from "./grpc.ts";
import { type Http1Request, Http1Wire, http1Bytes } from "./http1.ts";
import type { Wire } from "./wire.ts";

export type { LoadReport } from "./generator.ts";

export type Traffic =
  /** The requests are sent in turn. */
  | { readonly protocol: "http1"; readonly requests: readonly Http1Request[] }
  | { readonly protocol: "grpc"; readonly path: string; readonly message: Uint8Array }
  | { readonly protocol: "framed"; readonly message: Uint8Array };

export type LoadOptions = Omit<Plan, "host" | "port"> & {
  /** `http://127.0.0.1:port`, or `tcp:`; only host and port are used. */
  readonly url: string;
  readonly traffic: Traffic;
};

type Verdict = { readonly report: LoadReport } | { readonly error: string };

/** @throws Error when the server is not there, or when the child dies */
export async function load(options: LoadOptions): Promise<LoadReport> {
  const child = fork(fileURLToPath(import.meta.url), { serialization: "advanced", execArgv: [] });
  try {
    child.send(options);
    const [verdict] = (await Promise.race([
      once(child, "message"),
      once(child, "exit").then(([code]) => [{ error: `the load generator exited with ${code}` }]),
    ])) as [Verdict];
    if ("error" in verdict) throw new Error(verdict.error);
    return verdict.report;
  } finally {
    child.kill();
  }
}

function wireFactory({ url, traffic }: LoadOptions): (connection: number) => Wire {
  const { host } = new URL(url);
  switch (traffic.protocol) {
    case "http1": {
      const requests = traffic.requests.map((request) => ({
        bytes: http1Bytes(request, host),
        isHead: request.method === "HEAD",
      }));
      return (connection) => new Http1Wire(requests, connection);
    }
    case "grpc":
      return () => new GrpcWire(traffic.path, host, traffic.message);
    case "framed":
      return () => new FramedWire(traffic.message);
  }
}

if (import.meta.main && process.send !== undefined) {
  process.once("disconnect", () => process.exit()); // Nobody waits for the report any more.
  process.once("message", async (options: LoadOptions) => {
    const { hostname, port } = new URL(options.url);
    let verdict: Verdict;
    try {
      verdict = { report: await generate({ ...options, host: hostname, port: Number(port) }, wireFactory(options)) };
    } catch (error) {
      verdict = { error: (error as Error).message };
    }
    process.send?.(verdict, () => process.disconnect?.());
  });
}
