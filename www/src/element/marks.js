/**
 * The picture marks the prose: an element with `data-when` has `data-current` while the embed whose id it names is
 * there. Both stand in one tree: the page, or a shadow of it.
 */
import { isAt } from "./place.js";

/**
 * Marks what is current now.
 * @param {{ embed: HTMLElement, lastStep?: Record<string, unknown> }} scene `lastStep` as its last step event told it.
 */
export function mark({ embed, lastStep }) {
  if (!embed.id || !lastStep) return;
  const tree = /** @type {Document | ShadowRoot} */ (embed.getRootNode());
  for (const element of tree.querySelectorAll(`[data-when][data-glass-net="${CSS.escape(embed.id)}"]`))
    element.toggleAttribute("data-current", isAt(element.getAttribute("data-when") ?? "", lastStep));
}
