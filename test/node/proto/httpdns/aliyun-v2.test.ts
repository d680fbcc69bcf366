import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import {
  isSignedBy,
  type Mode,
  openReply,
  openRequest,
  sealReply,
  sealRequest,
  signQuery,
  v2Keys,
} from "../../../../proto/httpdns/httpdns.ts";

const SECRET = "00112233445566778899aabbccddeeff";
const AES = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";
const KEYS = await v2Keys({ secret: SECRET, aes: AES });
const ASKED = { names: ["a.example", "b.example"], families: [4, 6] } as const;
const ENVELOPE = { account: "100000", expiresAtSeconds: 1_800_000_300 };
const DATA = {
  cip: "192.0.2.0",
  answers: [
    { dn: "a.example", v4: { ips: ["198.51.100.1"], ttl: 60 }, v6: { ips: [], ttl: 0, no_ip_code: "RRNotExist" } },
  ],
  exp: 1_800_000_060,
};

const random = (length: number) => new Uint8Array(randomBytes(length));
const hmac = (text: string) => createHmac("sha256", Buffer.from(SECRET, "hex")).update(text).digest("hex");

/** As another implementation would do it: node:crypto. */
function sealed(text: string, mode: 1 | 2): Buffer {
  const iv = randomBytes(mode === 1 ? 16 : 12);
  const key = Buffer.from(AES, "hex");
  if (mode === 1) {
    const cipher = createCipheriv("aes-128-cbc", key, iv);
    return Buffer.concat([iv, cipher.update(text), cipher.final()]);
  }
  const cipher = createCipheriv("aes-128-gcm", key, iv);
  return Buffer.concat([iv, cipher.update(text), cipher.final(), cipher.getAuthTag()]);
}

function opened(bytes: Buffer, mode: 1 | 2): unknown {
  const key = Buffer.from(AES, "hex");
  if (mode === 1) {
    const cipher = createDecipheriv("aes-128-cbc", key, bytes.subarray(0, 16));
    return JSON.parse(Buffer.concat([cipher.update(bytes.subarray(16)), cipher.final()]).toString());
  }
  const cipher = createDecipheriv("aes-128-gcm", key, bytes.subarray(0, 12));
  cipher.setAuthTag(bytes.subarray(-16));
  return JSON.parse(Buffer.concat([cipher.update(bytes.subarray(12, -16)), cipher.final()]).toString());
}

describe("the signature", () => {
  test("covers the parameters of the protocol, sorted, unescaped, without empty ones", async () => {
    const params = [
      ["v", "1.0"],
      ["id", "100000"],
      ["dn", "a.example,b.example"],
      ["m", "0"],
      ["exp", "1800000300"],
      ["tags", ""],
      ["sdk", "android_2.6.6"],
      ["sid", "abc"],
      ["sdns-city", "x"],
      ["cip", "192.0.2.1"],
    ] as const;
    const text = "cip=192.0.2.1&dn=a.example,b.example&exp=1800000300&id=100000&m=0&sdns-city=x&v=1.0";
    expect(await signQuery(params, KEYS)).toBe(hmac(text));
    expect(await isSignedBy(params, hmac(text).toUpperCase(), KEYS)).toBe(true);
  });

  test("is refused where a parameter, the key or the signature itself is another", async () => {
    const params = new Map([["dn", "a.example"]]);
    const signature = await signQuery(params, KEYS);
    expect(await isSignedBy(new Map([["dn", "b.example"]]), signature, KEYS)).toBe(false);
    expect(await isSignedBy(params, signature, await v2Keys({ secret: "ff".repeat(16) }))).toBe(false);
    for (const bad of ["", "0", "zz", signature.slice(2), `${signature}00`, `0${signature.slice(1)}0`]) {
      expect(await isSignedBy(params, bad, KEYS)).toBe(false);
    }
  });

  test("needs a key in hex, and says so without naming it", async () => {
    await expect(v2Keys({ secret: "not hex" })).rejects.toThrow(/^the secret must be hex$/);
    await expect(v2Keys({ secret: "" })).rejects.toThrow(/secret/);
    await expect(v2Keys({ secret: SECRET, aes: "0f1" })).rejects.toThrow(/^the AES key must be hex$/);
    await expect(v2Keys({ secret: SECRET, aes: "0f".repeat(5) })).rejects.toThrow();
  });
});

