/**
 * Commands that show who runs what, and who did what: nodes, audit.
 * @module
 */
import * as wire from "../../proto/gen/config.contract.ts";
import type { Command } from "./command.ts";
import { orNone, table, timeOf } from "./show.ts";
import { serviceOf } from "./usage.ts";

export const nodes: Command = {
  usage: "nodes <service>",
  summary: "who runs which version, and who is silent",
  async run({ console, words: [serviceText] }) {
    const answer = await console.listNodes({ service: serviceOf(serviceText) });
    // Isolates of the edge come and go: those that are gone stand at the end.
    const heard = [...answer.nodes].sort((a, b) => Number(a.silent) - Number(b.silent));
    const rows = heard.map(({ node, address, labels, running, target, seenAt, connected, silent }) => [
      node,
      orNone(address),
      running === 0 ? "—" : String(running),
      String(target),
      silent ? "silent" : running === target ? "runs it" : "behind",
      connected ? "now" : timeOf(seenAt),
      Object.entries(labels)
        .map(([name, value]) => `${name}=${value}`)
        .join(" "),
    ]);
    const text = table(["node", "address", "runs", "is to run", "state", "heard of", "labels"], rows);
    return {
      text: rows.length === 0 ? "no node has said anything yet" : text,
      json: wire.ListNodesResponse.toJson(answer),
    };
  },
};

export const audit: Command = {
  usage: "audit <service>",
  summary: "who did what, the newest first",
  options: {
    limit: { kind: "string", value: "<n>", help: "so many, 100 by default, 1000 at most" },
    before: { kind: "string", value: "<id>", help: "those before it" },
  },
  async run({ console, words: [serviceText], options }) {
    const page = { limit: options.whole("limit") ?? 0, before: options.whole("before") ?? 0 };
    const answer = await console.listAudit({ service: serviceOf(serviceText), ...page });
    const rows = answer.events.map(({ id, at, actor, action, detail }) => [
      String(id),
      timeOf(at),
      actor,
      action,
      detail,
    ]);
    return { text: table(["id", "at", "who", "what", "detail"], rows), json: wire.ListAuditResponse.toJson(answer) };
  },
};
