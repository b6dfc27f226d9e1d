/**
 * What the engine noticed, in the reader's words.
 *
 * @import { Hint } from "../../experiment/types.js"
 * @import { Words } from "../../locales/playground.js"
 */
import { html, nothing } from "lit";

/** @param {Words} words @param {Hint} hint */
const hintView = (words, hint) => {
  const [what, advice] = words.hints.sentences(hint);
  return html`<li class=${`hint ${hint.severity}`} data-code=${hint.code}>
    <p><strong>${words.hints.severity[hint.severity]}</strong> ${what}</p>
    <p class="advice">${advice}</p>
  </li>`;
};

/** @param {Words} words @param {readonly Hint[]} hints */
export const hintList = (words, hints) =>
  hints.length
    ? html`<ul class="hints" aria-label=${words.hints.title}>
        ${hints.map((hint) => hintView(words, hint))}
      </ul>`
    : nothing;
