/** Centrifugo's protocol by hand, for what no well-behaved client says. */
import { expect } from "vitest";
import { WebSocket } from "ws";
import type { PushWorld } from "./push-world.ts";

export interface Line {
  readonly id?: number;
  readonly error?: { readonly code: number; readonly message: string; readonly temporary?: boolean };
  readonly connect?: Record<string, unknown>;
  readonly subscribe?: Record<string, unknown>;
  readonly push?: {
    readonly channel?: string;
    readonly pub?: { readonly data: unknown; readonly offset?: number };
    readonly unsubscribe?: { readonly code: number };
    readonly disconnect?: { readonly code: number; readonly reason: string };
  };
}

export interface RawSocket {
  /** As they came, a line each. */
  readonly texts: string[];
  lines(): Line[];
  closed(): { code: number; reason: string } | undefined;
  send(data: string | Uint8Array): void;
  /** Waits for the reply. */
  ask(command: Record<string, unknown>): Promise<Line>;
  close(): void;
}

export async function rawSocket(world: PushWorld): Promise<RawSocket> {
  const socket = new WebSocket(`${world.url().replace("http", "ws")}/connection/websocket`);
  const texts: string[] = [];
  let closed: { code: number; reason: string } | undefined;
  let lastId = 0;
  socket.on("message", (data) => texts.push(...String(data).split("\n")));
  socket.on("close", (code, reason) => {
    closed = { code, reason: String(reason) };
  });
  await new Promise((resolve, reject) => socket.once("open", resolve).once("error", reject));
  const lines = () => texts.map((text) => JSON.parse(text) as Line);
  return {
    texts,
    lines,
    closed: () => closed,
    send: (data) => socket.send(data),
    async ask(command) {
      const id = ++lastId;
      socket.send(JSON.stringify({ id, ...command }));
      await expect.poll(() => lines().some((line) => line.id === id) || closed !== undefined).toBe(true);
      return lines().find((line) => line.id === id) ?? {};
    },
    close: () => socket.close(),
  };
}

/** What a stream over HTTP brought until it ended, or until `until` was found in it. */
export async function readStream(response: Response, until?: string): Promise<string> {
  const text = new TextDecoder();
  let got = "";
  for await (const chunk of response.body ?? []) {
    got += text.decode(chunk, { stream: true });
    if (until !== undefined && got.includes(until)) break;
  }
  return got;
}
