/**
 * Prose drives the picture: a link or button with `data-glass-net="id"` and `data-go` moves the embed of that id. Both
 * stand in one tree: the page, or a shadow of it. What a place is, its scene knows.
 */

/** @param {Element} embed */
const isInSight = (embed) => {
  const { top, bottom } = embed.getBoundingClientRect();
  return bottom > 0 && top < innerHeight / 2;
};

/**
 * A router of the page takes every click on a link for its own: it prevents what the browser would do, and may fetch
 * the page anew, with an embed that knows of nothing. So this comes first.
 * @param {MouseEvent} event
 */
function onClick(event) {
  // What has no data, such as the document, has no `dataset` either.
  const path = /** @type {HTMLElement[]} */ (event.composedPath());
  const link = path.find(({ dataset }) => dataset?.go !== undefined && dataset.glassNet);
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const { go = "", glassNet = "" } = link.dataset;
  const embed = /** @type {Document | ShadowRoot} */ (link.getRootNode()).getElementById(glassNet);
  if (embed?.localName !== "glass-net") return;
  /** @type {import("./loader.js").GlassNet} */ (embed).go(go);
  // Its own address leads to the embed: where that is seen already, the page need not jump.
  if (/** @type {HTMLAnchorElement} */ (link).hash !== `#${glassNet}` || !isInSight(embed)) return;
  event.preventDefault();
  event.stopPropagation();
}

/** For the whole page, once. */
export const followLinks = () => document.addEventListener("click", onClick, true);
