/**
 * What the engine knows apart from any example, asked for once a page: names and curves of activations, and the
 * tutorial's example.
 *
 * @import { ActivationName, ExampleConfig } from "../../src/wasm/types.js"
 * @import { Engine } from "./engine/client.js"
 * @import { CurveValues } from "./views/network-plot.js"
 */

/** Points of an activation's curve, and how far it reaches to either side. */
const CURVE = { reach: 6, points: 61 };

export class Library {
  /** @type {readonly ActivationName[]} */
  activations = [];
  /** @type {Map<ActivationName, CurveValues>} */
  curves = new Map();

  /** @param {Engine} engine */
  constructor(engine) {
    this.engine = engine;
  }

  /** The example that attributes build on. @returns {Promise<ExampleConfig>} */
  async tutorial() {
    const [example, names] = await Promise.all([this.engine.tutorialExample(), this.engine.activationNames()]);
    this.activations = names;
    return example;
  }

  /** Fetches the curves that an example's picture needs. @param {ExampleConfig} example */
  async curvesFor({ layers }) {
    const { reach, points } = CURVE;
    const missing = new Set(layers.map(({ activation }) => activation ?? "linear").filter((name) => !this.curves.has(name)));
    await Promise.all([...missing].map(async (name) => {
      const values = await this.engine.activationCurve(name, -reach, reach, points);
      this.curves.set(name, { from: -reach, to: reach, values });
    }));
  }
}
