/**
 * The resolvers as a panel: all are asked at once, and an answer is believed as soon as a quorum of them gives it.
 *
 * Where no quorum comes about, because resolvers are dead, slow or of another opinion, then of those that did answer
 *
 * 1. the ones that were not caught lying have to say the same, be it only one of them (`alone: "trusted"`), or else
 * 2. two have to agree where what was believed before counts as one,
 * 3. or else those who contradict one another are tried (trial.ts), and what is left has to be unanimous.
 *
 * Who was caught: whoever was refuted by a quorum about a name of the same suffix within the last hour, or lost a trial. So of three
 * resolvers any one may lie, die, dawdle or be cut off; and where a second one fails as well, the third is believed while it is alone, or
 * while the liar is known or can be tried. What remains is a resolver that lies for the first time while all the others are dead;
 * `alone: "never"` closes that too, at the price of failing then.
 *
 * Who fails several times in a row is not waited for any more, and asked now and then whether it is back; and always before something is
 * believed, or given up, without a quorum: it may have come back just as another one began to lie.
 * @module
 */
import type { WaitUntil } from "../question.ts";
import type { ForeignConfig, SuffixConfig } from "../schema.ts";
import { agreed, isRefuted, type Likeness } from "./agreement.ts";
import { type Asked, exchange, NoAnswerError, type Told } from "./exchange.ts";
import { trial } from "./trial.ts";

const SUSPECT_MS = 3_600_000;
/** Failures in a row after which nobody waits for a resolver. */
const AWAY_AFTER = 3;
/** Of who is away, between two questions that find out whether it is back; doubled each time. */
const RETRY_MS = 1_000;
const RETRY_MS_MAX = 5_000;
/** Without a verdict for so long, those that were away are asked as well: one of those that were not may hang. */
const HEDGE_MS = 200;

/** What one that has come back needs for its answer. */
const RETURN_MS_MAX = 400;
/** A trial is one question more to those who have just answered. */
const TRIAL_MS_MAX = 400;
/** The same suspects are not tried again sooner. */
const TRIAL_AGAIN_MS = 5_000;
/** Beyond the time of one question: so much later a verdict is there. */
export const VERDICT_MS_MAX = RETURN_MS_MAX + TRIAL_MS_MAX + 100;

export interface Verdict {
  readonly told: Told;
  /** Whether a quorum said so. */
  readonly isAgreed: boolean;
}

export interface PanelDeps {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly now: () => number;
  readonly random: () => number;
  readonly sleep: (ms: number) => Promise<unknown>;
  readonly warn: (message: string, cause: unknown) => void;
}

export interface Panel {
  /**
   * @param history what was believed of the same question before
   * @returns undefined where nothing can be believed. Never rejects.
   */
  ask(
    asked: Asked,
    suffix: SuffixConfig,
    history: Told | undefined,
    waitUntil: WaitUntil,
  ): Promise<Verdict | undefined>;
}

interface Member {
  readonly name: string;
  readonly url: string;
  failures: number;
  retryAtMs: number;
  /** By suffix, until when it counts as a liar. */
  readonly suspectUntilMs: Map<string, number>;
}

interface Vote {
  readonly member: Member;
  readonly told: Told;
}

