/**
 * The tabs below the bench in their order: to add one, write its file, its entry here, its words and a test. A panel's
 * module registers it.
 */

/** @typedef {"table" | "code" | "evaluate" | "compare" | "layers" | "save"} TabName */

/** @type {readonly { name: TabName, tag: string, load: () => Promise<unknown> }[]} */
export const PANELS = [
  { name: "table", tag: "gn-data-panel", load: () => import("../panels/data-panel.js") },
  { name: "code", tag: "gn-model-panel", load: () => import("../panels/model-panel.js") },
  { name: "evaluate", tag: "gn-results-panel", load: () => import("../panels/results-panel.js") },
  { name: "compare", tag: "gn-compare-panel", load: () => import("../panels/compare-panel.js") },
  { name: "layers", tag: "gn-record-panel", load: () => import("../panels/record-panel.js") },
  { name: "save", tag: "gn-save-panel", load: () => import("../panels/save-panel.js") },
];

/** What looks inside one moment: it covers the bench, and is fetched when it is asked for. */
export const DRAWER = { tag: "gn-bench-drawer", load: () => import("./drawer.js") };

/** Parts of the bench that are tabs where there is room for one at a time. */
export const PART_TABS = /** @type {const} */ (["network", "data", "settings"]);

/** @typedef {TabName | typeof PART_TABS[number]} PlaceName */

/** What is shown where the reader chose nothing. @type {PlaceName} */
export const FIRST_PLACE = "network";

/** @param {unknown} name @returns {name is PlaceName} */
export const isPlace = (name) => PANELS.some((panel) => panel.name === name) || PART_TABS.some((part) => part === name);
