import { expect, test } from "vitest";
import { faultReply } from "../../../../edge/proxy/fault-reply.ts";
import { Fault } from "../../../../proto/fault.ts";
import { callOf, routeOf } from "../codec/fixture.ts";

test.each([
  '{"refreshToken":SECRET}',
  '{"a":"b","refreshToken":SECRET,"c":"d","e":"some more text after it"}',
  "SECRET",
  '"SECRET\n"',
])("the log is told why, and nothing of a body that is no JSON: %j", (body) => {
  const call = callOf({}, routeOf());
  try {
    JSON.parse(body);
  } catch (cause) {
    faultReply(call, new Fault("invalid_argument", "the body is not JSON", { cause }));
  }
  expect(call.entry.reason).toMatch(/^the body is not JSON: ./);
  expect(call.entry.reason).not.toMatch(/SECRET|refresh|Token"/);
});
