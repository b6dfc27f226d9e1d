/**
 * The tabs below the bench in their order: to add one, write its file, its entry here, its words and a test.
 */
import { ComparePanel } from "../panels/compare-panel.js";
import { DataPanel } from "../panels/data-panel.js";
import { ModelPanel } from "../panels/model-panel.js";
import { RecordPanel } from "../panels/record-panel.js";
import { ResultsPanel } from "../panels/results-panel.js";
import { SavePanel } from "../panels/save-panel.js";

/** @typedef {"table" | "code" | "evaluate" | "compare" | "layers" | "save"} TabName */

/** @type {readonly { name: TabName, tag: string, element: typeof HTMLElement }[]} */
export const PANELS = [
  { name: "table", tag: "gn-data-panel", element: DataPanel },
  { name: "code", tag: "gn-model-panel", element: ModelPanel },
  { name: "evaluate", tag: "gn-results-panel", element: ResultsPanel },
  { name: "compare", tag: "gn-compare-panel", element: ComparePanel },
  { name: "layers", tag: "gn-record-panel", element: RecordPanel },
  { name: "save", tag: "gn-save-panel", element: SavePanel },
];

/** Parts of the bench that are tabs where there is room for one at a time. */
export const PART_TABS = /** @type {const} */ (["network", "data", "settings"]);

/** @typedef {TabName | typeof PART_TABS[number]} PlaceName */

/** What is shown where the reader chose nothing. @type {PlaceName} */
export const FIRST_PLACE = "network";

/** @param {unknown} name @returns {name is PlaceName} */
export const isPlace = (name) => PANELS.some((panel) => panel.name === name) || PART_TABS.some((part) => part === name);
