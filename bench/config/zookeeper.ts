/**
 * As much of ZooKeeper's protocol as a watch of one node takes (zookeeper.jute): a session, create, setData, and getData with a watch, which
 * fires once and is then set anew with the next read.
 * @module
 */
import { connect } from "node:net";
import type { Applied, Watcher } from "./watchers.ts";

const PATH = "/bench";
const SESSION_TIMEOUT_MS = 40_000;
const PING_EVERY_MS = 10_000;
const [CREATE, GET_DATA, SET_DATA, PING] = [1, 4, 5, 11];
const [XID_WATCH, XID_PING] = [-1, -2];
const ALL_RIGHTS = 31;

export interface Session extends Watcher {
  create(): Promise<void>;
  set(value: string): Promise<void>;
}

/** @param applied told of the value at once and after each change; without it nothing is watched */
export async function zookeeper(port: number, applied?: Applied): Promise<Session> {
  const socket = connect(port, "127.0.0.1").setNoDelay(true);
  const waiting = new Map<number, (error: number, body: Buffer) => void>();
  let rest: Buffer = Buffer.alloc(0);
  let greeted = false;
  let xid = 0;
  let closed = false;

  const send = (type: number, body: Buffer) =>
    new Promise<Buffer>((resolve, reject) => {
      const id = ++xid;
      const settle = (error: number, reply: Buffer) =>
        error === 0 ? resolve(reply) : reject(new Error(`ZooKeeper answers ${error}`));
      waiting.set(id, settle);
      socket.write(framed(Buffer.concat([int(id), int(type), body])));
    });
  const read = async () => {
    const reply = await send(GET_DATA, Buffer.concat([text(PATH), Buffer.of(1)]));
    const length = reply.readInt32BE(0);
    applied?.(reply.subarray(4, 4 + length).toString());
  };
  const take = (frame: Buffer) => {
    if (!greeted) {
      greeted = true;
      socket.emit("session");
      return;
    }
    const id = frame.readInt32BE(0);
    if (id === XID_WATCH) void read();
    const settle = waiting.get(id);
    waiting.delete(id);
    settle?.(frame.readInt32BE(12), frame.subarray(16));
  };
  socket.on("data", (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    while (rest.length >= 4 && rest.length >= 4 + rest.readInt32BE(0)) {
      const end = 4 + rest.readInt32BE(0);
      const frame = rest.subarray(4, end);
      rest = rest.subarray(end);
      take(frame);
    }
  });
  socket.on("close", () => {
    clearInterval(ping);
    if (greeted && !closed) throw new Error("ZooKeeper closed a session");
  });
  const ping = setInterval(() => socket.write(framed(Buffer.concat([int(XID_PING), int(PING)]))), PING_EVERY_MS);

  await new Promise<void>((resolve, reject) => {
    socket.once("session", resolve);
    socket.once("close", () => reject(new Error("ZooKeeper takes no sessions yet")));
    const head = Buffer.concat([int(0), Buffer.alloc(8), int(SESSION_TIMEOUT_MS), Buffer.alloc(8)]);
    socket.write(framed(Buffer.concat([head, bytes(Buffer.alloc(16)), Buffer.of(0)])));
  });
  if (applied !== undefined) await read();
  return {
    async create() {
      const open = Buffer.concat([int(1), int(ALL_RIGHTS), text("world"), text("anyone")]);
      await send(CREATE, Buffer.concat([text(PATH), bytes(Buffer.alloc(0)), open, int(0)]));
    },
    async set(value) {
      await send(SET_DATA, Buffer.concat([text(PATH), bytes(Buffer.from(value)), int(-1)]));
    },
    close() {
      closed = true;
      clearInterval(ping);
      socket.destroy();
    },
  };
}

function int(value: number): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeInt32BE(value);
  return buffer;
}

function bytes(content: Buffer): Buffer {
  return Buffer.concat([int(content.length), content]);
}

function text(content: string): Buffer {
  return bytes(Buffer.from(content));
}

function framed(content: Buffer): Buffer {
  return bytes(content);
}
