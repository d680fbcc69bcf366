/**
 * Publishes through the RPC service in batches, and no further ahead of its subscribers than they can follow.
 * @module
 */
import { Agent, request } from "node:http";
import { PublishBatchRequest, PublishBatchResponse } from "../../proto/gen/push.contract.ts";

export const PUBLISHER_TOKEN = "bench-publisher-token-0123456789";

export interface Publisher {
  /** @returns how many were acknowledged @throws Error where one was refused */
  publish(messages: readonly BatchMessage[]): Promise<number>;
  close(): void;
}

export interface BatchMessage {
  readonly users?: readonly string[];
  readonly channels?: readonly string[];
  readonly json: string;
  readonly idempotencyKey?: string;
}

export function publisher(url: string): Publisher {
  const agent = new Agent({ keepAlive: true });
  return {
    async publish(messages) {
      const body = PublishBatchRequest.encode({
        messages: messages.map(({ json, users, channels, idempotencyKey }) => ({
          targets: { users, channels },
          message: { json, idempotencyKey },
        })),
      });
      const bytes = await post(`${url}/fairway.push.v1.PushService/PublishBatch`, body, agent);
      const { responses } = PublishBatchResponse.decode(bytes);
      const results = responses.flatMap(({ results }) => results);
      const refused = results.find((result) => result.refused !== "");
      if (refused !== undefined) throw new Error(`refused: ${refused.refused} ${refused.reason}`);
      return results.length;
    },
    close: () => agent.destroy(),
  };
}

function post(url: string, body: Uint8Array, agent: Agent): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const headers = { "content-type": "application/proto", authorization: `Bearer ${PUBLISHER_TOKEN}` };
    const sent = request(url, { method: "POST", headers, agent }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        const bytes = Buffer.concat(chunks);
        if (response.statusCode === 200) resolve(bytes);
        else reject(new Error(`the edge answered ${response.statusCode}: ${bytes}`));
      });
      response.on("error", reject);
    });
    sent.on("error", reject);
    sent.end(body);
  });
}
