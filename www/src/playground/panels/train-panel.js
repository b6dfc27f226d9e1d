import { html } from "lit";
import { Panel } from "./panel.js";

export class TrainPanel extends Panel {
  static panel = /** @type {const} */ ("train");

  content() {
    return html``;
  }
}
