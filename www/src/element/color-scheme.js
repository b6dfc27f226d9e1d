/**
 * Light or dark, as the page around an embed is: by its `color-scheme`, and where that leaves both open by the colour
 * of its text. What an author writes as `theme` wins. The scene has the attribute `dark` where it is dark, and `apart`
 * where it is not as its page: then it brings a ground of its own. And how large the reader's letters are.
 *
 * @import { LitElement, ReactiveController } from "lit"
 */

/**
 * Text is light or dark that is beyond these, of a brightness from 0 to 1; between them the browser's own ground
 * decides.
 */
const [DARK_TEXT, LIGHT_TEXT] = [0.43, 0.62];

/** What a colour is counted to, by how a browser writes it. */
const lengthOf = (/** @type {string} */ color) => (/^rgb/.test(color) ? 255 : /^l/.test(color) ? 100 : 1);

/** How bright a computed colour is, from 0 to 1: the mean of its channels, or its lightness. @param {string} color */
export function brightness(color) {
  const channels = color
    .split(/[(), /]+/)
    .map(parseFloat)
    .filter((channel) => channel >= 0);
  const counted = /^(rgb|color)/.test(color) ? channels.slice(0, 3) : channels.slice(0, 1);
  return counted.reduce((sum, channel) => sum + channel, 0) / counted.length / lengthOf(color);
}

/**
 * Whether a page is dark where an element stands.
 * @param {string} scheme Its `color-scheme`.
 * @param {string} text The colour of its text.
 * @param {string} ground What the browser paints below.
 */
export function isDark(scheme, text, ground) {
  const [light, dark] = [/\blight\b/.test(scheme), /\bdark\b/.test(scheme)];
  if (light !== dark) return dark;
  const bright = brightness(text);
  return bright > LIGHT_TEXT || (!(bright < DARK_TEXT) && brightness(ground) < 0.5);
}

/** Tells every picture on a canvas when colours are others. */
const colors = new EventTarget();

const announceColors = () => colors.dispatchEvent(new Event("change"));

/** @param {() => void} tell @param {AbortSignal} signal */
export const onColors = (tell, signal) => colors.addEventListener("change", tell, { signal });

/** Computed styles around a frame. @typedef {{ colorScheme: string, color: string, ground: string }} Page */

/** A controller of Lit for the element of a scene. @implements {ReactiveController} */
export class ColorScheme {
  #host;
  /** Its colours are those of the page, and a transition of them tells that they change. */
  #probe = document.createElement("i");
  #theme = "";
  #shown = "";
  /** What is around the frame that it stands in. @type {Page | undefined} */
  #page;
  /** What was in no layout has no transitions: it is looked at when it is. */
  #laidOut = new ResizeObserver(() => this.#look());

  /** @param {LitElement} host */
  constructor(host) {
    this.#host = host;
    host.addController(this);
    // Letters of the reader's own size, whatever the page gives its own.
    this.#probe.style.cssText =
      "position:absolute;width:1em;height:1px;visibility:hidden;border-color:Canvas;background:Canvas;font-size:medium;transition:color 1ms,background-color 1ms";
    this.#probe.addEventListener("transitionrun", () => this.#look());
    this.#probe.addEventListener("transitionend", () => {
      this.#look();
      announceColors();
    });
  }

  hostConnected() {
    this.#host.before(this.#probe);
    this.#laidOut.observe(this.#probe);
    this.#look();
  }

  hostDisconnected() {
    this.#probe.remove();
    this.#laidOut.disconnect();
  }

  /** @param {Page} page */
  set page(page) {
    this.#page = page;
    this.#look();
  }

  hostUpdate() {
    if (this.#theme !== this.#host.getAttribute("theme")) this.#look();
  }

  #look() {
    const { parentElement: around } = this.#host;
    if (!around) return;
    const { borderTopColor, fontSize } = getComputedStyle(this.#probe);
    this.#host.style.setProperty("--gn-letters", fontSize);
    const theme = (this.#theme = this.#host.getAttribute("theme") ?? "");
    const { colorScheme, color } = this.#page ?? getComputedStyle(around);
    const ground = this.#page?.ground ?? borderTopColor;
    const page = isDark(colorScheme, color, ground);
    const dark = theme.trim() === "dark" || (page && theme.trim() !== "light");
    if (this.#shown === `${dark} ${page}`) return;
    this.#shown = `${dark} ${page}`;
    this.#host.toggleAttribute("dark", dark);
    this.#host.toggleAttribute("apart", dark !== page);
    announceColors();
  }
}
