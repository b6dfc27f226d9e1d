/**
 * The picture marks the prose: an element with `data-when` has `data-current` while the embed whose id it names is
 * there. Both stand in one tree: the page, or a shadow of it.
 */
import { isAt } from "./place.js";

/** The last details of each embed. @type {WeakMap<EventTarget, Record<string, unknown>>} */
const steps = new WeakMap();

/** @param {Event} event */
function onStep(event) {
  const embed = event.composedPath().find((node) => node instanceof HTMLElement && node.localName === "glass-net");
  if (!(embed instanceof HTMLElement) || !embed.id) return;
  const { detail } = /** @type {CustomEvent} */ (event);
  const step = event.type === "glass-net-step" ? detail : { ...steps.get(embed), epoch: detail.epoch };
  steps.set(embed, step);
  const tree = /** @type {Document | ShadowRoot} */ (embed.getRootNode());
  for (const element of tree.querySelectorAll(`[data-when][data-glass-net="${CSS.escape(embed.id)}"]`))
    element.toggleAttribute("data-current", isAt(element.getAttribute("data-when") ?? "", step));
}

/** For the whole page; once is enough, and more do no harm. */
export function followMarks() {
  for (const what of ["step", "epoch"]) document.addEventListener(`glass-net-${what}`, onStep);
}
