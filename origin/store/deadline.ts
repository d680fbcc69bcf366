/**
 * A promise that is waited for only so long.
 * @module
 */
import { Fault } from "../../proto/fault.ts";

/**
 * The outcome of `work`, or a fault when it takes too long. The work itself goes on: its later outcome is dropped, so the caller must make it harmless.
 * @throws Fault deadline_exceeded
 */
export async function withDeadline<T>(work: Promise<T>, timeoutMs: number, message: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Fault("deadline_exceeded", message)), timeoutMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
