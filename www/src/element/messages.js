/**
 * An embed in an iframe talks with the page around it by messages, version 1: `{ glassnet: 1, type, … }`. It listens to
 * its parent alone, says nothing before it was greeted, and then only to the origin that greeted it. What it does not
 * know it ignores. docs/embedding.md has the whole protocol.
 *
 * @import { GlassNet } from "./loader.js"
 */
const VERSION = 1;

/** No more steps are taken at once. */
const MOST_STEPS = 1000;

/** What an embed tells of itself, beside its height. */
const FORWARDED = ["ready", "step", "phase", "epoch", "end", "error"];

/**
 * A message that was understood, as what to do with an embed; undefined for anything else.
 * @param {unknown} data @returns {((embed: GlassNet) => unknown) | undefined}
 */
export function commandOf(data) {
  if (typeof data !== "object" || data === null || /** @type {any} */ (data).glassnet !== VERSION) return undefined;
  const { type, go, count, ...more } = /** @type {Record<string, unknown>} */ (data);
  switch (type) {
    case "hello":
      return () => {};
    case "goTo":
      // The scene takes what is a place, and nothing else.
      return (embed) => embed.go(typeof go === "string" ? go : more);
    case "play":
      return (embed) => embed.play();
    case "pause":
      return (embed) => embed.pause();
    case "step":
      return (embed) => embed.step(Math.min(Math.max(Math.round(Number(count ?? 1)) || 1, -MOST_STEPS), MOST_STEPS));
    case "reset":
      return (embed) => embed.reset();
    default:
      return undefined;
  }
}

/**
 * How the page around looks, of a message that says it. The frame's own ground is transparent where both schemes are
 * one.
 * @param {unknown} data
 */
function pageOf(data) {
  const { glassnet, type, colorScheme, color, ground } = /** @type {any} */ (data) ?? {};
  if (glassnet !== VERSION || type !== "page") return undefined;
  const page = { colorScheme: String(colorScheme), color: String(color), ground: String(ground) };
  const { style } = document.documentElement;
  if (/^(only )?(light|dark|normal)/.test(page.colorScheme) && !/light dark|dark light/.test(page.colorScheme))
    style.colorScheme = /dark/.test(page.colorScheme) ? "dark" : "light";
  else style.colorScheme = "light dark";
  return page;
}

/**
 * How tall the page has to be for an embed: its scene alone, not the room that is kept for it.
 * @param {GlassNet} embed
 */
function heightOf(embed) {
  const { bottom } = (embed.inner ?? embed).getBoundingClientRect();
  return Math.ceil(bottom + scrollY + parseFloat(getComputedStyle(document.body).paddingBottom));
}

/**
 * @param {GlassNet} embed
 * @param {readonly string[]} [allowed] Origins that may talk to it; any where none is named.
 */
export function talk(embed, allowed = []) {
  if (parent === window) return;
  /** The origin that greeted, or "" before. */
  let origin = "";
  /** @type {Record<string, unknown>} */
  let ready = {};
  let sentHeight = 0;
  const say = (/** @type {string} */ type, /** @type {object} */ more) => {
    // An opaque origin, as of a file or a sandboxed page, cannot be named.
    if (origin) parent.postMessage({ ...more, glassnet: VERSION, type }, origin === "null" ? "*" : origin);
  };
  const sayHeight = (/** @type {boolean} */ again) => {
    const height = heightOf(embed);
    if (height === sentHeight && !again) return;
    sentHeight = height;
    say("height", { height });
  };
  const resized = new ResizeObserver(() => sayHeight(false));
  resized.observe(embed);
  for (const type of FORWARDED) {
    embed.addEventListener(`glass-net-${type}`, (event) => {
      const { detail } = /** @type {CustomEvent} */ (event);
      if (type === "ready") ready = detail;
      if (type === "ready" && embed.inner) resized.observe(embed.inner);
      say(type, detail);
    });
  }
  /** The page around the frame, as its script tells it. @type {Record<string, string> | undefined} */
  let page;
  const takePage = () => {
    if (page && embed.inner) embed.inner.page = page;
  };
  embed.addEventListener("glass-net-ready", takePage);
  addEventListener("message", ({ source, origin: from, data }) => {
    if (source !== parent || (allowed.length && !allowed.includes(from))) return;
    page = pageOf(data) ?? page;
    takePage();
    const command = commandOf(data);
    if (!command) return;
    const isNew = origin !== from;
    origin = from;
    if (isNew || data.type === "hello") {
      sayHeight(true);
      if (ready.scene) say("ready", ready);
    }
    command(embed);
  });
}
