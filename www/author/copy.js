/**
 * What the author copies: for the place where they write, each text in its order, with a button and where it goes.
 *
 * @import { AuthorWords } from "../src/locales/author.js"
 * @import { PlaceName, Step } from "./places.js"
 * @import { Embed } from "./snippets.js"
 */
import { html, nothing } from "lit";
import { FILES, PLACES, SNIPPETS } from "./places.js";

/**
 * Puts a text into the clipboard; where that is not allowed, selects it.
 * @param {string} text
 * @param {Element | null} shown
 */
async function copy(text, shown) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    if (shown) getSelection()?.selectAllChildren(shown);
    return false;
  }
}

/**
 * @typedef {object} CopyView
 * @property {AuthorWords} words
 * @property {PlaceName} place
 * @property {Embed} embed
 * @property {string} page The address of the card's page.
 * @property {string} copied What was copied last, and how it went: "iframe yes".
 * @property {string} missing What the texts lack, in words; empty where they lack nothing.
 * @property {(copied: string) => void} tell
 * @property {(blob: Blob, name: string) => void} save
 */

/**
 * A text of its own with a button.
 * @param {CopyView} view
 * @param {string} name
 * @param {string} text
 * @param {string} label
 */
export function copyButton({ words, copied, missing, tell }, name, text, label) {
  const said =
    copied === `${name} yes`
      ? `${words.copied} ${missing}`.trim()
      : copied === `${name} no`
        ? words.notCopied
        : nothing;
  return html`<button
      type="button"
      class="button"
      aria-label=${label}
      @click=${async () =>
        tell(`${name} ${(await copy(text, document.getElementById(`text-${name}`))) ? "yes" : "no"}`)}
    >
      ${words.copy}
    </button>
    <span class="said" role="status">${said}</span>`;
}

/** The last part of a path. @param {string} path */
const nameOf = (path) => path.slice(path.lastIndexOf("/") + 1);

/** @param {CopyView} view @param {Step} step */
function snippet(view, [name, file]) {
  const { words, embed, page, save } = view;
  const { title, about } = words.snippets[name];
  const text = SNIPPETS[name](embed, page);
  return html`<section class="snippet" data-snippet=${name}>
    <h3>${title} ${file ? html`<code translate="no">${file}</code>` : nothing}</h3>
    <p class="about">${about}</p>
    <pre translate="no" id=${`text-${name}`} tabindex="0" role="group" aria-label=${title}>${text}</pre>
    <p class="row">
      ${copyButton(view, name, text, `${words.copy}: ${title}`)}
      ${
        file && FILES.includes(name)
          ? html`<button
              type="button"
              class="plain"
              aria-label=${`${words.save}: ${title}`}
              @click=${() => save(new Blob([text], { type: "text/plain" }), nameOf(file))}
            >
              ${words.save}
            </button>`
          : nothing
      }
    </p>
  </section>`;
}

/** @param {CopyView} view */
export function snippets(view) {
  const { words, place } = view;
  const { steps, others } = PLACES[place];
  return html`<ol class="steps">
      ${steps.map((step) => html`<li>${snippet(view, step)}</li>`)}
    </ol>
    <details class="others">
      <summary>${words.others}</summary>
      ${others.map((step) => snippet(view, step))}
    </details>`;
}
