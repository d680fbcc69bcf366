/**
 * Reads of what is released: linearizable, and yet thousands a second.
 *
 * Every read asks the object which versions are current; the versions themselves are immutable, and kept here. Reads that begin while a question
 * is under way wait for the next one and share it: whoever asked, it begins after they did, so that each sees all that was released before.
 *
 * workerd ends what a request began when that request ends, and a promise that it left behind is then never settled. So a question is
 * given to its request's `waitUntil`, others wait for it no longer than it may take, and then put one of their own.
 * @module
 */
import { LRUCache } from "lru-cache";
import type { Access } from "../../durable/config/access.ts";
import type { SealedRow } from "../../durable/config/secrets.ts";
import type { GrayState, SectionVersions } from "../../durable/config/versions.ts";
import type { Head, Snapshot } from "../../durable/config/views.ts";
import { type Content, isGray, type Reader } from "../../proto/config/config.ts";
import { Fault } from "../../proto/fault.ts";
import { inTime } from "../invocation/invocation.ts";
import { askListed, type DirectoryStub } from "./directory.ts";
import { addressOf, ask, type ConfigStub, type ConfigStubs, type Place } from "./objects.ts";

/** Of all versions together that an isolate keeps; a Worker has 128 MB. */
const KEPT_BYTES_MAX = 33_554_432;
/** Services that an isolate remembers the access rules of. */
const SERVICES_MAX = 1_000;
/** The current ones, and those before them for who began with them. */
const VERSIONS_KEPT = 4;
/** A question that is not answered by then has died with its request. */
const ANSWER_MS_MAX = 2_000;

export type WaitUntil = (background: Promise<unknown>) => void;

/** One version. */
export interface Kept {
  readonly version: number;
  readonly content: Content;
  readonly sections: SectionVersions;
  readonly secrets: ReadonlyMap<string, SealedRow>;
  /** What was made of it, by a name of the maker's own. It goes with the version. */
  readonly made: Map<string, unknown>;
}

/** The state at one moment. */
export interface Seen {
  readonly place: Place;
  readonly epoch: string;
  /** Counts what changes what anyone sees. */
  readonly release: number;
  readonly main: number;
  readonly gray: GrayState | undefined;
  readonly access: Access;
  /** What a reader sees; version 0 and empty before the first release. */
  visibleTo(reader: Reader): Kept;
}

export interface Reads {
  /**
   * A service that is not there looks like one that nobody may read: who has no right is not told which names there are.
   * @throws Fault unavailable
   */
  read(place: Place, waitUntil: WaitUntil): Promise<Seen>;
  /**
   * The same when there was another release than the one that was seen, or after so long. It is shared with nobody.
   * @throws Fault not_found, unavailable
   */
  readAfter(place: Place, release: number, timeoutMs: number): Promise<Seen>;
}

interface Question {
  readonly startedAtMs: number;
  readonly answer: Promise<Seen>;
}

type Ask = (object: ConfigStub, question: Parameters<ConfigStub["head"]>[0]) => ReturnType<ConfigStub["head"]>;

/** What is known of one service. */
interface Known {
  epoch: string;
  access: Access | undefined;
  versions: Kept[];
  current: Question | undefined;
  next: Question | undefined;
}

export interface ReadsDeps {
  readonly stubs: ConfigStubs;
  readonly directory: () => DirectoryStub;
  readonly now: () => number;
}

