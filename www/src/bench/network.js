/** The network of the bench: layers, units and weights while it trains. */
import { html } from "lit";
import { Part } from "./part.js";

export class BenchNetwork extends Part {
  static part = /** @type {const} */ ("network");
  static follows = [...Part.follows, "frame"];
  /** @type {import("../experiment/lab.js").PanelQuery[]} */
  static queries = ["activations"];

  content() {
    const { lab, words } = this;
    return html`<gn-live-network
      ?running=${lab.running}
      .setup=${lab.setup}
      .frame=${lab.frame}
      .words=${words}
      .inputName=${words.model.input}
    ></gn-live-network>`;
  }
}
