/**
 * The instances of one service in one environment, who of them lives, and who waits to hear of it. The front door of the room.
 *
 * Owns: the instances registered under (env, appid), and the sockets that they hold.
 * Address: `<env>/<appid>`.
 *
 * Storage: tables.ts.
 * Invariants:
 * - `latestUs` strictly rises with each change of what readers see, whatever the clock does, and survives the last instance.
 * - Of one (zone, hostname) there is one generation, the highest that was registered; an older one can neither renew, change nor cancel it.
 * - An instance is removed by its own cancel, by a reader of its death (liveness.ts), and by nothing else.
 * - What is heard of an instance with a short lease stands in memory, and its row is {@link RENEWED_STEP_US} late at most: an object
 *   that wakes gives everyone a new lease, since it cannot know what it did not hear.
 * - While there is an instance there is an alarm; without one there is none.
 * RPC: {@link register}, {@link renew}, {@link cancel}, {@link set}, {@link list}, {@link changed}. `fetch` takes the WebSockets of
 * instances; their wire is proto/discovery.ts.
 * @module
 */
import { DurableObject } from "cloudflare:workers";
import { HOLD_CLOSED, HOLD_PING, HOLD_PONG, STATUS_UP } from "../../proto/discovery.ts";
import { waiters } from "../waiters.ts";
import type { RegistryDirectory, ServiceName } from "./directory.ts";
import { type Instance, type InstanceForm, type InstanceKey, keyText, nextUs } from "./instance.ts";
import { judge, suspectFromMs } from "./liveness.ts";
import { type Absences, BACK_LEASE_MS, type Hold, Presence } from "./presence.ts";
import { RegistryTables } from "./tables.ts";

export { RegistryDirectory, type ServiceName } from "./directory.ts";
export type { Instance, InstanceForm, InstanceKey } from "./instance.ts";

/** A list of so many is 2 MB, and a judgement of them takes some milliseconds. */
const INSTANCES_MAX = 5_000;
/** Long polls: what they hold is a timer and a promise each. */
const WAITERS_MAX = 10_000;
/** Renewals are written down this often: a write for each would cost more than all else that is done with it. */
const RENEWED_STEP_US = 10_000_000;
/** An alarm that rings so late was kept from it, and so were renewals. */
const AWAY_MS = 2_000;
/** Two alarms closer than this are one. */
const ALARM_STEP_MS = 20;
/** After the directory could not be told. */
const DIRECTORY_AGAIN_MS = 5_000;

export interface Registration extends InstanceKey, InstanceForm {
  readonly leaseMs: number;
  /** Undefined for clients that know of none: then it is always a new one. */
  readonly generation: number | undefined;
}

export interface Change extends InstanceKey {
  readonly generation: number | undefined;
  readonly status?: number;
  readonly color?: string;
  readonly metadata?: Readonly<Record<string, string>>;
}

/** `generation` is the one that is registered now. */
export type Outcome =
  | { readonly outcome: "done"; readonly instance: Instance }
  | { readonly outcome: "unknown" }
  | { readonly outcome: "superseded"; readonly generation: number }
  | { readonly outcome: "full" };

export interface InstanceList {
  readonly latestUs: number;
  readonly instances: readonly Instance[];
}

/** What a reader is told that waited: not the list, which many may share. */
export interface ChangeNote {
  /** Undefined where nothing has changed, or too many wait. */
  readonly latestUs: number | undefined;
  /** False where the service has no instance. */
  readonly found: boolean;
  readonly full: boolean;
}

interface Bindings {
  readonly REGISTRY_DIRECTORY: DurableObjectNamespace<RegistryDirectory>;
}

export class ServiceRegistry extends DurableObject<Bindings> {
  readonly #tables: RegistryTables;
  readonly #instances: Map<string, Instance>;
  readonly #presence: Presence;
  readonly #waiters = waiters(WAITERS_MAX);
  /** When it woke with instances that it had not heard for a while; 0 where there were none. */
  readonly #wokeMs: number;
  #latestUs: number;
  #alarmMs: number | undefined;
  #backMs: number;
  #telling = false;

