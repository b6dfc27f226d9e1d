import { html } from "lit";
import { Panel } from "./panel.js";

export class DataPanel extends Panel {
  static panel = /** @type {const} */ ("data");

  content() {
    return html``;
  }
}
