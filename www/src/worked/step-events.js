/**
 * Tells the page where in its operations a scene is.
 */
import { dispatch } from "../element/events.js";
import { stepDetail } from "./timeline.js";

export class StepEvents {
  /** Where the reader was last; the beginning is reported, too. */
  #at = -1;
  #phase = "";

  /** @param {HTMLElement} scene */
  constructor(scene) {
    this.scene = scene;
  }

  /**
   * The reader is at a position, with `event` done last; it is reported once.
   * @param {number} at
   * @param {number} last
   * @param {number} iteration From 1.
   * @param {Parameters<typeof stepDetail>[0]} event
   * @param {object} [more]
   */
  at(at, last, iteration, event, more) {
    if (at === this.#at) return;
    this.#at = at;
    const step = stepDetail(event);
    dispatch(this.scene, "step", { at, iteration, ...step, ...more });
    const phase = step ? `${step.phase} ${iteration}` : "";
    if (step && phase !== this.#phase) dispatch(this.scene, "phase", { phase: step.phase, iteration });
    this.#phase = phase;
    if (at === last) dispatch(this.scene, "end", {});
  }
}
