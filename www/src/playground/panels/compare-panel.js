import { html } from "lit";
import { Panel } from "./panel.js";

export class ComparePanel extends Panel {
  static panel = /** @type {const} */ ("compare");

  content() {
    return html``;
  }
}
