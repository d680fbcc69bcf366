/**
 * The objects that keep what this room shows, as they are called over RPC: each call may fail, and takes its time.
 * @module
 */
import type {
  Change,
  ChangeNote,
  InstanceKey,
  InstanceList,
  Outcome,
  Registration,
  ServiceName,
} from "../../durable/registry/registry.ts";

export interface ServiceStub {
  register(service: ServiceName, form: Registration): Promise<Outcome>;
  renew(key: InstanceKey, generation: number | undefined): Promise<Outcome>;
  cancel(key: InstanceKey, generation: number | undefined): Promise<Outcome>;
  set(changes: readonly Change[]): Promise<Outcome[]>;
  list(): Promise<InstanceList>;
  changed(sinceUs: number, waitMs: number, awaitsFirst: boolean): Promise<ChangeNote>;
  fetch(request: Request): Promise<Response>;
}

export interface RegistryObjects {
  service(name: ServiceName): ServiceStub;
  /** All services that have an instance. */
  services(): Promise<ServiceName[]>;
}

/** An object that was moved or reset fails what it had under way, and says whether it may be asked again. An overloaded one may not. */
export async function twice<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    const { retryable, overloaded } = error as { readonly retryable?: unknown; readonly overloaded?: unknown };
    if (retryable !== true || overloaded === true) throw error;
    return await ask();
  }
}
