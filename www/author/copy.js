/**
 * What the author copies: each text with a button and where it goes.
 *
 * @import { AuthorWords, SnippetName } from "../src/locales/author.js"
 * @import { Embed } from "./snippets.js"
 */
import { html, nothing } from "lit";
import {
  autoHeight,
  card,
  codePen,
  element,
  hugoFile,
  hugoUse,
  iframe,
  jekyllFile,
  jekyllUse,
  markdown,
  moduleScript,
  withClassic,
  withFallback,
  withModule,
} from "./snippets.js";

/** Every text, in the order of the page. @type {Record<SnippetName, (embed: Embed, page: string) => string>} */
export const SNIPPETS = {
  iframe,
  height: autoHeight,
  skin: moduleScript,
  element,
  script: withModule,
  fallback: withFallback,
  card,
  markdown,
  codePen,
  hugoFile,
  hugoUse,
  jekyllFile,
  jekyllUse,
  classic: withClassic,
};

/** Those that are files of their own, with the name to save them by. @type {{ [name in SnippetName]?: string }} */
const FILES = { card: "index.html", hugoFile: "glass-net.html", jekyllFile: "glass-net.html" };

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
 * @property {Embed} embed
 * @property {string} page The address of the card's page.
 * @property {string} copied What was copied last, and how it went: "iframe yes".
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
export function copyButton({ words, copied, tell }, name, text, label) {
  const said = copied === `${name} yes` ? words.copied : copied === `${name} no` ? words.notCopied : nothing;
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

/** @param {CopyView} view */
export function snippets(view) {
  const { words, embed, page, save } = view;
  return /** @type {SnippetName[]} */ (Object.keys(SNIPPETS)).map((name) => {
    const { title, about } = words.snippets[name];
    const text = SNIPPETS[name](embed, page);
    const file = FILES[name];
    return html`<section class="snippet" data-snippet=${name}>
      <h3>${title}</h3>
      <p class="about">${about}</p>
      <pre translate="no" id=${`text-${name}`} tabindex="0" role="group" aria-label=${title}>${text}</pre>
      <p class="row">
        ${copyButton(view, name, text, `${words.copy}: ${title}`)}
        ${
          file
            ? html`<button
                type="button"
                class="plain"
                aria-label=${`${words.save}: ${title}`}
                @click=${() => save(new Blob([text], { type: "text/html" }), file)}
              >
                ${words.save}
              </button>`
            : nothing
        }
      </p>
    </section>`;
  });
}
