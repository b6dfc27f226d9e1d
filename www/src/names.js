/**
 * What every unit, weight and bias is called, the same in the picture, the formulas and the prose.
 *
 * A name is plain data; `nameText` writes it with Unicode subscripts, `math.js` writes it as MathML.
 */

/**
 * A letter with what stands below it: a number (h₃), another name (z of ŷ) or the two ends of a link (w from x₁ to h₁).
 * @typedef {{ symbol: string, index?: number | Name | [Name, Name] }} Name
 */

/**
 * The part of a `Trace` that names depend on.
 * @typedef {{ inputs: ArrayLike<number>, layers: ArrayLike<{ units: number }> }} Shape
 */

const SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉";
/** Letters that count through a sum. */
const COUNTERS = { i: "ᵢ", j: "ⱼ" };

/** @param {number} index */
const subscript = (index) => String(index).replace(/\d/g, (digit) => SUBSCRIPTS[+digit]);

/** @param {Shape} shape @param {number} layer */
export const isOutputLayer = (shape, layer) => layer === shape.layers.length - 1;

/** @param {Shape} shape @param {number} layer */
const unitsIn = (shape, layer) => (layer < 0 ? shape.inputs.length : shape.layers[layer].units);

/**
 * The place of a hidden unit among all hidden units, from 1.
 * @param {Shape} shape @param {number} layer @param {number} unit
 */
function hiddenIndex(shape, layer, unit) {
  let before = 0;
  for (let i = 0; i < layer; i++) before += shape.layers[i].units;
  return before + unit + 1;
}

/**
 * ŷ and y need no number while there is only one.
 * @param {string} symbol @param {Shape} shape @param {number} unit @returns {Name}
 */
const ofOutput = (symbol, shape, unit) =>
  unitsIn(shape, shape.layers.length - 1) > 1 ? { symbol, index: unit + 1 } : { symbol };

/**
 * x₁ of the inputs (layer -1), h₃ of a hidden layer, ŷ of the output layer.
 * @param {Shape} shape @param {number} layer @param {number} unit @returns {Name}
 */
export function unitName(shape, layer, unit) {
  if (layer < 0) return { symbol: "x", index: unit + 1 };
  if (isOutputLayer(shape, layer)) return ofOutput("ŷ", shape, unit);
  return { symbol: "h", index: hiddenIndex(shape, layer, unit) };
}

/**
 * z₃ of h₃, z with the subscript ŷ of ŷ.
 * @param {Shape} shape @param {number} layer @param {number} unit @returns {Name}
 */
export function preActivationName(shape, layer, unit) {
  const name = unitName(shape, layer, unit);
  return { symbol: "z", index: isOutputLayer(shape, layer) ? name : name.index };
}

/**
 * y, or y₂ of several.
 * @param {Shape} shape @param {number} unit @returns {Name}
 */
export const targetName = (shape, unit) => ofOutput("y", shape, unit);

/**
 * The weight of one link, named by its two ends.
 * @param {Shape} shape @param {number} layer @param {number} unit @param {number} input @returns {Name}
 */
export const weightName = (shape, layer, unit, input) => ({
  symbol: "w",
  index: [unitName(shape, layer - 1, input), unitName(shape, layer, unit)],
});

/**
 * The same weight where the unit is plain from the heading: w₁, w₂ by the order of the inputs.
 * @param {number} input @returns {Name}
 */
export const localWeightName = (input) => ({ symbol: "w", index: input + 1 });

/**
 * @param {Shape} shape @param {number} layer @param {number} unit @returns {Name}
 */
export const biasName = (shape, layer, unit) => ({ symbol: "b", index: unitName(shape, layer, unit) });

/**
 * "h₃", "z(ŷ)", "w(x₁→h₁)": Unicode has no subscript letters to match, so names inside names stand in brackets.
 * @param {Name} name @returns {string}
 */
export function nameText({ symbol, index }) {
  if (index === undefined) return symbol;
  if (typeof index === "number") return symbol + subscript(index);
  const inner = Array.isArray(index) ? index.map(nameText).join("→") : nameText(index);
  if (inner === "i" || inner === "j") return symbol + COUNTERS[inner];
  return `${symbol}(${inner})`;
}

/**
 * "Input layer", "Hidden layer 2", "Output layer".
 * @param {{ layers: { input: string, hidden: (n: number) => string, output: string } }} strings a locale
 * @param {Shape} shape
 * @param {number} layer -1 is the input layer
 */
export function layerName({ layers }, shape, layer) {
  if (layer < 0) return layers.input;
  return isOutputLayer(shape, layer) ? layers.output : layers.hidden(layer + 1);
}

/**
 * Under which name the curve of a layer's activation is kept.
 * @param {{ activation: string, settings?: object }} layer
 */
export const curveName = ({ activation, settings }) => (settings ? activation + JSON.stringify(settings) : activation);
