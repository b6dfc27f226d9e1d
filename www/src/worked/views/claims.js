/**
 * All that the text claims of the example, with what is to be said of each; also of iterations that nobody plays to.
 *
 * @import { ClaimCheck, Trace } from "../../../../src/bindings/types.js"
 * @import { Locale } from "../../locales/index.js"
 */
import { html, nothing } from "lit";
import { claimSentence } from "../claims.js";

/** When a claimed value is there. @param {ClaimCheck} claim @param {Locale} words */
function momentOf({ of, iteration }, words) {
  if (iteration === 0) return words.claims.start;
  return of === "weight" || of === "bias" ? words.claims.after(iteration) : words.iteration(iteration);
}

/**
 * @param {readonly ClaimCheck[]} claims @param {Trace} trace @param {Locale} words
 * @param {boolean} isTutorial Whether the example is the built-in one.
 */
export const claimList = (claims, trace, words, isTutorial) =>
  claims.length
    ? html`<div class="claims">
        <p class="table-place">
          ${words.claims.list(claims.filter(({ holds }) => holds).length, claims.length, isTutorial)}
        </p>
        <ul>
          ${claims.map(
            (claim) =>
              html`<li class=${claim.holds ? "claim holds" : "claim fails"}>
                ${momentOf(claim, words)} · ${claimSentence(claim, trace, words, isTutorial)}
              </li>`,
          )}
        </ul>
      </div>`
    : nothing;
