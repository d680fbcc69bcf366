/**
 * One probe of one address, over a socket of its own: `fetch` can neither go to an address with a name in Host and SNI, nor on Cloudflare to
 * an address at all.
 * @module
 */
import type { Check } from "./plan.ts";

const HTTP_PORT = 80;
const HTTPS_PORT = 443;
/** As much of a reply as its first line may take. */
const STATUS_LINE_BYTES_MAX = 1_024;
const STATUS_LINE = /^HTTP\/1\.[01] (\d{3})(?: |\r|$)/;

/** What is used of a socket of `cloudflare:sockets`. */
export interface ProbeSocket {
  readonly opened: Promise<unknown>;
  readonly closed: Promise<void>;
  readonly readable: ReadableStream<Uint8Array>;
  readonly writable: WritableStream<Uint8Array>;
  close(): Promise<void>;
  startTls(options: { readonly expectedServerHostname: string }): ProbeSocket;
}

export type Connect = (
  address: { readonly hostname: string; readonly port: number },
  options: { readonly secureTransport: "off" | "starttls"; readonly allowHalfOpen: boolean },
) => ProbeSocket;

export interface ProbeDeps {
  readonly connect: Connect;
  readonly sleep: (ms: number) => Promise<unknown>;
}

/** @returns whether the address is well, in `timeoutMs` at the latest. Never rejects. */
export async function probe(
  address: string,
  check: Check,
  timeoutMs: number,
  { connect, sleep }: ProbeDeps,
): Promise<boolean> {
  const open = new Set<ProbeSocket>();
  const late = sleep(timeoutMs).then(() => false);
  const isWell = run(address, check, connect, open).catch(() => false); // That is what is to be found out.
  try {
    return await Promise.race([isWell, late]);
  } finally {
    for (const socket of open) socket.close().catch(() => undefined); // It may never have been open.
  }
}

async function run(address: string, check: Check, connect: Connect, open: Set<ProbeSocket>): Promise<boolean> {
  const isTls = check.kind === "tls" || (check.kind === "http" && check.tls);
  const port = check.port ?? (isTls ? HTTPS_PORT : HTTP_PORT);
  const hostname = hostIn(address);
  const bare = connect({ hostname, port }, { secureTransport: isTls ? "starttls" : "off", allowHalfOpen: false });
  open.add(bare);
  bare.closed.catch(() => undefined); // Of a failure `opened` tells as well.
  await bare.opened;
  if (check.kind === "tcp") return true;
  const host = check.host ?? address;
  const socket = isTls ? bare.startTls({ expectedServerHostname: host }) : bare;
  open.add(socket);
  socket.closed.catch(() => undefined);
  await socket.opened;
  if (check.kind === "tls") return true;
  const isDefault = port === (isTls ? HTTPS_PORT : HTTP_PORT);
  const status = await statusOf(socket, check.path, `${hostIn(host)}${isDefault ? "" : `:${port}`}`);
  if (status === undefined) return false;
  return check.status === undefined ? status >= 200 && status < 400 : status === check.status;
}

function hostIn(host: string): string {
  return host.includes(":") ? `[${host}]` : host;
}

async function statusOf(socket: ProbeSocket, path: string, host: string): Promise<number | undefined> {
  const writer = socket.writable.getWriter();
  const head = [
    `GET ${path} HTTP/1.1`,
    `Host: ${host}`,
    "User-Agent: fairway-health",
    "Accept: */*",
    "Connection: close",
  ];
  await writer.write(new TextEncoder().encode(`${head.join("\r\n")}\r\n\r\n`));
  const reader = socket.readable.getReader();
  const decoder = new TextDecoder("latin1");
  let text = "";
  while (!text.includes("\n") && text.length < STATUS_LINE_BYTES_MAX) {
    const { value, done } = await reader.read();
    if (done) break;
    text += decoder.decode(value, { stream: true });
  }
  const status = STATUS_LINE.exec(text)?.[1];
  return status === undefined ? undefined : Number(status);
}
