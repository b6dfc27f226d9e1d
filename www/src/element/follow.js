/**
 * Scrolling drives an embed with `follow`: the marked paragraph that the reader is at says where it is to be. It plays
 * its way there, or is there at once for readers who want less motion.
 */
import { placeFromText } from "./place.js";

/** Where on the screen a reader reads, from its top. */
const READING = 0.4;
/** A link has its own goal: what the page scrolls for it moves nothing, for so many milliseconds. */
const LED = 1000;

/** The paragraph that each embed is at. @type {WeakMap<Element, Element>} */
const paragraphs = new WeakMap();
let led = -Infinity;
let isAsked = false;

/** A link leads somewhere now. */
export function lead() {
  led = performance.now();
}

/** @param {import("./loader.js").GlassNet} embed */
function look(embed) {
  const line = innerHeight * READING;
  const marked = document.querySelectorAll(`[data-when][data-glass-net="${CSS.escape(embed.id)}"]`);
  const read = Array.from(marked).find((node) => {
    const { top, bottom } = node.getBoundingClientRect();
    return top <= line && bottom > line;
  });
  if (!read || paragraphs.get(embed) === read) return;
  paragraphs.set(embed, read);
  const play = !matchMedia("(prefers-reduced-motion: reduce)").matches;
  embed.goTo({ ...placeFromText(read.getAttribute("data-when") ?? ""), play });
}

function lookAll() {
  isAsked = false;
  if (performance.now() - led < LED) return;
  for (const embed of document.querySelectorAll("glass-net[follow][id]"))
    look(/** @type {import("./loader.js").GlassNet} */ (embed));
}

// A server, which renders pages, scrolls nothing.
globalThis.addEventListener?.(
  "scroll",
  () => {
    if (!isAsked) requestAnimationFrame(lookAll);
    isAsked = true;
  },
  { passive: true, capture: true },
);
