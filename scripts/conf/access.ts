/**
 * Commands of administration: create, token, key, open, reseal.
 * @module
 */
import * as wire from "../../proto/gen/config.contract.ts";
import type { Command } from "./command.ts";
import { table, timeOf } from "./show.ts";
import { serviceOf, UsageError } from "./usage.ts";

export const create: Command = {
  usage: "create <service>",
  summary: "makes the configuration of a service, empty; for operators",
  async run({ console, words: [serviceText] }) {
    const answer = await console.createService({ service: serviceOf(serviceText) });
    const text = answer.created ? `${serviceText} is there now` : `${serviceText} was there already`;
    return { text, json: wire.CreateServiceResponse.toJson(answer) };
  },
};

export const token: Command = {
  usage: "token <service> [create <name> | drop <id>]",
  summary: "lists, makes and withdraws tokens of a service",
  options: {
    right: { kind: "list", value: "<right>", help: "of create: read, edit, publish or admin; may be repeated" },
  },
  async run({ console, words: [serviceText, action = "list", what], options }) {
    const service = serviceOf(serviceText);
    if (action === "list") {
      const answer = await console.listTokens({ service });
      const rows = answer.tokens.map(({ id, name, rights, createdAt, author }) => [
        id,
        name,
        rights.join(", "),
        timeOf(createdAt),
        author,
      ]);
      return {
        text: table(["id", "name", "rights", "made at", "by"], rows),
        json: wire.ListTokensResponse.toJson(answer),
      };
    }
    if (what === undefined) throw new UsageError("token create needs a name, token drop an id");
    if (action === "create") {
      const rights = options.list("right");
      if (rights.length === 0)
        throw new UsageError("a token is for something: give --right read, edit, publish or admin");
      const answer = await console.createToken({ service, name: what, rights });
      return {
        text: `${answer.token}\n\nshown this once; id ${answer.id}`,
        json: wire.CreateTokenResponse.toJson(answer),
      };
    }
    if (action !== "drop") throw new UsageError(`token ${action}: list, create or drop expected`);
    await console.dropToken({ service, id: what });
    return { text: `token ${what} is withdrawn`, json: {} };
  },
};

export const accessKey: Command = {
  usage: "key <service> [create <name> | drop <id>]",
  summary: "lists, makes and withdraws the secrets that Apollo's clients sign with",
  async run({ console, words: [serviceText, action = "list", what] }) {
    const service = serviceOf(serviceText);
    if (action === "list") {
      const answer = await console.listAccessKeys({ service });
      const rows = answer.keys.map(({ id, name, createdAt, author }) => [id, name, timeOf(createdAt), author]);
      return { text: table(["id", "name", "made at", "by"], rows), json: wire.ListAccessKeysResponse.toJson(answer) };
    }
    if (what === undefined) throw new UsageError("key create needs a name, key drop an id");
    if (action === "create") {
      const answer = await console.createAccessKey({ service, name: what });
      const json = wire.CreateAccessKeyResponse.toJson(answer);
      return { text: `${answer.secret}\n\nshown this once; id ${answer.id}`, json };
    }
    if (action !== "drop") throw new UsageError(`key ${action}: list, create or drop expected`);
    await console.dropAccessKey({ service, id: what });
    return { text: `key ${what} is withdrawn`, json: {} };
  },
};

export const open: Command = {
  usage: "open <service> <on|off>",
  summary: "whether everyone may read what is no secret, without a token",
  async run({ console, words: [serviceText, state] }) {
    const service = serviceOf(serviceText);
    if (state !== "on" && state !== "off") throw new UsageError("on or off expected");
    await console.setOpen({ service, open: state === "on" });
    const who = state === "on" ? "everyone" : "who has a token";
    return { text: `${serviceText} is read by ${who}`, json: {} };
  },
};

export const reseal: Command = {
  usage: "reseal <service>",
  summary: "encrypts with the newest CONFIG_KEY what older ones encrypted",
  async run({ console, words: [serviceText] }) {
    const service = serviceOf(serviceText);
    let resealed = 0;
    for (;;) {
      const answer = await console.reseal({ service });
      resealed += answer.resealed;
      if (!answer.remaining) break;
    }
    return { text: `${resealed} secrets are encrypted anew`, json: { resealed } };
  },
};
