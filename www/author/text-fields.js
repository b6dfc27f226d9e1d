/**
 * The words of the post around an embed: id, title, sentence, caption, and where poster and card lie.
 *
 * @import { AuthorWords } from "../src/locales/author.js"
 * @import { Fault } from "./faults.js"
 * @import { PostTexts } from "./snippets.js"
 */
import { html, nothing } from "lit";
import { faultText } from "./faults.js";
import { faultLine } from "./fields.js";
import { TEXTS } from "./state.js";

/**
 * @typedef {object} TextsView
 * @property {AuthorWords} words
 * @property {string} lang Of the texts.
 * @property {Partial<PostTexts>} texts What is written.
 * @property {PostTexts} defaults What stands for what is not.
 * @property {string} page The address of the card's page.
 * @property {Readonly<Record<string, Fault>>} faults
 * @property {(texts: Partial<PostTexts>) => void} set
 * @property {(page: string) => void} setPage
 */

/**
 * @param {TextsView} view
 * @param {keyof PostTexts | "page"} name
 * @param {{ label: string, about: string }} words
 * @param {string} value
 * @param {string} hint
 * @param {(text: string) => void} take
 */
function line({ words, faults, lang }, name, { label, about }, value, hint, take) {
  const fault = faults[name];
  const isAddress = name === "poster" || name === "page";
  return html`<div class=${fault ? "field wrong" : "field"}>
    <label for=${`t-${name}`}>${label}</label>
    <input
      id=${`t-${name}`}
      .value=${value}
      lang=${isAddress || name === "id" ? nothing : lang}
      inputmode=${isAddress ? "url" : "text"}
      placeholder=${hint}
      spellcheck="false"
      autocomplete="off"
      aria-invalid=${fault ? "true" : nothing}
      aria-describedby=${`about-${name} fault-${name}`}
      @input=${(/** @type {Event} */ event) => take(/** @type {HTMLInputElement} */ (event.target).value)}
    />
    <p class="about" id=${`about-${name}`}>${about}</p>
    ${faultLine(name, fault && `${faultText(words, fault)} ${words.faults.leftOut}`)}
  </div>`;
}

/** @param {TextsView} view */
export const textFields = (view) => {
  const { words, texts, defaults, page, set, setPage } = view;
  return html`${TEXTS.map((name) =>
    line(view, name, words.texts[name], texts[name] ?? "", defaults[name], (text) => set({ ...texts, [name]: text })),
  )}${line(view, "page", words.page, page, "https://", setPage)}`;
};
