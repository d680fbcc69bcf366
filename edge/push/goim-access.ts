/**
 * Who may use the HTTP APIs of goim and gopush, which have no idea of that themselves: services with a token of `PUSH_TOKENS`, operators, and
 * where the configuration says so everybody on this machine.
 * @module
 */
import { findBearer } from "../../proto/bearer.ts";
import type { Operators } from "../ops/ops.ts";
import type { Call } from "../route/call.ts";
import type { Publishers } from "./publishers.ts";

const LOOPBACK = /^(?:127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;
const LOCAL_PUBLISHER = "loopback";

export interface GoimAccess {
  /** @returns the publisher's name @throws Fault unauthenticated */
  publisher(call: Call): Promise<string>;
}

export interface GoimAccessDeps {
  readonly publishers: Publishers;
  readonly operators: Operators;
  readonly isOpenToLoopback: boolean;
}

export function goimAccess({ publishers, operators, isOpenToLoopback }: GoimAccessDeps): GoimAccess {
  return {
    async publisher(call) {
      const { headers } = call.request;
      const authorization = headers.get("authorization");
      // What a page sends from a browser on this machine is its author's doing, not the machine's owner's.
      const isLocal = LOOPBACK.test(call.client.ip ?? "") && !headers.has("origin");
      if (isOpenToLoopback && isLocal && authorization === null) return LOCAL_PUBLISHER;
      const token = findBearer(authorization);
      return await publishers.require(token, () => operators.isOperator(call));
    },
  };
}
