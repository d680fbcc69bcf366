/**
 * Who may take ids: services with a token, operators, or everybody where the configuration says so.
 * @module
 */
import { findBearer } from "../../proto/bearer.ts";
import { sha256Key } from "../../proto/digest.ts";
import { Fault } from "../../proto/fault.ts";
import type { IdsSettings } from "./settings.ts";

/** What is known of a caller. */
export interface Asker {
  readonly authorization: string | undefined;
  isOperator(): Promise<boolean>;
}

/** @throws Fault unauthenticated */
export type Authorize = (asker: Asker) => Promise<void>;

export function idsAccess({ tokens, open }: Pick<IdsSettings, "tokens" | "open">): Authorize {
  let known: ReadonlySet<string> | undefined;
  return async (asker) => {
    if (open) return;
    const given = findBearer(asker.authorization);
    if (given !== undefined) {
      // Digests are compared, so that the time it takes tells nothing of a token.
      known ??= new Set(await Promise.all(tokens.map(sha256Key)));
      if (known.has(await sha256Key(given)) || (await asker.isOperator())) return;
    }
    throw new Fault("unauthenticated", "ids are for services with a token", {
      headers: { "www-authenticate": 'Bearer realm="ids"' },
    });
  };
}
