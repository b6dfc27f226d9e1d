/**
 * `<gn-bench-network>`: layers, units and weights while it trains, with their controls around them.
 *
 * @import { ExperimentConfig } from "../experiment/types.js"
 * @import { PanelQuery, ValidationError } from "../experiment/lab.js"
 * @import { ActiveLayer } from "../experiment/layers.js"
 * @import { Layout } from "./network-layout.js"
 * @import { Place } from "./network-hit.js"
 * @import { NetworkSight } from "./network-canvas.js"
 */
import { html, nothing } from "lit";
import { Surroundings } from "../element/surroundings.js";
import { activeLayers, sizesOf } from "../experiment/layers.js";
import { showChoices } from "../panels/views/setting.js";
import { layerMenu, layerTools } from "./layer-tools.js";
import { NetworkCanvas } from "./network-canvas.js";
import { biasPlace, columnsOf, countOf, namesOf, numberOf } from "./network-columns.js";
import { placeAt, walk } from "./network-hit.js";
import { layoutOf } from "./network-layout.js";
import { networkStyle } from "./network-style.js";
import { fieldView, footView, headView, rejectionView } from "./network-views.js";
import { Part } from "./part.js";
import { partStyle } from "./part-style.js";

/** The line of words under the picture. */
const FOOT = 18;

/** From this width on the names of layers stand below the controls above, and so far from them. */
const [WIDE, APART] = [480, 4];

/** How often what is pointed at is read anew while it trains, in milliseconds. */
const READ = 150;

/**
 * A change that was rejected, and the column of its control.
 * @typedef {{ place: number | "layers", error: ValidationError }} Rejection
 */

/**
 * The layers, what their columns are called, and where they stand.
 * @typedef {{ layers: ActiveLayer[], names: ReturnType<typeof namesOf>, layout: Layout }} Placed
 */

export class BenchNetwork extends Part {
  static part = /** @type {const} */ ("network");
  static styles = [partStyle, networkStyle];
  static follows = [...Part.follows, "frame", "unit"];

  static properties = {
    ...Part.properties,
    at: { state: true },
    edited: { state: true },
    menu: { state: true },
    overlay: { state: true },
    rejected: { state: true },
    box: { state: true },
  };

  constructor() {
    super();
    /** What is pointed at. @type {Place | undefined} */ this.at = undefined;
    /** The number that is being changed. @type {Place | undefined} */ this.edited = undefined;
    /** The column whose menu is open. @type {number | undefined} */ this.menu = undefined;
    /** What the links show. @type {"weights" | "gradients"} */ this.overlay = "weights";
    /** The last change that was rejected. @type {Rejection | undefined} */ this.rejected = undefined;
    /** @type {{ width: number, height: number, target: number } | undefined} */ this.box = undefined;
    /** How far the picture is scrolled to the right. */ this.scrolled = 0;
  }

  #canvas = new NetworkCanvas(this, () => this.#sight);
  surroundings = new Surroundings(this, { colors: () => this.#canvas.colors() });
  #read = 0;
  /** @type {Placed & { setup: unknown, box: unknown, words: unknown } | undefined} */
  #laidOut;
  /** @type {AbortController | undefined} */
  #measuring;

  connectedCallback() {
    super.connectedCallback();
    this.#measuring = new AbortController();
    const isFine = matchMedia("(pointer: fine)");
    const sized = new ResizeObserver(([{ contentRect }]) => {
      const [width, height] = [Math.floor(contentRect.width), Math.floor(contentRect.height)];
      if (width < 60 || height < 60) return;
      this.box = { width, height, target: isFine.matches && width >= WIDE ? 32 : 44 };
    });
    sized.observe(this);
    this.#measuring.signal.addEventListener("abort", () => sized.disconnect());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#measuring?.abort();
  }

  get hasSurfaces() {
    return this.lab?.setup?.config.features.length === 2;
  }

  /** @returns {readonly PanelQuery[]} */
  get needs() {
    return [
      "activations",
      this.hasSurfaces ? "surfaces" : "outputs",
      .../** @type {PanelQuery[]} */ (this.overlay === "gradients" ? ["gradients", "health"] : []),
    ];
  }

  /** Layers and where they stand, anew for another experiment or another box. */
  get #placed() {
    const { setup } = this.lab;
    const { box, words } = this;
    if (!setup || !box) return undefined;
    const known = this.#laidOut;
    if (known && known.setup === setup && known.box === box && known.words === words) return known;
    const layers = activeLayers(setup);
    const { width, target } = box;
    const height = box.height - target - (box.width < WIDE ? 0 : APART) - FOOT;
    const layout = layoutOf(columnsOf(layers), { width, height, target, hasSurfaces: this.hasSurfaces });
    return (this.#laidOut = { setup, box, words, layers, layout, names: namesOf(words, layers, setup) });
  }

  /** What the canvas draws. @returns {NetworkSight | undefined} */
  get #sight() {
    const placed = this.#placed;
    const { frame, setup, row } = this.lab;
    if (!placed || !frame || !setup) return undefined;
    return {
      layout: placed.layout,
      layers: placed.layers,
      features: setup.config.features,
      names: placed.names,
      frame,
      row: this.lab.values ? -1 : row,
      at: this.edited ?? this.at ?? this.#pointedElsewhere(),
      overlay: this.overlay,
      more: this.own.more,
      hasSurfaces: this.hasSurfaces,
      hasClasses: Boolean(setup.classes),
    };
  }

  /** A unit that is pointed at in another part. @returns {Place | undefined} */
  #pointedElsewhere() {
    const { unit } = this.lab;
    return unit && { column: unit.layer + 1, unit: unit.unit };
  }

