/**
 * Makes protobufjs write strings with its own code where the runtime's `Buffer` cannot.
 *
 * It prefers `buffer.utf8Write(text, offset)`. workerd's takes the whole length of the buffer for what is left after the offset,
 * and so throws for every offset but 0 (seen in 1.20261102): no string of 40 characters or more could be encoded there.
 * @module
 */
import protobuf from "protobufjs/minimal.js";

interface TextBuffer {
  utf8Write?(text: string, offset: number): number;
}

const util = protobuf.util as unknown as { Buffer: { alloc(size: number): TextBuffer } | null };

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
