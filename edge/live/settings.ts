/**
 * Who this edge is to those who release its configuration, from its bindings.
 *
 * | binding | meaning |
 * |---|---|
 * | `EDGE_IDC` | of service `edge` the idc whose configuration it runs; `default` by default |
 * | `EDGE_NODE` | the machine's name. Each isolate is a node of its own, `<EDGE_NODE>-<8 hexadecimal digits>`; `edge` by default |
 * | `EDGE_LABELS` | `region=eu,tier=canary`: by them a gray release chooses; `host` (EDGE_NODE) and `zone` (ZONE) are there where they are not said |
 * @module
 */
import { isName, type Labels, parseLabels } from "../../proto/config/config.ts";

const NODE_DEFAULT = "edge";
const IDC_DEFAULT = "default";

export interface LiveSettings {
  readonly idc: string;
  /** What the names of this edge's isolates begin with. */
  readonly node: string;
  readonly labels: Labels;
}

/** @param flaws gets a line for each bad binding */
export function parseLiveSettings(text: (name: string) => string | undefined, flaws: string[]): LiveSettings {
  const idc = text("EDGE_IDC") ?? IDC_DEFAULT;
  const node = text("EDGE_NODE");
  const zone = text("ZONE");
  const labels = parseLabels(text("EDGE_LABELS") ?? "");
  if (!isName(idc)) flaws.push("EDGE_IDC: 1 to 64 of A-Z a-z 0-9 . _ - expected");
  if (node !== undefined && !isName(node)) flaws.push("EDGE_NODE: 1 to 64 of A-Z a-z 0-9 . _ - expected");
  if (labels === undefined) flaws.push("EDGE_LABELS: at most 8 labels such as region=eu,tier=canary expected");
  const own = { ...(node === undefined ? {} : { host: node }), ...(zone === undefined ? {} : { zone }) };
  return { idc, node: node ?? NODE_DEFAULT, labels: { ...own, ...labels } };
}