  constructor(context: DurableObjectState, env: Bindings) {
    super(context, env);
    this.#tables = new RegistryTables(context.storage.sql);
    this.#instances = this.#tables.instances();
    this.#wokeMs = this.#instances.size === 0 ? 0 : Date.now();
    this.#latestUs = this.#tables.fact("latestUs") ?? 0;
    this.#alarmMs = this.#tables.fact("alarmMs");
    this.#backMs = this.#tables.fact("backMs") ?? 0;
    this.#presence = new Presence(context);
    context.setWebSocketAutoResponse(new WebSocketRequestResponsePair(HOLD_PING, HOLD_PONG));
  }

  /** Takes the place of an older generation. The same one again changes what is said of it, and is heard. */
  register(service: ServiceName, form: Registration): Outcome {
    this.#noticeAbsence();
    const key = keyText(form);
    const known = this.#instances.get(key);
    const generation = form.generation ?? Math.max(nextUs(0, Date.now()), (known?.generation ?? 0) + 1);
    if (known !== undefined && generation < known.generation) {
      return { outcome: "superseded", generation: known.generation };
    }
    if (known === undefined && this.#instances.size >= INSTANCES_MAX) return { outcome: "full" };
    if (this.#instances.size === 0) {
      this.#tables.note("env", service.env);
      this.#tables.note("appid", service.appid);
    }
    const isNew = known?.generation !== generation;
    const instance = this.#instanceOf(form, generation, known);
    if (isNew) this.#presence.release(key, HOLD_CLOSED.superseded);
    if (known === undefined) this.#presence.joined(instance);
    this.#heard(instance);
    this.#put(instance, isNew || !saysTheSame(instance, known));
    this.ctx.waitUntil(this.#tellDirectory());
    return { outcome: "done", instance };
  }

  /** @param generation undefined for clients that know of none */
  renew(key: InstanceKey, generation: number | undefined): Outcome {
    this.#noticeAbsence();
    const found = this.#find(key, generation);
    if (found.outcome !== "done") return found;
    return { outcome: "done", instance: this.#heard(found.instance) };
  }

  cancel(key: InstanceKey, generation: number | undefined): Outcome {
    this.#noticeAbsence();
    const found = this.#find(key, generation);
    if (found.outcome !== "done") return found;
    this.#remove([found.instance]);
    this.ctx.waitUntil(this.#tellDirectory());
    return found;
  }

  /** All of them, or none where one cannot be changed. */
  set(changes: readonly Change[]): Outcome[] {
    this.#noticeAbsence();
    const found = changes.map((change) => this.#find(change, change.generation));
    if (found.some(({ outcome }) => outcome !== "done")) return found;
    return changes.map(({ status, color, metadata, ...key }, index) => {
      const known = this.#instances.get(keyText(key));
      if (known === undefined) return found[index] ?? { outcome: "unknown" };
      const nowUs = nextUs(this.#latestUs, Date.now());
      const instance: Instance = {
        ...known,
        ...(status !== undefined && { status }),
        ...(color !== undefined && { color }),
        ...(metadata !== undefined && { metadata }),
        upUs: status === STATUS_UP ? nowUs : known.upUs,
        dirtyUs: nowUs,
      };
      this.#put(instance, true);
      return { outcome: "done", instance };
    });
  }

  list(): InstanceList {
    this.#noticeAbsence();
    const instances = Array.from(this.#instances.values(), (instance) => {
      const renewedUs = Math.max(instance.renewedUs, this.#presence.lastHeardMs(instance) * 1_000);
      return { ...instance, renewedUs };
    });
    return { latestUs: this.#latestUs, instances };
  }

  /**
   * Answers at once where the reader's list is not of `sinceUs`, also when that is later: it is then from a registry that lost its storage.
   * Otherwise with the next change, or after `waitMs` without one.
   * @param awaitsFirst whether to wait where the service has no instance
   */
  async changed(sinceUs: number, waitMs: number, awaitsFirst: boolean): Promise<ChangeNote> {
    this.#noticeAbsence();
    let full = false;
    const hasAny = this.#instances.size > 0;
    if (this.#latestUs === sinceUs && waitMs > 0 && (hasAny || awaitsFirst)) {
      const changed = this.#waiters.wait(waitMs);
      full = changed === undefined;
      await changed;
    }
    const latestUs = this.#latestUs === sinceUs ? undefined : this.#latestUs;
    return { latestUs, found: this.#instances.size > 0, full };
  }

  /** An instance's socket: `?zone=&hostname=&generation=`, checked by the edge. */
  override fetch(request: Request): Response {
    this.#noticeAbsence();
    const { searchParams: query } = new URL(request.url);
    const key: InstanceKey = { zone: query.get("zone") ?? "", hostname: query.get("hostname") ?? "" };
    const generation = Number(query.get("generation"));
    const { 0: client, 1: server } = new WebSocketPair();
    const found = this.#find(key, generation);
    if (found.outcome === "done") {
      this.#presence.release(keyText(key), HOLD_CLOSED.superseded);
      server.serializeAttachment({ ...key, generation, sinceMs: Date.now() } satisfies Hold);
      this.#presence.hold(keyText(key), server);
      this.#heard(found.instance);
    } else {
      server.accept();
      server.close(found.outcome === "superseded" ? HOLD_CLOSED.superseded : HOLD_CLOSED.unknown, found.outcome);
    }
    return new Response(null, { status: 101, webSocket: client });
  }

  /** The pings are answered by the runtime; nothing else is said here. */
  override webSocketMessage(socket: WebSocket): void {
    socket.close(HOLD_CLOSED.badMessage, `only ${HOLD_PING} is understood`);
    this.#lost(socket);
  }

  override webSocketClose(socket: WebSocket): void {
    this.#lost(socket);
  }

  override webSocketError(socket: WebSocket): void {
    this.#lost(socket);
  }

  override async alarm(): Promise<void> {
    this.#noticeAbsence();
    this.#alarmMs = undefined;
    const nowMs = Date.now();
    const absences = this.#absences();
    const signs = Array.from(this.#instances.values(), (instance) => this.#presence.signOf(instance, absences));
    const past = { evicted: this.#presence.evictedLately(nowMs), protectedMs: this.#tables.fact("protectedMs") };
    const { dead, protectedMs, nextMs } = judge(signs, nowMs, past, Math.random);
    if (past.protectedMs !== protectedMs) this.#tables.note("protectedMs", protectedMs);
    const gone = dead.flatMap((key) => this.#instances.get(key) ?? []);
    for (const instance of gone) this.#presence.evicted(instance, nowMs);
    this.#remove(gone);
    this.#schedule(nextMs);
    await this.#tellDirectory();
    if (this.#alarmMs === undefined) this.#tables.note("alarmMs", undefined);
  }

  #instanceOf(form: Registration, generation: number, known: Instance | undefined): Instance {
    const nowUs = nextUs(this.#latestUs, Date.now());
    const { generation: _, ...said } = form;
    return {
      ...said,
      generation,
      registeredUs: known?.generation === generation ? known.registeredUs : nowUs,
      upUs: known?.upUs ?? nowUs,
      renewedUs: nowUs,
      dirtyUs: nowUs,
      latestUs: known?.latestUs ?? nowUs,
    };
  }

  #find(key: InstanceKey, generation: number | undefined): Outcome {
    const instance = this.#instances.get(keyText(key));
    if (instance === undefined || (generation ?? 0) > instance.generation) return { outcome: "unknown" };
    if (generation !== undefined && generation < instance.generation) {
      return { outcome: "superseded", generation: instance.generation };
    }
    return { outcome: "done", instance };
  }

  /** @param visible whether readers see a difference */
  #put(instance: Instance, visible: boolean): void {
    const latestUs = visible ? this.#step() : instance.latestUs;
    const changed = { ...instance, latestUs };
    this.#instances.set(keyText(instance), changed);
    this.#tables.put(changed);
    if (visible) this.#waiters.wake();
    this.#scheduleFor(changed);
  }

  #remove(instances: readonly Instance[]): void {
    if (instances.length === 0) return;
    for (const instance of instances) {
      const key = keyText(instance);
      this.#instances.delete(key);
      this.#tables.remove(instance);
      this.#presence.release(key, HOLD_CLOSED.unknown);
      this.#presence.forget(key);
    }
    this.#step();
    this.#waiters.wake();
  }

  #step(): number {
    this.#latestUs = nextUs(this.#latestUs, Date.now());
    this.#tables.note("latestUs", this.#latestUs);
    return this.#latestUs;
  }

  #heard(instance: Instance): Instance {
    const key = keyText(instance);
    const nowMs = Date.now();
    const renewed: Instance = { ...instance, renewedUs: nowMs * 1_000 };
    this.#presence.heard(key, nowMs);
    const known = this.#instances.get(key);
    if (known === undefined) return renewed;
    if (renewed.renewedUs - known.renewedUs >= RENEWED_STEP_US) {
      this.#instances.set(key, renewed);
      this.#tables.renew(instance, renewed.renewedUs);
    }
    this.#scheduleFor(known);
    return renewed;
  }

  #absences(): Absences {
    // What a lease of this length would have told is not written down at once, and was lost with the memory.
    return { backMs: this.#backMs, wokeMs: this.#wokeMs, shortLeaseMs: (3 * RENEWED_STEP_US) / 1_000 };
  }

  #lost(socket: WebSocket): void {
    const key = this.#presence.lost(socket, this.#instances, Date.now());
    const instance = key === undefined ? undefined : this.#instances.get(key);
    if (instance !== undefined) this.#scheduleFor(instance);
  }

  #scheduleFor(instance: Instance): void {
    this.#schedule(suspectFromMs(this.#presence.signOf(instance, this.#absences())));
  }

  /** Sooner than before, or not at all. */
  #schedule(atMs: number | undefined): void {
    if (atMs === undefined || (this.#alarmMs !== undefined && this.#alarmMs <= atMs + ALARM_STEP_MS)) return;
    this.#alarmMs = atMs;
    this.#tables.note("alarmMs", atMs);
    void this.ctx.storage.setAlarm(atMs);
  }

  /** To be called before anything else: after an absence nobody's silence means anything. */
  #noticeAbsence(): void {
    const nowMs = Date.now();
    if (this.#alarmMs === undefined || nowMs < this.#alarmMs + AWAY_MS) return;
    this.#backMs = nowMs;
    this.#tables.note("backMs", nowMs);
    this.#presence.forgive();
    this.#alarmMs = undefined;
    this.#schedule(nowMs + BACK_LEASE_MS);
  }

  /** Never throws: it is tried again by alarm. */
  async #tellDirectory(): Promise<void> {
    if (this.#telling) return;
    this.#telling = true;
    try {
      const [env, appid] = [this.#tables.fact("env"), this.#tables.fact("appid")];
      // What changed while the directory was told has to be told too.
      for (;;) {
        const listed = this.#instances.size > 0;
        if (env === undefined || appid === undefined || (this.#tables.fact("listed") === 1) === listed) return;
        await this.env.REGISTRY_DIRECTORY.getByName(DIRECTORY_NAME).note({ env, appid }, listed);
        this.#tables.note("listed", listed ? 1 : 0);
      }
    } catch (cause) {
      console.error(`the directory of services cannot be told: ${cause}`);
      this.#schedule(Date.now() + DIRECTORY_AGAIN_MS);
    } finally {
      this.#telling = false;
    }
  }
}

/** The one {@link RegistryDirectory}. */
const DIRECTORY_NAME = "directory";

function saysTheSame(a: Instance, b: Instance | undefined): boolean {
  const said = ({ region, addrs, version, color, metadata, status }: Instance) =>
    JSON.stringify([region, addrs, version, color, Object.entries(metadata).sort(), status]);
  return b !== undefined && said(a) === said(b);
}
