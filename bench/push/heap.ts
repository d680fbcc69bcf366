/**
 * Which objects live in a workerd, asked of its inspector (https://chromedevtools.github.io/devtools-protocol/v8/).
 * @module
 */
import { once } from "node:events";

interface Answer {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly chunk?: string };
  readonly error?: { readonly message: string };
}

interface Snapshot {
  readonly snapshot: { readonly meta: { readonly node_fields: readonly string[] } };
  readonly nodes: readonly number[];
  readonly strings: readonly string[];
}

/** What workerd calls an instance of a Durable Object's class in a snapshot, whatever the class's own name. */
const INSTANCE = "workerd / DurableObjectBase";

/** @returns how many Durable Objects are in memory, after a collection of garbage */
export async function awakeObjects(inspectorPort: number): Promise<number> {
  const targets = (await (await fetch(`http://127.0.0.1:${inspectorPort}/json`)).json()) as readonly {
    readonly webSocketDebuggerUrl: string;
  }[];
  let count = 0;
  for (const { webSocketDebuggerUrl } of targets) count += countIn(await snapshotOf(webSocketDebuggerUrl));
  return count;
}

async function snapshotOf(url: string): Promise<Snapshot> {
  const socket = new WebSocket(url);
  await once(socket, "open");
  try {
    const chunks: string[] = [];
    await new Promise<void>((resolve, reject) => {
      socket.addEventListener("close", () => reject(new Error("the inspector hung up")));
      socket.addEventListener("message", ({ data }) => {
        const { id, params, error } = JSON.parse(String(data)) as Answer;
        if (error !== undefined) reject(new Error(`no heap snapshot: ${error.message}`));
        if (params?.chunk !== undefined) chunks.push(params.chunk);
        if (id === 2) resolve();
      });
      // A snapshot begins with a collection of garbage; the first finds what finalizers keep until then.
      socket.send(JSON.stringify({ id: 1, method: "HeapProfiler.collectGarbage" }));
      socket.send(
        JSON.stringify({ id: 2, method: "HeapProfiler.takeHeapSnapshot", params: { reportProgress: false } }),
      );
    });
    return JSON.parse(chunks.join("")) as Snapshot;
  } finally {
    socket.close();
  }
}

function countIn({ snapshot: { meta }, nodes, strings }: Snapshot): number {
  const nameAt = meta.node_fields.indexOf("name");
  let count = 0;
  for (let at = nameAt; at < nodes.length; at += meta.node_fields.length) {
    if (strings[nodes[at] ?? -1] === INSTANCE) count++;
  }
  return count;
}
