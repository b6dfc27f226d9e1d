/**
 * The canvas of the network of the bench: what of it is drawn in which frame. The pictures of units are drawn in
 * one; then links, while it trains now and then, some in each, so that no frame is long: they are seen when all between
 * two columns are drawn.
 *
 * @import { NetworkView } from "./network-draw.js"
 */
import { areSame } from "../charts/layer.js";
import { sizeTo, tokensOf } from "../charts/picture.js";
import { Picture } from "../experiment/draw-scheduler.js";
import { drawColumn, drawGap, drawGround } from "./network-draw.js";
import { drawLinks } from "./network-links.js";
import { SurfacePictures } from "./network-pictures.js";

/** While it trains, links are drawn anew after so many milliseconds. */
const LINKS = 120;

/** So many links at the most are drawn in a frame, or those of one unit. */
const MANY = 100;

/**
 * Some of the links between two columns: into the units from one place in the second to another.
 * @typedef {{ gap: number, from: number, to: number, count: number }} Links
 */

/** @typedef {Omit<NetworkView, "pictures" | "tokens"> & { hasSurfaces: boolean, hasClasses: boolean }} NetworkSight */

export class NetworkCanvas {
  #host;
  #sight;
  #picture;
  #pictures = new SurfacePictures();
  /** What the pictures were painted of. @type {readonly unknown[]} */
  #painted = [];
  /** What is still to be drawn; undefined for all of it. @type {(Links | "units")[] | undefined} */
  #queue;
  /** Links between two columns of which some are still to be drawn. */
  #links = document.createElement("canvas");
  /** What its ground was drawn of. @type {readonly unknown[]} */
  #ground = [];
  #linksDrawn = 0;
  /** @type {Record<string, string> | undefined} */
  #tokens;

  /** @param {import("lit").LitElement} host @param {() => NetworkSight | undefined} sight */
  constructor(host, sight) {
    this.#host = host;
    this.#sight = sight;
    this.#picture = new Picture(host, () => this.#draw());
  }

  /** All of it is drawn anew. */
  all() {
    this.#queue = undefined;
    this.#picture.ask();
  }

  /** Colours are others: to be asked for at once, outside of a frame. */
  colors() {
    this.#tokens = undefined;
    this.all();
  }

  /** Training went on: what changed is drawn. */
  next() {
    const sight = this.#sight();
    if (this.#queue && sight) {
      if (!this.#queue.includes("units")) this.#queue.unshift("units");
      const now = performance.now();
      if (this.#queue.length === 1 && now - this.#linksDrawn > LINKS) {
        this.#linksDrawn = now;
        this.#queue.push(...linksIn(sight.layout));
      }
    }
    this.#picture.ask();
  }

  /** @param {NetworkSight} sight @param {Record<string, string>} tokens */
  #paint({ layout, layers, hasClasses, frame }, tokens) {
    const wanted = [frame.surfaces, layout, tokens];
    if (!frame.surfaces || wanted.every((each, i) => each === this.#painted[i])) return;
    this.#painted = wanted;
    this.#pictures.paint(frame.surfaces, layout, layers, hasClasses, tokens);
  }

  #draw() {
    const canvas = this.#host.renderRoot.querySelector("canvas");
    const context = canvas?.getContext("2d");
    const sight = this.#sight();
    if (!canvas || !context || !sight) return;
    this.#tokens ??= tokensOf(this.#host);
    const { layout } = sight;
    const sharp = sizeTo(canvas, layout.width, layout.height);
    context.setTransform(sharp, 0, 0, sharp, 0, 0);
    this.#paint(sight, this.#tokens);
    const view = { ...sight, tokens: this.#tokens, pictures: sight.hasSurfaces ? this.#pictures : undefined };
    const ground = [canvas, canvas.width, canvas.height, layout, sight.names, this.#tokens, document.fonts?.status];
    const isNew = !areSame(ground, this.#ground);
    if (isNew) drawGround(context, view);
    this.#ground = ground;
    if (isNew || !this.#queue) this.#queue = ["units", ...linksIn(layout)];
    this.#some(context, view, this.#queue);
    if (this.#queue.length) this.#picture.ask();
  }

  /** @param {CanvasRenderingContext2D} context @param {NetworkView} view @param {(Links | "units")[]} queue */
  #some(context, view, queue) {
    const next = queue.shift();
    if (next === "units")
      for (let column = 0; column < view.layout.columns.length; column++) drawColumn(context, view, column);
    if (!next || next === "units") return;
    this.#drawLinks(context, view, next);
    for (let { count } = next; typeof queue[0] === "object" && count + queue[0].count <= MANY;) {
      count += queue[0].count;
      this.#drawLinks(context, view, /** @type {Links} */ (queue.shift()));
    }
  }

  /** @param {CanvasRenderingContext2D} context @param {NetworkView} view @param {Links} links */
  #drawLinks(context, view, { gap, from, to }) {
    const last = view.layout.columns[gap + 1].slots.length;
    if (from === 0 && to === last) return drawGap(context, view, gap);
    const { width, height } = context.canvas;
    const own = this.#links.getContext("2d");
    if (this.#links.width !== width || this.#links.height !== height) Object.assign(this.#links, { width, height });
    own?.setTransform(context.getTransform());
    if (from === 0) own?.clearRect(0, 0, width, height);
    if (own) drawLinks(own, view, gap, { from, to });
    if (to === last) drawGap(context, view, gap, this.#links);
  }
}

/** All links, in parts that are drawn in a frame each. @param {NetworkView["layout"]} layout @returns {Links[]} */
export const linksIn = ({ columns }) =>
  columns.slice(1).flatMap(({ slots, kind }, gap) => {
    const each = kind === "bar" ? 0 : columns[gap].slots.length;
    const most = each ? Math.max(Math.floor(MANY / each), 1) : slots.length;
    return Array.from({ length: Math.ceil(slots.length / most) }, (_, part) => {
      const [from, to] = [part * most, Math.min((part + 1) * most, slots.length)];
      return { gap, from, to, count: (to - from) * each };
    });
  });
