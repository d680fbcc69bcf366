import { describe, expect, test } from "vitest";
import { REPLY_BYTES_MAX } from "../../../../edge/batch/item-reply.ts";
import { nativeHeaders } from "../../../../edge/codec/codec.ts";
import type { Call } from "../../../../edge/route/call.ts";
import { BATCH_BYTES_MAX, renderBatch } from "../../../../proto/batch/batch.ts";
import { renderAvailableDictionary } from "../../../../proto/codec/codec.ts";
import { BatchRequest, BatchResponse } from "../../../../proto/gen/batch.contract.ts";
import { PassportService, Session } from "../../../../proto/gen/passport.contract.ts";
import { COMPRESSOR, callOf, dictionaryOf, gzipOf, itemRef, routeOf } from "../codec/fixture.ts";
import { batchCall, bytes, echo, readFrames, runJson, world } from "./fixture.ts";

const TWO = [
  { id: "a", url: "/plain/a" },
  { id: "b", url: "/plain/b" },
];

/** A world whose items are answered by this, without an upstream. */
function answering(answer: (call: Call) => Response | Promise<Response>) {
  return world(echo, { handle: async (call) => await answer(call) });
}

function refusal(call: Call): Promise<{ status: number; message: string; headers: Record<string, string> }> {
  return world(echo)
    .batch(call)
    .then(
      () => Promise.reject(new Error("it was not refused")),
      (fault) => fault,
    );
}

function posted(body: BodyInit, headers: Record<string, string> = { "content-type": "application/json" }): Call {
  return callOf({ method: "POST", headers, body });
}

describe("an envelope is refused", () => {
  test("with 405 for another method", async () => {
    expect(await refusal(callOf({ method: "GET" }))).toMatchObject({ status: 405, headers: { allow: "POST" } });
  });

  test.each(["text/plain", "multipart/mixed", "application/x-www-form-urlencoded"])("with 415 as %s", async (type) => {
    expect(await refusal(posted("{}", { "content-type": type }))).toMatchObject({
      status: 415,
      headers: { accept: expect.stringContaining("application/json") },
    });
  });

  test("with 415 without a type", async () => {
    expect(await refusal(posted(bytes("{}"), {}))).toMatchObject({ status: 415 });
  });

  test("with 415 and the codings that are taken, for another coding", async () => {
    const headers = { "content-type": "application/json", "content-encoding": "br" };
    expect(await refusal(posted("{}", headers))).toMatchObject({
      status: 415,
      headers: { "accept-encoding": "gzip, x-dcd" },
    });
  });

  test("with 415 for a dictionary that is not known here", async () => {
    const headers = {
      "content-type": "application/json",
      "content-encoding": "x-dcd",
      "available-dictionary": renderAvailableDictionary(await dictionaryOf("unknown")),
    };
    expect(await refusal(posted("{}", headers))).toMatchObject({ status: 415 });
  });

  test("with 413 for too many bytes, and for a bomb", async () => {
    expect(await refusal(posted(" ".repeat(BATCH_BYTES_MAX + 1)))).toMatchObject({ status: 413 });
    const bomb = gzipOf(new Uint8Array(64 << 20));
    const headers = { "content-type": "application/json", "content-encoding": "gzip" };
    expect(await refusal(posted(bomb, headers))).toMatchObject({ status: 413 });
  });

  test.each([
    ["no JSON", "{", "JSON"],
    ["no object", "[]", "requests"],
    ["no items", '{"requests":[]}', "requests"],
    ["an id twice", '{"requests":[{"id":"a","url":"/x"},{"id":"a","url":"/y"}]}', "requests[1] 'a'"],
    [
      "a cycle",
      '{"requests":[{"id":"a","url":"/x","dependsOn":["b"]},{"id":"b","url":"/y","dependsOn":["a"]}]}',
      "cycle",
    ],
    ["an absolute URL", '{"requests":[{"id":"a","url":"http://evil.test/"}]}', "requests[0] 'a'"],
    ["a batch in a batch", '{"requests":[{"id":"a","method":"POST","url":"/%24BATCH"}]}', "requests[0] 'a'"],
  ])("with 400 that says where, for %s", async (_, body, place) => {
    const { status, message } = await refusal(posted(body));
    expect(status).toBe(400);
    expect(message).toContain(place);
  });

  test("with 400 for protobuf that is none", async () => {
    const call = posted(bytes("\xff\xff"), { "content-type": "application/x-protobuf" });
    expect(await refusal(call)).toMatchObject({ status: 400 });
  });

  test("with 400 where it is itself an item", async () => {
    const item = itemRef();
    expect(await refusal(batchCall(TWO, {}, { item }))).toMatchObject({ status: 400 });
  });
});

