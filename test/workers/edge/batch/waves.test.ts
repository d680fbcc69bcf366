import { describe, expect, test } from "vitest";
import { batchWriter } from "../../../../proto/batch/batch.ts";
import { dictionary, renderAvailableDictionary } from "../../../../proto/codec/codec.ts";
import { Fault, problemResponse } from "../../../../proto/fault.ts";
import { BatchFrame } from "../../../../proto/gen/batch.contract.ts";
import {
  batchCall,
  bytes,
  echo,
  FRAMES,
  framesOf,
  itemsOf,
  jsonReply,
  runJson,
  type Sent,
  type Upstream,
  world,
} from "./fixture.ts";

const DICTIONARY = await dictionary(bytes('{"of":"a"}{"together":"/merged/"}application/jsoncontent-type'));
const THREE = ["a", "b", "c"].map((id) => ({ id, url: `/merged/${id}` }));
const WITH_POST = [...THREE, { id: "w", url: "/merged/w", method: "POST", body: { n: 1 } }];

const alone = (sent: Sent) => Response.json({ alone: sent.request.target });
const targets = (sent: readonly Sent[]) => sent.map(({ request }) => request.target);

describe("items that get ready together for an upstream that takes batches", () => {
  test("travel to it in one request", async () => {
    const here = world(echo);
    const replies = await runJson(here, THREE);
    expect(here.sent).toHaveLength(1);
    expect(here.sent[0]?.request.method).toBe("POST");
    expect(here.sent[0]?.request.headers.get("accept")).toBe(FRAMES);
    expect(replies.b?.body).toEqual({ together: "/merged/b" });
  });

  test("carry their own headers, body and time", async () => {
    const here = world(echo);
    const items = [
      ...THREE,
      { id: "w", url: "/merged/w?x=1", method: "PUT", headers: { "x-own": "1", authorization: "Bearer t" }, body: [1] },
    ];
    await runJson(here, items);
    const [wave] = here.sent;
    const item = wave && itemsOf(wave)?.[3];
    expect(item).toMatchObject({ method: "PUT", url: "/merged/w?x=1", body: bytes("[1]"), timeoutMs: 5_000 });
    expect(Object.fromEntries(item?.headers ?? [])).toMatchObject({ "x-own": "1", authorization: "Bearer t" });
    expect(wave?.policy).toMatchObject({ timeoutMs: 5_000, attempts: 2, idempotent: true });
  });

  test("travel as a child of the batch's span", async () => {
    const here = world(echo);
    await runJson(here, THREE);
    const call = batchCall(THREE);
    expect(here.sent[0]?.request.headers.get("traceparent")).toMatch(
      new RegExp(`^00-${call.trace.traceId}-[0-9a-f]{16}-01$`),
    );
  });

  test("and later ones in a wave of their own, when what they depend on is there", async () => {
    const here = world(echo);
    const later = ["d", "e"].map((id, at) => ({ id, url: `/merged/${id}`, dependsOn: [at === 0 ? "a" : "b"] }));
    await runJson(here, [...THREE, ...later]);
    expect(here.sent.map((sent) => itemsOf(sent)?.map(({ url }) => url))).toEqual([
      ["/merged/a", "/merged/b", "/merged/c"],
      ["/merged/d", "/merged/e"],
    ]);
  });

  test("need no clock to find each other", async () => {
    const { setTimeout: real } = globalThis;
    const here = world(echo);
    globalThis.setTimeout = (() => 0) as never; // No timer ever fires.
    try {
      await runJson(here, THREE);
    } finally {
      globalThis.setTimeout = real;
    }
    expect(here.sent).toHaveLength(1);
  });

  test("are told in the log where they went", async () => {
    const here = world(({ policy, ...sent }) => {
      Object.assign(policy.entry, { upstream: "merged", address: "http://10.0.0.1", attempts: 2 });
      here.clockMs += 7;
      return echo({ policy, ...sent });
    });
    await runJson(here, THREE);
    for (const { entry } of here.calls) {
      expect(entry).toMatchObject({ upstream: "merged", address: "http://10.0.0.1", attempts: 2, upstreamMs: 7 });
    }
  });

  test("need not wait for an item that is stuck elsewhere", async () => {
    const stuck = Promise.withResolvers<void>();
    const here = world(
      (sent) => {
        stuck.resolve();
        return echo(sent);
      },
      {
        async handle(call) {
          if (call.item?.id === "a") await stuck.promise;
          const send = call.send?.send;
          const { entry, signal, target } = call;
          const request = { method: "GET", target: target.path, headers: new Headers(), body: null };
          const policy = { timeoutMs: 1_000, attempts: 1, idempotent: true, signal, entry };
          return (await send?.("merged", request, policy)) ?? new Response(null);
        },
      },
    );
    const replies = await runJson(here, THREE);
    expect(here.sent.map((sent) => itemsOf(sent)?.length ?? 1)).toEqual([2, 1]);
    expect(replies.a?.body).toEqual({ alone: "/merged/a" });
  });

  test("are split where one envelope could not hold them", async () => {
    const here = world(echo);
    const body = "x".repeat(300_000);
    const items = ["a", "b", "c"].map((id) => ({ id, url: `/merged/${id}`, method: "PUT", body }));
    await runJson(here, items);
    expect(here.sent.map((sent) => itemsOf(sent)?.length ?? 1)).toEqual([2, 1]);
  });
});

