/**
 * The keys, full screen and a link to this moment, as a card that floats over the picture.
 *
 * @import { Locale } from "../../locales/index.js"
 */
import { html } from "lit";
import { KEY_NAMES } from "../keys.js";
import { closeIcon } from "./icons.js";
import { share } from "./share.js";

/**
 * @param {Locale} words @param {() => void} close
 * @param {{ embed: HTMLElement, at: number }} moment
 */
export function help(words, close, { embed, at }) {
  return html`<div class="float help" role="dialog" aria-label=${words.helpTitle}>
    <div class="float-head">
      <h3>${words.helpTitle}</h3>
      <button type="button" class="button" title=${words.help.close} aria-label=${words.help.close} @click=${close}>
        ${closeIcon}
      </button>
    </div>
    <dl>
      ${Object.entries(KEY_NAMES).map(
        ([name, keys]) =>
          html` <dt>${keys.map((key) => html`<kbd>${key}</kbd>`)}</dt>
            <dd>${words.help[/** @type {keyof typeof KEY_NAMES} */ (name)]}</dd>`,
      )}
    </dl>
    ${share(words, embed, at)}
  </div>`;
}
