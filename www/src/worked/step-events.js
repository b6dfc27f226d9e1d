/**
 * Tells the page where in its operations a scene is.
 */
import { tell } from "../element/events.js";
import { stepOf } from "./timeline.js";

export class Steps {
  #at = 0;
  #phase = "";

  /** @param {HTMLElement} scene */
  constructor(scene) {
    this.scene = scene;
  }

  /**
   * The reader is at a position, with `event` done last; it is told once.
   * @param {number} at
   * @param {number} last
   * @param {number} iteration From 1.
   * @param {Parameters<typeof stepOf>[0]} event
   * @param {object} [more]
   */
  at(at, last, iteration, event, more) {
    if (at === this.#at) return;
    this.#at = at;
    const step = stepOf(event);
    tell(this.scene, "step", { at, iteration, ...step, ...more });
    const phase = step ? `${step.phase} ${iteration}` : "";
    if (step && phase !== this.#phase) tell(this.scene, "phase", { phase: step.phase, iteration });
    this.#phase = phase;
    if (at === last) tell(this.scene, "end", {});
  }
}