describe("a single request goes out", () => {
  test("for a wave of one", async () => {
    const here = world(echo);
    const replies = await runJson(here, THREE.slice(0, 1));
    expect(replies.a?.body).toEqual({ alone: "/merged/a" });
  });

  test("for every item of an upstream that takes no batches", async () => {
    const here = world(echo);
    await runJson(here, [...THREE, { id: "p", url: "/plain/p" }, { id: "q", url: "/plain/q" }]);
    expect(targets(here.sent).sort()).toEqual(["/$batch", "/plain/p", "/plain/q"]);
  });
});

describe("an upstream that refuses batches", () => {
  test.each([400, 401, 404, 405, 413, 415, 501])(
    "with %i gets all items one by one, since none was run",
    async (status) => {
      const here = world((sent) => (itemsOf(sent) === undefined ? alone(sent) : new Response("no", { status })));
      const replies = await runJson(here, WITH_POST);
      expect(replies.w?.body).toEqual({ alone: "/merged/w" });
      expect(targets(here.sent).sort()).toEqual(["/$batch", "/merged/a", "/merged/b", "/merged/c", "/merged/w"]);
    },
  );

  test("because it has none is not asked again for a minute", async () => {
    const here = world((sent) => (itemsOf(sent) === undefined ? alone(sent) : new Response("no", { status: 404 })));
    await runJson(here, THREE);
    here.sent.length = 0;
    await runJson(here, THREE);
    expect(targets(here.sent)).not.toContain("/$batch");
    here.clockMs += 60_001;
    here.sent.length = 0;
    await runJson(here, THREE);
    expect(targets(here.sent)).toContain("/$batch");
  });

  test.each([429, 503])("because it is overloaded (%i) is not sent every item after that", async (status) => {
    const headers = { "retry-after": "7", "content-type": "text/plain", server: "x" };
    const here = world(() => new Response("busy", { status, headers }));
    const replies = await runJson(here, WITH_POST);
    expect(here.sent).toHaveLength(1);
    for (const reply of Object.values(replies)) {
      expect(reply).toMatchObject({ status, headers: { "retry-after": "7" }, body: btoa("busy") });
      expect(reply.headers.server).toBeUndefined();
    }
  });
});

test.each<[string, (stream: ReadableStreamDefaultController<Uint8Array>) => void]>([
  ["breaks off", (stream) => stream.error(new Error("connection lost"))],
  ["does not end", (stream) => stream.enqueue(new Uint8Array(65_536))],
])("a refusal that %s is a refusal all the same", async (_, pull) => {
  const stream = () => new ReadableStream<Uint8Array>({ pull });
  const busy = await runJson(
    world(() => new Response(stream(), { status: 503 })),
    THREE,
  );
  expect(Object.values(busy).map(({ status }) => status)).toEqual([503, 503, 503]);
  const refusing = world((sent) =>
    itemsOf(sent) === undefined ? alone(sent) : new Response(stream(), { status: 400 }),
  );
  expect((await runJson(refusing, THREE)).c?.body).toEqual({ alone: "/merged/c" });
});

test("a success that is no batch is no reason to do again what may have been done", async () => {
  const here = world((sent) => (itemsOf(sent) === undefined ? alone(sent) : new Response(null, { status: 204 })));
  const replies = await runJson(here, WITH_POST);
  expect(Object.values(replies).map(({ status }) => status)).toEqual([200, 200, 200, 502]);
});

