/**
 * How high the card is at most, through all steps of an example: with that much room reserved, nothing below it moves
 * while the steps go on.
 *
 * @import { TraceEvent } from "../../../src/bindings/types.js"
 * @import { CardView } from "./views/card.js"
 */
import { render } from "lit";
import { sentence } from "../locales/index.js";
import { toText } from "../math.js";
import { claimSentence, claimsOf } from "./claims.js";
import { card } from "./views/card.js";
import { formula } from "./views/formula.js";

/** So many cards are laid out: the highest is not always the one with most text, but one of these. */
const CANDIDATES = 4;

/** How much text a step's card has. @param {CardView} view @param {TraceEvent} event */
function length(view, event) {
  const { words, trace, digits, reconstructed } = view;
  const { symbolic, numbers = symbolic, result, where = [] } = formula(event, trace, digits, view.formulas);
  return [
    sentence(words, event, trace, digits),
    ...[symbolic, numbers, result, ...where].map(toText),
    ...claimsOf(view, event).map((claim) => claimSentence(claim, trace, words, reconstructed)),
  ].join("").length;
}

/**
 * The steps that can be the highest: the loss, where the end of the training is told, and those with most text; of each
 * kind, in the last layer, the one before and all others, the one with the longest sentence, and those that a claim of
 * the text is about.
 * @param {CardView} view
 */
function highest(view) {
  const { words, trace, digits } = view;
  /** @type {Map<string, { event: TraceEvent, length: number }>} */
  const longest = new Map();
  const claimed = trace.events.filter((event) => {
    const { length } = sentence(words, event, trace, digits);
    const key = `${event.kind} ${Math.min(trace.layers.length - event.layer, 3)}`;
    if (length > (longest.get(key)?.length ?? 0)) longest.set(key, { event, length });
    return claimsOf(view, event).length > 0;
  });
  const most = [...new Set([...claimed, ...[...longest.values()].map(({ event }) => event)])]
    .map((event) => ({ event, length: event.kind === "loss" ? Infinity : length(view, event) }))
    .sort((one, other) => other.length - one.length)
    .slice(0, CANDIDATES + 1);
  return [0, ...most.map(({ event }) => trace.events.indexOf(event) + 1)];
}

/** @param {HTMLElement} shown The card that is there. @param {CardView} view */
function measured(shown, view) {
  const probe = document.createElement("div");
  probe.className = "probe";
  probe.style.width = `${shown.getBoundingClientRect().width}px`;
  const cards = highest(view).map((k) => {
    const atEnd = view.run !== undefined && view.trace.events[k - 1]?.kind === "loss";
    return card({ ...view, k, atEnd, sweeping: false, invites: atEnd, caption: undefined, term: undefined });
  });
  // All at once: between two that are read the browser lays out the whole page.
  render(cards, probe);
  shown.after(probe);
  const heights = [...probe.children].map((one) => one.getBoundingClientRect().height);
  probe.remove();
  return Math.ceil(Math.max(...heights));
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
