/**
 * What the engine knows apart from any example, asked for once a page: names and curves of activations, and the
 * tutorial's example.
 *
 * @import { ActivationName, ExampleConfig, TraceLayer } from "../../../src/bindings/types.js"
 * @import { Engine } from "../engine/client.js"
 * @import { CurveValues } from "./views/network-plot.js"
 */
import { curveName } from "../names.js";

/** Points of an activation's curve, and how far it reaches to either side. */
const CURVE = { reach: 6, points: 61 };

export class Library {
  /** @type {readonly ActivationName[]} */
  activations = [];
  /** By `curveName`. @type {Map<string, CurveValues>} */
  curves = new Map();

  /** @param {Engine} engine */
  constructor(engine) {
    this.engine = engine;
  }

  curve = (/** @type {string} */ name) => this.curves.get(name);

  /** The example that attributes build on. @returns {Promise<ExampleConfig>} */
  async tutorial() {
    const [example, names] = await Promise.all([this.engine.tutorialExample(), this.engine.activationNames()]);
    this.activations = names;
    return example;
  }

  /**
   * Fetches the curves that a picture of these layers needs.
   * @param {{ layers: readonly Pick<TraceLayer, "activation" | "settings">[] }} trace
   */
  async curvesFor({ layers }) {
    const { reach, points } = CURVE;
    const missing = new Map(layers.map((layer) => [curveName(layer), layer]));
    await Promise.all(
      [...missing]
        .filter(([name]) => !this.curves.has(name))
        .map(async ([name, { activation, settings }]) => {
          const values = await this.engine.activationCurve(
            settings ? { name: activation, ...settings } : activation,
            -reach,
            reach,
            points,
          );
          this.curves.set(name, { from: -reach, to: reach, values });
        }),
    );
  }
}