describe("an upstream that fails", () => {
  test("before it answers, for a wave that could be repeated whole, fails its items", async () => {
    const here = world(() => {
      throw new Fault("unavailable", "no address could be reached");
    });
    const replies = await runJson(here, THREE);
    expect(here.sent).toHaveLength(1);
    expect(Object.values(replies).map(({ status }) => status)).toEqual([503, 503, 503]);
  });

  test.each<[string, Upstream]>([
    [
      "before it answers",
      () => {
        throw new Fault("unavailable", "no address could be reached");
      },
    ],
    ["with 502", () => new Response("bad", { status: 502 })],
  ])("%s gets what can be repeated once more, one by one, and nothing else", async (_, fail) => {
    const here = world((sent) => (itemsOf(sent) === undefined ? alone(sent) : fail(sent)));
    const replies = await runJson(here, WITH_POST);
    expect(targets(here.sent).sort()).toEqual(["/$batch", "/merged/a", "/merged/b", "/merged/c"]);
    expect(replies.a).toMatchObject({ status: 200, body: { alone: "/merged/a" } });
    expect(replies.w?.status).toBeGreaterThanOrEqual(502);
  });

  const whole = batchWriter("frames").write([jsonReply("0", "first")]);
  const second = batchWriter("frames").write([jsonReply("1", "second")]);

  test.each<[string, (stream: ReadableStreamDefaultController<Uint8Array>) => void]>([
    ["ends early", (stream) => stream.close()],
    [
      "is cut in a frame",
      (stream) => {
        stream.enqueue(second.subarray(0, 9));
        stream.close();
      },
    ],
    ["loses its connection", (stream) => stream.error(new Error("connection lost"))],
    ["is garbage from there on", (stream) => stream.enqueue(new Uint8Array(64).fill(0xff))],
  ])("in the middle of its replies (%s) loses no item, and does none twice that must not be", async (_, break_) => {
    const here = world((sent) => {
      if (itemsOf(sent) === undefined) return alone(sent);
      const stream = new ReadableStream<Uint8Array>({
        start(controller) {
          controller.enqueue(whole);
        },
        pull: break_,
      });
      return new Response(stream, { headers: { "content-type": FRAMES } });
    });
    const replies = await runJson(here, WITH_POST);
    expect(replies.a).toMatchObject({ status: 200, body: "first" });
    expect(replies.b).toMatchObject({ status: 200, body: { alone: "/merged/b" } });
    expect(replies.c).toMatchObject({ status: 200, body: { alone: "/merged/c" } });
    expect(replies.w).toMatchObject({ status: 502 });
  });

  test("by answering what is no HTTP fails that item alone", async () => {
    const here = world((sent) =>
      framesOf([
        { ...jsonReply("0", 1), status: 150 },
        { ...jsonReply("1", 1), headers: [["bad name", "x"]] },
        jsonReply("2", "fine"),
        jsonReply("2", "again"),
        jsonReply("99", "nobody"),
        ...(itemsOf(sent) ?? []).slice(3).map(({ id }) => jsonReply(id, 1)),
      ]),
    );
    const replies = await runJson(here, THREE);
    expect([replies.a?.status, replies.b?.status, replies.c?.status]).toEqual([502, 502, 200]);
    expect(replies.c?.body).toBe("fine");
  });

  test("by answering too much is cut off, and the rest is asked for one by one", async () => {
    const here = world((sent) => {
      if (itemsOf(sent) === undefined) return alone(sent);
      const frame = batchWriter("frames").write([{ ...jsonReply("7", 1), body: new Uint8Array(1_000_000) }]);
      return new Response(new ReadableStream({ pull: (stream) => stream.enqueue(frame.slice()) }));
    });
    const replies = await runJson(here, THREE);
    expect(replies.a?.body).toEqual({ alone: "/merged/a" });
  });
});

