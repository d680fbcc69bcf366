/**
 * `npm run quality [-- --by network,found]`: how calls went on the phones, from the edge's log on the standard input.
 *
 *     npm run quality < .fairway/log/edge.log
 *     npm run quality -- --by country,asn,network < edge.log
 *
 * Lines of other kinds are passed over.
 * @module
 */
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { accumulate, DIMENSIONS, isDimension, renderGroups } from "./quality/groups.ts";

const { values } = parseArgs({ options: { by: { type: "string", default: "network,found" } } });
const by = values.by.split(",");
const unknown = by.filter((name) => !isDimension(name));
if (unknown.length > 0) {
  console.error(`--by: '${unknown.join("', '")}' is none of ${DIMENSIONS.join(", ")}`);
  process.exitCode = 2;
} else {
  const groups = await accumulate(createInterface({ input: process.stdin }), by.filter(isDimension));
  for (const line of renderGroups(groups, by)) console.log(line);
}
