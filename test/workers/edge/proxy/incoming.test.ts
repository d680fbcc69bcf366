import { expect, test } from "vitest";
import { ClientCall } from "../../../../edge/proxy/proxy.ts";

/** As a platform passes a request on: with what it takes itself in the header. */
function encodingOf(cf: Record<string, unknown> | undefined, init: RequestInit = {}) {
  const request = new Request("http://edge.test/x", {
    ...init,
    headers: { host: "edge.test", "accept-encoding": "br, gzip", ...init.headers },
    ...(cf && { cf }),
  } as RequestInit);
  const invocation = { waitUntil: () => {} };
  const call = new ClientCall(request, invocation, { randomHex: (bytes) => "0".repeat(2 * bytes), now: () => 0 });
  return { asked: call.request, coding: call.request.headers.get("accept-encoding") };
}

test.each([
  [undefined, "br, gzip"],
  [{ clientIp: "127.0.0.1:5" }, "br, gzip"],
  [{ clientAcceptEncoding: "gzip, deflate, br" }, "br, gzip"],
  [{ clientAcceptEncoding: "*" }, "br, gzip"],
  [{ clientAcceptEncoding: "" }, null],
  [{ clientAcceptEncoding: "identity" }, null],
  [{ clientAcceptEncoding: "br" }, null],
])("with cf %j the codings are %j", (cf, coding) => {
  expect(encodingOf(cf).coding).toBe(coding);
});

test("nothing else of the request is lost", async () => {
  const init = { method: "POST", body: "hello", headers: { "x-a": "1", "content-type": "text/plain" } };
  const { asked } = encodingOf({ clientAcceptEncoding: "", country: "AT" }, init);
  expect([asked.method, asked.url, asked.headers.get("x-a")]).toEqual(["POST", "http://edge.test/x", "1"]);
  expect(asked.headers.get("content-type")).toBe("text/plain");
  expect(asked.cf).toMatchObject({ country: "AT" });
  expect(await asked.text()).toBe("hello");
});
