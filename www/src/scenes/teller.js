/**
 * Tells a page how a scene's training goes. It looks at the lab alone; who listens it does not know.
 *
 * @import { Lab } from "../playground/lab.js"
 */

export class Teller {
  #isReady = false;
  #updates = 0;
  #epochs = 0;
  #isOver = false;
  #lab;
  #tell;

  /** @param {Lab} lab @param {(name: string, detail: object) => void} tell */
  constructor(lab, tell) {
    this.#lab = lab;
    this.#tell = tell;
    lab.addEventListener("setup", () => this.#forget());
    lab.addEventListener("frame", () => this.#frame());
  }

  /** From the start: what was told is not so any more. */
  #forget() {
    this.#updates = this.#epochs = 0;
    this.#isOver = false;
    this.#frame();
  }

  /** The first time that there is something to see. @param {string} scene */
  ready(scene) {
    if (this.#isReady) return;
    this.#isReady = true;
    this.#tell("ready", { scene });
  }

  /** @param {unknown} failure @param {string} [words] In the reader's language, where it is known. */
  failed(failure, words) {
    const { code = "unknown", message = "" } = /** @type {any} */ (failure ?? {});
    this.#tell("error", { code, message: words ?? message });
  }

  /** Not every update and epoch is told of while it trains fast: the latest of each frame is. */
  #frame() {
    const { state, history } = this.#lab;
    if (!state) return;
    const { updates, end } = state;
    if (updates !== this.#updates) {
      this.#updates = updates;
      const iteration = end ? updates : updates + 1;
      this.#tell("step", { at: updates, iteration, epoch: history.epoch.length, batch: state.batch + 1, loss: state.loss });
    }
    if (history.epoch.length !== this.#epochs) {
      this.#epochs = history.epoch.length;
      const last = Object.entries(history.history).map(([name, values]) => [name, values[values.length - 1]]);
      if (this.#epochs) this.#tell("epoch", { epoch: this.#epochs, ...Object.fromEntries(last) });
    }
    const isOver = Boolean(end);
    if (isOver && !this.#isOver) this.#tell("end", { ...end });
    this.#isOver = isOver;
  }
}
