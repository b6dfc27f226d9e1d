/**
 * Where the parts of the bench stand, and what of them does not fit.
 *
 * @import { Page } from "@playwright/test"
 */

/** The header of a page that gives the bench a screen. */
const HEADER = 56;

/** What the demo page does: all below its header is the bench's. @param {Page} page */
export const giveScreen = (page) =>
  page.addStyleTag({
    content: `body { margin: 0; padding: ${HEADER}px 16px 0; }
      glass-net { --glass-net-bench-height: calc(100vh - ${HEADER}px); }`,
  });

/** The boxes of the parts that are there, and that of the list of tabs. @param {Page} page */
export const boxesOf = (page) =>
  page.locator("glass-net-playground").evaluate((node) => {
    const root = /** @type {ShadowRoot} */ (node.shadowRoot);
    /** @type {Record<string, { top: number, bottom: number, left: number, right: number }>} */
    const boxes = {};
    for (const name of ["bar", "data", "network", "output", "strip", "tabs"]) {
      const part = root.querySelector(name === "tabs" ? "[role=tablist]" : `gn-bench-${name}`);
      if (!part?.checkVisibility()) continue;
      const { top, bottom, left, right } = part.getBoundingClientRect();
      boxes[name] = { top, bottom, left, right };
    }
    return boxes;
  });

/** Pairs of boxes that lie over each other. @param {Awaited<ReturnType<typeof boxesOf>>} boxes */
export function overlaps(boxes) {
  const all = Object.entries(boxes);
  return all.flatMap(([one, a], i) =>
    all
      .slice(i + 1)
      .filter(
        ([, b]) =>
          Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.5 &&
          Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.5,
      )
      .map(([other]) => `${one} and ${other}`),
  );
}

/** What is cut inside the parts: words and controls beyond a box that hides what is outside it. @param {Page} page */
export const cuts = (page) =>
  page.locator("glass-net-playground").evaluate((playground) => {
    /** @param {ParentNode} root @returns {Element[]} */
    const inside = (root) =>
      [...root.querySelectorAll("*")].flatMap((one) => [one, ...(one.shadowRoot ? inside(one.shadowRoot) : [])]);
    const parent = (/** @type {Element} */ node) =>
      node.assignedSlot ?? node.parentElement ?? /** @type {ShadowRoot} */ (node.getRootNode()).host;
    /** What is for screen readers alone stands in one pixel. @param {Element} node @param {Element} part */
    const isHeard = (node, part) => {
      for (let at = node; at && at !== part; at = parent(at)) {
        const { width, height } = at.getBoundingClientRect();
        if (getComputedStyle(at).position === "absolute" && width <= 1 && height <= 1) return true;
      }
      return false;
    };
    /** Whether the rest is a tooltip. @param {Element} node */
    const isShortened = (node) =>
      getComputedStyle(node).textOverflow === "ellipsis" && node.closest("[title]") !== null;
    /**
     * The first box that hides a part of what lies in it, and that neither a tooltip nor the keyboard can show.
     * @param {DOMRect} rect @param {Element} from @param {Element} part
     */
    const cutBy = (rect, from, part) => {
      for (let at = from; at; at = parent(at)) {
        if (isShortened(at)) return undefined;
        const { overflowX, overflowY } = getComputedStyle(at);
        const box = at.getBoundingClientRect();
        if (overflowY === "auto" && /** @type {HTMLElement} */ (at).tabIndex === 0) {
          rect = box;
          continue;
        }
        const wide = rect.left < box.left - 1 || rect.right > box.right + 1;
        const high = rect.top < box.top - 1 || rect.bottom > box.bottom + 1;
        if ((overflowX !== "visible" && wide) || (overflowY !== "visible" && high)) return at;
        if (at === part) return wide || high ? at : undefined;
      }
      return undefined;
    };
    const root = /** @type {ShadowRoot} */ (playground.shadowRoot);
    return ["bar", "data", "network", "output", "strip"].flatMap((name) => {
      const part = root.querySelector(`gn-bench-${name}`);
      if (!part?.shadowRoot || !part.checkVisibility()) return [];
      const seen = inside(part.shadowRoot).filter(
        (node) => node.checkVisibility({ visibilityProperty: true }) && !isHeard(node, part),
      );
      const words = seen.flatMap((node) =>
        Array.from(node.childNodes)
          .filter((child) => child.nodeType === Node.TEXT_NODE && child.textContent?.trim())
          .filter(() => !node.matches("option, title, desc, style"))
          .flatMap((child) => {
            const range = document.createRange();
            range.selectNodeContents(child);
            const rect = range.getBoundingClientRect();
            const by = rect.width && cutBy(rect, node, part);
            return by
              ? [`${name}: "${child.textContent?.trim().slice(0, 40)}" by ${by.localName}.${by.className}`]
              : [];
          }),
      );
      const controls = seen
        .filter((node) => node.matches("button, select, input, summary, label, canvas, a"))
        .flatMap((node) => {
          const rect = node.getBoundingClientRect();
          const by = rect.width > 1 && cutBy(rect, parent(node), part);
          const tight =
            node.matches("button, summary, label") && node.scrollWidth > node.clientWidth + 1 && node.clientWidth;
          return by || tight
            ? [
                `${name}: ${node.localName}.${node.className} ${node.getAttribute("aria-label") ?? node.textContent?.trim().slice(0, 40)}`,
              ]
            : [];
        });
      return [...words, ...controls];
    });
  });
