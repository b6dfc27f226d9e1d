/**
 * A finger on the screen, by the browser's own input.
 *
 * @import { CDPSession, Page } from "@playwright/test"
 */

/** A page has one hand. @type {WeakMap<Page, CDPSession>} */
const hands = new WeakMap();

/** @typedef {readonly [x: number, y: number]} Point */

/**
 * What the browser itself makes of a swipe is over: a tap right behind one, sooner than a hand can be elsewhere, stops
 * what it takes for a fling and is no click.
 * @param {Page} page
 */
export const fingerRests = (page) => page.waitForTimeout(500);

/**
 * A finger goes over the screen.
 * @param {Page} page @param {Point} from @param {Point} to
 * @param {() => Promise<unknown>} [held] What is waited for while the finger rests where it came down.
 */
export async function swipe(page, from, to, held) {
  const touch = hands.get(page) ?? (await page.context().newCDPSession(page));
  hands.set(page, touch);
  await fingerRests(page);
  const at = (/** @type {number} */ share) => [
    { x: from[0] + (to[0] - from[0]) * share, y: from[1] + (to[1] - from[1]) * share },
  ];
  await touch.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: at(0) });
  await held?.();
  for (const share of [0.25, 0.5, 0.75, 1])
    await touch.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: at(share) });
  await touch.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
}
