/**
 * Publishes into streams of a shard, of which some may have to come here first, or are elsewhere.
 * @module
 */
import { toFault } from "../../proto/fault.ts";
import type { ChannelMessage, PublishOutcome } from "../../proto/push/model.ts";
import type { Moved } from "../../proto/push/push.ts";
import type { Adoption } from "./adoption.ts";
import type { StreamHost } from "./host.ts";

type Outcome = PublishOutcome | Moved;

/** Never throws for a message: each has an outcome of its own. */
export async function publishKept(
  items: readonly ChannelMessage[],
  adoption: Adoption,
  host: StreamHost,
): Promise<readonly Outcome[]> {
  const waits = items.flatMap(({ channel }) => adoption.ensure(channel) ?? []);
  if (waits.length === 0) return host.publish(items);
  await Promise.allSettled(waits);
  const elsewhere = await Promise.all(items.map(({ channel }) => elsewhereOf(channel, adoption)));
  const outcomes = host.publish(items.filter((_, at) => elsewhere[at] === undefined));
  let next = 0;
  return elsewhere.map((answer) => answer ?? (outcomes[next++] as PublishOutcome));
}

/** Why a message cannot be published here; undefined where it can. */
async function elsewhereOf(channel: string, adoption: Adoption): Promise<Outcome | undefined> {
  try {
    return (await adoption.ensure(channel)) ?? undefined;
  } catch (thrown) {
    const { code, message } = toFault(thrown);
    return { refused: { code, message } };
  }
}
