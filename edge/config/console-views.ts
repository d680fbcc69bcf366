/**
 * What the console shows: versions, the history of a key, nodes, the audit log.
 * @module
 */
import { SILENT_AFTER_MS } from "../../proto/config/config.ts";
import { Fault } from "../../proto/fault.ts";
import type * as wire from "../../proto/gen/config.contract.ts";
import type { RpcContext } from "../rpc/rpc.ts";
import { readsSecrets } from "./callers.ts";
import { begin, type ConsoleDeps } from "./console-deps.ts";
import { changeMessage, entryMessage, pageOf, timestampOf, typeNumber, versionMessage } from "./console-wire.ts";
import { ask } from "./objects.ts";
import { readerOf } from "./query.ts";
import { sectionsOf } from "./values.ts";

const ROWS_USUAL = 20;
const ROWS_MAX = 100;
const EVENTS_USUAL = 100;
const EVENTS_MAX = 1_000;

export function viewHandlers(deps: ConsoleDeps, now: () => number) {
  return {
    async listVersions(request: wire.ListVersionsRequest, context: RpcContext) {
      const { object } = await begin(request.service, context, deps, "edit", "publish");
      const rows = await ask(object.versions(pageOf(request, ROWS_USUAL, ROWS_MAX)));
      return { versions: rows.map(versionMessage) };
    },

    async getVersion({ service, version }: wire.GetVersionRequest, context: RpcContext) {
      const { object } = await begin(service, context, deps, "edit", "publish");
      const view = await ask(object.version(version, false));
      return {
        version: versionMessage(view.version),
        entries: view.content.map(entryMessage),
        changes: view.changes.map(changeMessage),
      };
    },

    async getHistory(request: wire.GetHistoryRequest, context: RpcContext) {
      const { object } = await begin(request.service, context, deps, "edit", "publish");
      const page = pageOf(request, ROWS_USUAL, ROWS_MAX);
      const steps = await ask(object.history(request.section, request.key, page));
      return {
        steps: steps.map(({ version, change }) => ({
          version: versionMessage(version),
          change: changeMessage(change),
        })),
      };
    },

    async getValues({ service, node, labels }: wire.GetValuesRequest, context: RpcContext) {
      const { place, caller } = await begin(service, context, deps, "read", "edit", "publish");
      const text = Object.entries(labels)
        .map((pair) => pair.join("="))
        .join(",");
      const seen = await deps.reads.read(place, (promise) => context.waitUntil(promise));
      const kept = seen.visibleTo(readerOf(node, text));
      const sections = await sectionsOf(kept, readsSecrets(caller), deps.box);
      const values = Object.entries(sections).flatMap(([section, keys]) =>
        Object.entries(keys).map(([key, { type, value }]) => ({ section, key, type: typeNumber(type), value })),
      );
      return { version: kept.version, values };
    },

    async listNodes({ service }: wire.ListNodesRequest, context: RpcContext) {
      const { object } = await begin(service, context, deps, "edit", "publish");
      const nowMs = now();
      const rows = await ask(object.nodes());
      return {
        nodes: rows.map(({ seenAtMs, ...row }) => ({
          ...row,
          seenAt: timestampOf(seenAtMs),
          silent: nowMs - seenAtMs > SILENT_AFTER_MS,
        })),
      };
    },

    async report({ service, node, address, labels, running }: wire.ReportRequest, context: RpcContext) {
      const { place, object } = await begin(service, context, deps, "read");
      const text = Object.entries(labels)
        .map((pair) => pair.join("="))
        .join(",");
      const reader = readerOf(node, text);
      if (node === "" || address.length > 128) throw new Fault("invalid_argument", "node and address are needed");
      await ask(object.report([{ ...reader, address: address || (context.client.ip ?? ""), running }]));
      const seen = await deps.reads.read(place, (promise) => context.waitUntil(promise));
      return { target: seen.visibleTo(reader).version };
    },

    async listAudit(request: wire.ListAuditRequest, context: RpcContext) {
      const { object } = await begin(request.service, context, deps, "edit", "publish");
      const rows = await ask(object.audit(pageOf(request, EVENTS_USUAL, EVENTS_MAX)));
      return { events: rows.map(({ atMs, ...row }) => ({ ...row, at: timestampOf(atMs) })) };
    },
  };
}
