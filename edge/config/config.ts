/**
 * Configuration as its clients reach it: the console, Apollo's protocol, OpenFeature's, and that of Fairway's own agents. The front door of
 * the room. What it all means is in durable/config; docs/configuration.md tells it to its users.
 * @module
 */
import { ConfigService } from "../../proto/gen/config.contract.ts";
import type { Face } from "../face/face.ts";
import { type RpcFaceDeps, rpcFace } from "../rpc/rpc.ts";
import { agentFace } from "./agent.ts";
import { apolloFace } from "./apollo.ts";
import { accessHandlers } from "./console-access.ts";
import { documentHandlers } from "./console-documents.ts";
import { draftHandlers } from "./console-drafts.ts";
import { releaseHandlers } from "./console-releases.ts";
import { viewHandlers } from "./console-views.ts";
import type { DirectoryStub } from "./directory.ts";
import { heldPolls } from "./held-polls.ts";
import type { ConfigStubs } from "./objects.ts";
import { ofrepFace } from "./ofrep.ts";
import { reads as makeReads } from "./reads.ts";
import type { ReleaseCheck } from "./release-check.ts";
import { reports } from "./reports.ts";
import type { SecretBox } from "./secret-box.ts";

export { secretIn } from "./console-deps.ts";
export type { DirectoryStub } from "./directory.ts";
export type { ConfigStub, ConfigStubs } from "./objects.ts";
export type { ReleaseCheck } from "./release-check.ts";
export { type SecretBox, secretBox } from "./secret-box.ts";
export { parseConfigKeys } from "./settings.ts";

/** A document of a megabyte, and what JSON adds to it. */
const MESSAGE_BYTES_MAX = 4_194_304;

export interface ConfigFacesDeps {
  readonly stubs: ConfigStubs;
  readonly directory: () => DirectoryStub;
  /** See edge/config/secret-box.ts. */
  readonly box: SecretBox;
  readonly rpc: RpcFaceDeps;
  /** By service: what is asked of a release beyond its schema. */
  readonly checks: ReadonlyMap<string, ReleaseCheck>;
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<unknown>;
  readonly warn: (message: string, cause: unknown) => void;
}

export function configFaces({
  stubs,
  directory,
  box,
  rpc,
  checks,
  now,
  sleep,
  warn,
}: ConfigFacesDeps): readonly Face[] {
  const reads = makeReads({ stubs, directory, now });
  const report = reports({ stubs, now, sleep, warn });
  const polls = heldPolls({ reads, now });
  const deps = { stubs, directory, reads, box, checks };
  const handlers = {
    ...draftHandlers(deps),
    ...releaseHandlers(deps),
    ...viewHandlers(deps, now),
    ...documentHandlers(deps),
    ...accessHandlers(deps),
  };
  return [
    rpcFace(ConfigService, handlers, rpc, { name: "config", messageBytesMax: MESSAGE_BYTES_MAX }),
    agentFace({ ...deps, polls, report }),
    apolloFace({ reads, polls, box, report, now }),
    ofrepFace({ reads, box, codec: rpc.codec }),
  ];
}
