/**
 * Operators: who may use the paths that are for them alone. The front door of the room.
 * @module
 */
import { findBearer } from "../../proto/bearer.ts";
import { isSameBytes, sha256 } from "../../proto/digest.ts";
import { Fault } from "../../proto/fault.ts";
import type { Call } from "../route/call.ts";
import { hostName } from "../route/route.ts";

export interface Operators {
  /**
   * @throws Fault permission_denied where this edge has no operators, not_found on another host than theirs, unauthenticated for a
   * token that is missing or wrong
   */
  authorize(call: Pick<Call, "request" | "client">): Promise<void>;
  /**
   * The same as an answer, for those who let others in too.
   * @param given where the protocol has another place for it than `Authorization: Bearer`
   */
  isOperator(call: Pick<Call, "request" | "client">, given?: string): Promise<boolean>;
}

/**
 * @param token bearer token; without one nobody is an operator
 * @param host the only one under which operators are let in, without port; undefined for any
 */
export function operators(token: string | undefined, host: string | undefined): Operators {
  /** Not its promise: one request must not wait for what another has begun. */
  let expected: Uint8Array | undefined;

  /** Compares digests, so that the time it takes tells nothing of the token. */
  async function matches(given: string): Promise<boolean> {
    if (token === undefined) return false;
    expected ??= await sha256(token);
    return isSameBytes(expected, await sha256(given));
  }

  const isTheirs = ({ client }: Pick<Call, "client">) => host === undefined || hostName(client) === host;

  return {
    async authorize(call) {
      if (!isTheirs(call)) throw new Fault("not_found", "nothing is at this path");
      if (token === undefined) throw new Fault("permission_denied", "this edge has no operator token");
      const given = bearerOf(call);
      if (given !== undefined && (await matches(given))) return;
      throw new Fault("unauthenticated", "the operator token is missing or wrong", {
        headers: { "www-authenticate": 'Bearer realm="ops"' },
      });
    },
    async isOperator(call, given = bearerOf(call)) {
      return given !== undefined && isTheirs(call) && (await matches(given));
    },
  };
}

function bearerOf({ request }: Pick<Call, "request">): string | undefined {
  return findBearer(request.headers.get("authorization"));
}
