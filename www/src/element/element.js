/**
 * What every element of ours is: Lit's, in whose tree a reader's translator may work; and what every scene is beside:
 * as light or dark as its page, in its language, with parts that the page may style.
 *
 * @import { AttributeValues } from "./attribute-values.js"
 */
import { LitElement } from "lit";
import { ColorScheme } from "./color-scheme.js";
import { numberOf } from "./attribute-values.js";
import { languageFor } from "../locales/languages.js";
import { placeFromRecord, placeFromText } from "./place.js";
import { Surroundings } from "./surroundings.js";

/**
 * A translator puts words into elements of its own and takes our text away; Lit would go on writing into what is no
 * longer there, and old numbers and sentences would stay. So what is written next takes the wrapper's place.
 * @param {readonly MutationRecord[]} changes
 */
const replaceable = (changes) => {
  for (const node of changes.flatMap(({ addedNodes }) => Array.from(addedNodes))) {
    if (node instanceof HTMLElement && node.localName === "font" && node.previousSibling instanceof Comment) {
      const replace = (/** @type {string} */ text) => node.replaceWith(text);
      Object.defineProperty(node, "data", { configurable: true, set: replace });
    }
  }
};

/** For whatever Lit renders into. @param {Node} root */
export const followTranslators = (root) =>
  new MutationObserver(replaceable).observe(root, { childList: true, subtree: true });

export class GlassElement extends LitElement {
  createRenderRoot() {
    const root = super.createRenderRoot();
    followTranslators(root);
    return root;
  }
}

/** What a page may style by `::part()`. */
const PARTS = "frame, picture, controls, button, card, outcome, figures, progress, settings, table";

/** Digits after the point where the author names none, and the most. */
const [DIGITS, MOST_DIGITS] = [3, 7];

/** What text and embeds have in common, once it is fetched. @type {typeof import("./text.js") | undefined} */
let text;

/** Where it does not come, an embed still does what it is told. */
async function fetchText() {
  text ??= await import("./text.js").catch(() => undefined);
}

export class SceneElement extends GlassElement {
  /** @type {import("lit").PropertyDeclarations} */
  static properties = { attributeValues: { attribute: false }, digits: { type: Number }, words: { state: true } };

  constructor() {
    super();
    /** What the author wrote. @type {AttributeValues} */ this.attributeValues = {};
    this.digits = DIGITS;
    /** Where the reader is, as the last step event tells it. @type {Record<string, unknown> | undefined} */
    this.lastStep = undefined;
    for (const what of ["step", "epoch"])
      this.addEventListener(`glass-net-${what}`, (event) => {
        const { detail } = /** @type {CustomEvent} */ (event);
        this.lastStep = what === "step" ? detail : { ...this.lastStep, epoch: detail.epoch };
        text?.mark(this);
      });
    /** In the language of the page around it. @type {any} */ this.words = undefined;
    this.#colors = new ColorScheme(this);
    new Surroundings(this, { language: () => this.requestUpdate() });
  }

  #colors;

  /** The page around the frame that it stands in. @param {import("./color-scheme.js").Page} page */
  set page(page) {
    this.#colors.page = page;
  }

  /** The element on the author's page. @returns {HTMLElement} */
  get embed() {
    const root = this.getRootNode();
    return root instanceof ShadowRoot && root.host.localName === "glass-net"
      ? /** @type {HTMLElement} */ (root.host)
      : this;
  }

  /**
   * Where a link of the text leads, or a message: there, and into sight.
   * @param {string | Record<string, unknown>} place A text as in `data-go`.
   */
  async followLink(place) {
    await fetchText();
    text?.lead();
    const show = () => {
      const part = this.renderRoot.querySelector("[part~=picture]");
      text?.bringIntoSight(this.embed, part instanceof HTMLElement ? part : this);
    };
    show();
    await /** @type {any} */ (this).goTo(typeof place === "string" ? placeFromText(place) : placeFromRecord(place));
    // It may have been the first to ask for the scene: then the picture has its place a moment later.
    await this.updateComplete;
    requestAnimationFrame(show);
  }

  /** The words of a language. @param {string} _lang @returns {Promise<{ lang: string }>} */
  loadWords(_lang) {
    throw new Error("a scene has words of its own");
  }

  /** @param {import("lit").PropertyValues<this>} changed */
  willUpdate(changed) {
    if (changed.has("attributeValues"))
      this.digits = Math.trunc(numberOf(this.attributeValues.digits, 0, MOST_DIGITS) ?? DIGITS);
    if (this.words?.lang !== languageFor(this)) this.#speak();
  }

  async #speak() {
    const words = await this.loadWords(languageFor(this));
    if (words.lang === languageFor(this)) this.words = words;
  }

  /** The text follows what is shown. @param {import("lit").PropertyValues<this>} _changed */
  updated(_changed) {
    const tree = /** @type {ParentNode} */ (this.embed.getRootNode());
    if (text) this.dispatchEvent(new Event("glass-net-shown", { bubbles: true, composed: true }));
    else if (tree.querySelector("[data-when],glass-net-value")) fetchText().then(() => text?.mark(this));
  }

  connectedCallback() {
    super.connectedCallback();
    this.setAttribute("exportparts", PARTS);
  }
}
