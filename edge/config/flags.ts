/**
 * Feature flags: the keys of the section `flags`, evaluated for whom they are asked for.
 *
 * A value is the flag, for everyone. A JSON object with `rules` is a flag with rules, of which the first that fits decides:
 *
 *     {"value": false, "rules": [
 *       {"when": {"plan": "pro", "country": ["DE", "AT"]}, "value": true, "variant": "pro"},
 *       {"percent": 20, "value": true, "variant": "early"}]}
 *
 * `when` compares attributes of the evaluation context, `percent` takes that share of targeting keys, the same ones each time; a rule with both
 * wants both. All values of a flag are of one type.
 * @module
 */
import * as v from "valibot";
import { type Entry, parseValue, shareOf, type TypedValue, type ValueType } from "../../proto/config/config.ts";

export const FLAGS_SECTION = "flags";
const RULES_MAX = 100;
const ATTRIBUTES_MAX = 20;
const CHOICES_MAX = 1_000;

const scalar = v.union([v.string(), v.number(), v.boolean()]);
const rule = v.pipe(
  v.strictObject({
    when: v.optional(
      v.pipe(
        v.record(v.string(), v.union([scalar, v.pipe(v.array(scalar), v.maxLength(CHOICES_MAX))])),
        v.maxEntries(ATTRIBUTES_MAX),
      ),
    ),
    percent: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(100))),
    value: v.unknown(),
    variant: v.optional(v.string()),
  }),
  v.check(({ when, percent }) => when !== undefined || percent !== undefined, "needs when or percent"),
);
const ruledFlag = v.strictObject({
  value: v.unknown(),
  variant: v.optional(v.string()),
  rules: v.pipe(v.array(rule), v.maxLength(RULES_MAX)),
});
type RuledFlag = v.InferOutput<typeof ruledFlag>;
type Rule = RuledFlag["rules"][number];

/** Attributes by name; `targetingKey` is whom the flag is for. */
export type EvaluationContext = Readonly<Record<string, unknown>>;

export type Evaluation =
  | {
      readonly value: TypedValue;
      readonly reason: "STATIC" | "TARGETING_MATCH" | "SPLIT" | "DEFAULT";
      readonly variant?: string;
    }
  | { readonly errorCode: "PARSE_ERROR" | "TARGETING_KEY_MISSING"; readonly errorDetails: string };

/** What is wrong with a flag, for who releases it; undefined for one that can be evaluated. */
export function flawOfFlag(entry: Pick<Entry, "type" | "value">): string | undefined {
  const parsed = parseFlag(entry);
  return "flaw" in parsed ? parsed.flaw : undefined;
}

export function evaluate(
  key: string,
  entry: { readonly type: ValueType; readonly value: string },
  context: EvaluationContext,
): Evaluation {
  const parsed = parseFlag(entry);
  if ("flaw" in parsed) return { errorCode: "PARSE_ERROR", errorDetails: parsed.flaw };
  if ("plain" in parsed) return { value: parsed.plain, reason: "STATIC" };
  const { flag } = parsed;
  for (const each of flag.rules) {
    const fits = fitsRule(key, each, context);
    if (fits === undefined)
      return { errorCode: "TARGETING_KEY_MISSING", errorDetails: "the flag is for a share of targeting keys" };
    if (fits) return answerOf(each, each.percent === undefined ? "TARGETING_MATCH" : "SPLIT");
  }
  return answerOf(flag, flag.rules.length === 0 ? "STATIC" : "DEFAULT");
}

function answerOf(
  { value, variant }: Pick<Rule, "value" | "variant">,
  reason: "STATIC" | "TARGETING_MATCH" | "SPLIT" | "DEFAULT",
): Evaluation {
  return { value: value as TypedValue, reason, ...(variant === undefined ? {} : { variant }) };
}

/** @returns undefined where it depends on a targeting key that is not given */
function fitsRule(key: string, { when, percent }: Rule, context: EvaluationContext): boolean | undefined {
  for (const [name, wanted] of Object.entries(when ?? {})) {
    const given = Object.hasOwn(context, name) ? context[name] : undefined;
    if (!(Array.isArray(wanted) ? wanted : [wanted]).some((choice) => choice === given)) return false;
  }
  if (percent === undefined) return true;
  const { targetingKey } = context;
  if (typeof targetingKey !== "string" || targetingKey === "") return undefined;
  return shareOf(`${key}/${targetingKey}`) < Math.round(percent * 100);
}

type Parsed = { readonly flaw: string } | { readonly plain: TypedValue } | { readonly flag: RuledFlag };

function parseFlag({ type, value: text }: { readonly type: ValueType; readonly value: string }): Parsed {
  // A duration has no type of its own in the protocol: it stays the text that it is.
  if (type === "duration") return { plain: text };
  const { value, flaw } = parseValue(type, text);
  if (value === undefined) return { flaw: flaw ?? "is no value" };
  if (type !== "json" || typeof value !== "object" || value === null || !("rules" in value)) return { plain: value };
  const parsed = v.safeParse(ruledFlag, value);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    return { flaw: `${v.getDotPath(issue) ?? "the flag"}: ${issue.message}` };
  }
  const flag = parsed.output;
  const odd = flag.rules.findIndex((each) => kindOf(each.value) !== kindOf(flag.value));
  return odd < 0 ? { flag } : { flaw: `rules.${odd}.value: is of another type than the flag's value` };
}

function kindOf(value: unknown): string {
  return Array.isArray(value) ? "array" : value === null ? "null" : typeof value;
}
