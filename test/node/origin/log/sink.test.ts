import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { fdSink, type SinkOptions } from "../../../../origin/log/sink.ts";

const droppedLine = (count: number): string => `dropped ${count}\n`;

async function fileSink(options: Partial<SinkOptions> = {}) {
  const folder = await mkdtemp(join(tmpdir(), "fairway-log-"));
  const path = join(folder, "log");
  const fd = openSync(path, "w");
  onTestFinished(async () => {
    closeSync(fd);
    await rm(folder, { recursive: true });
  });
  return { sink: fdSink({ fd, droppedLine, ...options }), text: () => readFileSync(path, "utf8") };
}

/** A pipe whose reader reads nothing until it is told to. */
async function stalledPipe() {
  const folder = await mkdtemp(join(tmpdir(), "fairway-log-"));
  const path = join(folder, "pipe");
  await once(spawn("mkfifo", [path]), "exit");
  const reader = spawn("sh", ["-c", `exec 3<"${path}"; read -r _; cat <&3`], { stdio: ["pipe", "pipe", "inherit"] });
  const fd = openSync(path, "w");
  let open = true;
  const close = () => {
    if (open) closeSync(fd);
    open = false;
  };
  let text = "";
  reader.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    text += chunk;
  });
  onTestFinished(async () => {
    close();
    reader.kill();
    await rm(folder, { recursive: true });
  });
  return { fd, close, read: () => reader.stdin.write("go\n"), ended: once(reader, "close"), text: () => text };
}

test("lines arrive in order, whatever their size", async () => {
  const { sink, text } = await fileSink();
  const lines = Array.from({ length: 5_000 }, (_, i) => `${i} ${"é€".repeat(i % 300)}\n`);
  lines.splice(2_500, 0, `${"x".repeat(600_000)}\n`); // Larger than a buffer.
  for (const line of lines) sink.write(line);
  await sink.close();
  expect(text()).toBe(lines.join(""));
});

test("a line is written soon, without being asked for", async () => {
  const { sink, text } = await fileSink();
  sink.write("alone\n");
  await expect.poll(text).toBe("alone\n");
  sink.write("again\n");
  await expect.poll(text).toBe("alone\nagain\n");
});

test("flushSync() leaves nothing behind, and nothing comes twice", async () => {
  const { sink, text } = await fileSink();
  sink.write("one\n");
  sink.flushSync();
  expect(text()).toBe("one\n");
  sink.write("two\n");
  sink.flush();
  sink.write("three\n");
  sink.flushSync();
  await sink.close();
  expect(text().split("\n").sort()).toEqual(["", "one", "three", "two"]);
});

test("a reader that stalls costs lines, which are counted, and never time", async () => {
  const pipe = await stalledPipe();
  const sink = fdSink({ fd: pipe.fd, droppedLine, bufferBytesMax: 300_000 });
  const startedMs = performance.now();
  for (let i = 0; i < 20_000; i++) sink.write(`${String(i).padStart(99)}\n`);
  expect(performance.now() - startedMs).toBeLessThan(5_000);
  pipe.read();
  await expect.poll(pipe.text).toMatch(/dropped \d+\n/);
  await sink.close();
  pipe.close();
  await pipe.ended;
  const lines = pipe.text().trimEnd().split("\n");
  const dropped = Number(/dropped (\d+)/.exec(pipe.text())?.[1]);
  expect(dropped).toBeGreaterThan(10_000);
  expect(lines.length - 1 + dropped).toBe(20_000);
});

test("a reader that is gone is no reason to fail", async () => {
  const { sink } = await fileSink({ fd: 9_999 });
  sink.write("to nobody\n");
  await sink.close();
  sink.write("to nobody\n");
  sink.flushSync();
});
