/**
 * The test projects, one per runtime. `node` runs on Node against real MariaDB and Redis, which `test/services` starts for it.
 * @module
 */
import { defineConfig } from "vitest/config";

/** A test that starts a server of its own takes seconds on a busy machine. */
const TEST_TIMEOUT_MS = 30_000;

/** Waiting for something to happen, as opposed to for how long it takes. */
const POLL_TIMEOUT_MS = 15_000;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "node",
          include: ["test/node/**/*.test.ts", "test/e2e/**/*.test.ts"],
          globalSetup: ["test/services/global-setup.ts"],
          testTimeout: TEST_TIMEOUT_MS,
          hookTimeout: TEST_TIMEOUT_MS,
          expect: { poll: { timeout: POLL_TIMEOUT_MS } },
        },
      },
    ],
  },
});
