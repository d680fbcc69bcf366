import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Country } from "../../../../proto/gen/countries.contract.ts";
import { HealthCheckResponse } from "../../../../proto/gen/health.contract.ts";
import { Profile, Session, UpdateProfileRequest } from "../../../../proto/gen/passport.contract.ts";
import { MESSAGES, SERVICES } from "../../../../proto/gen/registry.ts";
import type { AnyMessage, EnumType, Field } from "../../../../proto/message/message.ts";
import { fromJson, toJson } from "../../../../proto/message/proto-json.ts";
import { WELL_KNOWN } from "../../../../proto/message/well-known.ts";
import { tableOnly } from "./oracle.ts";

const all = [...MESSAGES.values()];

/** JSON of any message of a contract, in its canonical form: no defaults, no nulls. */
function jsonOf(type: AnyMessage, depth = 0): fc.Arbitrary<Record<string, unknown>> {
  const fields = type.fields.filter((field) => depth < 3 || field.type !== "message");
  const keys = fields.map((field) => [field.json ?? field.name, fieldJson(field, depth)] as const);
  const record = fc.record(Object.fromEntries(keys), { requiredKeys: [] });
  return record.map((json) => withOneOfEach(type, json as Record<string, unknown>));
}

/** Of the members of a oneof at most one is set: here the first. */
function withOneOfEach({ fields }: AnyMessage, json: Record<string, unknown>): Record<string, unknown> {
  const taken = new Set<string>();
  const kept = fields.flatMap((field) => {
    const name = field.json ?? field.name;
    if (!(name in json) || (field.oneof !== undefined && taken.has(field.oneof))) return [];
    if (field.oneof !== undefined) taken.add(field.oneof);
    return [[name, json[name]] as const];
  });
  return Object.fromEntries(kept);
}

function fieldJson(field: Field, depth: number): fc.Arbitrary<unknown> {
  const one = valueJson(field, depth);
  if (field.rule === "repeated") return fc.array(one, { minLength: 1, maxLength: 3 });
  if (field.rule === "map") {
    const key = fc.string({ minLength: 1, maxLength: 6 }).filter((text) => text.isWellFormed());
    return fc.dictionary(key, one, { minKeys: 1, maxKeys: 3, noNullPrototype: true });
  }
  return one;
}

function valueJson(field: Field, depth: number): fc.Arbitrary<unknown> {
  if (field.type === "message") {
    const type = field.of?.() as AnyMessage;
    if (type.name === "google.protobuf.Timestamp") return fc.integer({ min: 0, max: 2 ** 31 }).map(isoOf);
    expect(WELL_KNOWN[type.name], `an arbitrary for ${type.name}`).toBeUndefined();
    return jsonOf(type, depth + 1);
  }
  if (field.type === "enum") return fc.constantFrom(...enumNames(field).slice(1));
  switch (field.type) {
    case "bool":
      return fc.constant(true);
    case "string":
      return fc.string({ minLength: 1, maxLength: 8 });
    case "bytes":
      return fc.uint8Array({ minLength: 1, maxLength: 8 }).map((bytes) => Buffer.from(bytes).toString("base64"));
    case "double":
      return fc.double({ noNaN: true, noDefaultInfinity: true }).filter((number) => number !== 0);
    case "float":
      return fc.float({ noNaN: true, noDefaultInfinity: true }).filter((number) => number !== 0);
    case "uint32":
    case "fixed32":
      return fc.integer({ min: 1, max: 2 ** 31 - 1 }).map((number) => number * 2 + 1);
    case "int32":
    case "sint32":
    case "sfixed32":
      return fc.integer().filter((number) => number !== 0);
    case "uint64":
    case "fixed64":
      return fc.bigInt(1n, 2n ** 64n - 1n).map(String);
    case "int64":
    case "sint64":
    case "sfixed64":
      return fc.bigInt(-(2n ** 63n), -1n).map(String);
  }
}

