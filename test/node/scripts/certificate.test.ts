import { X509Certificate } from "node:crypto";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { connect, createServer } from "node:tls";
import { expect, test } from "vitest";
import { selfSignedCertificate } from "../../../scripts/certificate.ts";

const NOW = Date.UTC(2026, 10, 22, 12, 30, 15);

test("OpenSSL reads what was asked for, and the signature is its own", () => {
  const certificate = new X509Certificate(selfSignedCertificate(["api.test", "localhost", "127.0.0.1"], NOW, 30).cert);
  expect(certificate.subject).toBe("CN=api.test");
  expect(certificate.subjectAltName).toBe("DNS:api.test, DNS:localhost, IP Address:127.0.0.1");
  expect(certificate.validFromDate).toEqual(new Date("2026-11-21T12:30:15Z"));
  expect(certificate.validToDate).toEqual(new Date("2026-12-22T12:30:15Z"));
  expect(certificate.ca).toBe(true);
  expect(certificate.verify(certificate.publicKey)).toBe(true);
  expect(certificate.checkIP("127.0.0.1")).toBe("127.0.0.1");
  expect(certificate.checkHost("other.test")).toBeUndefined();
});

test("a certificate with many names is longer than one length byte can say, and still whole", () => {
  const hosts = Array.from({ length: 20 }, (_, at) => `host-${at}.example.test`);
  const certificate = new X509Certificate(selfSignedCertificate(["first.test", ...hosts], NOW).cert);
  expect(certificate.checkHost("host-19.example.test")).toBe("host-19.example.test");
});

test("a date after 2049 is written as RFC 5280 asks", () => {
  const { validToDate } = new X509Certificate(selfSignedCertificate(["a.test"], NOW, 36_500).cert);
  expect(validToDate.getUTCFullYear()).toBe(2126);
});

test("TLS 1.3 comes about with it, for the hosts it names and no other", async () => {
  const { key, cert } = selfSignedCertificate(["localhost"], Date.now());
  const server = createServer({ key, cert, minVersion: "TLSv1.3" }, (socket) => socket.end());
  server.on("tlsClientError", () => {}); // The second client below breaks off.
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const socket = connect({ host: "127.0.0.1", port, ca: cert, servername: "localhost" });
  await once(socket, "secureConnect");
  expect([socket.authorized, socket.getProtocol()]).toEqual([true, "TLSv1.3"]);
  socket.destroy();
  const stranger = connect({ host: "127.0.0.1", port, ca: cert, servername: "other.test" });
  expect((await once(stranger, "error"))[0].code).toBe("ERR_TLS_CERT_ALTNAME_INVALID");
  server.close();
});
