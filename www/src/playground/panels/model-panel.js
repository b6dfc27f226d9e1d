import { html } from "lit";
import { Panel } from "./panel.js";

export class ModelPanel extends Panel {
  static panel = /** @type {const} */ ("model");

  content() {
    return html``;
  }
}
