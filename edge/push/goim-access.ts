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
/** Of a request that has one somebody else is the author: a page in a browser, or whoever a proxy on this machine speaks for. */
const HEADERS_OF_OTHERS = ["origin", "forwarded", "x-forwarded-for", "x-real-ip", "via"];

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
      const isLocal = LOOPBACK.test(call.client.ip ?? "") && !HEADERS_OF_OTHERS.some((name) => headers.has(name));
      if (isOpenToLoopback && isLocal && authorization === null) return LOCAL_PUBLISHER;
      const token = findBearer(authorization);
      return await publishers.require(token, () => operators.isOperator(call));
    },
  };
}
