/**
 * The operations of a history, done on a running edge: edits and releases through the console, reads as a node reads.
 * @module
 */
import type { Operation, Result } from "./model.ts";

export interface Target {
  readonly url: string;
  readonly opsToken: string;
  readonly service: string;
}

const SECTION = "application";
const IDC = "default";

/** @throws Error where nobody answered: the operation may have happened or not */
export async function perform(target: Target, operation: Operation, known: KnownRevisions): Promise<Result> {
  const service = { service: target.service, idc: IDC };
  switch (operation.name) {
    case "look":
      return await look(target, service, known);
    case "read":
      return await read(target, operation.node);
    case "edit": {
      const { key, value, revision } = operation;
      const edit = { section: SECTION, key, revision, ...(value === undefined ? { delete: true } : { value }) };
      return await change(target, "Edit", { service, edits: [edit] });
    }
    case "rollback":
      return await change(target, "Rollback", { service, revision: operation.revision, version: operation.target });
    case "gray":
    case "move": {
      const method = operation.name === "gray" ? "StartGray" : "MoveGray";
      return await change(target, method, { service, revision: operation.revision, rule: { nodes: operation.nodes } });
    }
    case "publish":
    case "promote":
    case "abandon": {
      const method = operation.name.charAt(0).toUpperCase() + operation.name.slice(1);
      return await change(target, method, { service, revision: operation.revision });
    }
  }
}

/** What an editor has on the screen: which revision each key has. A look refreshes it. */
export type KnownRevisions = Map<string, number>;

export async function createService(target: Target): Promise<void> {
  const service = { service: target.service, idc: IDC };
  for (const [method, request] of [
    ["CreateService", { service }],
    ["SetOpen", { service, open: true }],
  ] as const) {
    const { status, body } = await post(target, method, request);
    if (status !== 200) throw new Error(`${method}: ${status} ${JSON.stringify(body)}`);
  }
}

interface TreeMessage {
  readonly revision?: number;
  readonly version?: number;
  readonly gray?: { readonly version: number };
  readonly entries?: readonly EntryMessage[];
  readonly draft?: readonly { readonly entry: EntryMessage; readonly deleted?: boolean }[];
}

interface EntryMessage {
  readonly key: string;
  readonly value?: string;
  readonly revision?: number;
}

async function look(target: Target, service: object, known: KnownRevisions): Promise<Result> {
  const { status, body } = await post(target, "GetTree", { service });
  if (status !== 200) return refusal(status, body);
  const { revision = 0, version = 0, gray, entries = [], draft = [] } = body as TreeMessage;
  known.clear();
  for (const entry of [...entries, ...draft.map((row) => row.entry)]) known.set(entry.key, entry.revision ?? 0);
  return {
    revision,
    version,
    gray: gray?.version ?? 0,
    values: Object.fromEntries(entries.map(({ key, value = "" }) => [key, value])),
    draft: Object.fromEntries(
      draft.map(({ entry, deleted = false }) => [entry.key, deleted ? null : (entry.value ?? "")]),
    ),
  };
}

async function read({ url, service }: Target, node: string): Promise<Result> {
  const response = await fetch(`${url}/config/v1/${service}/${IDC}?node=${node}`);
  const body: unknown = await response.json();
  if (response.status === 404) return { version: 0, values: {} };
  if (response.status !== 200) return refusal(response.status, body);
  const { version, sections } = body as {
    version: number;
    sections: Record<string, Record<string, { value: string }>>;
  };
  const values = Object.entries(sections[SECTION] ?? {}).map(([key, { value }]) => [key, value]);
  return { version, values: Object.fromEntries(values) };
}

async function change(target: Target, method: string, request: object): Promise<Result> {
  const { status, body } = await post(target, method, request);
  if (status !== 200) return refusal(status, body);
  const { revision = 0, version } = body as { revision?: number; version?: number };
  return version === undefined ? { revision } : { revision, version };
}

/** @throws Error for what is no answer of the service, but of an edge that lost it */
function refusal(status: number, body: unknown): Result {
  const { code } = body as { code?: string };
  if (code === undefined || code === "unavailable" || code === "internal") throw new Error(`${status} ${code}`);
  return { refused: code };
}

async function post(
  { url, opsToken }: Target,
  method: string,
  request: object,
): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${url}/fairway.config.v1.ConfigService/${method}`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${opsToken}` },
    body: JSON.stringify(request),
  });
  return { status: response.status, body: await response.json() };
}
