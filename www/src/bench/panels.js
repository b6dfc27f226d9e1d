/**
 * The tabs below the bench in their order: to add one, write its file, its entry here, its words and a test. A panel's
 * module registers it.
 *
 * @import { DataPanel } from "../panels/data-panel.js"
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

const [TABLE] = PANELS;

/** @param {Event} event */
const detailOf = (event) => /** @type {CustomEvent} */ (event).detail;

/** Parts of the bench that are tabs where there is room for one at a time. */
export const PART_TABS = /** @type {const} */ (["network", "data", "settings"]);

/** @typedef {TabName | typeof PART_TABS[number]} PlaceName */

/** What is shown where the reader chose nothing. @type {PlaceName} */
export const FIRST_PLACE = "network";

/** @param {unknown} name @returns {name is PlaceName} */
export const isPlace = (name) => PANELS.some((panel) => panel.name === name) || PART_TABS.some((part) => part === name);

/**
 * Fetches panels: the one whose tab is chosen; and the one that is open where none is, once it comes into view or
 * something is asked of it.
 */
export class PanelLoading {
  /** @type {IntersectionObserver | undefined} */
  #sight;
  #host;
  #fail;

  /** @param {import("lit").ReactiveElement} host @param {(failure: unknown) => void} fail */
  constructor(host, fail) {
    this.#host = host;
    this.#fail = fail;
    host.addEventListener("choose-data", (event) => this.#ask((panel) => panel.chooseFor(detailOf(event))));
    host.addEventListener("open-file", (event) => this.#ask((panel) => panel.openFor(detailOf(event))));
    for (const name of ["dragenter", "dragover", "drop"])
      host.addEventListener(name, (event) => this.#drop(/** @type {DragEvent} */ (event)));
  }

  /** @param {PlaceName} place What is chosen. @param {Element | null} open The panel that is open where it is none. */
  show(place, open) {
    const chosen = PANELS.find(({ name }) => name === place);
    if (chosen) this.#load(chosen);
    else if (open && !globalThis.IntersectionObserver) this.#load(TABLE);
    else if (open && !this.#sight) {
      this.#sight = new IntersectionObserver((seen) => {
        if (seen.some(({ isIntersecting }) => isIntersecting)) this.#load(TABLE);
      });
      this.#sight.observe(open);
    }
  }

  /** @param {typeof PANELS[number]} panel */
  #load({ load }) {
    return load().catch(this.#fail);
  }

  /** Asks something of the panel of the table once it is there. @param {(panel: DataPanel) => unknown} act */
  async #ask(act) {
    await this.#load(TABLE);
    const panel = /** @type {DataPanel | null | undefined} */ (this.#host.renderRoot.querySelector(TABLE.tag));
    await panel?.updateComplete;
    if (panel && customElements.get(TABLE.tag)) act(panel);
  }

  /** A file may be dropped before that panel is there, which hears of it by itself. @param {DragEvent} event */
  #drop(event) {
    if (customElements.get(TABLE.tag) || !event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    const files = [...event.dataTransfer.files];
    this.#ask((panel) => event.type === "drop" && panel.take(files));
  }

  close() {
    this.#sight?.disconnect();
    this.#sight = undefined;
  }
}
