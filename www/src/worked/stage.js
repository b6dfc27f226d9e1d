/**
 * Draws what changes in every frame: the network, the scale of the loss and its curve.
 *
 * @import { ClaimCheck, Trace } from "../../../src/bindings/types.js"
 * @import { Layout } from "./layout.js"
 * @import { Locale } from "../locales/index.js"
 * @import { Session } from "./session.js"
 * @import { CurveValues } from "./views/network-plot.js"
 * @import { ClaimText, NetworkText, Selection } from "./views/network.js"
 * @import { LossText } from "./views/network-loss.js"
 */
import { html, render } from "lit";
import { format } from "../format.js";
import { claimSentence } from "./claims.js";
import { layout } from "./layout.js";
import { layerName, nameText, unitName } from "../names.js";
import { atRest } from "./picture.js";
import { network } from "./views/network.js";
import { lossDomain, lossScale } from "./views/network-loss.js";

/**
 * @param {Trace} trace Any of the example: the names depend on its shape alone.
 * @param {Locale} words
 * @param {number} digits
 * @returns {NetworkText & LossText}
 */
function stageText(trace, words, digits) {
  const number = (/** @type {number} */ value) => format(value, digits);
  const name = (/** @type {number} */ layer, /** @type {number} */ unit) => nameText(unitName(trace, layer, unit));
  const last = trace.layers.length - 1;
  return {
    label: words.networkLabel([trace.inputs.length, ...trace.layers.map(({ units }) => units)]),
    number,
    target: words.target,
    prediction: words.prediction,
    loss: words.loss,
    layer: (layer) => layerName(words, trace, layer),
    unitName: name,
    unitLabel: ({ layer, unit, value }) =>
      words.unitLabel(
        name(layer, unit),
        layerName(words, trace, layer),
        value === undefined ? words.unknown : number(value),
      ),
    linkLabel: ({ layer, unit, input, weight }) =>
      words.linkLabel(name(layer - 1, input), name(layer, unit), number(weight)),
    activation: (activation) => words.activations[activation] ?? activation,
    lossLabel: (output) => `${words.prediction} ${name(last, output)}, ${words.target}`,
  };
}

/** By iteration, from 1. @typedef {Record<number, Record<string, ClaimText>>} ClaimTexts */

/**
 * What stands beside the units of whose output the text claims a value.
 * @param {readonly ClaimCheck[]} claims @param {Trace} trace @param {Locale} words
 * @param {boolean} isTutorial Whether the example is the built-in one.
 */
function claimTexts(claims, trace, words, isTutorial) {
  /** @type {ClaimTexts} */
  const texts = {};
  for (const claim of claims.filter(({ of }) => of === "output")) {
    const { layer, unit, iteration, holds } = claim;
    const text = words.claim.mark(claim.text, isTutorial);
    texts[iteration] = {
      ...texts[iteration],
      [`${layer}.${unit}`]: { text, holds, label: claimSentence(claim, trace, words, isTutorial) },
    };
  }
  return texts;
}

/** Narrower than this the picture is not drawn: it would no longer be read. */
const NARROWEST = 280;

/** @typedef {{ layout: Layout, text: NetworkText & LossText, claims: ClaimTexts }} Setting */

/**
 * @typedef {object} StageView
 * @property {Pick<Session, "claims" | "first" | "losses"> & { config?: Session["config"] }} session
 * @property {Trace} trace
 * @property {number} k Operations done in the trace.
 * @property {number} progress
 * @property {import("./player.js").Step} [step] The one that is under way, where it is of several operations.
 * @property {Locale} words
 * @property {number} digits
 * @property {number} width
 * @property {number} [places] How many units of a layer are drawn side by side at most.
 * @property {number} [above] Room over the inputs for long names.
 * @property {number} [tall] How high the longest column is.
 * @property {typeof import("./steps.js")} [steps] Undefined until it is fetched.
 * @property {number} seen The last iteration that the reader saw.
 * @property {Selection | undefined} selected
 * @property {(selection: Selection) => void} onSelect
 * @property {(iteration: number) => void} onChoose An iteration of the curve was chosen, from 0.
 * @property {(name: string) => CurveValues | undefined} curve
 * @property {typeof import("./views/loss-curve.js").lossCurve} [lossCurve] Undefined until it is fetched.
 */

export class Stage {
  #key = "";
  /** @type {Setting | undefined} */
  #setting;
  /** The iteration of the curve that the pointer is at. @type {number | undefined} */
  #pointed;

  /**
   * Layout and words of the picture; they stay the same objects until something about them changes.
   * @param {Pick<StageView, "session" | "trace" | "words" | "digits" | "width" | "places" | "above" | "tall">} scene
   */
  setting({ session, trace, words, digits, width, places, above, tall }) {
    const sizes = [trace.inputs.length, ...trace.layers.map(({ units }) => units)];
    const key = [width, words.lang, digits, sizes, places].join(" ");
    if (this.#setting && this.#key === key) return this.#setting;
    this.#key = key;
    this.#setting = {
      text: stageText(trace, words, digits),
      claims: claimTexts(session.claims, trace, words, Boolean(session.config?.reconstructed)),
      layout: layout({ sizes, width: Math.max(width, NARROWEST), places, above, tall }),
    };
    return this.#setting;
  }

  /** Forgets what it knows of an example. */
  clear() {
    this.#setting = undefined;
  }

  /** Draws into the element's places for it. @param {ParentNode} root @param {StageView} scene */
  draw(root, scene) {
    const [host, scale, curve] = [".network", ".scale", ".curve"].map(
      (place) => /** @type {HTMLElement | null} */ (root.querySelector(place)),
    );
    if (!host || !scale || !curve || !scene.width) return;
    const { session, trace, k, progress, step, steps, selected, onSelect, curve: activationCurve } = scene;
    const { text, claims, layout: where } = this.setting(scene);
    const now = steps?.pictureOf(trace, k, progress, step) ?? atRest(trace, k);
    // The text speaks of outputs; on the way back gradients stand in their place.
    const spoken = /forward|loss/.test(now.event?.phase ?? "") ? (claims[trace.iteration + 1] ?? NO_CLAIMS) : NO_CLAIMS;
    render(
      network({
        picture: now,
        layout: where,
        text,
        claims: spoken,
        curve: activationCurve,
        steps,
        selected,
        onSelect,
        isHeld: true,
      }),
      host,
    );
    const { first } = session;
    const reference = Math.max(...first.prediction.map((prediction, i) => Math.abs(prediction - first.target[i])));
    render(
      lossScale({
        picture: now,
        width: Math.floor(scale.clientWidth),
        ...lossDomain(first.prediction, first.target),
        reference,
        text,
      }),
      scale,
    );
    this.#drawCurve(curve, scene);
  }

  /** @param {HTMLElement} host @param {StageView} scene */
  #drawCurve(host, scene) {
    const { session, trace, words, digits, seen, onChoose, lossCurve } = scene;
    if (seen === 0 || !lossCurve) {
      render(html`<p class="empty">${words.noCurve}</p>`, host);
      return;
    }
    render(
      lossCurve({
        losses: session.losses,
        seen,
        current: trace.iteration,
        pointed: this.#pointed,
        width: Math.floor(host.clientWidth),
        words,
        number: (value) => format(value, digits),
        onChoose,
        onPoint: (iteration) => {
          this.#pointed = iteration;
          this.#drawCurve(host, scene);
        },
      }),
      host,
    );
  }
}

/** @type {Record<string, ClaimText>} */
const NO_CLAIMS = {};
