/** Sealed secrets: what opens them, and what does not. */
import { describe, expect, test } from "vitest";
import { secretBox } from "../../../../edge/config/secret-box.ts";
import { parseConfigKeys } from "../../../../edge/config/settings.ts";

const KEYS = [1, 2].map((byte) => new Uint8Array(32).fill(byte));
const [first, second] = KEYS as [Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>];

describe("a sealed secret", () => {
  test("opens with its key, wherever that stands in the list", async () => {
    const sealed = await secretBox([first]).seal("grün ☂", "a/b");
    expect(await secretBox([first]).open(sealed, "a/b")).toBe("grün ☂");
    expect(await secretBox([second, first]).open(sealed, "a/b")).toBe("grün ☂");
    expect(sealed.keyId).toBe(await secretBox([first]).keyId());
    expect((await secretBox([second, first]).seal("x", "a/b")).keyId).not.toBe(sealed.keyId);
  });

  test("is another each time", async () => {
    const box = secretBox([first]);
    expect((await box.seal("x", "l")).sealed).not.toBe((await box.seal("x", "l")).sealed);
  });

  test("does not open with another key, elsewhere, or changed; and nothing tells what it was", async () => {
    const box = secretBox([first]);
    const sealed = await box.seal("hunter2", "config/orders/x/s/k");
    const bytes = Buffer.from(sealed.sealed, "base64");
    const tampered = (at: number) => {
      const copy = Buffer.from(bytes);
      copy[at] = (copy[at] ?? 0) ^ 1;
      return { ...sealed, sealed: copy.toString("base64") };
    };
    const attempts = [
      () => secretBox([second]).open(sealed, "config/orders/x/s/k"),
      () => secretBox([]).open(sealed, "config/orders/x/s/k"),
      () => box.open(sealed, "config/orders/x/s/other"),
      () => box.open({ ...sealed, sealed: "" }, "config/orders/x/s/k"),
      () => box.open({ ...sealed, sealed: "%%%" }, "config/orders/x/s/k"),
      ...[0, 2, 8, 20, bytes.length - 1].map((at) => () => box.open(tampered(at), "config/orders/x/s/k")),
    ];
    for (const attempt of attempts) {
      await expect(attempt()).rejects.toThrow(/^config\/orders\/x\/s\/(k|other) (?!.*hunter2)/);
    }
  });

  test("is none without a key", async () => {
    await expect(secretBox([]).seal("x", "l")).rejects.toMatchObject({ code: "failed_precondition" });
  });
});

describe("CONFIG_KEY", () => {
  const good = Buffer.alloc(32, 7).toString("base64");
  test("is a list, the newest first", () => {
    const flaws: string[] = [];
    const other = Buffer.alloc(32, 8).toString("base64url");
    expect(parseConfigKeys(`${good}, ${other}`, flaws).map((key) => key[0])).toEqual([7, 8]);
    expect(parseConfigKeys(undefined, flaws)).toEqual([]);
    expect(parseConfigKeys("", flaws)).toEqual([]);
    expect(flaws).toEqual([]);
  });
  test.each(["x", Buffer.alloc(31).toString("base64"), `${good},`, `${good},!`, Array(9).fill(good).join(",")])(
    "that is wrong is told, and never repeated: %s",
    (text) => {
      const flaws: string[] = [];
      parseConfigKeys(text, flaws);
      expect(flaws).toHaveLength(1);
      expect(flaws[0]).toMatch(/^CONFIG_KEY: (key \d must be|at most)/);
    },
  );
});