  /** @param {string} event */
  follow(event) {
    if (event === "frame") return this.#onFrame();
    if (event === "unit") return this.#canvas.all();
    if (event === "setup") {
      this.at = this.edited = undefined;
      this.rejected = undefined;
      this.subscribe();
    }
    if (event === "validation-error" && this.rejected && this.lab.validationError !== this.rejected.error)
      this.rejected = undefined;
    super.follow(event);
  }

  #onFrame() {
    if (!this.inView) return;
    if (this.lab.running) this.#canvas.next();
    else this.#canvas.all();
    const now = performance.now();
    if (!this.at || (this.lab.running && now - this.#read < READ)) return;
    this.#read = now;
    this.requestUpdate();
  }

  /** @param {import("lit").PropertyValues<this>} changed */
  updated(changed) {
    if (!this.lab?.busy) showChoices(this.renderRoot);
    // Only the reading was anew: the picture is drawn by its frames.
    if (changed.size || !this.lab?.running) this.#canvas.all();
  }

  /**
   * Another model made from the present one, be it a preset's or the reader's; what the engine rejects is said beside
   * the control.
   * @param {number | "layers"} place
   * @param {(config: ExperimentConfig) => ExperimentConfig} act
   * @param {boolean} [closes] Whether a menu closes then.
   */
  async change(place, act, closes = false) {
    const { lab } = this;
    const model = lab.setup?.config.model;
    const taken = await lab.change((config) => act(config.model ? config : { ...config, model }));
    if (taken === false && lab.validationError) this.rejected = { place, error: lab.validationError };
    else if (closes) this.#closeMenu();
  }

  /** @param {number | undefined} column */
  openMenu(column) {
    this.menu = this.menu === column ? undefined : column;
    this.edited = undefined;
    if (this.menu === undefined) return;
    this.updateComplete.then(() => {
      const first = this.renderRoot.querySelector(".menu :is(button, select)");
      if (first instanceof HTMLElement) first.focus();
    });
  }

  /** Closes the menu and puts the keyboard back onto its button, or onto that of the layer which stands there now. */
  async #closeMenu() {
    const column = this.menu;
    if (column === undefined) return;
    const button = this.renderRoot.querySelector(`[data-menu="${column}"]`);
    this.menu = undefined;
    if (button instanceof HTMLElement) button.focus();
    await this.updateComplete;
    if (!this.shadowRoot?.activeElement) this.renderRoot.querySelector("canvas")?.focus();
  }

