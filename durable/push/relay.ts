/**
 * A branch of a large channel: passes a delivery on to its shards, so that the channel calls one object for them all.
 *
 * Owns: nothing. Whatever is lost with it, the channel sends again.
 * Address: `<channel>/branch/<n>`, shards 64·n to 64·n + 63.
 * @module
 */
import { DurableObject } from "cloudflare:workers";
import type { Delivery, DeliveryReport, ShardStub } from "./delivery.ts";

export interface RelayBindings {
  readonly PUSH_SHARD: DurableObjectNamespace;
}

export class PushRelay extends DurableObject<RelayBindings> {
  async deliver(shards: readonly string[], delivery: Delivery): Promise<DeliveryReport> {
    const reports = await Promise.all(
      shards.map(async (name): Promise<DeliveryReport> => {
        try {
          const stub = this.env.PUSH_SHARD.getByName(name) as unknown as ShardStub;
          return await stub.deliver(delivery);
        } catch (cause) {
          console.error(`${delivery.channel}: ${name} did not take a delivery from its relay: ${cause}`);
          return { gone: [], failed: [name], connections: 0 };
        }
      }),
    );
    return {
      gone: reports.flatMap(({ gone }) => gone),
      failed: reports.flatMap(({ failed }) => failed),
      connections: reports.reduce((sum, { connections }) => sum + connections, 0),
    };
  }
}
