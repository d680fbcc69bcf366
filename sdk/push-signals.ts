/**
 * What the app says of its network, in the form in which the connection listens to a browser's window. React Native has no `EventTarget`.
 * @module
 */
export class Signals {
  readonly #listeners = new Map<string, Set<() => void>>();

  addEventListener(type: string, listener: () => void): void {
    const known = this.#listeners.get(type) ?? new Set();
    this.#listeners.set(type, known.add(listener));
  }

  removeEventListener(type: string, listener: () => void): void {
    this.#listeners.get(type)?.delete(listener);
  }

  say(type: "online" | "offline"): void {
    for (const listener of [...(this.#listeners.get(type) ?? [])]) listener();
  }
}