function enumNames(field: Field): string[] {
  const type = field.of?.() as EnumType;
  return Object.keys(type.values);
}

function isoOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace(".000Z", "Z");
}

describe.each(all.map((type) => [type.name, type] as const))("%s", (_, type) => {
  test("JSON → message → bytes → message → JSON changes nothing", () => {
    fc.assert(
      fc.property(jsonOf(type), (json) => {
        const bytes = type.encode(type.fromJson(json) as never);
        expect(toPlain(type.toJson(type.decode(bytes) as never))).toEqual(toPlain(json));
      }),
      { numRuns: 50 },
    );
  });

  test("nothing is a message with all its defaults, and has no bytes and no JSON", () => {
    const empty = type.fromJson({});
    expect(plainBytes(type.decode(new Uint8Array(0)))).toEqual(plainBytes(empty));
    expect(type.encode(empty as never)).toHaveLength(0);
    expect(type.toJson(empty as never)).toEqual({});
    expect(type.encode({} as never)).toHaveLength(0);
  });

  test("any bytes are read or refused with a Fault", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        try {
          type.decode(bytes);
        } catch (thrown) {
          expect(thrown).toMatchObject({
            name: "Fault",
            code: "invalid_argument",
            message: `the bytes are not a ${type.name}`,
          });
        }
      }),
    );
  });

  test("any JSON is read or refused with a Fault", () => {
    const json = fc.oneof(
      fc.jsonValue(),
      fc.dictionary(fc.constantFrom(...type.fields.map(({ name }) => name), "x"), fc.jsonValue()),
    );
    fc.assert(
      fc.property(json, (given) => {
        try {
          type.encode(type.fromJson(given) as never);
        } catch (thrown) {
          expect(thrown).toMatchObject({ name: "Fault", code: "invalid_argument" });
        }
      }),
    );
  });
});

describe("names", () => {
  test("both of a field are read, and lowerCamelCase is written", () => {
    expect(UpdateProfileRequest.fromJson({ avatar_url: "a" })).toEqual(
      UpdateProfileRequest.fromJson({ avatarUrl: "a" }),
    );
    expect(UpdateProfileRequest.toJson({ avatarUrl: "a" })).toEqual({ avatarUrl: "a" });
  });

  test("both at once are refused", () => {
    expect(() => UpdateProfileRequest.fromJson({ avatar_url: "a", avatarUrl: "b" })).toThrow(
      "avatarUrl: either avatarUrl or avatar_url, not both, expected",
    );
  });

  test("that are unknown are ignored", () => {
    expect(UpdateProfileRequest.fromJson({ nobody: { knows: 1 }, toString: 1, __proto__: null })).toEqual(
      UpdateProfileRequest.fromJson({}),
    );
  });

  test("a json_name of its own is the name", () => {
    const type = tableOnly("test.v1.Named", [{ name: "perPage", json: "per_page", proto: "per_page", type: "uint32" }]);
    expect(toJson(type, fromJson(type, { per_page: 3 }))).toEqual({ per_page: 3 });
    expect(fromJson(type, { perPage: 3 })).toEqual({ perPage: 0 });
  });
});

describe("a misfit names its path", () => {
  test.each<[AnyMessage, unknown, string]>([
    [Country, { name: { common: 1 } }, "name.common: a string expected"],
    [Country, { name: [] }, "name: an object expected"],
    [Country, { capital: "Berlin" }, "capital: an array expected"],
    [Country, { capital: ["Berlin", 2] }, "capital[1]: a string expected"],
    [Country, { capital: [null] }, "capital[0]: a string expected"],
    [Country, { latlng: [1, "x"] }, "latlng[1]: a number expected"],
    [Country, { currencies: [] }, "currencies: an object expected"],
    [Country, { currencies: { "E.U": { name: 1 } } }, 'currencies["E.U"].name: a string expected'],
    [Country, { languages: { deu: null } }, 'languages["deu"]: a string expected'],
    [Session, { refreshExpiresAt: "soon" }, "refreshExpiresAt: an RFC 3339 time expected"],
    [Session, { uid: 2 ** 60 }, "uid: a decimal string from 0 to 18446744073709551615 expected"],
    [Profile, null, "the message: an object expected"],
    [Profile, [], "the message: an object expected"],
    [Profile, "x", "the message: an object expected"],
  ])("%# %j", (type, json, message) => expect(() => type.fromJson(json)).toThrow(message));
});

