/**
 * `<glass-net-playground>`: the bench, where data, network and output stand in one view around one run, and below it
 * the tabs with what is deeper.
 *
 * It wires the lab and the parts; each part knows the lab alone.
 *
 * @import { LitElement } from "lit"
 * @import { PlaceName } from "./panels.js"
 * @import { Words } from "../locales/playground.js"
 */
import { html, nothing } from "lit";
import { html as staticHtml, unsafeStatic } from "lit/static-html.js";
import { dispatch } from "../element/events.js";
import { Scene } from "../scenes/scene.js";
import { theme } from "../theme.js";
import { validationErrorNote } from "../panels/views/validation-error.js";
import { PanelLoading } from "./panel-loading.js";
import { DRAWER, FIRST_PLACE, isPlace, PANELS } from "./panels.js";
import { followTouch, showBegin } from "./phone.js";
import { playgroundStyle } from "./style.js";
import { showChosen, tabList } from "./tabs.js";

/** The parts, in the order in which the keyboard comes to them. */
const PARTS = ["bar", "settings", "data", "network", "output", "strip"];

export class Playground extends Scene {
  static styles = [theme, playgroundStyle];

  static scene = /** @type {const} */ ("playground");

  static pictured = ["gn-bench-network >>> .pictured", "gn-bench-output >>> .pictured"];

  /** @type {import("lit").PropertyDeclarations} */
  static properties = { ...Scene.properties, place: { state: true }, isLookingInside: { state: true } };

  constructor() {
    super();
    /** The tab that is chosen. @type {PlaceName} */ this.place = FIRST_PLACE;
    /** Whether the drawer is open. */ this.isLookingInside = false;
    this.addEventListener("show-tab", (event) => this.#lead(/** @type {CustomEvent} */ (event).detail));
    this.addEventListener("look-inside", () => this.#lookInside());
    this.addEventListener("close-drawer", () => {
      this.isLookingInside = false;
    });
  }

  /** Chooses a tab. @param {unknown} name */
  show(name) {
    if (!isPlace(name) || name === this.place) return;
    this.place = name;
    dispatch(this, "change", this.state);
  }

  /** Chooses a tab; the exports lie below the sentence that leads there. @param {unknown} name */
  async #lead(name) {
    this.show(name);
    if (name !== "save") return;
    await this.updateComplete;
    const panel = /** @type {LitElement | null} */ (this.renderRoot.querySelector("#tab-save"));
    await panel?.updateComplete;
    panel?.scrollIntoView({ block: "start" });
  }

  /** Training pauses at once; the drawer opens when it is there. */
  async #lookInside() {
    this.lab.pause();
    this.isLookingInside = await this.#panels.has(DRAWER);
  }

  /** Parts are drawn in each frame; what is around them is not. @param {string} event */
  follow(event) {
    if (event !== "frame") super.follow(event);
  }

  get state() {
    const state = super.state;
    return state && { ...state, tab: this.place };
  }

  set state(state) {
    this.show(state?.tab);
    super.state = state;
  }

  /** @param {Words} words */
  #bench(words) {
    const { lab, digits } = this;
    const part = (/** @type {string} */ name) =>
      staticHtml`<${unsafeStatic(`gn-bench-${name}`)} class=${name} part=${name} .lab=${lab} .words=${words} .digits=${digits}></${unsafeStatic(`gn-bench-${name}`)}>`;
    return html`<div class="bench">
      ${PARTS.map(part)}
      <gn-bench-drawer
        class="drawer"
        .lab=${lab}
        .words=${words}
        .digits=${digits}
        ?hidden=${!this.isLookingInside}
        ?open=${this.isLookingInside}
      ></gn-bench-drawer>
    </div>`;
  }

  #panels = new PanelLoading(this, (failure) => {
    this.failure = failure;
  });

  firstUpdated() {
    followTouch(/** @type {ShadowRoot} */ (this.renderRoot));
  }

  /** @param {import("lit").PropertyValues<this>} changed */
  updated(changed) {
    super.updated(changed);
    if (changed.has("place") || changed.has("words")) showChosen(this.renderRoot);
    if (changed.has("place")) showBegin(this.renderRoot);
    this.#panels.show(this.place);
  }

  render() {
    const { words, lab, digits, place } = this;
    if (!words) return html`<div class="waiting" role="status"></div>`;
    const validationError =
      this.failure ??
      (lab.validationError && (!lab.setup || lab.validationError.path === "")
        ? lab.validationError.failure
        : undefined);
    if (!lab.setup)
      return html`<div class="waiting" lang=${words.lang} role="status">
        ${validationError ? validationErrorNote(words, validationError) : html`<p>${words.shell.loading}</p>`}
      </div>`;
    return html`<div
      class="playground"
      lang=${words.lang}
      aria-busy=${lab.busy}
      data-place=${place}
      ?data-inside=${this.isLookingInside}
    >
      ${validationError ? validationErrorNote(words, validationError) : nothing} ${this.#bench(words)}
      ${tabList(words, place, (name) => this.show(name))}
      ${PANELS.map(({ name, tag }, i) => {
        // Where the parts of the bench are no tabs, one of the panels is open all the same.
        const isFirst = i === 0 && !PANELS.some((panel) => panel.name === place);
        const isOpen = name === place || isFirst;
        return staticHtml`<${unsafeStatic(tag)} id=${`tab-${name}`} class="tab-panel" role="tabpanel" aria-label=${words.bench.tabs[name]}
          ?hidden=${!isOpen} .isOpen=${isOpen} ?data-first=${isFirst} .lab=${lab} .words=${words} .digits=${digits}><p role="status">${isOpen ? words.shell.fetching : nothing}</p></${unsafeStatic(tag)}>`;
      })}
    </div>`;
  }
}
