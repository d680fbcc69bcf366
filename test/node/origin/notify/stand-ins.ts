/** Google and Apple on loopback: they check signatures as the real ones do, remember what they took, and answer as the test says. */
import { generateKeyPairSync, type KeyObject, randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import { createServer as createHttp2Server, type Http2Server, type ServerHttp2Session } from "node:http2";
import type { AddressInfo } from "node:net";
import { jwtVerify } from "jose";
import type { ServiceAccount } from "../../../../origin/notify/google-token.ts";

/** In place of success. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** `silence` is no answer at all. */
export type Behaviour = (token: string) => Answer | "silence" | undefined;

interface StandIn {
  readonly url: string;
  /** What it took, by device token, in its order. */
  readonly taken: { readonly token: string; readonly message: Record<string, never>; readonly headers: Headers }[];
  /** How often it was asked for each device. */
  readonly asked: Map<string, number>;
  /** Undefined is success. */
  behave(behaviour: Behaviour): void;
  close(): Promise<void>;
}

export interface FcmStandIn extends StandIn {
  readonly account: ServiceAccount;
  /** Access tokens that it has given. */
  tokens(): number;
  revokeTokens(): void;
}

const PROJECT = "fairway-test";

/** One for all, because it takes a while. */
const GOOGLE_KEY = generateKeyPairSync("rsa", { modulusLength: 2_048 });

export async function fcmStandIn(): Promise<FcmStandIn> {
  const { privateKey, publicKey } = GOOGLE_KEY;
  const taken: StandIn["taken"] = [];
  const asked = new Map<string, number>();
  const tokens = new Set<string>();
  let issued = 0;
  let behaviour: Behaviour = () => undefined;
  const server = createServer((request, response) => {
    const reply = (status: number, body: unknown, headers: Record<string, string> = {}) => {
      response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
    };
    void (async () => {
      const text = await textOf(request);
      if (request.url === "/token") {
        const form = new URLSearchParams(text);
        await requireAssertion(form, publicKey, account);
        const token = randomBytes(16).toString("hex");
        tokens.add(token);
        issued++;
        return reply(200, { access_token: token, expires_in: 3_599, token_type: "Bearer" });
      }
      const bearer = request.headers.authorization?.replace("Bearer ", "") ?? "";
      if (!tokens.has(bearer)) return reply(401, { error: { code: 401, status: "UNAUTHENTICATED" } });
      if (request.url !== `/v1/projects/${PROJECT}/messages:send`) return reply(404, "no such page");
      const { message } = JSON.parse(text) as { message: { token: string } & Record<string, never> };
      asked.set(message.token, (asked.get(message.token) ?? 0) + 1);
      const answer = behaviour(message.token);
      if (answer === "silence") return;
      if (answer !== undefined) return reply(answer.status, answer.body ?? {}, { ...answer.headers });
      taken.push({ token: message.token, message, headers: new Headers() });
      reply(200, { name: `projects/${PROJECT}/messages/${taken.length}` });
    })().catch((error: unknown) => reply(400, { error: String(error) }));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const account: ServiceAccount = {
    type: "service_account",
    project_id: PROJECT,
    private_key_id: "key-1",
    private_key: privateKey.export({ type: "pkcs8", format: "pem" }) as string,
    client_email: `push@${PROJECT}.iam.gserviceaccount.com`,
    token_uri: `${url}/token`,
  };
  return {
    url,
    account,
    taken,
    asked,
    tokens: () => issued,
    revokeTokens: () => tokens.clear(),
    behave(next) {
      behaviour = next;
    },
    async close() {
      server.closeAllConnections();
      await once(server.close(), "close");
    },
  };
}

async function requireAssertion(form: URLSearchParams, key: KeyObject, account: ServiceAccount): Promise<void> {
  if (form.get("grant_type") !== "urn:ietf:params:oauth:grant-type:jwt-bearer") throw new Error("grant_type");
  const { payload, protectedHeader } = await jwtVerify(form.get("assertion") ?? "", key, {
    algorithms: ["RS256"],
    audience: account.token_uri,
    issuer: account.client_email,
    maxTokenAge: "1h",
    requiredClaims: ["exp", "iat"],
  });
  if (protectedHeader.kid !== account.private_key_id) throw new Error("kid");
  if (payload.scope !== "https://www.googleapis.com/auth/firebase.messaging") throw new Error("scope");
}

export interface ApnsStandIn extends StandIn {
  readonly key: { readonly privateKey: string; readonly keyId: string; readonly teamId: string };
  readonly topic: string;
  /** Provider tokens that it has seen. */
  readonly providerTokens: Set<string>;
  /** Connections that were made. */
  connections(): number;
  /** Cuts all connections. */
  cut(): void;
}

export async function apnsStandIn(): Promise<ApnsStandIn> {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const key = {
    privateKey: privateKey.export({ type: "pkcs8", format: "pem" }) as string,
    keyId: "ABC123DEFG",
    teamId: "TEAM123456",
  };
  const topic = "dev.fairway.app";
  const taken: StandIn["taken"] = [];
  const asked = new Map<string, number>();
  const providerTokens = new Set<string>();
  const sessions = new Set<ServerHttp2Session>();
  let made = 0;
  let behaviour: Behaviour = () => undefined;
  const server: Http2Server = createHttp2Server();
  server.on("session", (session) => {
    made++;
    sessions.add(session);
    session.on("close", () => sessions.delete(session));
  });
  server.on("request", (request, response) => {
    const reply = (status: number, body: unknown, headers: Record<string, string> = {}) => {
      response.writeHead(status, headers);
      response.end(body === undefined ? "" : JSON.stringify(body));
    };
    request.stream.on("error", () => undefined);
    void (async () => {
      const text = await textOf(request as unknown as IncomingMessage);
      const jwt = String(request.headers.authorization).replace("bearer ", "");
      const isGenuine = await jwtVerify(jwt, publicKey, {
        algorithms: ["ES256"],
        issuer: key.teamId,
        maxTokenAge: "1h",
      })
        .then(({ protectedHeader }) => protectedHeader.kid === key.keyId)
        .catch(() => false);
      if (!isGenuine) return reply(403, { reason: "InvalidProviderToken" });
      providerTokens.add(jwt);
      const token = /^\/3\/device\/([0-9a-f]+)$/.exec(request.url)?.[1];
      if (token === undefined) return reply(404, { reason: "BadPath" });
      if (request.headers["apns-topic"] !== topic) return reply(400, { reason: "TopicDisallowed" });
      asked.set(token, (asked.get(token) ?? 0) + 1);
      const answer = behaviour(token);
      if (answer === "silence") return;
      if (answer !== undefined) return reply(answer.status, answer.body, { ...answer.headers });
      const headers = new Headers(
        Object.entries(request.headers).flatMap(([name, value]) =>
          name.startsWith(":") ? [] : [[name, String(value)] as [string, string]],
        ),
      );
      taken.push({ token, message: JSON.parse(text), headers });
      reply(200, undefined, { "apns-id": headers.get("apns-id") ?? "" });
    })();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const cut = () => {
    for (const session of sessions) session.destroy();
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    key,
    topic,
    taken,
    asked,
    providerTokens,
    connections: () => made,
    cut,
    behave(next) {
      behaviour = next;
    },
    async close() {
      cut();
      await new Promise((settle) => server.close(settle));
    },
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request.setEncoding("utf8")) text += chunk;
  return text;
}
