/** What a link of the text has changed comes into sight, below what stays on top of the page. */

/** How far from the top of the screen something may stand that stays there, in pixels. */
const EDGE = 8;

/**
 * How much of the screen's top is covered by a header that stays there, at a distance from its left.
 * @param {number} x
 * @param {Element} own What does not count.
 */
function coveredAbove(x, own) {
  let covered = 0;
  for (const under of document.elementsFromPoint(x, EDGE)) {
    for (let node = /** @type {Element | null} */ (under); node && node !== own; node = node.parentElement) {
      const { position } = getComputedStyle(node);
      const { bottom } = node.getBoundingClientRect();
      // What covers half the screen is no header.
      if (/fixed|sticky/.test(position) && bottom < innerHeight / 2) covered = Math.max(covered, bottom);
    }
  }
  return covered;
}

/**
 * Scrolls no further than it takes to see all of the scene's picture, or its beginning where the screen is too low.
 * @param {Element} embed As it stands on the page: its `scroll-margin-top` holds.
 * @param {HTMLElement} part What is to be seen.
 */
export function bringIntoSight(embed, part) {
  const { left, width, height, top, bottom } = part.getBoundingClientRect();
  const margin = parseFloat(getComputedStyle(embed).scrollMarginTop) || 0;
  const above = Math.max(coveredAbove(left + width / 2, embed), margin);
  // A page stands between whole pixels.
  if (top > above - 1 && bottom < innerHeight + 1) return;
  part.style.scrollMarginTop = `${above}px`;
  part.scrollIntoView({
    block: height > innerHeight - above ? "start" : "nearest",
    behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth",
  });
}