describe("an envelope is taken", () => {
  test("in protobuf, gzip and with a dictionary", async () => {
    const words = await dictionaryOf("/plain/a /plain/b");
    const plain = BatchRequest.encode({ requests: TWO });
    const type = { "content-type": "application/x-protobuf" };
    const dictionary = { "content-encoding": "x-dcd", "available-dictionary": renderAvailableDictionary(words) };
    const here = world(echo, { dictionaries: [words] });
    for (const [body, headers] of [
      [plain, type],
      [gzipOf(plain), { ...type, "content-encoding": "gzip" }],
      [COMPRESSOR.deflateRaw(plain, words.bytes), { ...type, ...dictionary }],
    ] as const) {
      const call = posted(body, headers);
      const { responses } = (await (await here.batch(call)).json()) as { responses: unknown[] };
      expect(responses).toHaveLength(2);
      expect(call.entry).toMatchObject({ bytesIn: body.length, bytesInPlain: plain.length });
    }
  });
});

describe("an item's call", () => {
  async function callOfItem(item: object, outer: Record<string, string> = {}, envelope = "application/json") {
    const here = world(echo);
    const one = { id: "a", url: "/plain/a", ...item };
    const call =
      envelope === "application/json"
        ? batchCall([one], outer)
        : posted(BatchRequest.encode({ requests: [one] }), { "content-type": envelope, ...outer });
    await (await here.batch(call)).arrayBuffer();
    return {
      outer: call,
      call: here.calls[0] as Call,
      headers: Object.fromEntries(nativeHeaders((here.calls[0] as Call).request.headers)),
    };
  }

  test("has address, scheme, host and trace of the outer connection", async () => {
    const { outer, call } = await callOfItem({});
    expect(call.client).toBe(outer.client);
    expect(call.trace).toMatchObject({ traceId: outer.trace.traceId, parentId: outer.trace.spanId });
    expect(call.trace.spanId).not.toBe(outer.trace.spanId);
    expect(call.item).toMatchObject({ batchId: outer.trace.spanId, id: "a" });
  });

  test("inherits who calls, in what and in which language, unless it says otherwise", async () => {
    const outer = {
      authorization: "Bearer outer",
      cookie: "s=1",
      "accept-language": "de",
      "user-agent": "app/1",
      "x-other": "1",
      "if-none-match": '"outer"',
      range: "bytes=0-1",
    };
    expect((await callOfItem({}, outer)).headers).toEqual({
      accept: "application/json, */*;q=0.1",
      authorization: "Bearer outer",
      cookie: "s=1",
      "accept-language": "de",
      "user-agent": "app/1",
    });
    const own = await callOfItem({ headers: { Authorization: "Bearer own", "Accept-Language": "fr" } }, outer);
    expect(own.headers).toMatchObject({ authorization: "Bearer own", "accept-language": "fr", "user-agent": "app/1" });
  });

  test("accepts the formats of its envelope, unless it says otherwise", async () => {
    const { headers } = await callOfItem({}, { accept: "application/jsonl" }, "application/x-protobuf");
    expect(headers.accept).toBe("application/x-protobuf, application/json;q=0.5, */*;q=0.1");
    const own = await callOfItem({ headers: { accept: "text/html" } }, { accept: "application/jsonl" });
    expect(own.headers.accept).toBe("text/html");
  });

  test("has no header with which it could claim to be someone or somewhere else", async () => {
    const forged = {
      "fairway-identity": "forged",
      "X-Fairway-Uid": "1",
      "x-fairway-session": "1",
      forwarded: "for=1.2.3.4",
      "X-Forwarded-For": "1.2.3.4",
      "x-forwarded-host": "evil.test",
      "x-forwarded-anything": "x",
      "x-real-ip": "1.2.3.4",
      "true-client-ip": "1.2.3.4",
      "cf-connecting-ip": "1.2.3.4",
      via: "1.1 forged",
      traceparent: `00-${"a".repeat(32)}-${"b".repeat(16)}-01`,
      tracestate: "x=1",
      host: "evil.test",
      connection: "authorization",
      "transfer-encoding": "chunked",
      "content-length": "5",
      "proxy-authorization": "Basic x",
      origin: "https://evil.test",
      "sec-fetch-site": "same-origin",
      "x-original-url": "/admin",
      "x-own": "kept",
    };
    const { headers } = await callOfItem({ headers: forged }, { origin: "https://app.test" });
    expect(headers).toEqual({
      accept: "application/json, */*;q=0.1",
      origin: "https://app.test",
      "x-own": "kept",
    });
  });

  test("has its path as it was written, but in ASCII", async () => {
    const { call } = await callOfItem({ url: "/plain/%2e%zz;x/日本?q=ü&r=%20{a}" });
    expect(call.target).toEqual({
      path: "/plain/%2e%zz;x/%E6%97%A5%E6%9C%AC",
      query: "?q=%C3%BC&r=%20{a}",
    });
  });

  test("has its body in memory, and none in the request", async () => {
    const { call } = await callOfItem({ method: "POST", body: { n: 1.0 } });
    expect(call.item?.body).toEqual(bytes('{"n":1}'));
    expect(call.request.body).toBeNull();
    expect(call.request.headers.get("content-type")).toBe("application/json");
  });

  test("is made once for identical safe items", async () => {
    const here = world(echo);
    const replies = await runJson(here, [
      TWO[0] as never,
      { ...TWO[0], id: "again", url: "/plain/a" },
      TWO[1] as never,
    ]);
    expect(here.calls).toHaveLength(2);
    expect(replies.again?.body).toEqual(replies.a?.body);
  });
});

