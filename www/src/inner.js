/**
 * What `<glass-net playground>` shows in place of a worked example; nothing of it is loaded before.
 *
 * @import { GlassNet } from "./glass-net.js"
 */
import { html } from "lit";

/** @param {GlassNet} element */
export function playground(element) {
  const { data, preset, config, digits, lang } = /** @type {GlassNet & Record<string, any>} */ (element);
  import("./playground/define.js");
  return html`<glass-net-playground .data=${data} .preset=${preset} .config=${config} .digits=${digits} .lang=${lang}
    theme=${element.getAttribute("theme") ?? ""}></glass-net-playground>`;
}
