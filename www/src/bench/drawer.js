/** "Look inside this moment": one row or one mini-batch, operation by operation, at the weights of this moment. */
import { html, nothing } from "lit";
import { Part } from "./part.js";

export class BenchDrawer extends Part {
  static part = /** @type {const} */ ("drawer");
  static properties = { ...Part.properties, open: { type: Boolean, reflect: true } };

  constructor() {
    super();
    this.open = false;
  }

  #close = () => this.dispatchEvent(new CustomEvent("close-drawer", { bubbles: true, composed: true }));

  content() {
    if (!this.open) return nothing;
    return html`<button type="button" class="button" @click=${this.#close}>${this.own.close}</button>`;
  }
}
