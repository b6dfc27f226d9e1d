/**
 * A value that is held and dragged, or moved by arrow keys: prediction, loss, number line and claims follow in each
 * frame. When it is let go the example is set up with it, as if it had been typed.
 *
 * @import { ExampleConfig, Trace } from "../../../src/bindings/types.js"
 * @import { Edit } from "./edits.js"
 * @import { Session } from "./session.js"
 * @import { WorkedExample } from "./worked-example.js"
 */
import { full } from "../format.js";
import { editedAt } from "./edits.js";

/** @typedef {Edit & { value: number }} NumberEdit */
/** @typedef {KeyboardEvent | PointerEvent} HoldEvent */

/** How far a hand moves, in pixels, before it drags and does not click. */
const STILL = 4;
/** Pixels across the larger of 1 and the value itself. */
const REACH = 200;
/** What a key moves, in pixels. */
const KEY = 10;

/**
 * What is held in the picture: the weight of a link, an input, a target, the bias of a unit.
 * @param {DOMStringMap} held @param {Trace} trace
 * @returns {NumberEdit | undefined}
 */
function editOf(held, trace) {
  const [layer, unit, input, target] = [held.layer, held.unit, held.input, held.target].map(Number);
  if (held.target !== undefined) return { what: "target", output: target, value: trace.target[target] };
  if (held.input !== undefined) {
    return { what: "weight", layer, input, unit, value: trace.layers[layer].kernel[input][unit] };
  }
  if (layer < 0) return { what: "input", input: unit, value: trace.inputs[unit] };
  const bias = trace.layers[layer].bias[unit];
  return bias === undefined ? undefined : { what: "bias", layer, unit, value: bias };
}

/**
 * Each value along the way is a round one, as fine as a hand is.
 * @param {number} start @param {number} pixels
 */
function valueAt(start, pixels) {
  const step = 10 ** Math.floor(Math.log10(Math.max(Math.abs(start), 1) / REACH) + 0.5);
  return Number((Math.round((start + pixels * step) / step) * step).toPrecision(6));
}

class Drag {
  /** The value that is to be shown next. @type {number | undefined} */
  #next;
  #isFollowing = false;
  #isOver = false;
  #pixels = 0;
  /** What was shown when it began. */
  #start;
  /** @type {number | undefined} */
  #value;

  /** @param {WorkedExample} element @param {NumberEdit} edit */
  constructor(element, edit) {
    this.element = element;
    this.edit = edit;
    this.#start = /** @type {NonNullable<WorkedExample["shown"]>} */ (element.shown);
  }

