/**
 * The call that every contender makes, and the loop that its own client makes it in.
 * @module
 */

/** Above 2⁵³: a contender that keeps it in a JS number is found out. */
export const ID = 9_007_199_254_740_993n;
export const NAME = "Ada Lovelace";

export function greetingFor(name) {
  return `Hello, ${name}!`;
}

/** @returns the port on which to listen, 0 for any */
export function announce(server) {
  const { port } = server.address();
  console.log(`listening on http://127.0.0.1:${port}`);
}

/**
 * What a client program does: opens as many connections as it is told, calls on each without pause, and prints what it reached
 * as one line of JSON. Arguments: URL, connections, warm-up and measured time in milliseconds.
 * @param open makes the caller of a connection: an async function that calls once and gives `{id: bigint, greeting}`
 */
export async function driveClient(open) {
  const [url, connections, warmupMs, ms] = [process.argv[2], ...process.argv.slice(3).map(Number)];
  const callers = Array.from({ length: connections }, () => open(new URL(url)));
  for (const { id, greeting } of await Promise.all(callers.map((call) => call()))) {
    if (id !== ID || greeting !== greetingFor(NAME)) throw new Error(`wrong reply: ${id} ${greeting}`);
  }
  const startMs = performance.now() + warmupMs;
  const endMs = startMs + ms;
  let ok = 0;
  await Promise.all(
    callers.map(async (call) => {
      while (performance.now() < endMs) {
        await call();
        const nowMs = performance.now();
        if (nowMs >= startMs && nowMs < endMs) ok++;
      }
    }),
  );
  console.log(JSON.stringify({ ok, perSecond: ok / (ms / 1000) }));
  process.exit(0); // Some clients cannot be told to let go of their connections.
}