describe("an item's reply", () => {
  test("keeps the headers that mean something to a client, cookies one by one", async () => {
    const headers = new Headers({
      "content-type": "text/plain",
      "content-length": "2",
      date: "now",
      server: "x",
      via: "1.1 x",
      vary: "accept",
      connection: "close",
      "keep-alive": "timeout=5",
      etag: '"e"',
      "cache-control": "max-age=1",
      "retry-after": "1",
      location: "/x",
      "x-total": "5",
    });
    headers.append("set-cookie", "a=1; Path=/");
    headers.append("set-cookie", "b=2, c=3");
    const here = answering(() => new Response("hi", { headers }));
    const { a } = await runJson(here, TWO);
    expect(a?.headers).toEqual({
      "content-type": "text/plain",
      etag: '"e"',
      "cache-control": "max-age=1",
      "retry-after": "1",
      location: "/x",
      "x-total": "5",
      "set-cookie": ["a=1; Path=/", "b=2, c=3"],
    });
    expect(a?.body).toBe(btoa("hi"));
  });

  test("to HEAD and of 204 and 304 has no body", async () => {
    const here = answering(({ item }) => {
      if (item?.id === "h") return new Response("not to be read");
      return new Response(null, { status: item?.id === "n" ? 204 : 304 });
    });
    const replies = await runJson(here, [
      { id: "h", url: "/plain/x", method: "HEAD" },
      { id: "n", url: "/plain/n" },
      { id: "m", url: "/plain/m" },
    ]);
    expect(replies.h).not.toHaveProperty("body");
    expect(replies.n).toMatchObject({ status: 204 });
    expect(replies.m).toMatchObject({ status: 304 });
  });

  test("that was compressed unasked stands there without its coding", async () => {
    const packed = { "content-type": "application/json", "content-encoding": "gzip" };
    const here = answering(({ item }) => {
      const body = item?.id === "a" ? gzipOf('{"n":1}') : bytes("no gzip");
      return new Response(body, { headers: packed, encodeBody: "manual" });
    });
    const { a, b } = await runJson(here, TWO);
    expect(a).toMatchObject({ status: 200, headers: { "content-type": "application/json" }, body: { n: 1 } });
    expect(a?.headers["content-encoding"]).toBeUndefined();
    expect(b?.status).toBe(502);
  });

  test("that breaks off, hangs or fails is a problem, and the others are whole", async () => {
    const here = answering(({ item }) => {
      if (item?.id === "throws") throw new Error("a secret of the process");
      if (item?.id === "fine") return Response.json("fine");
      const stream = new ReadableStream<Uint8Array>({
        start(controller) {
          controller.enqueue(bytes("half"));
          if (item?.id === "breaks") controller.error(new Error("lost"));
        },
      });
      return new Response(stream);
    });
    const items = ["throws", "fine", "breaks"].map((id) => ({ id, url: `/plain/${id}` }));
    const replies = await runJson(here, [...items, { id: "hangs", url: "/plain/hangs", timeoutMs: 30 }]);
    expect(replies.throws).toMatchObject({ status: 500, headers: { "content-type": "application/problem+json" } });
    expect(JSON.stringify(replies.throws)).not.toContain("secret");
    expect(replies.breaks).toMatchObject({ status: 502 });
    expect(replies.hangs).toMatchObject({ status: 504 });
    expect(replies.fine).toMatchObject({ status: 200, body: "fine" });
  });

  test("beyond what a batch may hold is a problem, and takes nothing from the others", async () => {
    const big = () =>
      new ReadableStream<Uint8Array>({
        pull: (stream) => stream.enqueue(new Uint8Array(1_000_000)),
      });
    const here = answering(({ item }) => (item?.id === "big" ? new Response(big()) : Response.json("x".repeat(1_000))));
    const replies = await runJson(here, [...TWO, { id: "big", url: "/plain/big" }]);
    expect(replies.big).toMatchObject({ status: 502, body: { code: "resource_exhausted" } });
    expect(replies.a?.body).toHaveLength(1_000);
    expect(replies.b?.body).toHaveLength(1_000);
  });

  test("counts towards that limit together with the others", async () => {
    const here = answering(() => new Response(new Uint8Array(REPLY_BYTES_MAX / 2 + 1)));
    const replies = Object.values(await runJson(here, TWO));
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 502]);
  });
});

