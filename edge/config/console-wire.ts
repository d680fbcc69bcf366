/**
 * Between the console's messages (proto/config.proto) and what the rooms work with.
 * @module
 */
import type { VersionRow } from "../../durable/config/versions.ts";
import {
  type Change,
  type Entry,
  flawOfLabels,
  GRAY_NODES_MAX,
  type GrayRule,
  isNodeName,
  MESSAGE_LENGTH_MAX,
  type ValueType,
} from "../../proto/config/config.ts";
import { Fault } from "../../proto/fault.ts";
import type * as wire from "../../proto/gen/config.contract.ts";
import { type Place, placeOf } from "./objects.ts";

const TYPE_NUMBERS: Readonly<Record<ValueType, number>> = { text: 1, number: 2, boolean: 3, json: 4, duration: 5 };

/** @throws Fault invalid_argument */
export function placeOfMessage(service: wire.Service | null): Place {
  return placeOf(service?.service ?? "", service?.idc ?? "");
}

export function typeNumber(type: ValueType): number {
  return TYPE_NUMBERS[type];
}

/** @returns undefined where it is left to the entry. @throws Fault invalid_argument */
export function typeOfNumber(number: number): ValueType | undefined {
  if (number === 0) return undefined;
  const [type] = Object.entries(TYPE_NUMBERS).find(([, each]) => each === number) ?? [];
  if (type === undefined) throw new Fault("invalid_argument", `type: ${number} is none`);
  return type as ValueType;
}

/** Of a secret everything but its value. */
export function entryMessage({ section, key, type, value, secret, comment, revision }: Entry) {
  return { section, key, type: typeNumber(type), value: secret ? "" : value, secret, comment, revision };
}

export function changeMessage({ section, key, before, after }: Change) {
  return {
    section,
    key,
    before: before === undefined ? null : entryMessage(before),
    after: after === undefined ? null : entryMessage(after),
  };
}

export function versionMessage({ number, kind, author, atMs, message, contentOf, ofVersion }: VersionRow) {
  const of = ofVersion ?? (contentOf === number ? 0 : contentOf);
  return { number, kind, author, madeAt: timestampOf(atMs), message, of };
}

export function timestampOf(atMs: number) {
  return { seconds: BigInt(Math.floor(atMs / 1000)), nanos: (atMs % 1000) * 1_000_000 };
}

export function ruleMessage({ percent, labels, nodes }: GrayRule) {
  return { percent, labels, nodes };
}

/** @throws Fault invalid_argument */
export function ruleOf(rule: wire.GrayRule | null): GrayRule {
  const { percent = 0, labels = {}, nodes = [] } = rule ?? {};
  if (!(percent >= 0 && percent <= 100)) throw new Fault("invalid_argument", "rule.percent: 0 to 100 expected");
  const flaw = flawOfLabels(labels);
  if (flaw !== undefined) throw new Fault("invalid_argument", `rule.labels: ${flaw}`);
  if (nodes.length > GRAY_NODES_MAX) throw new Fault("invalid_argument", `rule.nodes: at most ${GRAY_NODES_MAX}`);
  if (!nodes.every(isNodeName)) throw new Fault("invalid_argument", "rule.nodes: host names or addresses expected");
  if (percent === 0 && Object.keys(labels).length === 0 && nodes.length === 0) {
    throw new Fault("invalid_argument", "rule: percent, labels or nodes are needed, or it chooses nobody");
  }
  return { percent, labels, nodes };
}

/** @throws Fault invalid_argument */
export function checkMessage(text: string): string {
  if (text.length > MESSAGE_LENGTH_MAX) {
    throw new Fault("invalid_argument", `message: at most ${MESSAGE_LENGTH_MAX} characters`);
  }
  return text;
}

/** @throws Fault invalid_argument */
export function pageOf(
  { before, limit }: { readonly before: number; readonly limit: number },
  usual: number,
  most: number,
) {
  if (limit > most) throw new Fault("invalid_argument", `limit: at most ${most}`);
  return { before, limit: limit === 0 ? usual : limit };
}