describe("presence", () => {
  test("an optional default is kept, and an absent one stays absent", () => {
    const said = UpdateProfileRequest.decode(UpdateProfileRequest.encode({ nickname: "" }));
    expect(said).toEqual({ nickname: "", revision: 0 });
    expect(UpdateProfileRequest.toJson(said)).toEqual({ nickname: "" });
    expect(UpdateProfileRequest.decode(UpdateProfileRequest.encode({}))).toEqual({ revision: 0 });
  });

  test("null is absent", () => {
    expect(UpdateProfileRequest.fromJson({ nickname: null, revision: null })).toEqual({ revision: 0 });
    expect(Profile.fromJson({ createdAt: null }).createdAt).toBeNull();
  });
});

describe("64-bit integers", () => {
  test("are bigint in code and strings in JSON, to the last digit", () => {
    const uid = 2n ** 64n - 1n;
    const profile = Profile.decode(Profile.encode({ uid }));
    expect(profile.uid).toBe(uid);
    expect(Profile.toJson(profile)).toEqual({ uid: "18446744073709551615" });
    expect(Profile.fromJson({ uid: "18446744073709551615" }).uid).toBe(uid);
  });
});

describe("enums", () => {
  test("are names in JSON and numbers in code", () => {
    const serving = HealthCheckResponse.fromJson({ status: "SERVING" });
    expect(serving.status).toBe(1);
    expect(HealthCheckResponse.toJson(serving)).toEqual({ status: "SERVING" });
    expect(HealthCheckResponse.fromJson({ status: 1 })).toEqual(serving);
  });

  test("a number without a name is kept, and a name without a number ignored", () => {
    expect(
      HealthCheckResponse.toJson(HealthCheckResponse.decode(HealthCheckResponse.encode({ status: 9 as never }))),
    ).toEqual({ status: 9 });
    expect(HealthCheckResponse.fromJson({ status: "SLEEPING" }).status).toBe(0);
    expect(HealthCheckResponse.fromJson({ status: "toString" }).status).toBe(0);
  });

  test.each([1.5, 2 ** 31, true, [], {}])("refuse %j", (status) => {
    expect(() => HealthCheckResponse.fromJson({ status })).toThrow(/^status: a name of grpc.health.v1/);
  });
});

