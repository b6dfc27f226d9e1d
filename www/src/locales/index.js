/**
 * Every word on the page, in each language, and the sentence for each event of a trace.
 *
 * @import { Language } from "./languages.js"
 * @typedef {import("../../../src/bindings/types.d.ts").Trace} Trace
 * @typedef {import("../../../src/bindings/types.d.ts").TraceEvent} TraceEvent
 * @typedef {import("../../../src/bindings/types.d.ts").ActivationName} ActivationName
 * @typedef {import("../../../src/bindings/types.d.ts").Phase} Phase
 */
import { LANGUAGES, languageOf } from "./languages.js";
import { DIGITS, digitsToDistinguish, format } from "../format.js";
import { biasName, isOutputLayer, nameText, preActivationName, targetName, unitName, weightName } from "../names.js";

/**
 * What a sentence is made of: the recorded event, and everything it speaks of as text.
 * @template {TraceEvent} [E=TraceEvent]
 * @typedef {{
 *   event: E,
 *   trace: Trace,
 *   fmt: (value: number) => string,
 *   span: (before: number, after: number) => [string, string],
 *   unit: string, z: string, y: string, bias: string,
 *   from: string, weight: string, feeds: string[],
 *   isOutput: boolean, hasBias: boolean,
 * }} Context `span` takes as many digits as the difference needs; `from` and `weight` are "" away from links.
 */

/**
 * @typedef {{ what: string, expected: string, received: string, nearest?: string, names?: string }} Fault Of an unknown
 *   name, the `nearest` of all `names`.
 */
/** @typedef {"operation" | "unit" | "layer" | "phase" | "iteration"} StepSize */
/**
 * @typedef {"weight" | "unit" | "layer" | "bias" | "activation" | "forward" | "loss" | "backward" | "gradient"
 *   | "gradientDescent" | "learningRate" | "iteration" | "prediction" | "target"} Term
 */
/**
 * @typedef {"not_finite" | "shape" | "unknown_name" | "out_of_range" | "not_a_number" | "invalid_config"
 *   | "engine_panic"} ErrorCode
 */

/**
 * @typedef {{
 *   lang: string, name: string,
 *   layers: { input: string, hidden: (n: number) => string, output: string },
 *   play: string, pause: string, stepForward: string, stepBack: string,
 *   stepSize: string, sizes: Record<StepSize, string>,
 *   speed: string, reset: string, run: string, runToTarget: string,
 *   scrubIteration: string, scrubOperation: string,
 *   iteration: (n: number) => string,
 *   phases: Record<Phase, string>,
 *   kinds: Record<TraceEvent["kind"], string>,
 *   activations: Partial<Record<ActivationName, string>>,
 *   helpTitle: string,
 *   table: { title: string, units: string, links: string },
 *   prediction: string, target: string, loss: string,
 *   lossCurve: string,
 *   learningRate: string, activation: string, weight: string, bias: string, input: string, output: string,
 *   unit: string, layer: string, gradient: string, preActivation: string,
 *   before: string, after: string, where: string,
 *   sum: string, more: string, invitation: string,
 *   claim: { mark: (text: string, isTutorial: boolean) => string,
 *     holds: (name: string, text: string, isTutorial: boolean) => string,
 *     fails: (name: string, text: string, rounded: string, isTutorial: boolean) => string },
 *   reconstructed: string,
 *   reached: (iteration: number) => string,
 *   notReached: (limit: number) => string,
 *   diverged: (layer: string, iteration: number) => string,
 *   openingTitle: string, controls: string, settings: string, restore: string, noCurve: string, unknown: string,
 *   loading: string,
 *   start: (string | { term: Term, text: string })[],
 *   terms: Record<Term, { label: string }>,
 *   announce: (step: { iteration: number, phase: Phase, unit: string, sentence: string }) => string,
 *   networkLabel: (sizes: number[]) => string,
 *   unitLabel: (name: string, layer: string, value: string) => string,
 *   linkLabel: (from: string, to: string, weight: string) => string,
 *   notFinite: (unit: string) => string,
 *   sentence: { [K in TraceEvent["kind"]]: (context: Context<Extract<TraceEvent, { kind: K }>>) => string },
 * }} FirstWords `layer` of a label is a layer's name; `sizes` of a network begins with the inputs.
 */

