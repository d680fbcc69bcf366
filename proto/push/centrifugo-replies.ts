/**
 * What the server says in Centrifugo's JSON protocol: replies and pushes, each one line. Data is put in as it was published and never parsed:
 * a message to thousands is rendered once, and cheaply.
 * @module
 */
import { renderBase64 } from "../base64.ts";
import type { CentrifugoError } from "./centrifugo-codes.ts";
import type { ClientInfo, Data, Position, Publication } from "./model.ts";

/** @param result JSON: of an object */
export function centrifugoReply(id: number, method: string, result: string): string {
  return `{"id":${id},"${method}":${result}}`;
}

export function centrifugoErrorReply(id: number, error: CentrifugoError): string {
  return `{"id":${id},"error":${JSON.stringify(error)}}`;
}

/** @param push JSON: of an object */
export function centrifugoPush(channel: string, kind: string, push: string): string {
  return `{"push":{"channel":${JSON.stringify(channel)},"${kind}":${push}}}`;
}

export function centrifugoDisconnectPush(close: { readonly code: number; readonly reason: string }): string {
  return `{"push":{"disconnect":${JSON.stringify({ code: close.code, reason: close.reason })}}}`;
}

/** JSON of an object, of fields in JSON. What is undefined is left out. */
export function jsonObject(fields: Readonly<Record<string, string | undefined>>): string {
  const parts = Object.entries(fields).flatMap(([name, json]) =>
    json === undefined ? [] : [`${JSON.stringify(name)}:${json}`],
  );
  return `{${parts.join(",")}}`;
}

export function centrifugoPublication({ data, offset, from, tags }: Publication): string {
  return jsonObject({
    data: dataText(data),
    offset: offset > 0 ? String(offset) : undefined,
    info: from && centrifugoClientInfo(from),
    tags: tags && JSON.stringify(tags),
  });
}

export function centrifugoClientInfo({ user, client, connInfo, chanInfo }: ClientInfo): string {
  return jsonObject({
    user: JSON.stringify(user),
    client: JSON.stringify(client),
    conn_info: connInfo && oneLine(connInfo),
    chan_info: chanInfo && oneLine(chanInfo),
  });
}

/** JSON by the connection's id. */
export function centrifugoPresence(clients: readonly ClientInfo[]): string {
  return jsonObject(Object.fromEntries(clients.map((each) => [each.client, centrifugoClientInfo(each)])));
}

export function centrifugoPage({ epoch, offset }: Position, publications: readonly Publication[]): string {
  return jsonObject({
    publications: `[${publications.map(centrifugoPublication).join(",")}]`,
    epoch: JSON.stringify(epoch),
    offset: String(offset),
  });
}

/** Bytes that are no JSON are given as base64. */
function dataText(data: Data): string {
  return typeof data === "string" ? oneLine(data) : JSON.stringify(renderBase64(data));
}

/** A line break in JSON is white space, since one in a text is written `\n`; here it would be the end of the reply. */
export function oneLine(json: string): string {
  return /[\r\n]/.test(json) ? json.replaceAll(/[\r\n]/g, " ") : json;
}