describe("a value from an earlier reply", () => {
  const rpc = PassportService.methods.signInGuest;

  test("is taken from a protobuf reply of an RPC as from its JSON", async () => {
    const session = { uid: 12345678901234567n, accessToken: "token" };
    const here = answering((call) => {
      if (call.item?.id !== "signIn")
        return Response.json({ target: call.target, header: call.request.headers.get("x-token") });
      call.route = routeOf({ rpc });
      return new Response(Session.encode(session), { headers: { "content-type": "application/proto" } });
    });
    const replies = await runJson(here, [
      { id: "signIn", method: "POST", url: "/fairway.passport.v1.PassportService/SignInGuest", body: {} },
      {
        id: "b",
        url: "/plain/{signIn.body.uid}",
        headers: { "x-token": "{signIn.body.accessToken}" },
        dependsOn: ["signIn"],
      },
    ]);
    expect(replies.b?.body).toEqual({ target: { path: "/plain/12345678901234567", query: "" }, header: "token" });
  });

  test("is taken from the JSON that became protobuf on the way", async () => {
    const here = answering((call) => {
      if (call.item?.id !== "a") return Response.json(call.target.path);
      call.json = () => ({ next: { id: "x/y" } });
      return new Response(bytes("protobuf"), { headers: { "content-type": "application/x-protobuf" } });
    });
    const later = { id: "b", url: "/plain/{a.body.next.id}", dependsOn: ["a"] };
    expect((await runJson(here, [TWO[0] as never, later])).b?.body).toBe("/plain/x%2Fy");
  });

  test("is missing where nobody knows the message", async () => {
    const here = answering(() => new Response(bytes("x"), { headers: { "content-type": "application/x-protobuf" } }));
    const later = { id: "b", url: "/plain/{a.body.next}", dependsOn: ["a"] };
    expect((await runJson(here, [TWO[0] as never, later])).b?.status).toBe(424);
  });
});