export function panel(
  resolvers: ReadonlyMap<string, { readonly url: string }>,
  { quorum: wanted, alone, timeoutMs }: ForeignConfig,
  asnOf: Likeness["asnOf"],
  { fetch, now, random, sleep, warn }: PanelDeps,
): Panel {
  const members = Array.from(
    resolvers,
    ([name, { url }]): Member => ({ name, url, failures: 0, retryAtMs: 0, suspectUntilMs: new Map() }),
  );
  const put = (member: Member, asked: Asked) => exchange(member.url, asked, { fetch, random, timeoutMs });
  const trials = trial(put, asnOf);
  const running = new Map<string, { readonly untilMs: number; readonly ended: Promise<void> }>();
  const quorum = wanted ?? Math.floor(members.length / 2) + 1;

  return {
    ask(asked, suffix, history, waitUntil) {
      const likeness: Likeness = { agreement: suffix.agreement, asnOf };
      const { awaited, others } = whomToAsk();
      const heard = new Map<Member, Promise<void>>();
      const votes: Vote[] = [];
      const { promise, resolve } = Promise.withResolvers<Verdict | undefined>();
      let believed: Told | undefined;
      for (const member of others) begin(member);
      waitUntil(conclude());
      return promise;

      function begin(member: Member): Promise<void> {
        const known = heard.get(member);
        if (known !== undefined) return known;
        const begun = hear(member).then(count);
        heard.set(member, begun);
        waitUntil(begun);
        return begun;
      }

      function count(): void {
        const isFirst = believed === undefined;
        believed ??= agreed(votes.map(toldBy), quorum, likeness);
        if (believed === undefined) return;
        judge(votes.splice(0), believed, suffix, likeness);
        if (!isFirst) return;
        trials.remember(asked, believed, suffix, now() + secondsOf(believed) * 1_000);
        resolve({ told: believed, isAgreed: true });
      }

      async function conclude(): Promise<void> {
        const present = Promise.all(awaited.map(begin));
        const rest = members.filter((member) => !awaited.includes(member));
        if (rest.length > 0) await Promise.race([present, promise, sleep(HEDGE_MS)]);
        if (believed === undefined && rest.length > 0) {
          await Promise.race([Promise.all(rest.map(begin)), promise, sleep(RETURN_MS_MAX)]);
        }
        await Promise.race([present, promise]);
        if (believed !== undefined) return;
        let verdict = withoutQuorum(votes, history, suffix, likeness);
        if (verdict === undefined && votes.length > 1) {
          await Promise.race([tried(votes, suffix, waitUntil), sleep(TRIAL_MS_MAX)]);
          verdict = withoutQuorum(votes, history, suffix, likeness);
        }
        resolve(verdict);
      }

      /** Never rejects. */
      async function hear(member: Member): Promise<void> {
        try {
          const told = await put(member, asked);
          member.failures = 0;
          votes.push({ member, told });
        } catch (cause) {
          if (cause instanceof NoAnswerError) {
            member.failures = 0;
            return;
          }
          member.failures++;
          member.retryAtMs = now() + Math.min(RETRY_MS_MAX, RETRY_MS * 2 ** Math.max(0, member.failures - AWAY_AFTER));
          if (member.failures === AWAY_AFTER) warn(`resolver ${member.name} fails; nobody waits for it now`, cause);
        }
      }
    },
  };

  function whomToAsk() {
    const nowMs = now();
    const present = members.filter(({ failures }) => failures < AWAY_AFTER);
    if (present.length === 0) return { awaited: members, others: [] };
    const others = members.filter(({ failures, retryAtMs }) => failures >= AWAY_AFTER && nowMs >= retryAtMs);
    // One question is enough to find out.
    for (const member of others) member.retryAtMs = nowMs + timeoutMs;
    return { awaited: present, others };
  }

  function withoutQuorum(
    votes: readonly Vote[],
    history: Told | undefined,
    { suffix }: SuffixConfig,
    likeness: Likeness,
  ): Verdict | undefined {
    const nowMs = now();
    const trusted = votes.filter(({ member }) => (member.suspectUntilMs.get(suffix) ?? 0) <= nowMs).map(toldBy);
    const unanimous = alone === "never" || trusted.length === 0 ? undefined : agreed(trusted, trusted.length, likeness);
    const told =
      unanimous ?? (history === undefined ? undefined : agreed([...votes.map(toldBy), history], 2, likeness));
    return told === undefined ? undefined : { told, isAgreed: false };
  }

  /** All who come upon the same contradiction wait for one trial. */
  function tried(votes: readonly Vote[], suffix: SuffixConfig, waitUntil: WaitUntil): Promise<void> {
    const key = [suffix.suffix, ...votes.map(({ member }) => member.name).toSorted()].join(" ");
    const under = running.get(key);
    if (under !== undefined && now() < under.untilMs) return under.ended;
    const suspects = votes.map(({ member }) => member);
    const ended = trials.hold(suspects, suffix, now()).then((caught) => {
      for (const member of caught) suspect(member, suffix);
    });
    running.set(key, { untilMs: now() + TRIAL_AGAIN_MS, ended });
    waitUntil(ended);
    return ended;
  }

  function judge(votes: readonly Vote[], believed: Told, suffix: SuffixConfig, likeness: Likeness): void {
    for (const { member, told } of votes) {
      if (isRefuted(told, believed, likeness)) suspect(member, suffix);
      else member.suspectUntilMs.delete(suffix.suffix);
    }
  }

  function suspect({ name, suspectUntilMs }: Member, { suffix }: SuffixConfig): void {
    if (!suspectUntilMs.has(suffix)) warn(`resolver ${name} contradicts the others`, `below ${suffix}`);
    suspectUntilMs.set(suffix, now() + SUSPECT_MS);
  }
}

function secondsOf({ addresses }: Told): number {
  return Math.min(...addresses.map(({ ttlSeconds }) => ttlSeconds));
}

function toldBy({ told }: Vote): Told {
  return told;
}