/**
 * What a reader asks for, and what failed.
 * @typedef {{
 *   help: Record<"playPause" | "step" | "sizes" | "ends" | "speed" | "runToTarget" | "reset" | "drag" | "edit" | "help"
 *     | "close" | "fullScreen" | "copyLink" | "copied", string>,
 *   check: { button: string, gradient: string, slope: string, agrees: string, differs: string,
 *     explanation: (name: string, step: string) => string },
 *   meanings: Record<Term, string>,
 *   claims: { list: (holding: number, all: number, isTutorial: boolean) => string, start: string,
 *     after: (iteration: number) => string },
 *   errors: Record<ErrorCode, (fault: Fault) => string>, engineFailed: string, noWasm: string,
 *   place: (attribute: string, layer: number, row: number, number: number) => string,
 *   inCode: string,
 * }} OpenedWords
 */

/** @typedef {FirstWords & OpenedWords} Locale */

/** @type {Record<Language, () => Promise<{ opened: OpenedWords }>>} */
const OPENED = { ko: () => import("./ko/opened.js"), en: () => import("./en/opened.js") };

/**
 * The words of a language that a worked example begins with: what a reader asks for is not in them yet.
 * @param {string | null | undefined} tag
 * @returns {Promise<Locale>}
 */
export const loadFirstWords = async (tag) => /** @type {Locale} */ ((await LANGUAGES[languageOf(tag)].words()).words);

/**
 * All words of a language.
 * @param {string | null | undefined} tag
 * @returns {Promise<Locale>}
 */
export async function loadWords(tag) {
  const [first, { opened }] = await Promise.all([loadFirstWords(tag), OPENED[languageOf(tag)]()]);
  return { ...first, ...opened };
}

/**
 * @template {TraceEvent} E
 * @param {E} event
 * @param {Trace} trace
 * @param {number} [digits]
 * @returns {Context<E>}
 */
function context(event, trace, digits = DIGITS) {
  const { layer, unit } = event;
  const input = "input" in event ? event.input : undefined;
  return {
    event,
    trace,
    fmt: (value) => format(value, digits),
    span(before, after) {
      const enough = digitsToDistinguish(before, after, digits);
      return [format(before, enough), format(after, enough)];
    },
    unit: nameText(unitName(trace, layer, unit)),
    z: nameText(preActivationName(trace, layer, unit)),
    y: nameText(targetName(trace, unit)),
    bias: nameText(biasName(trace, layer, unit)),
    from: input === undefined ? "" : nameText(unitName(trace, layer - 1, input)),
    weight: input === undefined ? "" : nameText(weightName(trace, layer, unit, input)),
    feeds:
      event.kind === "activation_gradient"
        ? event.terms.map((term) => nameText(unitName(trace, term.layer, term.unit)))
        : [],
    isOutput: isOutputLayer(trace, layer),
    hasBias: trace.layers[layer].useBias,
  };
}

/** @param {unknown} value */
const isBroken = (value) => typeof value === "number" && !Number.isFinite(value);

/**
 * What happens in one event and why it matters, in plain prose.
 * @param {FirstWords} strings
 * @param {TraceEvent} event
 * @param {Trace} trace
 * @param {number} [digits]
 */
export function sentence(strings, event, trace, digits = DIGITS) {
  const facts = context(event, trace, digits);
  if (Object.values(event).some(isBroken)) return strings.notFinite(facts.unit);
  const write = /** @type {(facts: Context<any>) => string} */ (strings.sentence[event.kind]);
  // "h₁ = 0.731" and "1.31 × 10⁻⁵" stay on one line.
  return write(facts).replace(/ ([=×]) /g, "\u00a0$1\u00a0");
}
