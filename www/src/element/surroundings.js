/**
 * What is around an element on a page, and may change: its width, whether the reader prefers less motion, light and
 * dark, the language. A controller of Lit, so that what listens also stops.
 *
 * @import { LitElement, ReactiveController } from "lit"
 */
import { onColors } from "./color-scheme.js";

/**
 * @typedef {object} Listeners
 * @property {(width: number) => void} [width] In whole pixels; called when it is known, and when it changes.
 * @property {(width: number, height: number) => void} [box] As `width`, and also when its height changes.
 * @property {string} [of] Whose width or box, by a selector in the element's own tree; the element's own where it is
 *   left out.
 * @property {(reduced: boolean) => void} [motion] Called at once, and when it changes.
 * @property {(seen: boolean) => void} [sight] Whether it is in the view of a tab that is not hidden; called when that
 *   changes.
 * @property {() => void} [colors] Called when they change.
 * @property {() => void} [language] Called when it may have changed.
 */

/** @implements {ReactiveController} */
export class Surroundings {
  #host;
  #listeners;
  /** @type {AbortController | undefined} */
  #listening;

  /** @param {LitElement} host @param {Listeners} listeners */
  constructor(host, listeners) {
    this.#host = host;
    this.#listeners = listeners;
    host.addController(this);
  }

  hostConnected() {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const { width, box, motion, colors, sight, language } = this.#listeners;
    const query = (/** @type {string} */ media, /** @type {(matches: boolean) => void} */ tell) => {
      const found = matchMedia(media);
      found.addEventListener("change", () => tell(found.matches), { signal });
      return found.matches;
    };
    if (motion) motion(query("(prefers-reduced-motion: reduce)", motion));
    if (colors) {
      query("(forced-colors: active)", colors);
      onColors(colors, signal);
    }
    if (language) this.#listen(language, signal);
    if (width) this.#measure(width, false, signal);
    if (box) this.#measure(box, true, signal);
    if (sight) this.#watch(sight, signal);
  }

  hostDisconnected() {
    this.#listening?.abort();
  }

  /**
   * The page's language is an attribute of any element around, also beyond the shadow that the embed stands in.
   * @param {() => void} tell
   * @param {AbortSignal} signal
   */
  #listen(tell, signal) {
    const changed = new MutationObserver(tell);
    for (let root = this.#host.getRootNode(); root instanceof ShadowRoot;) {
      root = root.host.getRootNode();
      changed.observe(root, { subtree: true, attributes: true, attributeFilter: ["lang"] });
    }
    signal.addEventListener("abort", () => changed.disconnect());
    tell();
  }

  /** @param {(seen: boolean) => void} tell @param {AbortSignal} signal */
  #watch(tell, signal) {
    // Where a browser cannot tell what is in view, all of it is.
    let near = !globalThis.IntersectionObserver;
    const look = () => tell(near && !document.hidden);
    document.addEventListener("visibilitychange", look, { signal });
    if (near) return look();
    const sight = new IntersectionObserver((all) => {
      near = all[all.length - 1].isIntersecting;
      look();
    });
    sight.observe(this.#host);
    signal.addEventListener("abort", () => sight.disconnect());
  }

  /** @param {(width: number, height: number) => void} tell @param {boolean} both @param {AbortSignal} signal */
  #measure(tell, both, signal) {
    let told = "";
    const resized = new ResizeObserver(([{ target, contentRect }]) => {
      const [width, height] = [contentRect.width, contentRect.height].map(Math.floor);
      const size = both ? `${width} ${height}` : `${width}`;
      if (size === told) return;
      told = size;
      // What is drawn for a width has another height. Seen in the same frame it would be an error of the page.
      resized.unobserve(target);
      requestAnimationFrame(() => signal.aborted || resized.observe(target));
      tell(width, height);
    });
    signal.addEventListener("abort", () => resized.disconnect());
    const { of } = this.#listeners;
    if (!of) return resized.observe(this.#host);
    this.#host.updateComplete.then(() => {
      const part = this.#host.renderRoot.querySelector(of);
      if (part && !signal.aborted) resized.observe(part);
    });
  }
}
