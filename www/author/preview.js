/**
 * The preview: a real element, or the page of the iframe, as a post would hold it. It tells how tall the scene is, what
 * the engine makes of the example, and what is rejected.
 *
 * @import { ClaimCheck } from "../../src/bindings/types.js"
 * @import { GlassNet } from "../src/element/loader.js"
 * @import { Values } from "./embed.js"
 */
import { ATTRIBUTES } from "../src/element/attributes.js";
import { COLORS } from "../src/theme.js";
import { fieldsOf } from "../src/worked/fields.js";
import { pairsOf, queryOf, sceneOf } from "./embed.js";

/**
 * @typedef {object} Shown
 * @property {Values} values
 * @property {"element" | "iframe"} form
 * @property {"light" | "dark"} theme Of the post.
 * @property {string} post The language of the post, where the embed has none of its own.
 * @property {number} frameHeight
 */
/**
 * @typedef
 *   {{ scene: string, height?: number, example?: Record<string, string>, checks?: ClaimCheck[], config?: any,
 *     failure?: { text: string, cause: any } }}
 *   PreviewUpdate
 */

/** How long the author must rest before an iframe is loaded anew. */
const SETTLED = 400;

export class Preview {
  #onUpdate;
  #box = document.createElement("div");
  #frame = document.createElement("iframe");
  /** @type {GlassNet | undefined} */
  #element;
  /** @type {Shown | undefined} */
  #shown;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #settling;
  #address = "";
  #resized = new ResizeObserver(() => this.#measure());

  /** @param {(update: PreviewUpdate) => void} onUpdate */
  constructor(onUpdate) {
    this.#onUpdate = onUpdate;
    this.#follow(this.#box);
    this.#frame.addEventListener("load", () => {
      this.#follow(/** @type {Document} */ (this.#frame.contentDocument));
      this.#tellTheme();
      this.#call();
    });
  }

  /** The place of the preview in the page. */
  get node() {
    return this.#box;
  }

  /** The element at work, also within the iframe. @returns {GlassNet | null | undefined} */
  get element() {
    return this.#shown?.form === "iframe" ? this.#frame.contentDocument?.querySelector("glass-net") : this.#element;
  }

  /** @param {Shown} shown */
  show(shown) {
    const before = this.#shown;
    this.#shown = shown;
    clearTimeout(this.#settling);
    const { values, form, theme, post, frameHeight } = shown;
    const all = { lang: post, ...Object.fromEntries(pairsOf(values)) };
    if (before?.theme !== theme) this.#tellTheme();
    if (form === "iframe")
      this.#showFrame(`embed.html?${queryOf(Object.entries(all))}`, frameHeight, before?.form !== form);
    else this.#showElement(all);
  }

  /** @param {string} address @param {number} height @param {boolean} atOnce */
  #showFrame(address, height, atOnce) {
    this.#element = undefined;
    this.#frame.style.height = `${height}px`;
    this.#frame.title = address;
    if (this.#frame.parentNode !== this.#box) this.#box.replaceChildren(this.#frame);
    if (address === this.#address && !atOnce) return;
    this.#settling = setTimeout(
      () => {
        this.#address = address;
        this.#frame.src = address;
      },
      atOnce ? 0 : SETTLED,
    );
  }

  /** @param {Record<string, string>} all */
  #showElement(all) {
    const element = this.#element ?? /** @type {GlassNet} */ (document.createElement("glass-net"));
    for (const { name } of ATTRIBUTES) {
      const value = all[name];
      if (value === undefined) element.removeAttribute(name);
      else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
    }
    if (this.#element) return;
    this.#element = element;
    this.#box.replaceChildren(element);
    this.#call();
  }

  /** What `host.js` tells an iframe of the post around it; an element sees it by itself. */
  #tellTheme() {
    const [colorScheme, i] = this.#shown?.theme === "dark" ? ["dark", 1] : ["light", 0];
    const page = { colorScheme, color: COLORS.text[i], ground: COLORS.surface[i] };
    this.#frame.contentWindow?.postMessage({ glassnet: 1, type: "page", ...page }, location.origin);
  }

  /** Has the scene fetched wherever the author is on the page: the fields need what it says. */
  #call() {
    this.element?.pause();
  }

  /** @param {EventTarget} place Where the events of the scene arrive. */
  #follow(place) {
    place.addEventListener("glass-net-ready", () => {
      this.#resized.disconnect();
      const inner = this.element?.inner;
      if (inner) this.#resized.observe(inner);
      this.#look();
    });
    place.addEventListener("glass-net-change", () => this.#look());
    place.addEventListener("glass-net-error", () => this.#fail());
  }

  get #scene() {
    return sceneOf(this.#shown?.values ?? {});
  }

  #measure() {
    const height = this.element?.inner?.getBoundingClientRect().height;
    if (height) this.#onUpdate({ scene: this.#scene, height: Math.ceil(height) });
  }

  /** What is rejected, until it is taken. */
  get #rejected() {
    const inner = this.element?.inner;
    return inner?.failure ?? inner?.lab?.validationError?.failure;
  }

  /** What the engine took; who plays on with what it took before has not changed what it rejects. */
  #look() {
    const { state, inner } = this.element ?? {};
    if (!state || this.#rejected) return;
    const example = state.example ? fieldsOf(state.example) : undefined;
    this.#onUpdate({ scene: this.#scene, example, checks: inner?.session?.claims, config: state.config });
  }

  /** What it rejected, in its own words once they are drawn. */
  async #fail() {
    const inner = this.element?.inner;
    await inner?.updateComplete;
    const text = inner?.shadowRoot?.querySelector('[role="alert"]')?.textContent?.trim() ?? "";
    this.#onUpdate({
      scene: this.#scene,
      failure: { text, cause: this.#rejected },
    });
  }
}