describe.each([0, 1, 2] as const)("mode %i", (mode) => {
  test("opens what it sealed, and the query is signed", async () => {
    const params = new URLSearchParams(await sealRequest(ASKED, { ...ENVELOPE, mode }, KEYS, random));
    expect(Object.fromEntries(params)).toMatchObject({ id: "100000", m: String(mode), v: "1.0", exp: "1800000300" });
    expect(await isSignedBy(params, params.get("s") ?? "", KEYS)).toBe(true);
    expect(await openRequest(mode === 0 ? new Map(params) : (params.get("enc") ?? ""), mode, KEYS)).toEqual({
      ...ASKED,
      clientIp: undefined,
    });
    const body = await sealReply(DATA, mode, KEYS, random);
    expect(await openReply(body, mode, KEYS)).toEqual(DATA);
  });

  test("refuses a reply in another mode, a refusal, and what is no answer", async () => {
    const body = await sealReply(DATA, mode, KEYS, random);
    for (const other of [0, 1, 2] as const) {
      if (other !== mode) await expect(openReply(body, other, KEYS)).rejects.toMatchObject({ code: "unavailable" });
    }
    await expect(openReply('{"code":"InvalidSignature"}', mode, KEYS)).rejects.toMatchObject({
      code: "permission_denied",
      message: "InvalidSignature",
    });
    for (const bad of ["", "null", "[]", "<html>", '{"code":1}', `{"code":"success","mode":${mode},"data":{}}`]) {
      await expect(openReply(bad, mode, KEYS)).rejects.toMatchObject({ code: "unavailable" });
    }
  });
});

describe.each([1, 2] as const)("sealed in mode %i", (mode: 1 | 2) => {
  test("is what another implementation makes and reads", async () => {
    const enc = sealed(JSON.stringify({ dn: "a.example", q: "6", cip: "2001:db8::1" }), mode).toString("hex");
    expect(await openRequest(enc, mode, KEYS)).toEqual({
      names: ["a.example"],
      families: [6],
      clientIp: "2001:db8::1",
    });
    const params = new URLSearchParams(await sealRequest(ASKED, { ...ENVELOPE, mode }, KEYS, random));
    expect(opened(Buffer.from(params.get("enc") ?? "", "hex"), mode)).toEqual({ dn: "a.example,b.example", q: "4,6" });
    const reply = JSON.parse(await sealReply(DATA, mode, KEYS, random)) as { data: string };
    expect(opened(Buffer.from(reply.data, "base64"), mode)).toEqual(DATA);
  });

  test("opens nothing that is damaged, cut, of another key, or no JSON object of texts", async () => {
    const good = sealed('{"dn":"a.example"}', mode);
    expect(await openRequest(good.toString("hex"), mode, KEYS)).toMatchObject({ families: [4] });
    const other = await v2Keys({ secret: SECRET, aes: "11".repeat(16) });
    expect(await openRequest(good.toString("hex"), mode, other)).toBeUndefined();
    for (let length = 0; length < good.length; length++) {
      expect(await openRequest(good.subarray(0, length).toString("hex"), mode, KEYS)).toBeUndefined();
    }
    for (const text of ["", "x", "null", "[]", "7", '{"dn":7}', '{"dn":""}', '{"q":"4"}', '{"dn":"a","q":"5"}']) {
      expect(await openRequest(sealed(text, mode).toString("hex"), mode, KEYS)).toBeUndefined();
    }
    for (const text of ["", "0", "zz", "é"]) expect(await openRequest(text, mode, KEYS)).toBeUndefined();
  });

  test("uses another IV each time", async () => {
    const replies = new Set(await Promise.all(Array.from({ length: 20 }, () => sealReply(DATA, mode, KEYS, random))));
    expect(replies.size).toBe(20);
  });
});

test("GCM finds each changed byte of a reply", async () => {
  const { data } = JSON.parse(await sealReply(DATA, 2, KEYS, random)) as { data: string };
  const bytes = Buffer.from(data, "base64");
  for (let at = 0; at < bytes.length; at += 7) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 1;
    const body = JSON.stringify({ code: "success", mode: 2 satisfies Mode, data: changed.toString("base64") });
    await expect(openReply(body, 2, KEYS)).rejects.toMatchObject({ code: "unavailable" });
  }
});
