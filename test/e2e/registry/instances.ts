/**
 * Instances of this process: the origin's own client, as many as a test wants.
 * @module
 */
import { openLog } from "../../../origin/log/log.ts";
import { type Registration, type RegistrationOptions, register } from "../../../origin/registry/registry.ts";
import { TOKEN } from "./world.ts";

export interface Instance extends Registration {
  readonly hostname: string;
  /** What it logged, a message a line. */
  readonly messages: string[];
}

export function startInstance(url: string, hostname: string, changes: Partial<RegistrationOptions> = {}): Instance {
  const messages: string[] = [];
  const log = openLog({
    sink: {
      write: (line) => {
        messages.push((JSON.parse(line) as { message: string }).message);
      },
      flush: () => {},
      close: async () => {},
      flushSync: () => {},
    },
    level: "info",
    now: Date.now,
    trace: () => undefined,
  });
  const registration = register({
    url,
    token: TOKEN,
    env: "test",
    appid: "shop.cart",
    zone: "sh001",
    hostname,
    region: "sh",
    addrs: [`http://${hostname}.example:8080`],
    version: "",
    color: "",
    metadata: {},
    generation: Date.now() * 1_000,
    log,
    random: Math.random,
    ...changes,
  });
  return { hostname, messages, drain: () => registration.drain(), cancel: () => registration.cancel() };
}
