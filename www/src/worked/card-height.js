/**
 * How high the card is at most, through all steps of an example: with that much room reserved, nothing below it moves
 * while the steps go on.
 *
 * @import { CardView } from "./views/card.js"
 */
import { render } from "lit";
import { sentence } from "../locales/index.js";
import { claimsOf } from "./claims.js";
import { card } from "./views/card.js";

/**
 * The steps that can be the highest: of each kind, in the last layer, the one before and all others, the one with the
 * longest sentence; and those that a claim of the text is about.
 * @param {CardView} view
 */
function highest(view) {
  const { words, trace, digits } = view;
  /** @type {Map<string, { k: number, length: number }>} */
  const longest = new Map();
  const claimed = trace.events.flatMap((event, i) => {
    const { length } = sentence(words, event, trace, digits);
    const key = `${event.kind} ${Math.min(trace.layers.length - event.layer, 3)}`;
    if (length > (longest.get(key)?.length ?? 0)) longest.set(key, { k: i + 1, length });
    return claimsOf(view, event).length ? [i + 1] : [];
  });
  return [0, ...claimed, ...[...longest.values()].map(({ k }) => k)];
}

/** @param {HTMLElement} shown The card that is there. @param {CardView} view */
function measured(shown, view) {
  const probe = document.createElement("div");
  probe.className = "probe";
  probe.style.width = `${shown.getBoundingClientRect().width}px`;
  shown.after(probe);
  let most = 0;
  for (const k of highest(view)) {
    const atEnd = view.run !== undefined && view.trace.events[k - 1]?.kind === "loss";
    render(card({ ...view, k, atEnd, sweeping: false, invites: atEnd, caption: undefined, term: undefined }), probe);
    most = Math.max(most, Math.ceil(probe.getBoundingClientRect().height));
  }
  probe.remove();
  return most;
}

/** Reserves the room. */
export class CardHeight {
  #key = {};

  /** @param {import("lit").LitElement & { width: number }} element */
  constructor(element) {
    this.element = element;
  }

  /**
   * Measures anew where the example, the language, the digits or the width are others.
   * @param {CardView} view @param {object | undefined} example Undefined where the room is to stay as it is.
   */
  async of(view, example) {
    const { width } = this.element;
    if (!example) return;
    const key = { example, width, words: view.words, digits: view.digits };
    const known = /** @type {Record<string, unknown>} */ (this.#key);
    if (Object.entries(key).every(([name, value]) => known[name] === value)) return;
    this.#key = key;
    await this.element.updateComplete;
    const shown = /** @type {HTMLElement | null} */ (this.element.renderRoot.querySelector(".card"));
    if (shown && width) shown.parentElement?.style.setProperty("--card-height", `${measured(shown, view)}px`);
  }
}
