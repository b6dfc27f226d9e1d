/**
 * What a phone adds to the tabs: a swipe sideways changes them, and nothing that has the focus or was just chosen lies
 * under the output and the tabs, which stay on top.
 */

/** How far a finger moves, in pixels, until it is a swipe. */
const FAR = 60;

/** What is below the tabs. */
const PLACES = ".network, .data, .settings, .tab-panel";

/** Whether it has a use for a sideways move of its own. @param {Element} node */
function movesSideways(node) {
  if (node.matches("input, select, textarea, [role=slider]")) return true;
  const { touchAction, overflowX } = getComputedStyle(node);
  if (touchAction === "none" || touchAction === "pan-y") return true;
  return /auto|scroll/.test(overflowX) && node.scrollWidth > node.clientWidth + 1;
}

/** @param {TouchEvent} event */
function maySwipe(event) {
  const path = event.composedPath().filter((node) => node instanceof Element);
  const end = path.findIndex((node) => node.matches(PLACES));
  return event.touches.length === 1 && end >= 0 && !path.slice(0, end).some(movesSideways);
}

/** @param {ParentNode} root */
const tabsOf = (root) =>
  Array.from(root.querySelectorAll(".tabs button")).filter((tab) => /** @type {HTMLElement} */ (tab).offsetParent);

/** Whether one part is shown at a time. @param {ParentNode} root */
const isPhone = (root) => tabsOf(root).some((tab) => tab.matches(".of-part"));

/** @param {ParentNode} root @param {number} step */
function move(root, step) {
  const tabs = tabsOf(root);
  const now = tabs.findIndex((tab) => tab.matches("[aria-selected=true]"));
  const next = tabs[now + step];
  if (now >= 0 && next instanceof HTMLElement) next.click();
}

/** Scrolls by what lies under the tabs while they stay on top. @param {ParentNode} root @param {Element} node */
function uncover(root, node) {
  const tabs = root.querySelector(".tabs");
  if (!tabs || !isPhone(root) || getComputedStyle(tabs).position !== "sticky") return;
  const under = tabs.getBoundingClientRect().bottom - node.getBoundingClientRect().top;
  if (under > 0.5) scrollBy({ top: -under, behavior: "instant" });
}

/** What was just chosen begins below the tabs. @param {ParentNode} root */
export function showBegin(root) {
  const shown = Array.from(root.querySelectorAll(PLACES)).find((node) => node.getClientRects().length);
  if (shown) uncover(root, shown);
}

/** Within the root: outside of it, a focus that moves inside is not told. @param {ShadowRoot} root */
export function followTouch(root) {
  /** @type {{ x: number, y: number } | undefined} Where the finger came down. */
  let from;
  root.addEventListener(
    "touchstart",
    (event) => {
      const touch = /** @type {TouchEvent} */ (event);
      const { clientX: x, clientY: y } = touch.touches[0];
      from = maySwipe(touch) ? { x, y } : undefined;
    },
    { passive: true },
  );
  root.addEventListener("touchend", (event) => {
    if (!from || !isPhone(root)) return;
    const { clientX, clientY } = /** @type {TouchEvent} */ (event).changedTouches[0];
    const [dx, dy] = [clientX - from.x, clientY - from.y];
    from = undefined;
    if (Math.abs(dx) >= FAR && Math.abs(dx) > 2 * Math.abs(dy)) move(root, -Math.sign(dx));
  });
  root.addEventListener("touchcancel", () => {
    from = undefined;
  });
  root.addEventListener("focusin", (event) => {
    const path = event.composedPath().filter((node) => node instanceof Element);
    if (path.some((node) => node.matches(PLACES))) uncover(root, path[0]);
  });
}
