/** What of a picture stays while the rest of it changes, kept as pixels. */

/** @param {readonly unknown[]} some @param {readonly unknown[]} others */
export const areSame = (some, others) =>
  some.length === others.length && some.every((each, i) => Object.is(each, others[i]));

export class Layer {
  #canvas = document.createElement("canvas");
  /** What it was painted of. @type {readonly unknown[]} */
  #painted = [];

  /**
   * Draws it over the canvas of a picture, painted anew where something that it is made of is another one.
   * @param {CanvasRenderingContext2D} context
   * @param {readonly unknown[]} of
   * @param {(context: CanvasRenderingContext2D) => void} paint In the units of the picture.
   */
  draw(context, of, paint) {
    const { width, height } = context.canvas;
    const own = this.#canvas.getContext("2d");
    if (!own) return paint(context);
    if (!areSame([width, height, ...of], this.#painted)) {
      this.#painted = [width, height, ...of];
      // A new size clears it, also where it is the old one.
      Object.assign(this.#canvas, { width, height });
      own.setTransform(context.getTransform());
      own.font = context.font;
      paint(own);
    }
    context.save();
    context.resetTransform();
    context.drawImage(this.#canvas, 0, 0);
    context.restore();
  }
}
