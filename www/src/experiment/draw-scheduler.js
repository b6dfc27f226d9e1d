/**
 * When pictures on a canvas are drawn, and text that goes on with training: those in view first, the longest waiting
 * before the others, few in a frame, so that no frame is long; after one that took long the page is left alone for a
 * while: scrolling and buttons come first. Those out of view wait until they come into view, or until nothing has
 * changed for a while.
 *
 * @import { LitElement, ReactiveController } from "lit"
 */
import { yieldToEvents } from "../engine/yield.js";
import { Surroundings } from "../element/surroundings.js";

/** After a frame the page is left alone for so many times what it took. */
const REST = 2;

/** Text that goes on is left as it is for so many times what it took. */
const LASTING = 20;

/** What takes less is no burden, in milliseconds. */
const LITTLE = 4;

/** When nothing has changed for so long, in milliseconds, those out of view are drawn too. */
const QUIET = 250;

/**
 * `isAlone` of what the browser does much for after it is called: nothing else is drawn in its frame.
 * @typedef {{ isSeen: boolean, isAlone?: boolean, now: () => void }} Drawn
 */

/** Those that are to be drawn, the longest waiting first. @type {Set<Drawn>} */
const waiting = new Set();

let ticking = false;
let changed = 0;
/** When the next one may be drawn. */
let rested = 0;

/**
 * Draws, and says until when the page needs to itself then. To be called in an animation frame: what the browser paints
 * in it counts too.
 * @param {() => void} draw @param {number} [times] For so many times what it took.
 */
export async function restAfter(draw, times = REST) {
  const start = performance.now();
  draw();
  await yieldToEvents();
  const end = performance.now();
  return end - start < LITTLE ? end : end + (end - start) * times;
}

/** Whether a picture in view is still to be drawn. */
export const isDrawing = () => Array.from(waiting).some(({ isSeen }) => isSeen);

/** What is drawn next, if there is time for it now. @param {number} now */
function nextOf(now) {
  const all = now >= rested ? Array.from(waiting) : [];
  return all.find(({ isSeen }) => isSeen) ?? (now - changed > QUIET ? all[0] : undefined);
}

/** One, and others as long as all of them are no burden. @param {Drawn} first */
function drawSome(first) {
  const start = performance.now();
  /** @type {Drawn | undefined} */
  let next = first;
  do {
    next.now();
    const now = performance.now();
    next = !next.isAlone && now - start < LITTLE ? nextOf(now) : undefined;
  } while (next && !next.isAlone);
}

function tick() {
  const next = nextOf(performance.now());
  ticking = waiting.size > 0;
  if (next)
    restAfter(() => drawSome(next)).then((until) => {
      rested = until;
    });
  if (ticking) requestAnimationFrame(tick);
}

/** Something changed, as by training: those out of view wait on, as they would be drawn in vain. */
export function tellChange() {
  changed = performance.now();
}

/** @param {Drawn} what */
function ask(what) {
  waiting.add(what);
  tellChange();
  if (ticking) return;
  ticking = true;
  requestAnimationFrame(tick);
}

/**
 * Waits for a frame in which no picture is drawn: for what changes much of the page at once.
 * @returns {Promise<void>}
 */
export const turn = () =>
  new Promise((resolve) => {
    const one = {
      isSeen: true,
      isAlone: true,
      now: () => {
        waiting.delete(one);
        resolve();
      },
    };
    ask(one);
  });

function drawAll() {
  for (const picture of waiting) picture.now();
}

// A lab without a page draws nothing.
globalThis.addEventListener?.("beforeprint", drawAll);

/**
 * Text that goes on while it trains: it changes a few times a second, so that it can be read, and in a frame in which
 * nothing else is drawn, as to lay text out takes long.
 */
export class LiveText {
  isAlone = true;
  #host;
  #pause;
  #next = 0;
  /** Another one with each change: for Lit's `guard`. */
  #turn = {};

  /** @param {LitElement & { inView: boolean }} host @param {number} pause Between two changes, in milliseconds. */
  constructor(host, pause) {
    this.#host = host;
    this.#pause = pause;
  }

  get isSeen() {
    return this.#host.inView;
  }

  /** Training went on. */
  next() {
    if (this.isSeen && performance.now() >= this.#next) ask(this);
  }

  now() {
    waiting.delete(this);
    this.#turn = {};
    const next = performance.now() + this.#pause;
    restAfter(() => this.#host.requestUpdate(), LASTING).then((until) => {
      this.#next = Math.max(next, until);
    });
  }

  /** What the text is guarded by: at rest it changes at once. @param {boolean} running */
  turn(running) {
    return running ? this.#turn : {};
  }
}

/** A controller of Lit for an element that draws on a canvas. @implements {ReactiveController} */
export class Picture {
  #draw;
  isSeen = false;

  /** @param {LitElement} host @param {() => void} draw */
  constructor(host, draw) {
    this.#draw = draw;
    host.addController(this);
    this.sight = new Surroundings(host, {
      sight: (seen) => {
        this.isSeen = seen;
      },
    });
  }

  hostDisconnected() {
    waiting.delete(this);
  }

  /** It is to be drawn: once, however often that is requested. */
  ask() {
    ask(this);
  }

  /** Draws it at once, for a file or for paper. */
  now() {
    waiting.delete(this);
    this.#draw();
  }
}
