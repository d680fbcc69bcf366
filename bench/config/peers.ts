/**
 * The servers that configuration is watched on elsewhere, each with its data in a temporary folder, and none where it is not installed
 * (Debian: etcd-server, zookeeper).
 * @module
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { findProgram } from "../../scripts/install-services.ts";
import { freePort } from "../../scripts/ports.ts";

export interface Peer {
  readonly port: number;
  stop(): Promise<void>;
}

const READY_MS_MAX = 60_000;
const PROBE_EVERY_MS = 100;
/** Where Debian puts it; its manifest names all that it needs. */
const ZOOKEEPER_JAR = "/usr/share/java/zookeeper.jar";

/** @returns undefined where it is not installed */
export async function startEtcd(): Promise<Peer | undefined> {
  const program = findProgram("etcd");
  if (program === undefined) return undefined;
  const [port, peerPort] = [await freePort(), await freePort()];
  return await start(port, (folder) => {
    const [client, own] = [`http://127.0.0.1:${port}`, `http://127.0.0.1:${peerPort}`];
    const listens = ["--listen-client-urls", client, "--advertise-client-urls", client, "--listen-peer-urls", own];
    const cluster = ["--initial-advertise-peer-urls", own, "--initial-cluster", `default=${own}`];
    return spawn(program, ["--data-dir", folder, ...listens, ...cluster], { stdio: "ignore" });
  });
}

/** @returns undefined where it is not installed */
export async function startZookeeper(): Promise<Peer | undefined> {
  const java = findProgram("java");
  const classPath = process.env.ZOOKEEPER_CLASSPATH ?? (existsSync(ZOOKEEPER_JAR) ? ZOOKEEPER_JAR : undefined);
  if (java === undefined || classPath === undefined) return undefined;
  const port = await freePort();
  return await start(port, async (folder) => {
    const config = join(folder, "zoo.cfg");
    const lines = ["tickTime=2000", `dataDir=${folder}`, `clientPort=${port}`, "clientPortAddress=127.0.0.1"];
    // Without a limit of connections from one address, and without its console.
    await writeFile(config, [...lines, "maxClientCnxns=0", "admin.enableServer=false"].join("\n"));
    const main = "org.apache.zookeeper.server.quorum.QuorumPeerMain";
    return spawn(java, ["-cp", classPath, main, config], { stdio: "ignore" });
  });
}

async function start(port: number, launch: (folder: string) => ChildProcess | Promise<ChildProcess>): Promise<Peer> {
  const folder = await mkdtemp(join(tmpdir(), "fairway-peer-"));
  const child = await launch(folder);
  const killAtExit = () => child.kill("SIGKILL");
  process.once("exit", killAtExit);
  const gone = once(child, "exit").finally(() => process.off("exit", killAtExit));
  const stop = async () => {
    child.kill("SIGKILL");
    await gone;
    await rm(folder, { recursive: true, force: true });
  };
  const deadlineMs = performance.now() + READY_MS_MAX;
  while (!(await isListening(port))) {
    if (child.exitCode !== null || performance.now() > deadlineMs) {
      await stop();
      throw new Error(`${child.spawnfile} does not listen on ${port}`);
    }
    await delay(PROBE_EVERY_MS);
  }
  return { port, stop };
}

async function isListening(port: number): Promise<boolean> {
  return await new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}
