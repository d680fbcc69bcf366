import { expect, test } from "vitest";
import { outgoingHeaders } from "../../../../edge/proxy/outgoing-headers.ts";
import { callOf, itemRef, routeOf } from "../codec/fixture.ts";

const FORGED = [
  "Fairway_Identity",
  "x_fairway_uid",
  "X-Fairway_Uid",
  "x.fairway.session",
  "X_Forwarded_For",
  "x_real_ip",
  "X-Method-Override",
  "x_http_method_override",
  "X-Envoy-Original-Path",
];

test.each(FORGED)("what a server behind CGI reads as a header of the edge's own is removed: %s", (name) => {
  const init = { headers: { [name]: "forged", x_app_version: "7" } };
  for (const call of [callOf(init, routeOf()), callOf(init, routeOf(), { item: itemRef() })]) {
    const headers = outgoingHeaders(call);
    expect([...headers.values()]).not.toContain("forged");
    expect(headers.get("x_app_version")).toBe("7");
  }
});
