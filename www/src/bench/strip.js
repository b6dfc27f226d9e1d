/** The strip under the bench: what happens, what the engine noticed, and the way inside this moment. */
import { html, nothing } from "lit";
import { endText } from "../panels/train/progress.js";
import { Part } from "./part.js";

export class BenchStrip extends Part {
  static part = /** @type {const} */ ("strip");
  static follows = [...Part.follows, "frame"];

  #look = () => this.dispatchEvent(new CustomEvent("look-inside", { bubbles: true, composed: true }));

  content() {
    const { lab, words } = this;
    const { state, setup } = lab;
    return html`<p>${state?.end && setup ? endText(words, state.end, setup) : nothing}</p>
      <button type="button" class="button" @click=${this.#look}>${this.own.look}</button>`;
  }
}
