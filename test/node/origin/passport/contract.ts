/**
 * What passport must do on every database, with two instances of the origin where calls come together.
 * @module
 */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { PassportTables } from "../../../../origin/passport/passport.ts";
import type { RpcContext } from "../../../../origin/rpc/context.ts";
import type { Store } from "../../../../origin/store/store.ts";
import { Fault } from "../../../../proto/fault.ts";
import { Profile } from "../../../../proto/gen/passport.contract.ts";
import {
  type Clock,
  contextOf,
  DAY_MS,
  faultOf,
  type Instance,
  lateStore,
  newDevice,
  START_MS,
  startInstance,
} from "./harness.ts";
import { keysContract } from "./keys-contract.ts";

export interface DatabaseUnderTest {
  /** An empty database, opened for two instances: the same store twice where the database cannot be opened twice in a process. */
  fresh(): Promise<readonly [Store<PassportTables>, Store<PassportTables>]>;
}

const SECOND_MS = 1000;
const UNAUTHENTICATED = { code: "unauthenticated", status: 401 };

export function passportContract(name: string, database: DatabaseUnderTest): void {
  describe(name, () => {
    const clock: Clock = { nowMs: START_MS };
    let stores: readonly [Store<PassportTables>, Store<PassportTables>];
    let one: Instance;
    let two: Instance;

    beforeAll(async () => {
      stores = await database.fresh();
      one = await startInstance({ store: stores[0], clock, workerId: 0 });
      two = await startInstance({ store: stores[1], clock, workerId: 1 });
      await Promise.all([one.prepare(), two.prepare()]);
    });
    beforeEach(() => {
      clock.nowMs = START_MS;
    });
    afterAll(async () => {
      await Promise.all([one, two].map((instance) => instance.close()));
      await Promise.all([...new Set(stores)].map((store) => store.close()));
    });

    const sessionIdOf = (signedIn: { context: { identity: { sessionId: bigint } | undefined } }) =>
      signedIn.context.identity?.sessionId ?? 0n;
    const sessionsOf = (uid: bigint) =>
      stores[0].database.selectFrom("session").selectAll().where("uid", "=", uid).execute();

    describe("SignInGuest", () => {
      test("opens an account with the first sign-in of a device, and a session with each", async () => {
        const device = newDevice();
        const first = await one.signIn(device);
        const second = await two.signIn(device);
        const other = await one.signIn(newDevice());
        expect(second.session.uid).toBe(first.session.uid);
        expect(sessionIdOf(second)).not.toBe(sessionIdOf(first));
        expect(other.session.uid).not.toBe(first.session.uid);
        expect(first.session).toMatchObject({
          expiresInSeconds: 600,
          refreshExpiresAt: { seconds: BigInt((START_MS + 60 * DAY_MS) / 1000), nanos: 0 },
        });
        expect(first.context.identity).toMatchObject({ uid: first.session.uid, expiresAtMs: START_MS + 600_000 });
        expect(await one.handlers.getProfile({}, first.context)).toEqual({
          uid: first.session.uid,
          nickname: "",
          avatarUrl: "",
          locale: "",
          revision: 1,
          createdAt: { seconds: BigInt(START_MS / 1000), nanos: 0 },
        });
      });

      test("opens one account for first sign-ins that come together", async () => {
        const device = newDevice();
        const all = await Promise.all(Array.from({ length: 12 }, (_, i) => (i % 2 ? one : two).signIn(device)));
        expect(new Set(all.map((each) => each.session.uid)).size).toBe(1);
        expect(new Set(all.map(sessionIdOf)).size).toBe(12);
        for (const each of all) await one.handlers.getProfile({}, each.context);
      });

      test.each(["", "x".repeat(15), "x".repeat(129), `${"x".repeat(16)}\n`, `${"x".repeat(16)}é`])(
        "refuses %j as a device id, without repeating it",
        async (deviceId) => {
          const fault = await faultOf(() => one.signIn(deviceId));
          expect(fault).toMatchObject({ code: "invalid_argument", message: expect.stringContaining("device_id") });
          expect(fault.message).not.toContain("xxx");
        },
      );

      test("keeps neither the device id nor a token in the database", async () => {
        const device = newDevice();
        const { refreshToken, session } = await one.signIn(device);
        const secret = Buffer.from(refreshToken, "base64url").subarray(12);
        const rows = [
          ...(await stores[0].database.selectFrom("account").selectAll().execute()),
          ...(await stores[0].database.selectFrom("session").selectAll().execute()),
        ];
        const cells = rows.flatMap((row) => Object.values(row as object)).map(bytesOf);
        expect(cells.length).toBeGreaterThan(10);
        for (const secretBytes of [
          Buffer.from(device),
          secret,
          Buffer.from(refreshToken),
          Buffer.from(session.accessToken),
        ]) {
          expect(cells.filter((cell) => cell.includes(secretBytes))).toEqual([]);
        }
      });

      test("ends the session that was refreshed longest ago, beyond twenty of them", async () => {
        const device = newDevice();
        const all = [];
        for (let i = 0; i < 20; i++) {
          clock.nowMs += SECOND_MS;
          all.push(await one.signIn(device));
        }
        const [oldest, secondOldest, ...rest] = all;
        if (oldest === undefined || secondOldest === undefined) throw new Error("twenty were opened");
        await one.handlers.getProfile({}, secondOldest.context);
        clock.nowMs += SECOND_MS;
        const refreshed = await one.refresh(oldest.refreshToken);
        await one.signIn(device);
        expect(await faultOf(() => one.handlers.getProfile({}, secondOldest.context))).toMatchObject(UNAUTHENTICATED);
        expect(await faultOf(() => one.refresh(secondOldest.refreshToken))).toMatchObject(UNAUTHENTICATED);
        for (const each of [refreshed, ...rest]) await one.handlers.getProfile({}, each.context);
      });

      test("keeps that bound when sign-ins come together, and deletes what has ended", async () => {
        const device = newDevice();
        const { session } = await one.signIn(device);
        await Promise.all(Array.from({ length: 30 }, (_, i) => (i % 2 ? one : two).signIn(device)));
        const rows = await sessionsOf(session.uid);
        expect(rows.filter((row) => row.revoked_at_ms === null)).toHaveLength(20);
        await one.signIn(device);
        expect(await sessionsOf(session.uid)).toHaveLength(21);
        clock.nowMs += 60 * DAY_MS;
        await one.signIn(device);
        expect(await sessionsOf(session.uid)).toHaveLength(1);
      });
    });

    describe("Refresh", () => {
      test("gives new tokens for the same session", async () => {
        const first = await one.signIn(newDevice());
        clock.nowMs += 9 * 60 * SECOND_MS;
        const second = await two.refresh(first.refreshToken);
        expect(second.refreshToken).not.toBe(first.refreshToken);
        expect(second.session.accessToken).not.toBe(first.session.accessToken);
        expect(second.context.identity).toEqual({ ...first.context.identity, expiresAtMs: clock.nowMs + 600_000 });
        expect(second.session.uid).toBe(first.session.uid);
        clock.nowMs += DAY_MS;
        const third = await one.refresh(second.refreshToken);
        expect(third.session.refreshExpiresAt?.seconds).toBe(BigInt((clock.nowMs + 60 * DAY_MS) / 1000));
      });

      test("gives all who come together the one successor, and nobody is signed out", async () => {
        const { refreshToken } = await one.signIn(newDevice());
        const all = await Promise.all(Array.from({ length: 10 }, (_, i) => (i % 2 ? one : two).refresh(refreshToken)));
        const successors = new Set(all.map((each) => each.refreshToken));
        expect(successors.size).toBe(1);
        const [successor = ""] = successors;
        const next = await one.refresh(successor);
        await one.handlers.getProfile({}, next.context);
      });

      test("gives the same successor again for 30 seconds, also to one who has lost several replies", async () => {
        const { refreshToken: first } = await one.signIn(newDevice());
        const { refreshToken: second } = await one.refresh(first);
        clock.nowMs += 10 * SECOND_MS;
        const { refreshToken: third } = await one.refresh(second);
        clock.nowMs += 19_999;
        expect((await two.refresh(first)).refreshToken).toBe(second);
        expect((await two.refresh(second)).refreshToken).toBe(third);
        expect((await two.refresh(third)).refreshToken).not.toBe(third);
      });

      test("ends the session when an old token is used after that, and says so in the log", async () => {
        const { refreshToken: first, context } = await one.signIn(newDevice());
        const { refreshToken: second } = await one.refresh(first);
        await one.handlers.getProfile({}, context);
        clock.nowMs += 30 * SECOND_MS;
        const warnings = one.warnings.length;
        const faults = await Promise.all([faultOf(() => one.refresh(first)), faultOf(() => two.refresh(first))]);
        for (const fault of faults) {
          expect(fault).toMatchObject({ ...UNAUTHENTICATED, message: "the session has ended, sign in again" });
          expect(fault.headers["www-authenticate"]).toContain('error="invalid_token"');
        }
        expect(await faultOf(() => one.refresh(second))).toMatchObject(UNAUTHENTICATED);
        expect(await faultOf(() => one.handlers.getProfile({}, context))).toMatchObject(UNAUTHENTICATED);
        expect(await faultOf(() => one.handlers.updateProfile({ revision: 0 }, context))).toMatchObject(
          UNAUTHENTICATED,
        );
        const [warning] = one.warnings.slice(warnings);
        expect(warning).toMatchObject({ fields: { uid: String(context.identity?.uid) } });
        expect(JSON.stringify(one.warnings)).not.toContain(first);
      });

      test("ends it also for a token that is several generations old", async () => {
        const { refreshToken: first } = await one.signIn(newDevice());
        let latest = first;
        for (let i = 0; i < 5; i++) {
          clock.nowMs += 60 * SECOND_MS;
          latest = (await one.refresh(latest)).refreshToken;
        }
        expect(await faultOf(() => one.refresh(first))).toMatchObject(UNAUTHENTICATED);
        expect(await faultOf(() => one.refresh(latest))).toMatchObject(UNAUTHENTICATED);
      });

      test("is not led to end a session by a token that was made up", async () => {
        const { refreshToken } = await one.signIn(newDevice());
        const { refreshToken: current } = await one.refresh(refreshToken);
        clock.nowMs += 60 * SECOND_MS;
        for (const [offset, bits] of [
          [11, 1], // The first generation, with the secret of the second.
          [11, 8], // A generation that is yet to come.
          [43, 255], // A secret that is wrong in its last byte.
          [7, 1], // A session that is not there.
        ] as const) {
          const bytes = Buffer.from(current, "base64url");
          bytes[offset] = (bytes[offset] ?? 0) ^ bits;
          const fault = await faultOf(() => one.refresh(bytes.toString("base64url")));
          expect(fault).toMatchObject({ ...UNAUTHENTICATED, message: "the refresh token is not valid" });
        }
        await one.refresh(current);
      });

      test.each(["", "x", "A".repeat(59), "é".repeat(59), "A".repeat(100_000)])("refuses %j", async (refreshToken) => {
        expect(await faultOf(() => one.refresh(refreshToken))).toMatchObject(UNAUTHENTICATED);
      });

      test("is bounded to eight times in 30 seconds, and says when to come back", async () => {
        let { refreshToken } = await one.signIn(newDevice());
        for (let i = 0; i < 8; i++) ({ refreshToken } = await one.refresh(refreshToken));
        clock.nowMs += 10 * SECOND_MS;
        expect(await faultOf(() => one.refresh(refreshToken))).toMatchObject({
          code: "resource_exhausted",
          retryAfterSeconds: 20,
        });
        clock.nowMs += 20 * SECOND_MS;
        await one.refresh(refreshToken);
      });

      test("keeps a session alive that is used, for a year at most", async () => {
        let { refreshToken } = await one.signIn(newDevice());
        const idle = await one.signIn(newDevice());
        for (let day = 59; day < 365; day += 59) {
          clock.nowMs = START_MS + day * DAY_MS;
          ({ refreshToken } = await one.refresh(refreshToken));
        }
        expect(await faultOf(() => one.refresh(idle.refreshToken))).toMatchObject(UNAUTHENTICATED);
        clock.nowMs = START_MS + 365 * DAY_MS - 1;
        const last = await one.refresh(refreshToken);
        expect(last.session.refreshExpiresAt?.seconds).toBe(BigInt((START_MS + 365 * DAY_MS) / 1000));
        clock.nowMs += 1;
        expect(await faultOf(() => one.refresh(last.refreshToken))).toMatchObject(UNAUTHENTICATED);
        expect(await faultOf(() => one.handlers.getProfile({}, last.context))).toMatchObject(UNAUTHENTICATED);
      });

      test("goes on when the clock is set back", async () => {
        const first = await one.signIn(newDevice());
        const second = await one.refresh(first.refreshToken);
        clock.nowMs -= 3_600 * SECOND_MS;
        expect((await one.refresh(first.refreshToken)).refreshToken).toBe(second.refreshToken);
        await one.refresh(second.refreshToken);
      });

      test("that is overtaken by others does not take the session back", async () => {
        const { refreshToken: first } = await one.signIn(newDevice());
        const late = lateStore(stores[0]);
        const slow = await startInstance({ store: late.store, clock, workerId: 2 });
        const waiting = slow.refresh(first);
        await late.arrived;
        const { refreshToken: second } = await two.refresh(first);
        const { refreshToken: third } = await two.refresh(second);
        late.letThrough();
        expect((await waiting).refreshToken).toBe(second);
        await one.refresh(third);
        await slow.close();
      });

      test("that is overtaken by SignOut is refused", async () => {
        const { refreshToken, context } = await one.signIn(newDevice());
        const late = lateStore(stores[0]);
        const slow = await startInstance({ store: late.store, clock, workerId: 2 });
        const waiting = faultOf(() => slow.refresh(refreshToken));
        await late.arrived;
        await two.handlers.signOut({ allSessions: false }, context);
        late.letThrough();
        expect(await waiting).toMatchObject(UNAUTHENTICATED);
        await slow.close();
      });

      test("and SignOut at once leave the session ended, whoever was first", async () => {
        for (let i = 0; i < 10; i++) {
          const { refreshToken, context } = await one.signIn(newDevice());
          const outcomes = await Promise.allSettled([
            one.refresh(refreshToken),
            two.handlers.signOut({ allSessions: false }, context),
            two.refresh(refreshToken),
          ]);
          for (const outcome of outcomes) {
            if (outcome.status === "fulfilled" && outcome.value !== undefined && "refreshToken" in outcome.value) {
              const { refreshToken: successor } = outcome.value;
              expect(await faultOf(() => one.refresh(successor))).toMatchObject(UNAUTHENTICATED);
            }
          }
          expect(await faultOf(() => one.refresh(refreshToken))).toMatchObject(UNAUTHENTICATED);
        }
      });
    });

    describe("SignOut", () => {
      test("ends the caller's session at once and no other, and may be repeated", async () => {
        const device = newDevice();
        const out = await one.signIn(device);
        const stays = await one.signIn(device);
        await one.handlers.getProfile({}, out.context);
        expect(await one.handlers.signOut({ allSessions: false }, out.context)).toEqual({});
        expect(await one.handlers.signOut({ allSessions: false }, out.context)).toEqual({});
        expect(await faultOf(() => one.handlers.getProfile({}, out.context))).toMatchObject(UNAUTHENTICATED);
        expect(await faultOf(() => one.handlers.updateProfile({ revision: 0 }, out.context))).toMatchObject(
          UNAUTHENTICATED,
        );
        expect(await faultOf(() => one.refresh(out.refreshToken))).toMatchObject(UNAUTHENTICATED);
        expect(await faultOf(() => two.refresh(out.refreshToken))).toMatchObject(UNAUTHENTICATED);
        await one.handlers.getProfile({}, stays.context);
      });
    });

    describe("who has to know of sessions that end", () => {
      test("is told once of each, whatever ends it, and a session lives on when that cannot be written", async () => {
        const told: bigint[] = [];
        let committed = 0;
        let isAway = false;
        const instance = await startInstance({
          store: stores[0],
          clock,
          workerId: 3,
          onSessionEnd: {
            async record(transaction, ended) {
              if (isAway) throw new Fault("unavailable", "nobody writes this down");
              // Part of the transaction: it sees what that has done.
              const rows = await transaction
                .selectFrom("session")
                .select("session_id")
                .where("uid", "=", ended[0]?.uid ?? 0n)
                .where("revoked_at_ms", "is not", null)
                .execute();
              const revoked = new Set(rows.map((row) => row.session_id));
              told.push(...ended.flatMap(({ sessionId }) => (revoked.has(sessionId) ? [sessionId] : [])));
            },
            committed: () => {
              committed++;
            },
          },
        });
        const device = newDevice();
        const [left, reused, ...others] = [
          await instance.signIn(device),
          await instance.signIn(device),
          await instance.signIn(device),
          await instance.signIn(device),
        ];
        isAway = true;
        const signOut = { allSessions: false };
        expect(await faultOf(() => instance.handlers.signOut(signOut, left.context))).toMatchObject({
          code: "unavailable",
        });
        await instance.handlers.getProfile({}, left.context);
        isAway = false;
        await instance.handlers.signOut(signOut, left.context);
        await instance.handlers.signOut(signOut, left.context);
        expect([told.splice(0), committed]).toEqual([[sessionIdOf(left)], 1]);

        await instance.refresh(reused.refreshToken);
        clock.nowMs += 60_000;
        expect(await faultOf(() => instance.refresh(reused.refreshToken))).toMatchObject(UNAUTHENTICATED);
        expect([told.splice(0), committed]).toEqual([[sessionIdOf(reused)], 2]);

        const everywhere = { allSessions: true };
        expect(await faultOf(() => instance.handlers.signOut(everywhere, left.context))).toMatchObject(UNAUTHENTICATED);
        const [one, two] = others.map((other) => other.context);
        await instance.handlers.signOut(everywhere, one as RpcContext);
        expect(told.toSorted()).toEqual(others.map(sessionIdOf).toSorted());
        expect(await faultOf(() => instance.handlers.getProfile({}, two as RpcContext))).toMatchObject(UNAUTHENTICATED);
        await instance.close();
      });
    });

    describe("an anonymous caller", () => {
      test.each(["getProfile", "updateProfile", "signOut"] as const)("is refused by %s", async (method) => {
        const fault = await faultOf(() => one.handlers[method]({ revision: 0, allSessions: false }, contextOf()));
        expect(fault).toMatchObject(UNAUTHENTICATED);
        expect(fault.headers).toHaveProperty("www-authenticate");
      });
    });

    describe("GetProfile and UpdateProfile", () => {
      test("change the fields that are present and no others", async () => {
        const { context, session } = await one.signIn(newDevice());
        const change = { nickname: " Ada ", avatarUrl: "https://example.com/a.png", locale: "en-gb", revision: 1 };
        const changed = { nickname: "Ada", avatarUrl: "https://example.com/a.png", locale: "en-GB", revision: 2 };
        expect(await one.handlers.updateProfile(change, context)).toMatchObject(changed);
        expect(await one.handlers.getProfile({}, context)).toMatchObject({ ...changed, uid: session.uid });
        const cleared = { ...changed, nickname: "", revision: 3 };
        expect(await one.handlers.updateProfile({ nickname: "", revision: 0 }, context)).toMatchObject(cleared);
        expect(await one.handlers.getProfile({}, context)).toMatchObject(cleared);
      });

      test("nothing to change changes nothing, and still minds the revision", async () => {
        const { context } = await one.signIn(newDevice());
        expect(await one.handlers.updateProfile({ revision: 1 }, context)).toMatchObject({ revision: 1 });
        expect(await one.handlers.updateProfile({ revision: 0 }, context)).toMatchObject({ revision: 1 });
        expect(await faultOf(() => one.handlers.updateProfile({ revision: 2 }, context))).toMatchObject({
          code: "aborted",
        });
      });

      test("a change of what has changed meanwhile is aborted, with the current profile", async () => {
        const { context, session } = await one.signIn(newDevice());
        await one.handlers.updateProfile({ nickname: "first", revision: 1 }, context);
        const fault = await faultOf(() => two.handlers.updateProfile({ nickname: "second", revision: 1 }, context));
        expect(fault).toMatchObject({ code: "aborted", status: 409 });
        const [detail] = fault.details;
        expect(detail?.type).toBe("fairway.passport.v1.Profile");
        expect(Profile.decode(detail?.value ?? new Uint8Array())).toMatchObject({
          uid: session.uid,
          nickname: "first",
          revision: 2,
        });
        expect(await one.handlers.getProfile({}, context)).toMatchObject({ nickname: "first", revision: 2 });
      });

      test("of changes of the same revision at once, one is made", async () => {
        const { context } = await one.signIn(newDevice());
        const changes = Array.from({ length: 8 }, (_, i) =>
          (i % 2 ? one : two).handlers.updateProfile({ nickname: `name ${i}`, revision: 1 }, context),
        );
        const outcomes = await Promise.allSettled(changes.map((change) => Promise.resolve(change)));
        expect(outcomes.filter((outcome) => outcome.status === "fulfilled")).toHaveLength(1);
        expect(await one.handlers.getProfile({}, context)).toMatchObject({ revision: 2 });
      });

      test("changes of whatever revision at once are all made", async () => {
        const { context } = await one.signIn(newDevice());
        const change = (i: number) =>
          (i % 2 ? one : two).handlers.updateProfile({ nickname: `name ${i}`, revision: 0 }, context);
        await Promise.all(Array.from({ length: 8 }, (_, i) => change(i)));
        expect(await one.handlers.getProfile({}, context)).toMatchObject({ revision: 9 });
      });

      test("what does not fit is refused, and nothing is changed", async () => {
        const { context } = await one.signIn(newDevice());
        const change = { nickname: "fits", locale: "does not fit", revision: 0 };
        expect(await faultOf(() => one.handlers.updateProfile(change, context))).toMatchObject({
          code: "invalid_argument",
        });
        expect(await one.handlers.getProfile({}, context)).toMatchObject({ nickname: "", revision: 1 });
      });

      test("text of any script comes back as it was", async () => {
        const { context } = await one.signIn(newDevice());
        const nickname = "Ада 艾达 👩🏽‍💻 عايدة";
        await one.handlers.updateProfile({ nickname, revision: 0 }, context);
        expect(await two.handlers.getProfile({}, context)).toMatchObject({ nickname });
      });

      test("a session proves its own account only", async () => {
        const mine = await one.signIn(newDevice());
        const other = await one.signIn(newDevice());
        const mixed = contextOf({ uid: other.session.uid, sessionId: sessionIdOf(mine), expiresAtMs: START_MS * 2 });
        expect(await faultOf(() => one.handlers.getProfile({}, mixed))).toMatchObject(UNAUTHENTICATED);
      });
    });

    keysContract(database);
  });
}

function bytesOf(value: unknown): Buffer {
  return value instanceof Uint8Array ? Buffer.from(value) : Buffer.from(String(value));
}