describe("the reply", () => {
  const words = dictionaryOf(
    '{"responses":[{"id":"a","status":200,"headers":{"content-type":"application/json"},"body":"',
  );
  const long = "long and dull ".repeat(50);

  test("varies by what the client accepts, and is never stored", async () => {
    const response = await world(echo).batch(batchCall(TWO));
    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.get("vary")).toBe("Accept, Accept-Encoding, Available-Dictionary");
  });

  test.each([
    [undefined, "application/json"],
    ["*/*", "application/json"],
    ["image/png", "application/json"],
    ["application/jsonl", "application/jsonl"],
    ["application/x-ndjson", "application/x-ndjson"],
    ["application/protobuf", "application/protobuf"],
    ["application/x-protobuf;delimited=true", "application/x-protobuf;delimited=true"],
    ["application/x-protobuf;delimited=true, application/json;q=0.5", "application/x-protobuf;delimited=true"],
    ["application/x-protobuf;delimited=true;q=0.1, application/json;q=0.5", "application/json"],
  ])("to Accept: %s is %s", async (accept, type) => {
    const response = await world(echo).batch(batchCall(TWO, accept === undefined ? {} : { accept }));
    expect(response.headers.get("content-type")).toBe(type);
    await response.arrayBuffer();
  });

  test("in JSON, byte for byte", async () => {
    const response = await world(echo).batch(batchCall(TWO));
    const text = await response.text();
    expect(text).toBe(
      '{"responses":[{"id":"a","status":200,"headers":{"content-type":"application/json"},"body":{"alone":"/plain/a"}},' +
        '{"id":"b","status":200,"headers":{"content-type":"application/json"},"body":{"alone":"/plain/b"}}]}',
    );
    expect(response.headers.get("content-length")).toBe(String(text.length));
  });

  test("in protobuf, byte for byte", async () => {
    const response = await world(echo).batch(batchCall(TWO, { accept: "application/x-protobuf" }));
    const headers = [{ name: "content-type", value: "application/json" }];
    const responses = ["a", "b"].map((id) => ({ id, headers, body: bytes(`{"alone":"/plain/${id}"}`) }));
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(new Uint8Array(BatchResponse.encode({ responses })));
  });

  test("is compressed as small as the client allows, and says so in the log", async () => {
    const known = await words;
    const here = world(echo, { handle: async () => Response.json(long), dictionaries: [known] });
    const plain = batchCall(TWO);
    const body = await (await here.batch(plain)).text();
    const gzip = batchCall(TWO, { "accept-encoding": "gzip" });
    const gzipped = await here.batch(gzip);
    expect(gzipped.headers.get("content-encoding")).toBe("gzip");
    const packed = new Uint8Array(await gzipped.arrayBuffer());
    expect(gzipped.headers.get("content-length")).toBe(String(packed.length));
    expect(gzip.entry.bytesOutPlain).toBe(body.length);
    const dictionary = { "accept-encoding": "gzip, x-dcd", "available-dictionary": renderAvailableDictionary(known) };
    const smallest = await here.batch(batchCall(TWO, dictionary));
    expect(smallest.headers.get("content-encoding")).toBe("x-dcd");
    const bytesOut = new Uint8Array(await smallest.arrayBuffer());
    expect(bytesOut.length).toBeLessThan(packed.length);
    expect(new TextDecoder().decode(COMPRESSOR.inflateRaw(bytesOut, 1e6, known.bytes))).toBe(body);
  });

  test.each(["application/json", "application/x-protobuf", "application/jsonl"])(
    "in %s is not compressed where an item carries a secret or sets a cookie",
    async (accept) => {
      for (const secret of ["body", "cookie"]) {
        const here = answering((call) => {
          if (call.item?.id === "a" && secret === "body") call.sensitive = true;
          const headers: Record<string, string> = secret === "cookie" ? { "set-cookie": "s=1" } : {};
          return Response.json(long, { headers });
        });
        const response = await here.batch(batchCall(TWO, { accept, "accept-encoding": "gzip" }));
        expect(response.headers.has("content-encoding")).toBe(false);
        await response.arrayBuffer();
      }
    },
  );

  test("in frames packs what has no secret, and nothing else", async () => {
    const known = await words;
    const secret = "s3cr3t-token-of-this-caller";
    const here = world(echo, {
      dictionaries: [known],
      async handle(call) {
        if (call.item?.id === "a") call.sensitive = true;
        return Response.json(call.item?.id === "a" ? secret : long);
      },
    });
    const accept = "application/x-protobuf;delimited=true";
    const dictionary = { "accept-encoding": "gzip, x-dcd", "available-dictionary": renderAvailableDictionary(known) };
    const response = await here.batch(batchCall(TWO, { accept, ...dictionary }));
    expect(response.headers.has("content-encoding")).toBe(false);
    const text = new TextDecoder("latin1").decode(await response.arrayBuffer());
    expect(text).toContain(secret);
    expect(text).not.toContain("long and dull long");
    const unpacked = await here.batch(batchCall(TWO, { accept, "accept-encoding": "gzip" }));
    expect((await readFrames(unpacked)).map(({ id }) => id).sort()).toEqual(["a", "b"]);
  });

  test.each(["application/jsonl", "application/x-protobuf;delimited=true"])(
    "in %s comes as items get ready, and a slow one holds up nobody",
    async (accept) => {
      const slow = Promise.withResolvers<Response>();
      const here = answering(({ item }) => (item?.id === "a" ? slow.promise : Response.json(item?.id)));
      const response = await here.batch(batchCall(TWO, { accept }));
      const reader = (response.body as ReadableStream<Uint8Array>).getReader();
      const first = await reader.read();
      expect(new TextDecoder().decode(first.value)).toContain('"b"');
      slow.resolve(Response.json("a"));
      const second = await reader.read();
      expect(new TextDecoder().decode(second.value)).toContain('"a"');
      expect((await reader.read()).done).toBe(true);
    },
  );

  test("in frames puts what gets ready together into one", async () => {
    const here = world(echo);
    const items = Array.from({ length: 20 }, (_, at) => ({ id: String(at), url: `/merged/${at}` }));
    const accept = "application/x-protobuf;delimited=true";
    const response = await here.batch(batchCall(items, { accept }));
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    expect((await reader.read()).done).toBe(false);
    expect((await reader.read()).done).toBe(true);
  });

  test("loses nothing to a reader that is slower than the items", async () => {
    const here = answering(({ item }) => Response.json(item?.id));
    const items = Array.from({ length: 50 }, (_, at) => ({
      id: String(at),
      url: `/plain/${at}`,
      dependsOn: at === 0 ? [] : [String(at - 1)],
    }));
    const response = await here.batch(batchCall(items, { accept: "application/jsonl" }));
    let text = "";
    const reader = (response.body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream()).getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      text += value;
      await scheduler.wait(1); // A slow network, not a thing to wait for.
    }
    expect(text.trim().split("\n")).toHaveLength(50);
  });

  test("that its reader gives up on ends every item", async () => {
    const signals: AbortSignal[] = [];
    const here = answering(async ({ signal, item }) => {
      if (item?.id === "b") return Response.json("b");
      signals.push(signal);
      return await new Promise<Response>(() => undefined);
    });
    const response = await here.batch(batchCall(TWO, { accept: "application/jsonl" }));
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    await reader.read();
    await reader.cancel("gone");
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
  });

  test("is not given to a client that is gone, and every item ends", async () => {
    const client = new AbortController();
    const signals: AbortSignal[] = [];
    const here = answering(async ({ signal }) => {
      signals.push(signal);
      if (signals.length === 2) client.abort();
      return await new Promise<Response>(() => undefined);
    });
    await expect(here.batch(batchCall(TWO, {}, { signal: client.signal }))).rejects.toMatchObject({ code: "canceled" });
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true]);
  });
});

test("an envelope as the SDK renders it is understood", async () => {
  const items = TWO.map((item) => ({ ...item, method: "GET", headers: [], dependsOn: [], priority: 0 }));
  const call = posted(renderBatch(items, "protobuf"), { "content-type": "application/x-protobuf" });
  expect(((await (await world(echo).batch(call)).json()) as { responses: unknown[] }).responses).toHaveLength(2);
});
