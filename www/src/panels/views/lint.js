/**
 * What the engine noticed, in the reader's words.
 *
 * @import { Lint } from "../../experiment/types.js"
 * @import { Words } from "../../locales/playground.js"
 */
import { html, nothing } from "lit";

/** @param {Words} words @param {Lint} lint */
const lintView = (words, lint) => {
  const [what, advice] = words.lints.sentences(lint);
  const severity = /** @type {Record<string, string>} */ (words.lints.severity)[lint.severity] ?? lint.severity;
  return html`<li class=${`lint ${lint.severity}`} data-code=${lint.code}>
    <p><strong>${severity}</strong> ${what}</p>
    <p class="advice">${advice}</p>
  </li>`;
};

/** @param {Words} words @param {readonly Lint[]} lints */
export const lintList = (words, lints) =>
  lints.length
    ? html`<ul class="lints" aria-label=${words.lints.title}>
        ${lints.map((lint) => lintView(words, lint))}
      </ul>`
    : nothing;
