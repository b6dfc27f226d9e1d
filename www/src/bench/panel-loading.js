/**
 * Fetches the panels below the bench: the one whose tab is chosen; and that of the table, which is open where none is
 * chosen, once it comes into view or something is asked of it.
 *
 * @import { ReactiveElement } from "lit"
 * @import { DataPanel } from "../panels/data-panel.js"
 * @import { PlaceName } from "./panels.js"
 */
import { PANELS } from "./panels.js";

const [TABLE] = PANELS;

/** @param {Event} event */
const detailOf = (event) => /** @type {CustomEvent} */ (event).detail;

export class PanelLoading {
  #host;
  #fail;
  #sight =
    globalThis.IntersectionObserver &&
    new IntersectionObserver((seen) => seen.some(({ isIntersecting }) => isIntersecting) && this.#load(TABLE));

  /** @param {ReactiveElement} host @param {(failure: unknown) => void} fail */
  constructor(host, fail) {
    this.#host = host;
    this.#fail = fail;
    host.addEventListener("choose-data", (event) => this.#ask((panel) => panel.chooseFor(detailOf(event))));
    host.addEventListener("open-file", (event) => this.#ask((panel) => panel.openFor(detailOf(event))));
    for (const name of ["dragenter", "dragover", "drop"])
      host.addEventListener(name, (event) => this.#drop(/** @type {DragEvent} */ (event)));
  }

  /** The panel of the table, as far as it is drawn. */
  get #table() {
    return /** @type {DataPanel | null | undefined} */ (this.#host.renderRoot.querySelector(TABLE.tag));
  }

  /** @param {PlaceName} place What is chosen. */
  show(place) {
    const chosen = PANELS.find(({ name }) => name === place);
    if (chosen) this.#load(chosen);
    else if (!this.#sight) this.#load(TABLE);
    else if (this.#table && !customElements.get(TABLE.tag)) this.#sight.observe(this.#table);
  }

  /** @param {{ tag: string, load: () => Promise<unknown> }} panel */
  async #load({ tag, load }) {
    await load().catch(this.#fail);
    if (tag === TABLE.tag) this.#sight?.disconnect();
  }

  /** Fetches what has no tab; whether it came. @param {{ tag: string, load: () => Promise<unknown> }} part */
  async has(part) {
    await this.#load(part);
    return Boolean(customElements.get(part.tag));
  }

  /** Asks something of the panel of the table once it is there. @param {(panel: DataPanel) => unknown} act */
  async #ask(act) {
    const isThere = await this.has(TABLE);
    await this.#table?.updateComplete;
    if (this.#table && isThere) act(this.#table);
  }

  /** A file may be dropped before that panel is there, which hears of it by itself. @param {DragEvent} event */
  #drop(event) {
    if (customElements.get(TABLE.tag) || !event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    const files = [...event.dataTransfer.files];
    this.#ask((panel) => event.type === "drop" && panel.take(files));
  }
}
