/**
 * What the load generator needs to know of a protocol: the bytes of a request, and when a reply is complete.
 * @module
 */

/** What came back: `ok`, or what was wrong with it in a word or two, under which it is counted. */
export type Outcome = "ok" | (string & {});

/** One connection's side of a protocol. Built anew for every connection, because streams and buffers belong to one. */
export interface Wire {
  /** Sent once, before the first request. */
  readonly greeting?: Uint8Array;
  request(): Uint8Array;
  /**
   * Takes what the server sent. The bytes are the caller's again afterwards.
   * @returns the outcomes of the replies that are complete with it, of which there is at most one for a wire without pipelining
   * @throws Error when the server does not keep to the protocol; the connection is then given up
   */
  read(bytes: Buffer): Outcome | undefined;
  /** The server has closed. @returns the outcome of a reply that ends with the connection */
  close?(): Outcome | undefined;
  /** True when the server wants the connection closed after the reply that was just read. */
  readonly last?: boolean;
  /** What the protocol wants sent in answer to what was read, such as an HTTP/2 acknowledgement. Taken once. */
  takeAnswer?(): Uint8Array | undefined;
}
