import { html } from "lit";
import { Panel } from "./panel.js";

export class ResultsPanel extends Panel {
  static panel = /** @type {const} */ ("results");

  content() {
    return html``;
  }
}
