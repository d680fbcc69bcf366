import { describe, expect, test } from "vitest";
import type { Call } from "../../../../edge/route/call.ts";
import type { Route } from "../../../../edge/route/route-table.ts";
import { type Dictionary, renderAvailableDictionary } from "../../../../proto/codec/codec.ts";
import { Region } from "../../../../proto/gen/countries.contract.ts";
import { Session } from "../../../../proto/gen/passport.contract.ts";
import { COMPRESSOR, callOf, codecWith, dictionaryOf, gzipOf, itemRef, REGION, routeOf, TEXT } from "./fixture.ts";

const WITH_REQUEST = routeOf({ messages: { request: Region } });
const WITH_REPLY = routeOf({ messages: { response: Region } });
const PROTOBUF = Region.encode(REGION);

async function sent(call: Call, dictionaries: Dictionary[] = []) {
  const headers = new Headers(call.request.headers as Headers);
  const body = await codecWith(dictionaries).request(call, headers);
  const bytes = body === null ? null : new Uint8Array(await new Response(body).arrayBuffer());
  return { body, bytes, text: bytes && new TextDecoder().decode(bytes), headers: Object.fromEntries(headers) };
}

function post(body: BodyInit, type: string, headers: Record<string, string> = {}, route: Route = WITH_REQUEST) {
  return callOf({ method: "POST", body, headers: { "content-type": type, ...headers } }, route);
}

describe("a request's body", () => {
  test.each(["application/x-protobuf", "application/protobuf", "Application/Proto; charset=utf-8"])(
    "in %s becomes JSON",
    async (type) => {
      const { text, headers } = await sent(post(PROTOBUF, type, { "content-length": String(PROTOBUF.length) }));
      expect(JSON.parse(text ?? "")).toEqual(REGION);
      expect(headers).toEqual({ "content-type": "application/json" });
    },
  );

  test("of no bytes at all is the message with nothing set", async () => {
    const call = callOf({ method: "POST", headers: { "content-type": "application/x-protobuf" } }, WITH_REQUEST);
    expect((await sent(call)).text).toBe("{}");
  });

  test("in JSON streams on unread", async () => {
    const call = post(JSON.stringify(REGION), "application/json; charset=utf-8");
    const { body, text } = await sent(call);
    expect(body).toBe(call.request.body);
    expect(text).toBe(JSON.stringify(REGION));
  });

  test("in gzip is inflated where the route names a message", async () => {
    const packed = gzipOf(TEXT.encode(JSON.stringify(REGION)));
    const call = post(packed, "application/json", { "content-encoding": "GZIP", "content-md5": "x" });
    const { text, headers } = await sent(call);
    expect(text).toBe(JSON.stringify(REGION));
    expect(headers).toEqual({ "content-type": "application/json" });
    expect(call.entry).toMatchObject({ bytesIn: packed.length, bytesInPlain: text?.length });
  });

  test("in gzip streams on as it is where the route names none", async () => {
    const packed = gzipOf(TEXT.encode("anything"));
    const { bytes, headers } = await sent(post(packed, "text/plain", { "content-encoding": "gzip" }, routeOf()));
    expect(bytes).toEqual(new Uint8Array(packed));
    expect(headers["content-encoding"]).toBe("gzip");
  });

  test("in the dictionary coding is inflated on every route, since no upstream knows it", async () => {
    const words = await dictionaryOf("what both sides know before");
    const packed = COMPRESSOR.deflateRaw(TEXT.encode("what both sides know"), words.bytes);
    const dictionaryHeader = { "content-encoding": "x-dcd", "available-dictionary": renderAvailableDictionary(words) };
    const { text, headers } = await sent(post(packed, "text/plain", dictionaryHeader, routeOf()), [words]);
    expect(text).toBe("what both sides know");
    expect(headers).toEqual({ "content-type": "text/plain" });
  });

  test("of a batch item is refused above the limit of its route, whatever the batch allows", async () => {
    const item = { ...itemRef(), body: new Uint8Array(11).fill(120) };
    const callTo = (bodyBytesMax: number) =>
      callOf({ method: "POST", headers: { "content-type": "text/plain" } }, routeOf({ bodyBytesMax }), { item });
    await expect(sent(callTo(10))).rejects.toMatchObject({ code: "resource_exhausted", status: 413 });
    expect((await sent(callTo(11))).text).toBe("x".repeat(11));
  });

  test("of a batch item is taken from memory", async () => {
    const item = { ...itemRef(), body: PROTOBUF };
    const headers = { "content-type": "application/x-protobuf" };
    const call = callOf({ method: "POST", headers }, WITH_REQUEST, { item });
    expect(JSON.parse((await sent(call)).text ?? "")).toEqual(REGION);
  });
});

