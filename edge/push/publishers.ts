/**
 * Who may publish and look from outside: services with a token, by name, and operators.
 *
 * | binding | meaning |
 * |---|---|
 * | `PUSH_TOKENS` | `name=token`, with commas in between; each token has at least 22 characters |
 * @module
 */
import { SECRET_TOKEN_LENGTH_MIN } from "../../proto/bearer.ts";
import { sha256Key } from "../../proto/digest.ts";
import { Fault } from "../../proto/fault.ts";

const NAME = /^[A-Za-z0-9_.-]{1,64}$/;
export const OPERATOR = "operator";

export interface PublisherToken {
  readonly name: string;
  readonly token: string;
}

export interface Publishers {
  /** The service whose token it is. */
  byToken(token: string): Promise<string | undefined>;
  /** @throws Fault unauthenticated */
  require(token: string | undefined, isOperator: () => Promise<boolean>): Promise<string>;
}

/** @param flaws gets a line for each that is wrong, without its token */
export function parsePublishers(text: string | undefined, flaws: string[]): readonly PublisherToken[] {
  const items = (text ?? "").split(",").flatMap((item) => (item.trim() === "" ? [] : [item.trim()]));
  return items.flatMap((item, index) => {
    const at = item.indexOf("=");
    const [name, token] = [item.slice(0, Math.max(0, at)), item.slice(at + 1)];
    if (NAME.test(name) && token.length >= SECRET_TOKEN_LENGTH_MIN) return [{ name, token }];
    flaws.push(`PUSH_TOKENS: the ${index + 1}. is no name=token with at least ${SECRET_TOKEN_LENGTH_MIN} characters`);
    return [];
  });
}

export function publishers(tokens: readonly PublisherToken[]): Publishers {
  let names: ReadonlyMap<string, string> | undefined;
  async function byToken(token: string): Promise<string | undefined> {
    // Digests are compared, so that the time it takes tells nothing of a token.
    names ??= new Map(
      await Promise.all(tokens.map(async ({ name, token: each }) => [await sha256Key(each), name] as const)),
    );
    return names.get(await sha256Key(token));
  }
  return {
    byToken,
    async require(token, isOperator) {
      const name = token === undefined ? undefined : await byToken(token);
      if (name !== undefined) return name;
      if (await isOperator()) return OPERATOR;
      throw new Fault("unauthenticated", "push is for services with a token", {
        headers: { "www-authenticate": 'Bearer realm="push"' },
      });
    },
  };
}
