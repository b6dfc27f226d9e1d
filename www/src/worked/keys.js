/**
 * What each key does while the focus is inside the element. Keys that a control needs for itself stay with it.
 *
 */

/**
 * @typedef {{ play(): void, step(direction: 1 | -1): void, size(index: number): void, ends(end: boolean): void,
 *   speed(direction: 1 | -1): void, run(): void, reset(): void, help(): void, escape(): boolean }} Actions
 */

/** @type {Record<string, (on: Actions) => void>} */
const KEYS = {
  " ": (on) => on.play(),
  ArrowRight: (on) => on.step(1),
  ArrowLeft: (on) => on.step(-1),
  Home: (on) => on.ends(false),
  End: (on) => on.ends(true),
  "[": (on) => on.speed(-1),
  "]": (on) => on.speed(1),
  t: (on) => on.run(),
  r: (on) => on.reset(),
  "?": (on) => on.help(),
  ...Object.fromEntries([1, 2, 3, 4, 5].map((n) => [String(n), (/** @type {Actions} */ on) => on.size(n - 1)])),
};

/** What the focused control does itself with a key. @param {Element} target @param {string} key */
function ownedBy(target, key) {
  if (target.matches('input:not([type="range"]), select, textarea')) return true;
  if (target.matches('input[type="range"]')) return key.startsWith("Arrow") || key === "Home" || key === "End";
  return target.matches("button, a, summary, [role=button]") && (key === " " || key === "Enter");
}

/**
 * @param {KeyboardEvent} event @param {Actions} on
 */
export function onKey(event, on) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.key === "Escape") {
    if (on.escape()) event.preventDefault();
    return;
  }
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const target = event.composedPath()[0];
  const act = KEYS[key];
  if (!act || !(target instanceof Element) || ownedBy(target, key)) return;
  event.preventDefault();
  act(on);
}

/**
 * The unit, link or target that a press or an arrow key holds: its number follows.
 * @param {KeyboardEvent | PointerEvent} event
 */
export function draggedBy(event) {
  const target = event.composedPath()[0];
  if ("key" in event && !/^Arrow(Up|Down)$/.test(event.key)) return null;
  const held = target instanceof SVGElement ? target.closest("[data-unit], [data-target]") : null;
  if (held && "key" in event) event.preventDefault();
  return held;
}

/** Into the card of a unit or link: its field, or its first button. @param {ParentNode} root */
export function focusField(root) {
  const field = root.querySelector(".inspector input") ?? root.querySelector(".inspector button");
  if (field instanceof HTMLElement) field.focus();
}
