import { describe, expect, test } from "vitest";
import type { LifeEvent, NetworkRequest, NetworkState } from "../../../sdk/network/exchange.ts";
import { createPush } from "../../../sdk/push.ts";
import { followLife, networkFetch } from "../../../sdk/push-network.ts";

function life() {
  let watcher: ((event: LifeEvent) => void) | undefined;
  const heard: string[] = [];
  const ignore = followLife(
    {
      watch(listener) {
        watcher = listener;
        return () => {
          watcher = undefined;
        };
      },
    },
    {
      foreground: () => void heard.push("foreground"),
      background: () => void heard.push("background"),
      networkChanged: (isOnline) => void heard.push(`network ${isOnline}`),
    },
  );
  const say = (...events: readonly LifeEvent[]) => {
    for (const event of events) watcher?.(event);
  };
  return { heard, ignore, say };
}

const at = (id: string, type: NetworkState["type"] = "wifi"): LifeEvent => ({ type: "network", state: { id, type } });
const online = (isOnline: boolean): LifeEvent => ({ type: "online", isOnline });

describe("push lives as the network does", () => {
  test.each([
    [
      "the app comes and goes",
      [
        { type: "app", state: "background" },
        { type: "app", state: "active" },
      ],
      ["background", "foreground"],
    ],
    ["another network", [at("a"), at("b"), at("b", "cellular")], ["network true", "network true", "network true"]],
    ["the same again", [at("a"), at("a"), online(true)], ["network true"]],
    ["none, and the same again", [at("a"), at("", "none"), at("a")], ["network true", "network false", "network true"]],
    [
      "offline, told twice, and back",
      [online(false), online(false), at("", "none"), online(true)],
      ["network false", "network true"],
    ],
  ] as const)("%s", (_, events, expected) => {
    const { heard, say } = life();
    say(...events);
    expect(heard).toEqual(expected);
  });

  test("until it is closed", () => {
    const { heard, say, ignore } = life();
    ignore();
    say(online(false));
    expect(heard).toEqual([]);
  });
});

test("a stream is read in parts and without an end, all else whole; neither is repeated", async () => {
  const sent: { url: string; request: NetworkRequest }[] = [];
  const send = async (url: string, request: NetworkRequest) => {
    sent.push({ url, request });
    return new Response("x");
  };
  const fetch = networkFetch({ send }, (url) => url.includes("stream"));
  const { signal } = new AbortController();
  await fetch("https://edge.example/stream?a", { method: "POST", headers: { a: "b" }, body: "é", signal });
  await fetch("https://edge.example/emulation", { method: "POST", body: Uint8Array.of(1) });
  expect(sent).toEqual([
    {
      url: "https://edge.example/stream?a",
      request: {
        method: "POST",
        headers: { a: "b" },
        body: new TextEncoder().encode("é"),
        signal,
        idempotent: false,
        streamed: true,
        bytesMax: Number.POSITIVE_INFINITY,
      },
    },
    {
      url: "https://edge.example/emulation",
      request: {
        method: "POST",
        headers: {},
        body: Uint8Array.of(1),
        idempotent: false,
        streamed: false,
        bytesMax: 65_536,
      },
    },
  ]);
});

test("push without an edge is refused", () => {
  const session = { tokens: async () => undefined, accessToken: async () => undefined, listen: () => () => undefined };
  expect(() => createPush({ session })).toThrow(TypeError);
});