describe("oneofs, maps and special types", () => {
  const inner = tableOnly("test.v1.Inner", [{ name: "x", type: "int32" }]);
  const value = tableOnly("google.protobuf.Value", []);
  const none: EnumType = { name: "google.protobuf.NullValue", values: { NULL_VALUE: 0 } };
  const type = tableOnly("test.v1.Many", [
    { name: "text", type: "string", rule: "optional", oneof: "one" },
    { name: "number", type: "int32", rule: "optional", oneof: "one" },
    { name: "inner", type: "message", of: () => inner, rule: "optional", oneof: "one" },
    { name: "none", type: "enum", of: () => none, rule: "optional", oneof: "one" },
    { name: "flags", type: "bool", rule: "map", key: "bool" },
    { name: "counts", type: "int64", rule: "map", key: "int32" },
    { name: "any", type: "message", of: () => value, rule: "optional" },
    { name: "list", type: "message", of: () => value, rule: "repeated" },
  ]);
  const read = (json: unknown) => fromJson(type, json) as Record<string, unknown>;

  test("one member of a oneof is taken, its default too, and two are refused", () => {
    expect(read({ number: 0 })).toMatchObject({ number: 0 });
    expect(toJson(type, read({ number: 0 }))).toEqual({ number: 0 });
    expect(read({ inner: {} })).not.toHaveProperty("text");
    expect(() => read({ text: "a", number: 1 })).toThrow("number: only one of text and number expected");
    expect(read({ text: null, number: 1 })).toMatchObject({ number: 1 });
  });

  test("null is a value for NullValue and Value, and absent for others", () => {
    expect(toJson(type, read({ none: null }))).toEqual({ none: null });
    expect(toJson(type, read({ any: null }))).toEqual({ any: null });
    expect(toJson(type, read({ list: [null, 1] }))).toEqual({ list: [null, 1] });
    expect(read({ inner: null })).not.toHaveProperty("inner");
  });

  test("a map's keys are checked against their type", () => {
    expect(toJson(type, read({ flags: { true: true, false: false }, counts: { "-7": "5" } }))).toEqual({
      flags: { true: true, false: false },
      counts: { "-7": "5" },
    });
    expect(() => read({ flags: { yes: true } })).toThrow('flags["yes"]: true or false as the key expected');
    expect(() => read({ counts: { x: 1 } })).toThrow(/^counts\["x"\]: an integer/);
  });

  test("a key named __proto__ is a key like others", () => {
    const json: unknown = JSON.parse('{"languages":{"__proto__":"a","constructor":"b"}}');
    const country = Country.decode(Country.encode(Country.fromJson(json)));
    expect(Object.keys(country.languages).sort()).toEqual(["__proto__", "constructor"]);
    expect(JSON.stringify(Country.toJson(country))).toBe(JSON.stringify(json));
    expect(({} as Record<string, unknown>).a).toBeUndefined();
  });

  test("a message within itself is read to a depth of 100", () => {
    const node: AnyMessage = tableOnly("test.v1.Node", [
      { name: "next", type: "message", of: () => node, rule: "optional" },
    ]);
    const nested = (depth: number) => {
      let json = {};
      for (let level = 0; level < depth; level++) json = { next: json };
      return json;
    };
    expect(toJson(node, fromJson(node, nested(100)))).toEqual(nested(100));
    expect(() => fromJson(node, nested(101))).toThrow(/at most 100 levels/);
  });
});

describe("what is secret", () => {
  test("is a message with a redacted field, and no other", () => {
    expect(
      all
        .filter(({ sensitive }) => sensitive)
        .map(({ name }) => name)
        .sort(),
    ).toEqual([
      "fairway.config.v1.CreateAccessKeyResponse",
      "fairway.config.v1.CreateTokenResponse",
      "fairway.config.v1.Edit",
      "fairway.config.v1.EditRequest",
      "fairway.config.v1.ExportResponse",
      "fairway.config.v1.GetValuesResponse",
      "fairway.config.v1.ImportRequest",
      "fairway.config.v1.Value",
      "fairway.passport.v1.RefreshRequest",
      "fairway.passport.v1.Session",
      "fairway.passport.v1.SignInGuestRequest",
      "fairway.push.v1.RegisterDeviceRequest",
      "fairway.push.v1.UnregisterDeviceRequest",
    ]);
  });

  test("methods tell whether they may be sent again", () => {
    const methods = SERVICES.get("fairway.passport.v1.PassportService")?.methods ?? {};
    expect(Object.fromEntries(Object.entries(methods).map(([name, { idempotency }]) => [name, idempotency]))).toEqual({
      signInGuest: "idempotent",
      refresh: "idempotent",
      getProfile: "safe",
      updateProfile: "unsafe",
      signOut: "idempotent",
    });
  });
});

/** On Node, the bytes that protobufjs reads are Buffers. */
function plainBytes(message: unknown): unknown {
  const entries = Object.entries(message as object);
  return Object.fromEntries(
    entries.map(([key, value]) => [key, value instanceof Uint8Array ? new Uint8Array(value) : value]),
  );
}

function toPlain(json: unknown): unknown {
  return JSON.parse(JSON.stringify(json));
}
