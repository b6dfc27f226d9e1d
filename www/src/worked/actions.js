/**
 * Everything that controls and keys can ask of a worked example.
 *
 * @import { ParameterPlace } from "../../../src/bindings/types.js"
 * @import { Edit } from "./edits.js"
 * @import { Term } from "../locales/index.js"
 * @import { StepSize } from "./timeline.js"
 * @import { WorkedExample } from "./worked-example.js"
 */
import { SIZES } from "./views/controls.js";

/** @param {WorkedExample} element */
export function actionsOf(element) {
  const setSize = (/** @type {StepSize} */ size) => {
    element.player.size = size;
    element.requestUpdate();
  };
  const setSpeed = (/** @type {number} */ speed) => {
    element.player.speed = speed;
    element.requestUpdate();
  };
  return {
    play: () => (element.player.playing || element.player.running ? element.pause() : element.play()),
    step: (/** @type {1 | -1} */ direction) => element.step(direction),
    forward: () => element.step(1),
    back: () => element.step(-1),
    ends: (/** @type {boolean} */ end) => {
      element.player.pause();
      element.player.seek(end ? element.player.last : 0);
      element.changed();
    },
    size: (/** @type {number} */ index) => setSize(SIZES[index]),
    speed: (/** @type {1 | -1} */ direction) => setSpeed(element.player.speedBeside(direction)),
    run: () => {
      element.player.run();
      element.changed();
    },
    reset: () => element.reset(),
    open: () => void element.open(),
    help: () => {
      element.open();
      element.helping = !element.helping;
      element.selection = undefined;
    },
    escape: () => element.close(),
    seek: (/** @type {number} */ at) => element.goTo({ at }),
    setSize,
    setSpeed,
    term: (/** @type {Term} */ name) => {
      element.term = element.term === name ? undefined : name;
      element.open();
    },
    edit: (/** @type {Edit} */ edit, /** @type {string} */ text) => {
      element.changes?.edit(edit, text);
    },
    hold: (/** @type {Edit & { value: number }} */ edit, /** @type {KeyboardEvent | PointerEvent} */ event) =>
      element.opened?.holdField(element, edit, event),
    check: (/** @type {ParameterPlace} */ place) => element.changes?.compare(place),
    restore: () => element.changes?.restore(),
  };
}