describe("time", () => {
  const hang = () => new Promise<Response>(() => undefined);

  test("an item that is out of it is answered, and the others of its wave go on", async () => {
    const here = world(async (sent) => {
      const items = itemsOf(sent) ?? [];
      const stream = new TransformStream<Uint8Array, Uint8Array>();
      const writer = stream.writable.getWriter();
      void (async () => {
        await writer.write(batchWriter("frames").write([jsonReply("0", "quick")]));
        await timedOut.promise;
        await writer.write(batchWriter("frames").write([jsonReply("2", "late")]));
        await writer.close();
      })();
      expect(items).toHaveLength(3);
      return new Response(stream.readable, { headers: { "content-type": FRAMES } });
    });
    const timedOut = Promise.withResolvers<void>();
    const items = THREE.map((item) => (item.id === "b" ? { ...item, timeoutMs: 20 } : item));
    const response = await here.batch(batchCall(items, { accept: "application/jsonl" }));
    const lines = (response.body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream()).getReader();
    const ids: string[] = [];
    for (;;) {
      const { done, value } = await lines.read();
      if (done) break;
      for (const line of value.trim().split("\n")) {
        const { id, status } = JSON.parse(line) as { id: string; status: number };
        ids.push(`${id} ${status}`);
        if (id === "b") timedOut.resolve();
      }
    }
    expect(ids).toEqual(["a 200", "b 504", "c 200"]);
  });

  test("each item of a wave has its own", async () => {
    const here = world(() => hang(), {
      async handle(call) {
        const timeoutMs = call.item?.id === "a" ? 20 : 60;
        const { entry, signal, target } = call;
        const request = { method: "GET", target: target.path, headers: new Headers(), body: null };
        const policy = { timeoutMs, attempts: 1, idempotent: true, signal, entry };
        return (await call.send?.send("merged", request, policy)) ?? new Response(null);
      },
    });
    const response = await here.batch(batchCall(THREE, { accept: "application/jsonl" }));
    const reader = (response.body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream()).getReader();
    const first = await reader.read();
    expect(first.value).toContain('"a"');
    expect(first.value).not.toContain('"b"');
    expect((await reader.read()).value).toContain("504");
  });

  test("a wave ends when all its items are out of it", async () => {
    let aborted: unknown;
    const here = world(({ policy }) => {
      policy.signal.addEventListener("abort", () => {
        aborted = policy.signal.reason;
      });
      return hang();
    });
    const replies = await runJson(
      here,
      THREE.map((item) => ({ ...item, timeoutMs: 20 })),
    );
    expect(Object.values(replies).map(({ status }) => status)).toEqual([504, 504, 504]);
    expect(aborted).toBeDefined();
  });

  test("that is over while the upstream was tried in vain is not given again", async () => {
    const here = world((sent) => {
      if (itemsOf(sent) === undefined) return alone(sent);
      here.clockMs += 6_000;
      return new Response("no", { status: 404 });
    });
    const replies = await runJson(here, THREE);
    expect(here.sent).toHaveLength(1);
    expect(replies.a?.status).toBe(504);
  });
});

test("a refusal in problem+json reaches every item", async () => {
  const here = world(() => problemResponse(new Fault("unavailable", "draining", { retryAfterSeconds: 1 })));
  const replies = await runJson(here, THREE);
  expect(replies.c).toMatchObject({ status: 503, body: { code: "unavailable", detail: "draining" } });
});

describe("a reply that its upstream marks as sensitive", () => {
  const marked: Upstream = (sent) => {
    const items = itemsOf(sent) ?? [];
    return framesOf(
      items.map(({ id, url }) => ({ ...jsonReply(id, { together: url }), sensitive: url.startsWith("/merged/b") })),
    );
  };

  test("makes its call, and no other, a sensitive one", async () => {
    const here = world(marked);
    await runJson(here, THREE);
    expect(here.calls.map(({ sensitive = false }) => sensitive)).toEqual([false, true, false]);
  });

  test("is never packed with others", async () => {
    const here = world(marked, { dictionaries: [DICTIONARY] });
    const long = THREE.map(({ id, url }) => ({ id, url: `${url}?${"x".repeat(50)}` }));
    const response = await here.batch(
      batchCall(long, {
        accept: FRAMES,
        "accept-encoding": "x-dcd",
        "available-dictionary": renderAvailableDictionary(DICTIONARY),
      }),
    );
    const bytes = new Uint8Array(await response.arrayBuffer());
    const plain: string[] = [];
    for (let at = 0; at < bytes.length; ) {
      // A frame of three small replies has less than 16 KB, and so two bytes of length at most.
      const [low = 0, high = 0] = bytes.subarray(at);
      const start = at + (low < 0x80 ? 1 : 2);
      at = start + (low < 0x80 ? low : (low & 0x7f) | (high << 7));
      const frame = BatchFrame.decode(bytes.subarray(start, at));
      expect(frame.packed.length).toBeGreaterThan(0);
      plain.push(...frame.plain.map(({ id }) => id));
    }
    expect(plain).toEqual(["b"]);
  });

  test("keeps a whole reply from being compressed", async () => {
    const ask = async (upstream: Upstream) => {
      const response = await world(upstream).batch(batchCall(THREE, { "accept-encoding": "gzip" }));
      return response.headers.get("content-encoding");
    };
    expect(await ask(echo)).toBe("gzip");
    expect(await ask(marked)).toBeNull();
  });
});