export function reads({ stubs, directory, now }: ReadsDeps): Reads {
  const services = new LRUCache<string, Known>({ max: SERVICES_MAX });
  /** Which versions may stay: those that leave it are forgotten by their service too. */
  const kept = new LRUCache<string, Kept>({ maxSize: KEPT_BYTES_MAX });

  return {
    async read(place, waitUntil) {
      const known = knownOf(addressOf(place));
      const question = join(place, known, waitUntil);
      try {
        return (await inTime(question.answer, ANSWER_MS_MAX, () => undefined)) ?? (await put(place, known));
      } catch (thrown) {
        if (thrown instanceof Fault && thrown.code === "not_found") return nobodys(place);
        throw thrown;
      }
    },

    readAfter(place, release, timeoutMs) {
      const known = knownOf(addressOf(place));
      return put(place, known, (object, question) => object.headAfter(question, release, timeoutMs));
    },
  };

  function knownOf(address: string): Known {
    const found = services.get(address);
    if (found !== undefined) return found;
    const made: Known = { epoch: "", access: undefined, versions: [], current: undefined, next: undefined };
    services.set(address, made);
    return made;
  }

  /** A question that has not begun yet. */
  function join(place: Place, known: Known, waitUntil: WaitUntil): Question {
    const { current } = known;
    if (current === undefined || now() - current.startedAtMs >= ANSWER_MS_MAX) return begin(place, known, waitUntil);
    if (known.next !== undefined && now() - known.next.startedAtMs < 2 * ANSWER_MS_MAX) return known.next;
    const before = inTime(current.answer, ANSWER_MS_MAX, () => undefined).catch(() => undefined); // Those who asked hear of it themselves.
    const answer = before.then(() => begin(place, known, waitUntil).answer);
    const question = { startedAtMs: now(), answer };
    known.next = question;
    keep(answer, waitUntil);
    return question;
  }

  function begin(place: Place, known: Known, waitUntil: WaitUntil): Question {
    const question: Question = { startedAtMs: now(), answer: put(place, known) };
    known.current = question;
    known.next = undefined;
    const end = () => {
      if (known.current === question) known.current = undefined;
    };
    keep(question.answer.then(end, end), waitUntil);
    return question;
  }

  function keep(answer: Promise<unknown>, waitUntil: WaitUntil): void {
    waitUntil(answer.catch(() => undefined)); // The same promise is awaited where it is needed.
  }

  async function put(
    place: Place,
    known: Known,
    how: Ask = (object, question) => object.head(question),
  ): Promise<Seen> {
    const address = addressOf(place);
    const versions = known.versions.filter(({ version }) => kept.has(`${address} ${known.epoch} ${version}`));
    const { epoch, access } = known;
    const question = { epoch, access: access?.revision ?? -1, versions: versions.map(({ version }) => version) };
    const put = () => ask(how(stubs(address), question));
    // Who has answered before is there.
    const head = epoch === "" ? await askListed(place, directory, put) : await put();
    return learn(place, known, head, { access, versions });
  }

  /** Answers may overtake one another; what each says is true of its own moment, and versions never change. */
  function learn(place: Place, known: Known, head: Head, asked: Pick<Known, "access" | "versions">): Seen {
    const { epoch, release, main, gray } = head;
    const address = addressOf(place);
    const fresh = head.snapshots.map(keptOf);
    const same = known.epoch === epoch;
    const access = head.access ?? asked.access;
    if (access === undefined) throw new Error(`${address} did not say who may read it`);
    for (const [index, each] of fresh.entries()) {
      const size = (head.snapshots[index]?.entries.length ?? 0) * 4 + each.secrets.size * 1_000 + 1_000;
      kept.set(`${address} ${epoch} ${each.version}`, each, { size });
    }
    const all = [...fresh, ...asked.versions, ...(same ? known.versions : [])];
    const distinct = all.filter(({ version }, at) => all.findIndex((other) => other.version === version) === at);
    const isNewer = !same || known.access === undefined || access.revision >= known.access.revision;
    known.epoch = epoch;
    if (isNewer) known.access = access;
    known.versions = distinct.sort((a, b) => b.version - a.version).slice(0, VERSIONS_KEPT);
    const versionOf = (version: number) => {
      const found = distinct.find((each) => each.version === version);
      if (found === undefined && version !== 0) throw new Error(`${address} did not send version ${version}`);
      kept.get(`${address} ${epoch} ${version}`); // So that it counts as used.
      return found ?? NOTHING;
    };
    const forMost = versionOf(main);
    const forGray = gray === undefined ? forMost : versionOf(gray.version);
    return {
      place,
      epoch,
      release,
      main,
      gray,
      access,
      visibleTo: (reader) => (gray !== undefined && isGray(gray.rule, reader) ? forGray : forMost),
    };
  }
}

function nobodys(place: Place): Seen {
  const access = { revision: -1, open: false, tokens: [], keys: [] };
  return { place, epoch: "", release: 0, main: 0, gray: undefined, access, visibleTo: () => NOTHING };
}

const NOTHING: Kept = { version: 0, content: [], sections: {}, secrets: new Map(), made: new Map() };

function keptOf({ version, entries, sections, secrets }: Snapshot): Kept {
  const content = JSON.parse(entries) as Content;
  return { version, content, sections, secrets: new Map(secrets.map((row) => [String(row.id), row])), made: new Map() };
}
