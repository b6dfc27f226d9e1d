/**
 * Which of the demo page's views is shown, the worked example, the programs or the playground, and the page's address:
 * what is
 * shown stands in it, and the browser's way back leads through it.
 */

/** @typedef {"example" | "code" | "playground"} View */

/** What an address says of the playground's experiment. */
export const EXPERIMENT_KEYS = /** @type {const} */ (["data", "preset", "config"]);

/** What the playground of this page begins with: seen at a glance, and solved in seconds. */
export const DEMO_PRESET = "xor";

/** @param {string | null} name @returns {name is View} */
const isView = (name) => name === "example" || name === "code" || name === "playground";

/** The view that an address is about. @param {URLSearchParams} query @returns {View} */
export function viewOf(query) {
  const named = query.get("view");
  if (isView(named)) return named;
  return EXPERIMENT_KEYS.some((key) => query.has(key)) ? "playground" : "example";
}

/** Commas, bars and the like need no percent-encoding in a query. @param {Record<string, string>} keys */
export const queryOf = (keys) =>
  `?${new URLSearchParams(keys).toString().replace(/%2C/g, ",").replace(/%3B/g, ";").replace(/%7C/g, "|")}`;

/** Shows one view, and marks its link. @param {View} view */
export function showView(view) {
  document.documentElement.dataset.view = view;
  /** @type {HTMLElement} */ (document.getElementById("example-view")).hidden = view !== "example";
  for (const name of ["code", "playground"])
    /** @type {HTMLElement} */ (document.getElementById(name)).hidden = view !== name;
  for (const link of document.querySelectorAll("#views a")) {
    if (!(link instanceof HTMLElement)) continue;
    if (link.dataset.view === view) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
}