describe("a request is refused", () => {
  const words = dictionaryOf("what both sides know before");

  async function refusal(call: Call, dictionaries: Dictionary[] = []) {
    return await sent(call, dictionaries).then(
      () => undefined,
      ({ status, message, headers }: { status: number; message: string; headers: unknown }) => ({
        status,
        message,
        headers,
      }),
    );
  }

  test("with 415 and what is taken for another content type", async () => {
    expect(await refusal(post("<a/>", "application/xml"))).toMatchObject({
      status: 415,
      headers: { accept: expect.stringContaining("application/x-protobuf") },
    });
  });

  test("with 415 and what is taken for another coding", async () => {
    expect(await refusal(post("x", "application/json", { "content-encoding": "br" }))).toMatchObject({
      status: 415,
      headers: { "accept-encoding": "gzip, x-dcd" },
    });
  });

  test("with 415 for a dictionary that is not known, and for none", async () => {
    const known = await words;
    const packed = COMPRESSOR.deflateRaw(PROTOBUF, known.bytes);
    const other = { "available-dictionary": renderAvailableDictionary(await dictionaryOf("another one")) };
    for (const headers of [other, {}, { "available-dictionary": "garbage" }]) {
      const call = post(packed, "application/x-protobuf", { "content-encoding": "x-dcd", ...headers });
      expect(await refusal(call, [known])).toMatchObject({
        status: 415,
        headers: { "accept-encoding": "gzip, x-dcd" },
      });
    }
  });

  test.each([
    ["no protobuf", TEXT.encode("\xff\xff\xff\xff"), {}],
    ["no gzip", TEXT.encode("plain"), { "content-encoding": "gzip" }],
    ["gzip cut short", gzipOf(PROTOBUF).subarray(0, -4), { "content-encoding": "gzip" }],
  ])("with 400 for %s", async (_, body, headers) => {
    expect(await refusal(post(body, "application/x-protobuf", headers))).toMatchObject({ status: 400 });
  });

  test("with 413 for a gzip bomb, before it is unpacked", async () => {
    const bomb = gzipOf(new Uint8Array(64 << 20)); // 64 MB from 65 KB
    const call = post(bomb, "application/json", { "content-encoding": "gzip" });
    expect(await refusal(call)).toMatchObject({ status: 413 });
  });

  test("with 413 for a dictionary bomb", async () => {
    const known = await words;
    const bomb = COMPRESSOR.deflateRaw(new Uint8Array(16 << 20), known.bytes);
    const headers = { "content-encoding": "x-dcd", "available-dictionary": renderAvailableDictionary(known) };
    expect(await refusal(post(bomb, "text/plain", headers, routeOf()), [known])).toMatchObject({ status: 413 });
  });

  test("with 413 for a body over the route's limit, without reading the rest", async () => {
    let read = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(stream) {
        read += 1024;
        stream.enqueue(new Uint8Array(1024));
      },
    });
    const call = post(endless, "application/x-protobuf", {}, { ...WITH_REQUEST, bodyBytesMax: 10_000 });
    expect(await refusal(call)).toMatchObject({ status: 413 });
    expect(read).toBeLessThan(20_000);
  });

  test("with 400 where the client breaks off", async () => {
    const broken = new ReadableStream<Uint8Array>({
      start(stream) {
        stream.enqueue(PROTOBUF.subarray(0, 3));
        stream.error(new Error("connection lost"));
      },
    });
    expect(await refusal(post(broken, "application/x-protobuf"))).toMatchObject({ status: 400 });
  });
});

describe("what the upstream is asked for", () => {
  async function asked(headers: Record<string, string>, route = WITH_REPLY, dictionaries: Dictionary[] = []) {
    const call = callOf({ headers }, route);
    return { ...(await sent(call, dictionaries)).headers, sensitive: call.sensitive };
  }

  test("is JSON, whole and not compressed, for a client of protobuf", async () => {
    const headers = {
      accept: "application/x-protobuf",
      "accept-encoding": "gzip",
      range: "bytes=0-9",
      "if-range": '"a"',
    };
    expect(await asked(headers)).toEqual({ accept: "application/json" });
  });

  test("is what the client asked for otherwise", async () => {
    const headers = { accept: "application/json", "accept-encoding": "gzip, br", range: "bytes=0-9" };
    expect(await asked(headers)).toEqual(headers);
    expect(await asked(headers, routeOf())).toEqual(headers);
  });

  test("never is the private coding", async () => {
    const known = await dictionaryOf("words");
    const headers = {
      "accept-encoding": "x-dcd, gzip;q=0.5",
      "available-dictionary": renderAvailableDictionary(known),
    };
    expect(await asked(headers, routeOf(), [known])).toEqual({ "accept-encoding": "gzip;q=0.5" });
    expect(await asked({ "accept-encoding": "X-DCD" }, routeOf(), [known])).toEqual({});
  });

  test("keeps a dictionary that is the upstream's own", async () => {
    const headers = { "accept-encoding": "dcb", "available-dictionary": ":AAAA:" };
    expect(await asked(headers, routeOf())).toEqual(headers);
  });

  test("is not compressed where the reply carries a secret", async () => {
    const secret = routeOf({ sensitive: true });
    expect(await asked({ "accept-encoding": "gzip" }, secret)).toEqual({ sensitive: true });
    const session = routeOf({ messages: { response: Session } });
    expect(await asked({ "accept-encoding": "gzip" }, session)).toEqual({ sensitive: true });
  });
});