  /** @param {number} pixels From where it began. */
  to(pixels) {
    this.#pixels = pixels;
    const value = valueAt(this.edit.value, pixels);
    if (value === (this.#value ?? this.edit.value)) return;
    this.#next = this.#value = value;
    this.#follow();
  }

  /** @param {number} pixels From where it is. */
  by(pixels) {
    this.to(this.#pixels + pixels);
  }

  /** Of the values that come while the engine is at one, the last is shown. */
  async #follow() {
    if (this.#isFollowing) return;
    this.#isFollowing = true;
    while (this.#next !== undefined && !this.#isOver) {
      const value = this.#next;
      this.#next = undefined;
      await this.#show(value);
    }
    this.#isFollowing = false;
  }

  /** @param {number} value */
  async #show(value) {
    const { element } = this;
    const { session, trace, k } = this.#start;
    const { config } = await editedAt(session, trace, k, /** @type {Edit} */ ({ ...this.edit, value }));
    const preview = await element.changes?.preview(claiming(config, this.#start), session).catch(() => undefined);
    if (!preview) return;
    if (this.#isOver) return preview.close();
    const former = element.session;
    element.exchange(preview, preview.marks.phase[1]);
    if (former !== session) former?.close();
    await element.updateComplete;
  }

  /** It is let go: the example has the value now. */
  async end() {
    if (this.#isOver) return;
    this.#isOver = true;
    const { element } = this;
    const { session } = this.#start;
    if (this.#value === undefined || element.session === session) return;
    await element.changes?.edit(this.edit, full(this.#value));
    session.close();
  }

  /** It comes to nothing: what was shown before is shown again. */
  cancel() {
    this.#isOver = true;
    const { session, at } = this.#start;
    const former = this.element.session;
    if (former === session) return;
    this.element.exchange(session, at);
    former?.close();
  }
}

/** Those that take no training, so that they follow at once. @param {ExampleConfig["claims"]} claims */
const quick = (claims = []) => claims.filter(({ iteration = 1 }) => iteration <= 1);

/**
 * The text still claims its numbers while a value is dragged: one sees which of them hold.
 * @param {ExampleConfig} config @param {{ session: Session, trace: Trace, k: number }} start
 */
const claiming = (config, { session, trace, k }) =>
  trace.iteration === 0 && trace.events[k - 1]?.phase !== "update"
    ? { ...config, claims: quick(session.config.claims), reconstructed: session.config.reconstructed }
    : config;

/** What is held by keys, until they are let go. @type {Drag | undefined} */
let keyed;

/** @param {Drag} drag */
function letGo(drag) {
  if (keyed === drag) keyed = undefined;
  drag.end();
}

/** Longer than a key takes that is held down until it repeats. */
const UNTIL_REPEATED = 1000;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let waiting;

/**
 * A key that was pressed while this file was fetched may have been let go by now, and nobody is told.
 * @param {Drag} drag
 */
function letGoLater(drag) {
  clearTimeout(waiting);
  waiting = setTimeout(() => letGo(drag), UNTIL_REPEATED);
}

/** @param {WorkedExample} element @param {NumberEdit} edit @param {KeyboardEvent} event */
function holdByKey(element, edit, event) {
  const pixels = event.key === "ArrowUp" ? KEY : event.key === "ArrowDown" ? -KEY : 0;
  if (!pixels) return;
  event.preventDefault();
  if (!keyed) {
    const drag = (keyed = new Drag(element, edit));
    for (const name of ["keyup", "focusout"]) element.addEventListener(name, () => letGo(drag), { once: true });
  }
  keyed.by(event.shiftKey ? pixels * 10 : pixels);
  letGoLater(keyed);
}

/** @param {WorkedExample} element @param {NumberEdit} edit @param {PointerEvent} down */
function holdByPointer(element, edit, down) {
  const { pointerId, clientX, clientY } = down;
  // A second finger zooms, another button opens a menu.
  if (!down.isPrimary || down.button !== 0) return;
  const listening = new AbortController();
  const { signal } = listening;
  /** @type {Drag | undefined} */
  let drag;
  /** @param {PointerEvent} event */
  const on = (event) => {
    if (event.pointerId !== pointerId) return;
    if (event.type === "pointercancel" || (event.type === "pointermove" && event.buttons === 0)) {
      listening.abort();
      drag?.cancel();
    } else if (event.type === "pointerup") {
      listening.abort();
      if (drag) stopClick();
      drag?.end();
    } else {
      // By touch up and down is the page's.
      const pixels = event.clientX - clientX - (event.pointerType === "touch" ? 0 : event.clientY - clientY);
      if (!drag && Math.abs(pixels) < STILL) return;
      drag ??= new Drag(element, edit);
      event.preventDefault();
      drag.to(pixels);
    }
  };
  for (const name of /** @type {const} */ (["pointermove", "pointerup", "pointercancel"])) {
    window.addEventListener(name, on, { signal });
  }
}

/** The click that follows a drag opens nothing. */
function stopClick() {
  const stop = (/** @type {Event} */ event) => {
    event.stopPropagation();
    event.preventDefault();
  };
  window.addEventListener("click", stop, { capture: true, once: true });
  setTimeout(() => window.removeEventListener("click", stop, { capture: true }));
}

/**
 * A number in a field, by its name or by keys.
 * @param {WorkedExample} element @param {NumberEdit} edit @param {HoldEvent} event
 */
export const holdField = (element, edit, event) =>
  "key" in event ? holdByKey(element, edit, event) : holdByPointer(element, edit, event);

/** What stands in the picture. @param {WorkedExample} element @param {Element} held @param {HoldEvent} event */
export function hold(element, held, event) {
  const { shown } = element;
  const edit = shown && editOf(/** @type {SVGElement} */ (held).dataset, shown.trace);
  if (edit) holdField(element, edit, event);
}
