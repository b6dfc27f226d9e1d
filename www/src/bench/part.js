/**
 * A part of the bench: a panel without a heading that fills the box which the bench gives it.
 */
import { nothing } from "lit";
import { Panel } from "../panels/panel.js";
import { partStyle } from "./part-style.js";

export class Part extends Panel {
  /** @type {import("lit").CSSResultGroup} */
  static styles = partStyle;

  /** Its object of words. @type {keyof import("../locales/playground.js").Words["bench"]} */
  static part = "bar";

  get own() {
    return /** @type {any} */ (this.words).bench[/** @type {typeof Part} */ (this.constructor).part];
  }

  /** Tells the shell, or a panel, what the lab is not about. @param {string} name @param {unknown} [detail] */
  tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }

  render() {
    return this.words && this.lab?.setup ? this.content() : nothing;
  }
}
