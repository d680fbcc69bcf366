import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  codeOfStatus,
  connectErrorOf,
  connectErrorResponse,
  connectStatus,
  Fault,
  type FaultCode,
  faultHeaders,
  faultOfConnectError,
  httpStatus,
  isFaultCode,
  problemOf,
  problemResponse,
  toFault,
} from "../../../proto/fault.ts";

/** https://connectrpc.com/docs/protocol#error-codes */
const STATUS: readonly (readonly [FaultCode, number])[] = [
  ["canceled", 499],
  ["unknown", 500],
  ["invalid_argument", 400],
  ["deadline_exceeded", 504],
  ["not_found", 404],
  ["already_exists", 409],
  ["permission_denied", 403],
  ["resource_exhausted", 429],
  ["failed_precondition", 400],
  ["aborted", 409],
  ["out_of_range", 400],
  ["unimplemented", 501],
  ["internal", 500],
  ["unavailable", 503],
  ["data_loss", 500],
  ["unauthenticated", 401],
];
const SECRET = "the password is hunter2";

describe("the table of codes", () => {
  test.each(STATUS)("%s is HTTP %i", (code, status) => {
    expect(isFaultCode(code)).toBe(true);
    expect(httpStatus(code)).toBe(status);
    expect(new Fault(code, "x").status).toBe(status);
  });

  test.each(["", "OK", "ok", "toString", "__proto__", "Canceled", 1, null, undefined])("%j is no code", (value) => {
    expect(isFaultCode(value)).toBe(false);
  });

  test.each([
    [400, "internal"],
    [401, "unauthenticated"],
    [403, "permission_denied"],
    [404, "unimplemented"],
    [429, "unavailable"],
    [502, "unavailable"],
    [503, "unavailable"],
    [504, "unavailable"],
    [418, "unknown"],
    [500, "unknown"],
    [200, "unknown"],
  ])("a reply %i without a code is %s", (status, code) => expect(codeOfStatus(status)).toBe(code));
});

describe("toFault()", () => {
  test("leaves a fault as it is", () => {
    const fault = new Fault("aborted", "x");
    expect(toFault(fault)).toBe(fault);
  });

  test("knows a fault by its shape, because its class is lost between Durable Objects", () => {
    const remote = Object.assign(new Error("taken"), { name: "Fault", code: "already_exists" });
    expect(toFault(remote)).toBeInstanceOf(Fault);
    expect(toFault(remote)).toMatchObject({ code: "already_exists", message: "taken", status: 409 });
  });

  test.each([
    new Error(SECRET),
    Object.assign(new Error(SECRET), { name: "Fault", code: "nonsense" }),
    Object.assign(new Error(SECRET), { code: "not_found" }),
    { name: "Fault", code: "not_found", message: SECRET },
    SECRET,
    undefined,
    null,
  ])("makes anything else internal, and tells nothing of it: %#", (thrown) => {
    const fault = toFault(thrown);
    expect(fault).toMatchObject({ code: "internal", message: "internal error", status: 500 });
    expect(fault.cause).toBe(thrown);
  });
});

describe("problem+json", () => {
  test("tells code, status and message, and never the cause", async () => {
    const fault = new Fault("deadline_exceeded", "too slow", { cause: new Error(SECRET) });
    const response = problemResponse(fault);
    expect(response.status).toBe(504);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(response.headers.get("cache-control")).toBe("no-store");
    const text = await response.text();
    expect(JSON.parse(text)).toEqual({
      title: "Gateway Timeout",
      status: 504,
      detail: "too slow",
      code: "deadline_exceeded",
    });
    expect(text).not.toContain("hunter2");
  });

  test("has the status that HTTP knows better, and the headers that go with it", () => {
    const fault = new Fault("unimplemented", "only GET", { status: 405, headers: { allow: "GET" } });
    expect(problemOf(fault)).toMatchObject({ status: 405, title: "Method Not Allowed" });
    expect(problemResponse(fault).headers.get("allow")).toBe("GET");
  });

  test("says in whole seconds when to try again", () => {
    expect(faultHeaders(new Fault("unavailable", "", { retryAfterSeconds: 0.2 }), "a/b")["retry-after"]).toBe("1");
    expect(faultHeaders(new Fault("unavailable", ""), "a/b")["retry-after"]).toBeUndefined();
  });
});

describe("the Connect error", () => {
  const detail = { type: "x.v1.Detail", value: Uint8Array.of(0xfb, 0xff, 1, 2), debug: { a: 1 } };

  test("has code and message, details in unpadded base64, and never the cause", () => {
    const fault = new Fault("not_found", "gone", { details: [detail], cause: new Error(SECRET) });
    expect(connectErrorOf(fault)).toEqual({
      code: "not_found",
      message: "gone",
      details: [{ type: "x.v1.Detail", value: "+/8BAg", debug: { a: 1 } }],
    });
    expect(connectErrorOf(new Fault("not_found", ""))).toEqual({ code: "not_found" });
  });

  test("has the status of its code, save for 405 and 415", () => {
    expect(connectStatus(new Fault("resource_exhausted", "", { status: 413 }))).toBe(429);
    expect(connectStatus(new Fault("invalid_argument", "", { status: 415 }))).toBe(415);
    expect(connectStatus(new Fault("unimplemented", "", { status: 405 }))).toBe(405);
  });

  test("comes back as the fault that was sent", async () => {
    const text = fc.string({ minLength: 1 });
    const faults = fc
      .tuple(
        fc.constantFrom(...STATUS.map(([code]) => code)),
        text,
        fc.array(fc.uint8Array({ maxLength: 9 }), { maxLength: 3 }),
      )
      .map(
        ([code, message, values]) =>
          new Fault(code, message, { details: values.map((value) => ({ type: "x", value })) }),
      );
    await fc.assert(
      fc.asyncProperty(faults, async (fault) => {
        const response = connectErrorResponse(fault);
        const back = faultOfConnectError(response.status, await response.json());
        expect(back).toMatchObject({ code: fault.code, message: fault.message.toWellFormed(), status: fault.status });
        expect(back.details).toEqual(fault.details.map(({ type, value }) => ({ type, value: new Uint8Array(value) })));
      }),
    );
  });

  test.each([undefined, null, 1, "x", [], {}, { code: "ok" }, { code: 5 }])(
    "a body %j is judged by the status",
    (body) => {
      expect(faultOfConnectError(503, body)).toMatchObject({
        code: "unavailable",
        message: "the peer answered 503",
        status: 503,
      });
    },
  );

  test.each([{ details: "x" }, { details: [null, 1, {}, { type: "a" }, { type: "a", value: "*" }] }])(
    "details that are none are lost, the error is not: %j",
    (broken) =>
      expect(faultOfConnectError(400, { code: "aborted", message: "m", ...broken })).toMatchObject({
        code: "aborted",
        details: [],
      }),
  );
});
