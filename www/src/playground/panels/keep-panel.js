import { html } from "lit";
import { Panel } from "./panel.js";

export class KeepPanel extends Panel {
  static panel = /** @type {const} */ ("keep");

  content() {
    return html``;
  }
}
