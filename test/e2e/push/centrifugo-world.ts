/** Centrifugo's own client for JavaScript, unchanged, over each of its transports; and its server API. */
import { Centrifuge, type Options, type PublicationContext, type Subscription } from "centrifuge";
import { EventSource } from "undici";
import { expect } from "vitest";
import { PUBLISHER, type PushWorld, tokenOf } from "./push-world.ts";

export const TRANSPORTS = ["websocket", "sse", "http_stream"] as const;
export type TransportName = (typeof TRANSPORTS)[number];

const PATHS = { websocket: "websocket", sse: "sse", http_stream: "http_stream" } as const;

/** What a client was told, in its order. */
export interface Watched {
  readonly client: Centrifuge;
  readonly events: {
    readonly type: string;
    readonly code?: number;
    readonly channel?: string;
    readonly context: unknown;
  }[];
}

export function clientOf(world: PushWorld, transport: TransportName, options: Partial<Options> = {}): Watched {
  const url = world.url();
  const endpoint = `${transport === "websocket" ? url.replace("http", "ws") : url}/connection/${PATHS[transport]}`;
  const client = new Centrifuge([{ transport, endpoint }], {
    emulationEndpoint: `${url}/emulation`,
    eventsource: EventSource,
    minReconnectDelay: 20,
    maxReconnectDelay: 200,
    ...options,
  });
  const events: Watched["events"] = [];
  for (const type of [
    "connecting",
    "connected",
    "disconnected",
    "error",
    "subscribed",
    "unsubscribed",
    "publication",
    "join",
    "leave",
  ] as const) {
    client.on(type, (context: { code?: number; channel?: string }) => {
      const { code, channel } = context;
      events.push({ type, context, ...(code !== undefined && { code }), ...(channel !== undefined && { channel }) });
    });
  }
  return { client, events };
}

/** Connected as the user. */
export async function connected(
  world: PushWorld,
  transport: TransportName,
  user: string,
  options: Partial<Options> = {},
): Promise<Watched> {
  const watched = clientOf(world, transport, { token: await tokenOf({ sub: user }), ...options });
  watched.client.connect();
  await watched.client.ready();
  return watched;
}

export interface Subscribed {
  readonly subscription: Subscription;
  readonly publications: PublicationContext[];
  data(): unknown[];
  offsets(): (number | undefined)[];
}

export async function subscribed(
  { client }: Watched,
  channel: string,
  options: Parameters<Centrifuge["newSubscription"]>[1] = {},
): Promise<Subscribed> {
  const subscription = client.newSubscription(channel, {
    minResubscribeDelay: 20,
    maxResubscribeDelay: 100,
    ...options,
  });
  const publications: PublicationContext[] = [];
  subscription.on("publication", (context) => publications.push(context));
  subscription.subscribe();
  await subscription.ready();
  return {
    subscription,
    publications,
    data: () => publications.map(({ data }) => data as unknown),
    offsets: () => publications.map(({ offset }) => offset),
  };
}

export interface ApiAnswer {
  readonly status: number;
  readonly body: {
    readonly result?: Record<string, unknown>;
    readonly error?: { code: number; message: string };
    readonly code?: number;
    readonly replies?: readonly Record<string, unknown>[];
  };
}

export async function api(
  world: PushWorld,
  method: string,
  params: unknown,
  headers: Record<string, string> = { "x-api-key": PUBLISHER },
): Promise<ApiAnswer> {
  const response = await fetch(`${world.url()}/api/${method}`, {
    method: "POST",
    headers,
    body: typeof params === "string" ? params : JSON.stringify(params),
  });
  return { status: response.status, body: (await response.json()) as ApiAnswer["body"] };
}

/** Publishes, which must work. */
export async function publish(world: PushWorld, channel: string, ...data: unknown[]): Promise<void> {
  for (const each of data) {
    const { body } = await api(world, "publish", { channel, data: each });
    expect(body.error).toBeUndefined();
  }
}
