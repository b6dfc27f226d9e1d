/**
 * What all panels share: the lab that they show, their words, a numbered heading, and what they are drawn for.
 *
 * A panel overrides `content()`; `name` is its object of words, `follows` the lab's events that it is drawn anew for,
 * and
 * `wants` what it needs in each frame. While it is out of sight it wants nothing and is not drawn.
 *
 * @import { Lab, PanelQuery } from "../experiment/lab.js"
 * @import { PanelName, Words } from "../locales/playground.js"
 */
import { html, nothing } from "lit";
import { GlassElement } from "../element/element.js";
import { panelStyle } from "./style/panel.js";

export class Panel extends GlassElement {
  /** @type {import("lit").CSSResultGroup} */
  static styles = panelStyle;

  /** @type {import("lit").PropertyDeclarations} */
  static properties = {
    lab: { attribute: false },
    words: { attribute: false },
    digits: { type: Number },
    isOpen: { attribute: false },
  };

  /** The lab's events that a panel is drawn anew for. */
  static follows = ["setup", "running", "busy", "validation-error", "row"];

  /** What it needs in each frame. @type {PanelQuery[]} */
  static queries = [];

  /** Its object of words. @type {PanelName} */
  static panel = "data";

  constructor() {
    super();
    /** @type {Lab} */ this.lab = /** @type {any} */ (undefined);
    /** @type {Words} */ this.words = /** @type {any} */ (undefined);
    this.digits = 3;
    /** Whether its tab is chosen: else it is not drawn. */
    this.isOpen = true;
    /** Whether it is in the reader's view. */
    this.inView = false;
  }

  /** @type {AbortController | undefined} */
  #listening;

  get #own() {
    return /** @type {typeof Panel} */ (this.constructor);
  }

  connectedCallback() {
    super.connectedCallback();
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    this.updateComplete.then(() => {
      if (signal.aborted) return;
      for (const event of this.#own.follows) this.lab.addEventListener(event, () => this.follow(event), { signal });
      this.lab.addEventListener("running", () => this.toggleAttribute("training", this.lab.running), { signal });
    });
    if (!globalThis.IntersectionObserver) return this.#look(true);
    const seen = new IntersectionObserver(([{ isIntersecting }]) => this.#look(isIntersecting), { rootMargin: "25%" });
    seen.observe(this);
    signal.addEventListener("abort", () => {
      seen.disconnect();
      this.#look(false);
    });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#listening?.abort();
  }

  /** @param {boolean} inView */
  #look(inView) {
    if (inView === this.inView) return;
    this.inView = inView;
    this.subscribe();
    if (inView) this.requestUpdate();
  }

  /** What it needs in each frame now: a panel overrides it where that changes. @returns {readonly PanelQuery[]} */
  get needs() {
    return this.#own.queries;
  }

  /** @type {readonly PanelQuery[]} */
  #subscribed = [];

  /** Asks the lab for what it needs, and for nothing out of sight. */
  subscribe() {
    const [before, needs] = [this.#subscribed, this.inView ? this.needs : []];
    this.#subscribed = needs;
    for (const what of needs) if (!before.includes(what)) this.lab?.subscribe(what, true);
    for (const what of before) if (!needs.includes(what)) this.lab?.subscribe(what, false);
  }

  shouldUpdate() {
    return this.isOpen;
  }

  /** An event of the lab that it follows. Frames come often: they are drawn only in view. @param {string} event */
  follow(event) {
    if (event !== "frame" || this.inView) this.requestUpdate();
  }

  /** Its own words. */
  get own() {
    return /** @type {any} */ (this.words)[this.#own.panel];
  }

  /** @returns {unknown} */
  content() {
    return nothing;
  }

  /** @returns {unknown} */
  render() {
    if (!this.words || !this.lab) return nothing;
    const { title, term, lead } = this.own;
    return html`<section class="panel" part="panel" aria-labelledby="title">
      <header class="panel-head">
        <h2 id="title">
          ${title}
          <span class="term">${term}</span>
        </h2>
        <p class="lead">${lead}</p>
      </header>
      ${this.content()}
    </section>`;
  }
}
