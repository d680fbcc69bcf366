/**
 * The link in a thread of its own, so that neither the client's nor the server's work delays what travels.
 *
 * The main side is {@link openLinkWorker}; this same file is also what the worker runs.
 * Messages: `{id, method, args}` there, `{id, value}` or `{id, error}` back.
 * @module
 */
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { type Link, type LinkShape, openLink } from "./link.ts";

interface Call {
  readonly id: number;
  readonly method: keyof Link;
  readonly args: readonly unknown[];
}
type Answer = { readonly id: number } & ({ readonly value: unknown } | { readonly error: unknown });

/** Marks the worker's data, so that importing this file inside some other worker opens nothing. */
const ROLE = "fairway-link";

export function openLinkWorker(shape: LinkShape): Link {
  const worker = new Worker(new URL(import.meta.url), { workerData: { role: ROLE, shape } });
  const pending = new Map<number, PromiseWithResolvers<unknown>>();
  let lastId = 0;
  worker.on("message", (answer: Answer) => {
    const call = pending.get(answer.id);
    pending.delete(answer.id);
    if ("error" in answer) call?.reject(answer.error);
    else call?.resolve(answer.value);
  });
  worker.on("error", (error) => {
    for (const call of pending.values()) call.reject(error);
    pending.clear();
  });

  function call<T>(method: keyof Link, ...args: readonly unknown[]): Promise<T> {
    const answer = Promise.withResolvers<unknown>();
    const id = ++lastId;
    pending.set(id, answer);
    worker.postMessage({ id, method, args } satisfies Call);
    return answer.promise as Promise<T>;
  }

  return {
    relay: (target) => call("relay", target),
    roundTrip: (upBytes, downBytes) => call("roundTrip", upBytes, downBytes),
    counts: () => call("counts"),
    async close() {
      await call("close");
      await worker.terminate();
    },
  };
}

if (!isMainThread && workerData?.role === ROLE) {
  const link = openLink(workerData.shape);
  const methods = link as unknown as Record<string, (...args: readonly unknown[]) => Promise<unknown>>;
  parentPort?.on("message", async ({ id, method, args }: Call) => {
    try {
      parentPort?.postMessage({ id, value: await methods[method]?.(...args) } satisfies Answer);
    } catch (error) {
      parentPort?.postMessage({ id, error } satisfies Answer);
    }
  });
}
