/**
 * The canvas of the network of the bench: what of it is drawn in which frame. At rest all of it at once; while it
 * trains the pictures of units in one frame, and now and then the links, some in each, so that no frame is long.
 *
 * @import { NetworkView } from "./network-draw.js"
 */
import { sizeTo, tokensOf } from "../charts/picture.js";
import { Picture } from "../experiment/draw-scheduler.js";
import { drawColumn, drawGap, drawNetwork } from "./network-draw.js";
import { SurfacePictures } from "./network-pictures.js";

/** While it trains, links are drawn anew after so many milliseconds. */
const LINKS = 120;

/** So many links at the most are drawn in a frame while it trains. */
const MANY = 160;

/** @typedef {Omit<NetworkView, "pictures" | "tokens"> & { hasSurfaces: boolean, hasClasses: boolean }} NetworkSight */

export class NetworkCanvas {
  #host;
  #sight;
  #picture;
  #pictures = new SurfacePictures();
  /** What the pictures were painted of. @type {readonly unknown[]} */
  #painted = [];
  /** What is still to be drawn; undefined for all of it. @type {(number | "units")[] | undefined} */
  #queue;
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
        this.#queue.push(...sight.layers.keys());
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
    const before = [canvas.width, canvas.height];
    const sharp = sizeTo(canvas, layout.width, layout.height);
    context.setTransform(sharp, 0, 0, sharp, 0, 0);
    this.#paint(sight, this.#tokens);
    const view = { ...sight, tokens: this.#tokens, pictures: sight.hasSurfaces ? this.#pictures : undefined };
    if (!this.#queue || before[0] !== canvas.width || before[1] !== canvas.height) drawNetwork(context, view);
    else this.#some(context, view, this.#queue);
    this.#queue ??= [];
    if (this.#queue.length) this.#picture.ask();
  }

  /** @param {CanvasRenderingContext2D} context @param {NetworkView} view @param {(number | "units")[]} queue */
  #some(context, view, queue) {
    const { columns } = view.layout;
    const next = queue.shift();
    if (next === "units") for (let column = 0; column < columns.length; column++) drawColumn(context, view, column);
    if (typeof next !== "number") return;
    const linksIn = (/** @type {number} */ gap) => columns[gap].slots.length * columns[gap + 1].slots.length;
    let links = linksIn(next);
    drawGap(context, view, next);
    while (typeof queue[0] === "number" && links + linksIn(queue[0]) <= MANY) {
      links += linksIn(queue[0]);
      drawGap(context, view, /** @type {number} */ (queue.shift()));
    }
  }
}
