/** What is used of npm `dns-packet`: its published types bring those of Node along, which do not belong here. */
declare module "dns-packet" {
  /** @throws Error for what cannot be encoded */
  export function encode(packet: object): Uint8Array<ArrayBuffer>;
  export const decode: {
    /** @throws Error for what is cut off or points nowhere. The library reads with methods of Node's `Buffer`. */
    (bytes: Uint8Array): unknown;
    /** How many bytes the last message took. */
    bytes: number;
  };
}

/** What the library takes bytes as. Node and workerd have the module; this tier's types do not name it. */
declare module "node:buffer" {
  export const Buffer: { from(bytes: ArrayBufferLike, offset: number, length: number): Uint8Array };
}