  /** @param {KeyboardEvent} event */
  onMenuKey = (event) => {
    if (event.key === "Escape") {
      event.stopPropagation();
      return void this.#closeMenu();
    }
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!step || !(event.target instanceof HTMLButtonElement)) return;
    event.preventDefault();
    const items = Array.from(this.renderRoot.querySelectorAll(".menu button"));
    const next = items[items.indexOf(event.target) + step];
    if (next instanceof HTMLElement) next.focus();
  };

  /** @param {FocusEvent} event */
  onMenuLeft = ({ currentTarget, relatedTarget }) => {
    const menu = /** @type {HTMLElement} */ (currentTarget);
    const isButton = relatedTarget instanceof Element && relatedTarget.closest(`[data-menu="${this.menu}"]`);
    if (relatedTarget instanceof Node && !menu.contains(relatedTarget) && !isButton) this.menu = undefined;
  };

  showCode() {
    this.menu = undefined;
    this.tell("show-tab", "code");
  }

  /** @param {Place | undefined} place */
  #point(place) {
    this.at = place;
    this.lab.point(place && { layer: place.column - 1, unit: place.unit });
  }

  /** @param {PointerEvent} event @returns {Place | undefined} */
  #placeOf({ offsetX, offsetY }) {
    const placed = this.#placed;
    return placed && placeAt(placed.layout, offsetX, offsetY);
  }

  /** @param {PointerEvent} event */
  #onPointer = (event) => {
    if (this.edited) return;
    const place = this.#placeOf(event);
    const { at } = this;
    if (place?.column === at?.column && place?.unit === at?.unit && place?.weight === at?.weight) return;
    this.#point(place);
  };

  /** A finger that is lifted leaves what it pointed at. @param {Event} event */
  #onLeave = (event) => {
    const isLifted = event instanceof PointerEvent && event.pointerType === "touch";
    if (!this.edited && !isLifted) this.#point(undefined);
  };

  /** A finger points first; what is pointed at opens. @param {PointerEvent} event */
  #onClick = (event) => {
    const place = this.#placeOf(event);
    this.menu = undefined;
    if (!place) {
      this.edited = undefined;
      return this.#point(undefined);
    }
    const { at } = this;
    const isPointedAt = at && at.column === place.column && at.unit === place.unit && at.weight === place.weight;
    this.#point(place);
    if (event.pointerType === "touch" && place.weight === undefined && !isPointedAt) return;
    this.edit(place);
  };

  /** Opens a weight, or the bias of a unit; training pauses. @param {Place} place */
  edit(place) {
    const placed = this.#placed;
    const edited = place.weight === undefined ? placed && biasPlace(placed.layers, place) : place;
    if (!placed || !edited || !numberOf(placed.layers, edited)) return;
    this.lab.pause();
    this.#point(edited);
    this.edited = edited;
  }

  /** @param {boolean} focus Whether the keyboard goes back to the picture. */
  #closeField(focus) {
    if (!this.edited) return;
    const { column, unit } = this.edited;
    this.at = focus ? this.edited : undefined;
    this.edited = undefined;
    if (this.lab.validationError?.path === "weight") this.lab.forgive();
    if (focus) this.renderRoot.querySelector("canvas")?.focus();
    else this.lab.point(undefined);
    if (focus) this.lab.point({ layer: column - 1, unit });
  }

  /** @param {KeyboardEvent} event */
  onFieldKey = (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    this.#closeField(true);
  };

  /** @param {FocusEvent} event */
  onFieldLeft = ({ currentTarget, relatedTarget }) => {
    if (relatedTarget !== currentTarget && document.hasFocus()) this.#closeField(false);
  };

  /** @param {KeyboardEvent} event */
  #onKey = (event) => {
    const placed = this.#placed;
    if (!placed) return;
    const { at } = this;
    const opens = event.key === "F2" || (event.key === "Enter" && at?.weight !== undefined);
    const next = opens ? undefined : walk(placed.layout, at, event.key, (place) => countOf(placed.layers, place));
    if (!next && !(opens && at)) return;
    event.preventDefault();
    if (event.key === "Escape") event.stopPropagation();
    if (next) this.#point(next);
    else if (at) this.edit(at);
  };

  #onFocus = () => {
    const placed = this.#placed;
    if (!this.at && placed && this.renderRoot.querySelector("canvas:focus-visible"))
      this.#point({ column: 0, unit: placed.layout.columns[0].slots[0].unit });
  };

  #onScroll = (/** @type {Event} */ { currentTarget }) => {
    this.scrolled = /** @type {HTMLElement} */ (currentTarget).scrollLeft;
    if (this.menu !== undefined || this.edited) this.requestUpdate();
  };

  /** @param {"weights" | "gradients"} overlay */
  show(overlay) {
    this.overlay = overlay;
    this.subscribe();
  }

  content() {
    const { own, box } = this;
    const placed = this.#placed;
    if (!placed || !box) return nothing;
    const { layers, layout, names } = placed;
    const last = layers.findLastIndex(({ isDense }) => isDense);
    const tooled = layers.map((layer, i) => ({
      layer,
      column: i + 1,
      name: names[i + 1].long,
      short: names[i + 1].short,
      isOutput: i === last,
    }));
    const open = tooled.find(({ column }) => column === this.menu);
    return html`<div class="network" .style=${`--target:${box.target}px`}>
      ${headView(this, layers)}
      <div class="stage">
        <div class="scroller" @scroll=${this.#onScroll}>
          <div class="inner" .style=${`width:${layout.width}px`}>
            <canvas
              class=${this.at ? "pictured over" : "pictured"}
              role="application"
              tabindex="0"
              .style=${`width:${layout.width}px;height:${layout.height}px`}
              aria-label=${own.label(sizesOf(layers))}
              @pointermove=${this.#onPointer}
              @pointerleave=${this.#onLeave}
              @click=${this.#onClick}
              @focus=${this.#onFocus}
              @blur=${this.#onLeave}
              @keydown=${this.#onKey}
            ></canvas>
            ${tooled.map((each) => layerTools(this, each, layout))}
          </div>
        </div>
        ${open ? layerMenu(this, open, layout, box.width) : nothing} ${fieldView(this, placed)}
        ${rejectionView(this, placed)}
      </div>
      ${footView(this, placed)}
    </div>`;
  }
}
