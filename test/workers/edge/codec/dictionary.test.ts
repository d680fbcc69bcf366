import { expect, test } from "vitest";
import { DICTIONARY_PATH } from "../../../../edge/codec/codec.ts";
import { codecWith, dictionaryOf } from "./fixture.ts";

const url = `http://edge.test${DICTIONARY_PATH}`;

test("the first dictionary is given out, to be kept long and used for every path", async () => {
  const words = await dictionaryOf("words");
  const response = codecWith([words, await dictionaryOf("old words")]).dictionary(new Request(url));
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(words.bytes);
  expect(Object.fromEntries(response.headers)).toEqual({
    "cache-control": "public, max-age=2592000, immutable",
    "content-length": "5",
    "content-type": "application/octet-stream",
    etag: `"${words.id}"`,
    "use-as-dictionary": `match="/*", id="${words.id}"`,
  });
});

test("HEAD tells the same without the bytes", async () => {
  const words = await dictionaryOf("words");
  const response = codecWith([words]).dictionary(new Request(url, { method: "HEAD" }));
  expect(response.body).toBeNull();
  expect(response.headers.get("content-length")).toBe("5");
});

test("who has it already is told so", async () => {
  const words = await dictionaryOf("words");
  const ask = (tag: string) => codecWith([words]).dictionary(new Request(url, { headers: { "if-none-match": tag } }));
  expect(ask(`W/"x", "${words.id}"`).status).toBe(304);
  expect(ask("*").status).toBe(304);
  expect(ask('"x"').status).toBe(200);
});

test("it cannot be written, and where there is none it is not found", async () => {
  const words = await dictionaryOf("words");
  const put = () => codecWith([words]).dictionary(new Request(url, { method: "PUT", body: "x" }));
  expect(put).toThrow(expect.objectContaining({ status: 405, headers: { allow: "GET, HEAD" } }));
  expect(() => codecWith().dictionary(new Request(url))).toThrow(expect.objectContaining({ status: 404 }));
});
