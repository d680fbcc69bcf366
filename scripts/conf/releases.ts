/**
 * Commands that make things visible: publish, rollback, gray, promote, abandon, and what became of it: history.
 * @module
 */
import * as wire from "../../proto/gen/config.contract.ts";
import { type Command, MESSAGE, type Output } from "./command.ts";
import { published } from "./drafts.ts";
import { ruleOf, shownChanges, table, timeOf } from "./show.ts";
import { pairsOf, placeOf, serviceOf, UsageError, wholeOf } from "./usage.ts";

export const publish: Command = {
  usage: "publish <service>",
  summary: "the draft for everyone, as a new version",
  options: MESSAGE,
  async run({ console, words: [serviceText], options }) {
    const service = serviceOf(serviceText);
    const { revision } = await console.getTree({ service });
    return await published(console, service, revision, options.text("message"));
  },
};

export const rollback: Command = {
  usage: "rollback <service> <version>",
  summary: "the content of an old version for everyone, as a new one",
  options: MESSAGE,
  async run({ console, words: [serviceText, versionText], options }) {
    const service = serviceOf(serviceText);
    if (versionText === undefined) throw new UsageError("a version is needed: `history` lists them");
    const version = wholeOf(versionText, "a version");
    const { revision } = await console.getTree({ service });
    const release = await console.rollback({ service, revision, version, message: options.text("message") ?? "" });
    return done(release, `version ${release.version} has the content of version ${version}`);
  },
};

export const gray: Command = {
  usage: "gray <service>",
  summary: "the draft for some nodes; or another rule for the gray release under way",
  options: {
    percent: { kind: "string", value: "<0–100>", help: "of the nodes, by their names" },
    label: { kind: "list", value: "<name=value>", help: "nodes with all of these labels; may be repeated" },
    node: { kind: "list", value: "<name>", help: "nodes by name; may be repeated" },
    ...MESSAGE,
  },
  async run({ console, words: [serviceText], options }) {
    const service = serviceOf(serviceText);
    const percent = Number(options.text("percent") ?? "0");
    if (!(percent >= 0 && percent <= 100)) throw new UsageError("--percent: a number from 0 to 100 expected");
    const rule = { percent, labels: pairsOf(options.list("label"), "--label"), nodes: options.list("node") };
    const isEmpty = percent === 0 && Object.keys(rule.labels).length === 0 && rule.nodes.length === 0;
    if (isEmpty) throw new UsageError("who is it for? Give --percent, --label or --node");
    const { revision, gray: underWay } = await console.getTree({ service });
    const release =
      underWay === null
        ? await console.startGray({ service, revision, rule, message: options.text("message") ?? "" })
        : await console.moveGray({ service, revision, rule });
    return done(
      release,
      `version ${release.version} is in gray release for ${ruleOf({ ...rule, nodes: [...rule.nodes] })}`,
    );
  },
};

export const promote: Command = {
  usage: "promote <service>",
  summary: "the gray content for everyone",
  options: MESSAGE,
  async run({ console, words: [serviceText], options }) {
    const service = serviceOf(serviceText);
    const { revision } = await console.getTree({ service });
    const release = await console.promote({ service, revision, message: options.text("message") ?? "" });
    return done(release, `version ${release.version} is for everyone, with the gray content`);
  },
};

export const abandon: Command = {
  usage: "abandon <service>",
  summary: "gives the gray release up; what was tried is back in the draft",
  options: MESSAGE,
  async run({ console, words: [serviceText], options }) {
    const service = serviceOf(serviceText);
    const { revision } = await console.getTree({ service });
    const release = await console.abandon({ service, revision, message: options.text("message") ?? "" });
    return done(
      release,
      `version ${release.version} is for everyone, with the main content; the edits are in the draft`,
    );
  },
};

function done(release: wire.Release, text: string): Output {
  return { text, json: wire.Release.toJson(release) };
}

export const history: Command = {
  usage: "history <service> [<section>/<key>]",
  summary: "the versions, or what became of one key",
  options: {
    limit: { kind: "string", value: "<n>", help: "so many, 20 by default, 100 at most" },
    before: { kind: "string", value: "<version>", help: "those before it" },
  },
  async run({ console, words: [serviceText, placeText], options }) {
    const service = serviceOf(serviceText);
    const page = { limit: options.whole("limit") ?? 0, before: options.whole("before") ?? 0 };
    if (placeText !== undefined) {
      const answer = await console.getHistory({ service, ...placeOf(placeText), ...page });
      const steps = answer.steps.map(({ version, change }) => {
        const head = version === null ? "" : rowOf(version).join("  ");
        return `${head}\n${change === null ? "" : shownChanges([change])}`;
      });
      return { text: steps.join("\n\n") || "no version changed it", json: wire.GetHistoryResponse.toJson(answer) };
    }
    const answer = await console.listVersions({ service, ...page });
    const text = table(["version", "kind", "of", "at", "author", "message"], answer.versions.map(rowOf));
    return { text, json: wire.ListVersionsResponse.toJson(answer) };
  },
};

function rowOf({ number, kind, of, madeAt, author, message }: wire.Version): string[] {
  return [String(number), kind, of === 0 ? "" : String(of), timeOf(madeAt), author, message];
}
