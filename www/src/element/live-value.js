/**
 * `<glass-net-value for="net" of="prediction">`: a number in the text that is the embed's own at this moment. Until
 * it is known, and where there is no script, it shows what the author wrote.
 */
import { DIGITS, format } from "../format.js";
import { numberOf } from "./attribute-values.js";

/** @typedef {HTMLElement & { read?: (name: string) => number | string | undefined }} Scene */

/** A server, which renders pages, has no elements. @type {typeof HTMLElement} */
const Base = globalThis.HTMLElement ?? Object;

class LiveValue extends Base {
  static observedAttributes = ["for", "of", "digits"];

  #number = document.createElement("span");
  /** @type {AbortController | undefined} */
  #listening;

  constructor() {
    super();
    this.#number.translate = false;
    this.attachShadow({ mode: "open" }).append(document.createElement("slot"));
  }

  connectedCallback() {
    this.#listening = new AbortController();
    // A scene tells it within the page's tree: whichever embed it is, this one looks at its own.
    document.addEventListener("glass-net-shown", () => this.#show(), { signal: this.#listening.signal });
    this.#show();
  }

  disconnectedCallback() {
    this.#listening?.abort();
  }

  attributeChangedCallback() {
    this.#show();
  }

  #show() {
    const tree = /** @type {Document | ShadowRoot} */ (this.getRootNode());
    const embed = /** @type {any} */ (tree.getElementById?.(this.getAttribute("for") ?? ""));
    /** @type {Scene | undefined} */
    const scene = embed?.inner;
    const value = scene?.read?.(this.getAttribute("of") ?? "");
    const root = /** @type {ShadowRoot} */ (this.shadowRoot);
    if (value === undefined) {
      if (this.#number.isConnected) root.replaceChildren(document.createElement("slot"));
      return;
    }
    const digits = numberOf(this.getAttribute("digits") ?? undefined, 0, 7) ?? /** @type {any} */ (scene).digits;
    const text = typeof value === "number" ? format(value, digits ?? DIGITS) : value;
    if (this.#number.textContent !== text) this.#number.textContent = text;
    if (!this.#number.isConnected) root.replaceChildren(this.#number);
  }
}

const { customElements: known } = globalThis;
if (known && !known.get("glass-net-value")) known.define("glass-net-value", LiveValue);
