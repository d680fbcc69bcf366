/** A service of the edge, called by a Connect client of others. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Code, ConnectError, createClient } from "@connectrpc/connect";
import { compressionGzip, createConnectTransport } from "@connectrpc/connect-node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { IdService } from "../../../proto/gen/ids.contract.ts";
import { buildEdge } from "../../../scripts/build-edge.ts";
import { startEdge } from "../../../scripts/serve.ts";
import type { Workerd } from "../../../scripts/workerd.ts";
import { connectService } from "../../node/origin/rpc/connect-service.ts";

const SERVICE = connectService("ids.proto", IdService.name);
const EVERYTHING = 0;

type Call = (request: object, options?: object) => Promise<Record<string, unknown>>;
type Ids = Readonly<Record<"nextId" | "nextIds" | "describe" | "workers" | "ping", Call>>;

let folder: string;
let edge: Workerd;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "fairway-ids-clients-"));
  const bindings = {
    IDENTITY_KEY: Buffer.alloc(32, "k").toString("base64"),
    PROTOCOLS: '{"ids":{"prefix":"/in/a/place"}}',
    IDS_TOKENS: "*",
  };
  const module = await buildEdge(join(folder, "edge"));
  edge = await startEdge({ port: 0, module, bindings, stdout: "ignore", stderr: "ignore" });
});
afterAll(async () => {
  await edge?.stop();
  await rm(folder, { recursive: true, force: true });
});

const gzip = {
  sendCompression: compressionGzip,
  acceptCompression: [compressionGzip],
  compressMinBytes: EVERYTHING,
};
describe.each([
  ["protobuf", { useBinaryFormat: true, useHttpGet: false }],
  ["JSON over GET where it may", { useBinaryFormat: false, useHttpGet: true }],
  ["protobuf over GET, with gzip", { useBinaryFormat: true, useHttpGet: true, ...gzip }],
  ["protobuf with gzip", { useBinaryFormat: true, ...gzip }],
])("a @connectrpc/connect-node client in %s, at a mount of its own", (_, options) => {
  const connect = (): Ids => {
    const transport = createConnectTransport({ ...options, baseUrl: `${edge.url}/in/a/place`, httpVersion: "1.1" });
    return createClient(SERVICE, transport) as unknown as Ids;
  };

  test("gets ids to the last digit, and reads them", async () => {
    const ids = connect();
    const { id } = await ids.nextId({ worker: 3 });
    expect(await ids.describe({ id })).toMatchObject({ datacenter: 1, worker: 3 });
    const { ids: many } = await ids.nextIds({ count: 5_000 });
    expect(new Set(many as bigint[]).size).toBe(5_000);
    expect((await ids.workers({})).workers).toHaveLength(4);
    await ids.ping({});
  });

  test("is told what is wrong by code, in words", async () => {
    const error = await connect()
      .nextIds({ count: 0 })
      .catch((thrown: unknown) => ConnectError.from(thrown));
    expect(error).toMatchObject({ code: Code.InvalidArgument, rawMessage: expect.stringContaining("count: ") });
  });

  test("hears of a time that is none, also where its body is still on the way", async () => {
    const error = await connect()
      .nextIds({ count: 1 }, { headers: { "connect-timeout-ms": "never" } })
      .catch((thrown: unknown) => ConnectError.from(thrown));
    expect(error).toMatchObject({ code: Code.InvalidArgument });
  });
});
