/**
 * What a reader does with an embed as a whole: sees it on the full screen, and hands on a link to this moment.
 */
import { html, nothing } from "lit";

/** @import { Locale } from "../../locales/index.js" */

/**
 * The page's own address, with the embed's id and the place in its fragment; that of `embed.html` names it as `at`.
 * Undefined where the page cannot tell which embed is meant.
 * @param {string} address @param {string} id @param {number} at @param {boolean} isFrame
 */
export function linkTo(address, id, at, isFrame) {
  const url = new URL(address);
  if (isFrame) url.searchParams.set("at", String(at));
  else if (!id) return undefined;
  else url.hash = `${encodeURIComponent(id)}:at:${at}`;
  return url.href;
}

/** The scene itself: it has a ground of its own there. @param {Event} event */
function toggleFullScreen({ currentTarget }) {
  const { host } = /** @type {ShadowRoot} */ (/** @type {Element} */ (currentTarget).getRootNode());
  if (document.fullscreenElement) document.exitFullscreen();
  else host.requestFullscreen();
}

/** @param {string} link @param {string} copied */
const copier = (link, copied) => async (/** @type {Event} */ event) => {
  const button = /** @type {HTMLElement} */ (event.currentTarget);
  await navigator.clipboard.writeText(link);
  button.textContent = copied;
};

/**
 * @param {Locale} words @param {HTMLElement} embed @param {number} at How many operations are done.
 */
export function share(words, embed, at) {
  const isFrame = parent !== window && /\/embed\.html$/.test(location.pathname);
  const link = navigator.clipboard && linkTo(location.href, embed.id, at, isFrame);
  return html`<p class="share">
    ${
      document.fullscreenEnabled
        ? html`<button type="button" class="button worded" @click=${toggleFullScreen}>${words.help.fullScreen}</button>`
        : nothing
    }
    ${
      link
        ? html`<button type="button" class="button worded" @click=${copier(link, words.help.copied)}>
            ${words.help.copyLink}
          </button>`
        : nothing
    }
  </p>`;
}
