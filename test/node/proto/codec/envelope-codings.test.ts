import { beforeAll, describe, expect, test } from "vitest";
import {
  type Dictionary,
  dictionary,
  envelopeCodings,
  envelopeDictionary,
  renderAvailableDictionary,
} from "../../../../proto/codec/codec.ts";

let known: Dictionary;
let other: Dictionary;
beforeAll(async () => {
  known = await dictionary(new TextEncoder().encode("known"));
  other = await dictionary(new TextEncoder().encode("other"));
});

describe("the dictionary of a merged request", () => {
  test("is what Available-Dictionary names, where x-dcd is accepted", () => {
    const available = renderAvailableDictionary(known);
    const headers = new Headers({ "accept-encoding": "x-dcd", "available-dictionary": available });
    expect(envelopeCodings(headers, [other, known]).dictionary).toBe(known);
    expect(envelopeDictionary(headers)).toBe(available);
    headers.delete("accept-encoding");
    expect(envelopeCodings(headers, [known]).dictionary).toBeUndefined();
  });

  test("is what a page names in its own header, whatever its browser accepts", () => {
    const named = renderAvailableDictionary(known);
    const headers = new Headers({ "accept-encoding": "gzip, br", "fairway-dictionary": named });
    expect(envelopeCodings(headers, [known])).toEqual({ identity: true, gzip: true, dictionary: known });
    expect(envelopeDictionary(headers)).toBe(named);
    expect(envelopeCodings(headers, [other]).dictionary).toBeUndefined();
  });

  test.each(["", "known", ":AAAA:", ":!:"])("is none where the header says '%s'", (named) => {
    expect(envelopeCodings(new Headers({ "fairway-dictionary": named }), [known]).dictionary).toBeUndefined();
  });
});
