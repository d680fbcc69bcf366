/**
 * Frames of one stream that share a compression window, though each is whole in itself: raw deflate, one call a frame, whose
 * preset dictionary is the last 32 KiB of (preset dictionary + everything that the stream's earlier frames held unpacked).
 *
 *     window 0 = dictionary          frame 0 = deflate(bytes 0, window 0)
 *     window 1 = tail(window 0 ‖ bytes 0)   frame 1 = deflate(bytes 1, window 1)
 *
 * So a late frame costs as little as if all of it had been compressed at once, and a reader without a streaming inflater, such
 * as fflate on a phone, can read it. Frames must be unpacked in the order in which they were packed.
 * @module
 */
import { type Bytes, type Compressor, overLimit } from "./compressor.ts";
import { DICTIONARY_BYTES_MAX, type Dictionary } from "./dictionary.ts";

export interface FramePacker {
  /**
   * The packed frame, or undefined where that is no smaller than the bytes themselves: then they are not part of the window,
   * and the caller sends them unpacked.
   */
  pack(bytes: Bytes): Bytes | undefined;
}

export interface FrameUnpacker {
  /** @throws Fault invalid_argument where it is no frame of this stream, resource_exhausted (413) above the stream's limit */
  unpack(frame: Uint8Array): Bytes;
}

/** The sender's side of one stream. Nothing with a secret may go through it. */
export function framePacker(dictionary: Dictionary, compressor: Compressor): FramePacker {
  let window: Bytes = dictionary.bytes;
  return {
    pack(bytes) {
      const packed = compressor.deflateRaw(bytes, window);
      if (packed.length >= bytes.length) return undefined;
      window = slide(window, bytes);
      return packed;
    },
  };
}

/** The receiver's side. @param bytesMax of all frames of the stream together, unpacked */
export function frameUnpacker(dictionary: Dictionary, compressor: Compressor, bytesMax: number): FrameUnpacker {
  let window: Bytes = dictionary.bytes;
  let bytesLeft = bytesMax;
  return {
    unpack(frame) {
      if (bytesLeft === 0) throw overLimit(bytesMax); // A compressor may take a limit of 0 for none at all.
      const bytes = compressor.inflateRaw(frame, bytesLeft, window);
      bytesLeft -= bytes.length;
      window = slide(window, bytes);
      return bytes;
    },
  };
}

function slide(window: Bytes, bytes: Bytes): Bytes {
  if (bytes.length >= DICTIONARY_BYTES_MAX) return bytes.slice(-DICTIONARY_BYTES_MAX);
  const kept = window.subarray(Math.max(0, window.length + bytes.length - DICTIONARY_BYTES_MAX));
  const next = new Uint8Array(kept.length + bytes.length);
  next.set(kept);
  next.set(bytes, kept.length);
  return next;
}
