/**
 * Makes protobufjs write strings with its own code where the runtime's `Buffer` cannot, and sees to it that 64 bits are kept.
 *
 * For strings it prefers `buffer.utf8Write(text, offset)`. workerd's takes the whole length of the buffer for what is left after the offset,
 * and so throws for every offset but 0 (seen in 1.20261102): no string of 40 characters or more could be encoded there.
 *
 * For 64-bit integers it looks for `long` by a `require` inside of a `try`. A bundler that gives it the ES module there, as one does
 * that is told to take `import` for every module, leaves it without; then it drops each `bigint` and reads 64 bits as a number.
 * @module
 */
import protobuf from "protobufjs/minimal.js";

interface TextBuffer {
  utf8Write?(text: string, offset: number): number;
}

const util = protobuf.util as unknown as { Buffer: { alloc(size: number): TextBuffer } | null; Long: unknown };

if (util.Long === null) throw new Error("protobufjs has no 'long' in this bundle: 64-bit integers would lose digits");
if (!writesAtOffset()) {
  util.Buffer = null;
  protobuf.configure();
}

function writesAtOffset(): boolean {
  try {
    util.Buffer?.alloc(2).utf8Write?.("x", 1);
    return true;
  } catch {
    return false; // What it throws does not matter: that it throws is the answer.
  }
}
