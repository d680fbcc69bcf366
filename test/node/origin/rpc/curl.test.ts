import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { Profile } from "../../../../proto/gen/passport.contract.ts";
import { SERVICE, startTestServer } from "./server.ts";

async function curl(...args: readonly string[]): Promise<Buffer> {
  const { stdout } = await promisify(execFile)("curl", ["--silent", "--noproxy", "*", ...args], { encoding: "buffer" });
  return stdout;
}

test("curl posts JSON without any header of the protocol", async () => {
  const { url } = await startTestServer();
  const reply = await curl(
    `${url}${SERVICE}/UpdateProfile`,
    "-H",
    "content-type: application/json",
    "-d",
    '{"nickname":"Grace"}',
  );
  expect(JSON.parse(reply.toString())).toEqual({ uid: "42", nickname: "Grace", revision: 1 });
});

test("curl reads a safe method from a plain address", async () => {
  const { url } = await startTestServer();
  const reply = await curl(
    "-G",
    `${url}${SERVICE}/GetProfile`,
    "-d",
    "encoding=json",
    "--data-urlencode",
    "message={}",
  );
  expect(JSON.parse(reply.toString())).toMatchObject({ nickname: "Ada" });
});

test("curl posts protobuf and unpacks the reply", async () => {
  const { url } = await startTestServer({ handlers: { getProfile: () => ({ nickname: "Ada ".repeat(1_000) }) } });
  const reply = await curl(
    "--compressed",
    "-X",
    "POST",
    "-H",
    "content-type: application/proto",
    `${url}${SERVICE}/GetProfile`,
  );
  expect(Profile.decode(reply).nickname).toBe("Ada ".repeat(1_000));
});

test("curl sends a large body once it was given leave, and none where it will be refused", async () => {
  const { url } = await startTestServer({ limits: { messageBytesMax: 2_000_000 } });
  const upload = async (bytes: number): Promise<string> => {
    const folder = await mkdtemp(join(tmpdir(), "fairway-curl-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    const file = join(folder, "body.json");
    await writeFile(file, "{}".padEnd(bytes));
    const headers = ["-H", "content-type: application/json", "-H", "expect: 100-continue"];
    const counted = ["-o", "/dev/null", "-w", "%{http_code} %{size_upload}", "--expect100-timeout", "20"];
    return String(await curl(...counted, ...headers, "--data-binary", `@${file}`, `${url}${SERVICE}/UpdateProfile`));
  };
  expect(await upload(1_900_000)).toBe("200 1900000");
  expect(await upload(2_100_000)).toBe("429 0");
});

test("curl is told what is wrong in JSON", async () => {
  const { url } = await startTestServer();
  const reply = await curl(
    "-w",
    "\n%{http_code}",
    `${url}${SERVICE}/GetProfile`,
    "-H",
    "content-type: application/json",
    "-d",
    "{",
  );
  const [body = "", status] = reply.toString().split("\n");
  expect(status).toBe("400");
  expect(JSON.parse(body)).toMatchObject({ code: "invalid_argument" });
});
