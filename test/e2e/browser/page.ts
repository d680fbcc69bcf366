/** What the page under test does, bundled for a browser. The test calls it by `fairway.…` and gets JSON. @module */
import { coldStart, type Phone } from "../../../examples/phone/cold-start.ts";
import { DEFAULT_DICTIONARY } from "../../../proto/dictionary/dictionary.ts";
import { Country } from "../../../proto/gen/countries.contract.ts";
import { PassportService } from "../../../proto/gen/passport.contract.ts";
import { type Client, createClient, Fault, memoryTokens } from "../../../sdk/client.ts";

let client: Client;
let skewMs = 0;
let slow: { readonly controller: AbortController; readonly outcome: Promise<string> };

const fairway = {
  /** @param compressed whether the client has the dictionary */
  open(baseUrl: string, compressed: boolean): void {
    client = createClient({
      baseUrl,
      sessions: PassportService,
      tokens: memoryTokens(),
      merge: { itemsMax: 50 },
      retry: { attemptsMax: 1 },
      now: () => Date.now() + skewMs,
      ...(compressed ? { dictionary: DEFAULT_DICTIONARY } : {}),
    });
  },

  async coldStart(phone: Phone): Promise<string> {
    return json(await coldStart(client, phone));
  },

  async country(code: string): Promise<string> {
    return json(await client.fetch(`/api/countries/${code}`, { message: Country }));
  },

  /** Lets so much time pass for the client that its token has ended, then asks. */
  async renewed(passedMs: number): Promise<string> {
    const before = await client.session.tokens();
    skewMs += passedMs;
    const [profile, regions] = await Promise.all([
      client.rpc(PassportService).getProfile({}),
      client.fetch("/api/regions"),
    ]);
    const after = await client.session.tokens();
    return json({ uid: profile.uid, status: regions.status, before, after });
  },

  /** The code of the fault; empty where there was none. */
  async faultOf(path: string): Promise<string> {
    return await outcomeOf(client.fetch(path));
  },

  startSlow(path: string): void {
    const controller = new AbortController();
    slow = { controller, outcome: outcomeOf(client.fetch(path, { signal: controller.signal })) };
  },

  async abortSlow(): Promise<string> {
    slow.controller.abort();
    return await slow.outcome;
  },
};

async function outcomeOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return "";
  } catch (thrown) {
    return thrown instanceof Fault ? thrown.code : String(thrown);
  }
}

function json(value: unknown): string {
  return JSON.stringify(value, (_key, part) => (typeof part === "bigint" ? String(part) : part));
}

Object.assign(globalThis, { fairway });
