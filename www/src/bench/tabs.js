/**
 * The list of tabs: arrow keys move along it, as everywhere.
 *
 * @import { PlaceName } from "./panels.js"
 * @import { Words } from "../locales/playground.js"
 */
import { html } from "lit";
import { PANELS, PART_TABS } from "./panels.js";

/** How far a key moves. @type {Record<string, number>} */
const STEPS = { ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity };

/** @param {KeyboardEvent} event */
function onKey(event) {
  const step = STEPS[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const list = /** @type {HTMLElement} */ (event.currentTarget);
  const tabs = Array.from(list.querySelectorAll("button")).filter((tab) => tab.offsetParent);
  const now = tabs.findIndex((tab) => tab === event.target);
  const next = tabs[Math.min(Math.max(now + step, 0), tabs.length - 1)];
  next.focus();
  next.click();
}

/** Where not all tabs have room, the chosen one comes into view; the page does not move. @param {ParentNode} root */
export function showChosen(root) {
  const list = root.querySelector(".tabs");
  const chosen = list?.querySelector("[aria-selected=true]");
  if (!list || !chosen) return;
  const [around, own] = [list.getBoundingClientRect(), chosen.getBoundingClientRect()];
  list.scrollLeft += own.left + own.width / 2 - (around.left + around.width / 2);
}

/** @param {Words} words @param {PlaceName} place @param {(name: PlaceName) => void} choose */
export function tabList({ bench: { tabs } }, place, choose) {
  const isPanel = PANELS.some(({ name }) => name === place);
  const tab = (/** @type {PlaceName} */ name, /** @type {string} */ kind, /** @type {boolean} */ isFirst) =>
    html`<button
      type="button"
      role="tab"
      class=${kind}
      data-tab=${name}
      aria-selected=${name === place}
      ?data-first=${isFirst && !isPanel}
      tabindex=${name === place || (isFirst && !isPanel) ? 0 : -1}
      @click=${() => choose(name)}
    >
      ${tabs[name]}
    </button>`;
  return html`<div class="tabs" role="tablist" aria-label=${tabs.label} @keydown=${onKey}>
    ${PART_TABS.map((name) => tab(name, "of-part", false))}
    ${PANELS.map(({ name }, i) => tab(name, "of-panel", i === 0))}
  </div>`;
}
