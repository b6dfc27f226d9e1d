/**
 * Which classes are taken for which.
 *
 * @import { Words } from "../../locales/playground.js"
 * @import { Setup } from "../../experiment/types.js"
 */
import { html, nothing } from "lit";
import { format } from "../../format.js";
import { diagonal } from "./classes.js";

/** @param {number} count @param {number} most @param {boolean} right */
const cell = (count, most, right) =>
  html`<td
    translate="no"
    class=${right ? "right" : "slip"}
    .style=${`--share:${most ? Math.round((count / most) * 45) : 0}%`}
  >
    ${format(count)}
  </td>`;

/** @param {Words} words @param {string} side @param {string[]} classes @param {ArrayLike<number>} counts */
function matrix({ results: { confusion: own } }, side, classes, counts) {
  const { right, all } = diagonal(counts, classes.length);
  const most = Math.max(...Array.from(counts), 1);
  return html`<div class="group">
    <p class="heading">${own.right(side, format(right), format(all))}</p>
    <div class="scroll">
      <table class="confusion">
        <caption class="heard">
          ${side}
        </caption>
        <thead>
          <tr>
            <th scope="col">${own.corner}</th>
            ${classes.map((name) => html`<th translate="no" scope="col">${name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${classes.map(
            (name, actual) =>
              html`<tr>
                <th translate="no" scope="row">${name}</th>
                ${classes.map((_, predicted) =>
                  cell(counts[actual * classes.length + predicted], most, actual === predicted),
                )}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </div>`;
}

/** @param {Words} words @param {Setup} setup @param {{ test: ArrayLike<number>, train: ArrayLike<number> }} counts */
export function confusionView(words, setup, { test, train }) {
  const { confusion: own, side } = words.results;
  const classes = setup.classes ?? [];
  return html`<section class="group">
    <h3>${own.title} <span class="note">${own.term}</span></h3>
    <p class="note">${own.about}</p>
    <div class="row matrices">
      ${
        setup.config.split === null ? nothing : matrix(words, side.test, classes, test)
      }${matrix(words, side.train, classes, train)}
    </div>
  </section>`;
}
