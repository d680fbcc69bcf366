/** Envelopes and engine where they run in production: protobuf and zlib are workerd's here. */
import { describe, expect, test } from "vitest";
import { COMPRESSOR as compressor } from "../../../edge/codec/codec.ts";
import {
  type BatchFormat,
  type BatchItem,
  type BatchReply,
  batchReader,
  batchWriter,
  parseBatch,
  renderBatch,
  runBatch,
} from "../../../proto/batch/batch.ts";
import { type Bytes, framePacker, frameUnpacker } from "../../../proto/codec/codec.ts";
import { DEFAULT_DICTIONARY } from "../../../proto/dictionary/dictionary.ts";

const LONG = "Þetta er langur texti, lengri en fjörutíu stafir, með íslenskum stöfum. ".repeat(3);

const items: BatchItem[] = [
  { id: "a", method: "GET", url: "/a?q=1", headers: [["accept", "*/*"]], dependsOn: [], priority: 2 },
  {
    id: "b",
    method: "POST",
    url: "/b/{a.body.n}",
    headers: [["content-type", "application/json"]],
    body: bytesOf(JSON.stringify({ text: LONG })),
    dependsOn: ["a"],
    timeoutMs: 500,
    priority: 0,
  },
];

function reply(id: string, body: string, sensitive = false): BatchReply {
  return { id, status: 200, headers: [["content-type", "application/json"]], body: bytesOf(body), sensitive };
}

test.each(["json", "protobuf"] as const)("items come back from %s", (format) => {
  const type = format === "json" ? "application/json" : "application/x-protobuf";
  expect(parseBatch(renderBatch(items, format), type)).toEqual(items);
});

describe.each<BatchFormat>(["json", "jsonl", "protobuf", "frames"])("replies in %s", (format) => {
  test("come back in chunks of any size", () => {
    const replies = [
      reply("a", `{"n":12345678901234567890}`),
      reply("b", JSON.stringify(LONG), true),
      reply("c", "[]"),
    ];
    for (const size of [1, 7, 10_000]) {
      const packer = framePacker(DEFAULT_DICTIONARY, compressor);
      const writer = batchWriter(format, packer);
      const body = [...writer.write(replies.slice(0, 2)), ...writer.write(replies.slice(2)), ...writer.end()];
      const reader = batchReader(format, 100_000, frameUnpacker(DEFAULT_DICTIONARY, compressor, 100_000));
      const read: BatchReply[] = [];
      for (let at = 0; at < body.length; at += size)
        read.push(...reader.push(Uint8Array.from(body.slice(at, at + size))));
      read.push(...reader.end());
      const texts = read.map(({ id, body: bytes }) => [id, new TextDecoder().decode(bytes)]).sort();
      expect(texts).toEqual(replies.map(({ id, body: bytes }) => [id, new TextDecoder().decode(bytes)]));
    }
  });
});

test("a batch runs, with values, time-outs and problems", async () => {
  const urls: string[] = [];
  const replies = await runBatch(items, {
    async dispatch({ id, url }, signal) {
      urls.push(url);
      if (id === "a") return reply("a", '{"n":"7/8"}');
      return await new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
    },
  });
  expect(urls).toEqual(["/a?q=1", "/b/7%2F8"]);
  expect(replies.map(({ status }) => status)).toEqual([200, 504]);
});

function bytesOf(text: string): Bytes {
  return new Uint8Array(new TextEncoder().encode(text));
}
