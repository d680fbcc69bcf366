/**
 * Makes protobufjs right where it is not: 64-bit integers in a bundle, and strings on workerd.
 *
 * It looks for `long` by a `require` inside of a `try`. A bundler that gives it the ES module there leaves it without one, and then
 * it drops a `bigint` without a word and reads 64 bits as a number. So it is given what it looks for.
 *
 * For strings it prefers `buffer.utf8Write(text, offset)`. workerd's takes the whole length of the buffer for what is left after the offset,
 * and so throws for every offset but 0 (seen in 1.20261102): no string of 40 characters or more could be encoded there.
 * @module
 */
import Long from "long";
import protobuf from "protobufjs/minimal.js";

interface TextBuffer {
  utf8Write?(text: string, offset: number): number;
}

const util = protobuf.util as unknown as { Buffer: { alloc(size: number): TextBuffer } | null; Long: unknown };

util.Long = Long;
if (!writesAtOffset()) util.Buffer = null;
protobuf.configure();

function writesAtOffset(): boolean {
  try {
    util.Buffer?.alloc(2).utf8Write?.("x", 1);
    return true;
  } catch {
    return false; // What it throws does not matter: that it throws is the answer.
  }
}
