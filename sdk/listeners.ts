/** Those who want to hear of something. @module */

/** What a listener throws is its own, and must not end what it is told of: it surfaces as an uncaught error. */
export function tellAll<E>(listeners: Iterable<(event: E) => void>, event: E): void {
  for (const listener of listeners) {
    try {
      listener(event);
    } catch (thrown) {
      setTimeout(() => {
        throw thrown;
      }, 0);
    }
  }
}
