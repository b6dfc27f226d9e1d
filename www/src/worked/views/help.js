/**
 * The keys, full screen and a link to this moment, as a card that floats over the picture.
 *
 * @import { Locale } from "../../locales/index.js"
 */
import { html } from "lit";
import { closeIcon } from "./icons.js";
import { share } from "./share.js";

/** How each key is written in the help, by the name of what it does. */
const KEY_NAMES = {
  playPause: ["Space"],
  step: ["←", "→"],
  sizes: ["1", "2", "3", "4", "5"],
  ends: ["Home", "End"],
  speed: ["[", "]"],
  runToTarget: ["T"],
  reset: ["R"],
  drag: ["↑", "↓"],
  edit: ["Enter"],
  help: ["?"],
};

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
