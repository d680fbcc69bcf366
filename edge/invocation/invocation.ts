/**
 * Waiting for what another request of the isolate does. The front door of the room.
 *
 * workerd runs what follows a promise in the invocation that made the promise, whoever settles it: that is how one request may wake another.
 * But V8's optimizing compiler builds the promise of `new Promise`, of `then` and of an async function in place, without the mark that tells
 * whose it is; what follows such a one runs in the invocation that settles it. A `Response` that is made there is refused later on, and the
 * client sees a bare 500. It happens only in code that has run some ten thousand times. `Promise.withResolvers` is a call in compiled code
 * too, and marks what it makes.
 *
 * So nothing that another invocation may settle is awaited but a promise of `Promise.withResolvers`. And such a one is awaited with a limit
 * of time: an invocation that ends leaves its promises unsettled.
 * @module
 */

/**
 * What a promise of another invocation gives, in this one.
 * @param late gives what takes its place where it does not settle in time; never throws
 * @throws what either rejects with
 */
export function inTime<T, L>(foreign: Promise<T>, timeoutMs: number, late: () => L | Promise<L>): Promise<T | L> {
  const { promise, resolve, reject } = Promise.withResolvers<T | L>();
  const timer = setTimeout(() => resolve(late()), timeoutMs);
  foreign.then(resolve, reject);
  return promise.finally(() => clearTimeout(timer)); // Here and not above: a timer is stopped by its own invocation alone.
}
