/**
 * Events of a scene's training for the page. It reads the lab alone and does not know its listeners.
 *
 * @import { Lab } from "../experiment/lab.js"
 */
import { dispatch } from "../element/events.js";

export class TrainingEvents {
  #isReady = false;
  /** Those that were reported; the start is, too. */
  #updates = -1;
  #epochs = 0;
  #isOver = false;
  #lab;
  #scene;
  #isStepping;

  /** @param {Lab} lab @param {HTMLElement} scene @param {boolean} isStepping Whether updates are the scene's steps. */
  constructor(lab, scene, isStepping) {
    this.#isStepping = isStepping;
    this.#lab = lab;
    this.#scene = scene;
    lab.addEventListener("setup", () => this.#forget());
    lab.addEventListener("frame", () => this.#frame());
  }

  /** From the start: what was reported before no longer holds. */
  #forget() {
    this.#updates = -1;
    this.#epochs = 0;
    this.#isOver = false;
    this.#frame();
  }

  /** The first time that there is something to see. @param {string} scene */
  ready(scene) {
    if (this.#isReady) return;
    this.#isReady = true;
    dispatch(this.#scene, "ready", { scene });
  }

  /** Not every update and epoch is reported while it trains fast: the latest of each frame is. */
  #frame() {
    const { state, history } = this.#lab;
    if (!state) return;
    const { updates, end } = state;
    if (this.#isStepping && updates !== this.#updates) {
      this.#updates = updates;
      const iteration = end ? updates : updates + 1;
      dispatch(this.#scene, "step", {
        at: updates,
        iteration,
        epoch: history.epoch.length,
        batch: state.batch + 1,
        loss: state.loss,
      });
    }
    if (history.epoch.length !== this.#epochs) {
      this.#epochs = history.epoch.length;
      const last = Object.entries(history.history).map(([name, values]) => [name, values[values.length - 1]]);
      if (this.#epochs) dispatch(this.#scene, "epoch", { epoch: this.#epochs, ...Object.fromEntries(last) });
    }
    const isOver = Boolean(end);
    if (this.#isStepping && isOver && !this.#isOver) dispatch(this.#scene, "end", { ...end });
    this.#isOver = isOver;
  }
}
