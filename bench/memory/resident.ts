/**
 * How much memory a process has, once it has come to rest.
 * @module
 */
import { readFile } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";

const SAMPLE_MS = 250;
/** At rest: so many samples in a row that differ by no more than {@link REST_RATIO}. */
const REST_SAMPLES = 8;
const REST_RATIO = 0.005;
const REST_MS_MAX = 15_000;

/** Resident set size in bytes, as the kernel tells it. Linux only. */
export async function residentBytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1];
  if (kilobytes === undefined) throw new Error(`process ${pid} has ended`);
  return Number(kilobytes) * 1024;
}

/** The same when nothing is asked of the processes and none of them gives memory back any more. */
export async function atRest(pids: readonly number[]): Promise<number[]> {
  const window: number[][] = [];
  const deadlineMs = performance.now() + REST_MS_MAX;
  for (;;) {
    const sample = await Promise.all(pids.map(residentBytes));
    window.push(sample);
    if (window.length > REST_SAMPLES) window.shift();
    const still = pids.every((_, at) => {
      const values = window.map((each) => each[at] ?? 0);
      return Math.max(...values) <= Math.min(...values) * (1 + REST_RATIO);
    });
    if ((window.length === REST_SAMPLES && still) || performance.now() > deadlineMs) return sample;
    await delay(SAMPLE_MS);
  }
}
