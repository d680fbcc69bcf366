/** Calls, push and reports of one app on one network: addresses in place of DNS, and one life. */
import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PassportService } from "../../../proto/gen/passport.contract.ts";
import { createClient } from "../../../sdk/client.ts";
import { type AppNetwork, createNetwork } from "../../../sdk/network/network.ts";
import { nodeConnector, nodeWebSocket } from "../../../sdk/node/node.ts";
import { createPush, type PushEvent, type PushTransport } from "../../../sdk/push.ts";
import { type Stack, startStack } from "./stack.ts";

const KEY = randomBytes(24).toString("base64url");

let stack: Stack;
beforeAll(async () => {
  stack = await startStack({
    bindings: {
      PROTOCOLS: JSON.stringify({ centrifugo: true, "centrifugo-api": { prefix: "/centrifugo" } }),
      PUSH_TOKENS: `tests=${KEY}`,
    },
  });
});
afterAll(() => stack?.stop());

async function publish(uid: string, data: unknown): Promise<void> {
  const response = await fetch(`${stack.edge}/centrifugo/api/publish`, {
    method: "POST",
    headers: { "x-api-key": KEY },
    body: JSON.stringify({ channel: `user:${uid}`, data }),
  });
  expect(await response.json()).toMatchObject({ result: { offset: expect.any(Number) } });
}

/** An app whose edge has a name that no DNS knows: whoever asks the platform for it finds nobody. */
function app(transport: PushTransport) {
  const edge = `http://edge.invalid:${new URL(stack.edge).port}`;
  const lookups: string[] = [];
  const dial = {
    lookup: (
      host: string,
      _: unknown,
      done: (error: Error | null, list: { address: string; family: number }[]) => void,
    ) => {
      lookups.push(host);
      done(null, [{ address: "127.0.0.1", family: 4 }]);
    },
  } as unknown as Parameters<typeof nodeConnector>[0];
  const network: AppNetwork = createNetwork({ edges: [edge], connector: nodeConnector(dial) });
  const client = createClient({ baseUrl: edge, network, sessions: PassportService });
  const push = createPush({
    network,
    session: client.session,
    transports: [transport],
    platform: { WebSocket: nodeWebSocket(network, dial) },
  });
  const got: unknown[] = [];
  const events: PushEvent["type"][] = [];
  push.messages({ onMessage: ({ data }) => void got.push(data) });
  push.listen(({ type }) => events.push(type));
  const close = () => {
    push.close();
    client.close();
    network.close();
  };
  return { network, client, push, got, events, lookups, close };
}

describe.each(["websocket", "http_stream"] as const)("push by %s", (transport) => {
  test("goes where the network goes, lives as it does, and ends with the session", async () => {
    const { network, client, got, events, lookups, close } = app(transport);
    try {
      network.appState("active");
      const deviceId = `push-network-${transport}-0123456789`;
      const signIn = () => client.session.signIn(client.rpc(PassportService).signInGuest({ deviceId }));
      const uid = String((await signIn()).uid);
      await publish(uid, 1);
      await expect.poll(() => got).toEqual([1]);
      expect(lookups.length).toBeGreaterThan(0);

      network.appState("background");
      await expect.poll(() => events.at(-1)).toBe("disconnected");
      await publish(uid, 2);
      network.appState("active");
      await expect.poll(() => got).toEqual([1, 2]);

      const before = events.filter((type) => type === "connected").length;
      network.networkChanged({ id: "operator", type: "cellular" });
      await expect.poll(() => events.filter((type) => type === "connected").length).toBe(before + 1);
      await publish(uid, 3);
      await expect.poll(() => got).toEqual([1, 2, 3]);

      await client.session.signOut();
      await publish(uid, 4);
      await signIn();
      await expect.poll(() => got).toEqual([1, 2, 3, 4]);
    } finally {
      close();
    }
  });
});
