/**
 * Prose drives the picture, and the picture marks the prose. A link or button with `data-glass-net="id"` and `data-go`
 * moves the embed of that id; an element with `data-when` has `data-current` while the embed is there. Both stand in
 * one tree: the page, or a shadow of it.
 */
import { isAt, placeFromText } from "./place.js";

/** @param {Element} embed */
const isInSight = (embed) => {
  const { top, bottom } = embed.getBoundingClientRect();
  return bottom > 0 && top < innerHeight / 2;
};

/** @param {Node} node */
const treeOf = (node) => /** @type {Document | ShadowRoot} */ (node.getRootNode());

/** @param {MouseEvent} event */
function onClick(event) {
  const link = event
    .composedPath()
    .find((node) => node instanceof HTMLElement && node.dataset.go !== undefined && node.dataset.glassNet);
  if (
    !(link instanceof HTMLElement) ||
    event.defaultPrevented ||
    event.button ||
    event.ctrlKey ||
    event.metaKey ||
    event.shiftKey ||
    event.altKey
  )
    return;
  const { go = "", glassNet = "" } = link.dataset;
  const embed = treeOf(link).getElementById(glassNet);
  if (embed?.localName !== "glass-net") return;
  /** @type {import("./loader.js").GlassNet} */ (embed).goTo(placeFromText(go));
  // Its own address leads to the embed: where that is seen already, the page need not jump.
  if (link instanceof HTMLAnchorElement && link.getAttribute("href") === `#${glassNet}` && isInSight(embed))
    event.preventDefault();
}

/** The last details of each embed. @type {WeakMap<EventTarget, Record<string, unknown>>} */
const steps = new WeakMap();

/** @param {Event} event */
function onStep(event) {
  const embed = event.composedPath().find((node) => node instanceof HTMLElement && node.localName === "glass-net");
  if (!(embed instanceof HTMLElement) || !embed.id) return;
  const { detail } = /** @type {CustomEvent} */ (event);
  const step = event.type === "glass-net-step" ? detail : { ...steps.get(embed), epoch: detail.epoch };
  steps.set(embed, step);
  for (const element of treeOf(embed).querySelectorAll(`[data-when][data-glass-net="${CSS.escape(embed.id)}"]`)) {
    element.toggleAttribute("data-current", isAt(element.getAttribute("data-when") ?? "", step));
  }
}

/** For the whole page, once. */
export function followLinks() {
  document.addEventListener("click", onClick);
  for (const what of ["step", "epoch"]) document.addEventListener(`glass-net-${what}`, onStep);
}
