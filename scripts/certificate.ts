/**
 * A self-signed certificate for loopback, made without any tool outside Node: ECDSA on P-256, as most of the web has.
 *
 * Node can sign and read X.509 but not write it, so the few DER structures of RFC 5280 §4.1 are written here.
 * @module
 */
import { createPublicKey, generateKeyPairSync, sign } from "node:crypto";
import { isIPv4 } from "node:net";

export interface Certificate {
  /** PEM, PKCS #8. */
  readonly key: string;
  /** PEM. Give it to a client as its `ca`, so that it checks the server as it would in the open. */
  readonly cert: string;
}

const DAY_MS = 86_400_000;
const OID_ECDSA_SHA256 = [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02]; // 1.2.840.10045.4.3.2
const OID_COMMON_NAME = [0x55, 0x04, 0x03]; // 2.5.4.3
const OID_SUBJECT_ALT_NAME = [0x55, 0x1d, 0x11]; // 2.5.29.17
const OID_BASIC_CONSTRAINTS = [0x55, 0x1d, 0x13]; // 2.5.29.19

/**
 * @param hosts names and IPv4 addresses that the certificate is good for; the first is its subject
 * @param now epoch milliseconds; the certificate is valid from a day before it to `days` after
 */
export function selfSignedCertificate(hosts: readonly [string, ...string[]], now: number, days = 7): Certificate {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const publicKeyInfo = createPublicKey(privateKey).export({ type: "spki", format: "der" });
  const name = sequence(set(sequence(oid(OID_COMMON_NAME), tagged(0x0c, Buffer.from(hosts[0])))));
  const signatureAlgorithm = sequence(oid(OID_ECDSA_SHA256));
  const altNames = sequence(...hosts.map(generalName));
  const extensions = sequence(
    sequence(oid(OID_SUBJECT_ALT_NAME), octets(altNames)),
    // Its own authority: OpenSSL then accepts it as a trust anchor of itself.
    sequence(oid(OID_BASIC_CONSTRAINTS), octets(sequence(tagged(0x01, Buffer.from([0xff]))))),
  );
  const toBeSigned = sequence(
    tagged(0xa0, tagged(0x02, Buffer.from([2]))), // version 3
    tagged(0x02, Buffer.from([1])), // serial number
    signatureAlgorithm,
    name,
    sequence(validityTime(now - DAY_MS), validityTime(now + days * DAY_MS)),
    name,
    publicKeyInfo,
    tagged(0xa3, extensions),
  );
  const signature = sign("sha256", toBeSigned, privateKey);
  const certificate = sequence(toBeSigned, signatureAlgorithm, tagged(0x03, Buffer.concat([Buffer.of(0), signature])));
  return { key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(), cert: pem(certificate) };
}

/** DER: tag, length, content (X.690 §8.1). */
function tagged(tag: number, content: Uint8Array): Buffer {
  const size = content.length;
  const length = size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff];
  return Buffer.concat([Buffer.of(tag, ...length), content]);
}

function sequence(...parts: readonly Uint8Array[]): Buffer {
  return tagged(0x30, Buffer.concat(parts));
}

function set(...parts: readonly Uint8Array[]): Buffer {
  return tagged(0x31, Buffer.concat(parts));
}

function oid(bytes: readonly number[]): Buffer {
  return tagged(0x06, Buffer.from(bytes));
}

function octets(content: Uint8Array): Buffer {
  return tagged(0x04, content);
}

/** RFC 5280 asks for UTCTime before 2050; every verifier in use takes this one too, but the rule costs nothing to keep. */
function validityTime(epochMs: number): Buffer {
  const digits = new Date(epochMs).toISOString().replace(/[-:T]|\.\d+/g, "");
  return Number(digits.slice(0, 4)) < 2050
    ? tagged(0x17, Buffer.from(digits.slice(2)))
    : tagged(0x18, Buffer.from(digits));
}

/** RFC 5280 §4.2.1.6: dNSName is [2], iPAddress [7]. */
function generalName(host: string): Buffer {
  return isIPv4(host) ? tagged(0x87, Buffer.from(host.split(".").map(Number))) : tagged(0x82, Buffer.from(host));
}

function pem(der: Uint8Array): string {
  const lines =
    Buffer.from(der)
      .toString("base64")
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join("\n")}\n-----END CERTIFICATE-----\n`;
}
