import { expect, test } from "vitest";
import { fingerprint } from "../../../../edge/codec/fingerprint.ts";
import { Country, Region } from "../../../../proto/gen/countries.contract.ts";
import type { AnyMessage, Field } from "../../../../proto/message/message.ts";

function edited(edit: (fields: readonly Field[]) => readonly Field[]): AnyMessage {
  return { ...(Region as AnyMessage), fields: edit(Region.fields) };
}

test("a contract has one fingerprint, short and fit for a tag", () => {
  expect(fingerprint(Region)).toBe(fingerprint(edited((fields) => fields)));
  expect(fingerprint(Region)).toMatch(/^[0-9a-z]{1,7}$/);
});

test.each<[string, AnyMessage]>([
  ["another message", Country as AnyMessage],
  ["a field more", edited((fields) => [...fields, { name: "more", type: "string" }])],
  ["a field less", edited((fields) => fields.slice(1))],
  ["a field of another type", edited(([first, ...rest]) => [{ ...(first as Field), type: "bytes" }, ...rest])],
  ["a field of another name", edited(([first, ...rest]) => [{ ...(first as Field), name: "other" }, ...rest])],
  [
    "a field more, deeper down",
    edited((fields) =>
      fields.map((field) => {
        if (field.of === undefined) return field;
        const inner = field.of() as AnyMessage;
        return { ...field, of: () => ({ ...inner, fields: [...inner.fields, { name: "more", type: "bool" }] }) };
      }),
    ),
  ],
])("%s has another", (_, message) => {
  expect(fingerprint(message)).not.toBe(fingerprint(Region));
});

test("a message that holds itself has one too", () => {
  const tree: AnyMessage = {
    ...(Region as AnyMessage),
    name: "Tree",
    fields: [{ name: "children", type: "message", rule: "repeated", of: () => tree }],
  };
  expect(fingerprint(tree)).toMatch(/^[0-9a-z]+$/);
});
