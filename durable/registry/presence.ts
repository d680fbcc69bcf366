/**
 * What is heard of instances: renewals, the pongs of their sockets, and sockets that close. All of it is in memory; an object that wakes
 * finds its sockets again, and knows of the rest only what the rows say.
 * @module
 */
import { type Instance, type InstanceKey, keyText } from "./instance.ts";
import { PROTECTED_SWEEP_MS, type Sign } from "./liveness.ts";

/** For those who renew often, when the registry is back: their connections have to be made again, by all of them at once. */
export const BACK_LEASE_MS = 5_000;

/** The attachment of a socket. */
export interface Hold extends InstanceKey {
  readonly generation: number;
  readonly sinceMs: number;
}

/** When the registry had not heard for a while. */
export interface Absences {
  /** Its end, for all instances; 0 where there was none. */
  readonly backMs: number;
  /** When the object woke, for those whose renewals are not written down at once. */
  readonly wokeMs: number;
  /** Leases below it are such. */
  readonly shortLeaseMs: number;
}

export class Presence {
  readonly #context: DurableObjectState;
  /** The one socket of an instance, by its key. */
  readonly #sockets = new Map<string, WebSocket>();
  readonly #heardMs = new Map<string, number>();
  /** When the socket of an instance closed that was not heard since. */
  readonly #closedMs = new Map<string, number>();
  readonly #evicted = new Map<string, { readonly generation: number; readonly atMs: number }>();

  constructor(context: DurableObjectState) {
    this.#context = context;
    for (const socket of context.getWebSockets()) this.#sockets.set(keyText(holdOf(socket)), socket);
  }

  heard(key: string, atMs: number): void {
    this.#heardMs.set(key, atMs);
    this.#closedMs.delete(key);
  }

  /** The socket must have its attachment already. */
  hold(key: string, socket: WebSocket): void {
    this.#context.acceptWebSocket(socket);
    this.#sockets.set(key, socket);
  }

  /** A socket closed, and not because the registry wanted it. @returns the key of its instance; undefined where that has another one */
  lost(socket: WebSocket, instances: ReadonlyMap<string, Instance>, nowMs: number): string | undefined {
    const key = keyText(holdOf(socket));
    if (this.#sockets.get(key) !== socket) return undefined;
    const instance = instances.get(key);
    if (instance !== undefined) {
      this.#heardMs.set(key, this.lastHeardMs(instance)); // Its pongs are known as long as the socket is.
      this.#closedMs.set(key, nowMs);
    }
    this.#sockets.delete(key);
    return key;
  }

  /** Closes the socket of an instance, as the registry's own will and no sign of death. */
  release(key: string, code: number): void {
    const socket = this.#sockets.get(key);
    this.#sockets.delete(key);
    this.#closedMs.delete(key);
    socket?.close(code, "");
  }

  forget(key: string): void {
    this.#heardMs.delete(key);
    this.#closedMs.delete(key);
  }

  lastHeardMs(instance: Instance): number {
    const key = keyText(instance);
    const socket = this.#sockets.get(key);
    const pongMs = socket && this.#context.getWebSocketAutoResponseTimestamp(socket)?.getTime();
    const heldMs = socket && holdOf(socket).sinceMs;
    return Math.max(instance.renewedUs / 1_000, this.#heardMs.get(key) ?? 0, pongMs ?? 0, heldMs ?? 0);
  }

  signOf(instance: Instance, { backMs, wokeMs, shortLeaseMs }: Absences): Sign {
    const key = keyText(instance);
    const { leaseMs } = instance;
    // To be back counts as having heard everyone, and those who renew often get the time to find their way.
    const sinceMs = leaseMs < shortLeaseMs ? Math.max(backMs, wokeMs) : backMs;
    const heardMs = Math.max(this.lastHeardMs(instance), sinceMs + Math.max(0, BACK_LEASE_MS - leaseMs));
    return { key, leaseMs, heardMs, closedMs: this.#closedMs.get(key) };
  }

  /** Sockets that closed while the registry was away say nothing of those who held them. */
  forgive(): void {
    this.#closedMs.clear();
  }

  evicted({ generation, ...key }: Instance, atMs: number): void {
    this.#evicted.set(keyText(key), { generation, atMs });
  }

  /**
   * A newcomer stands for one that was taken for dead: the service does not shrink. One that comes back as it was shows that it was not
   * dead, and so counts on.
   */
  joined({ generation, ...key }: Instance): void {
    const [first] = this.#evicted.keys();
    const namesake = this.#evicted.get(keyText(key));
    if (namesake === undefined && first !== undefined) this.#evicted.delete(first);
    else if (namesake !== undefined && namesake.generation < generation) this.#evicted.delete(keyText(key));
  }

  evictedLately(nowMs: number): number {
    for (const [key, { atMs }] of this.#evicted) if (atMs <= nowMs - PROTECTED_SWEEP_MS) this.#evicted.delete(key);
    return this.#evicted.size;
  }
}

function holdOf(socket: WebSocket): Hold {
  return socket.deserializeAttachment() as Hold;
}
