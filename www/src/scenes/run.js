/**
 * `<glass-net-run>`: a training run as it goes on: the network with its weights and activations, the loss curve, the
 * numbers, and the hands to run it with.
 *
 * @import { Sight } from "../panels/train/curves.js"
 * @import { Words } from "../locales/playground.js"
 */
import { html } from "lit";
import { guard } from "lit/directives/guard.js";
import { loadWords } from "../locales/index.js";
import { PACES } from "../experiment/pace.js";
import { HeatMap } from "../charts/heat-map.js";
import { LineChart } from "../charts/line-chart.js";
import { lossSeries } from "../panels/train/curves.js";
import { LiveNetwork } from "../panels/train/live-network.js";
import { register } from "../element/register.js";
import { Scene } from "./scene.js";
import { about, figures, progressLine, trainControls } from "./views.js";

/** How often the curve is drawn anew while it trains, in milliseconds. */
const OFTEN = 160;

/** So many epochs make a curve; until then it is drawn by updates. */
const FEW_EPOCHS = 2;

/** Heights of the pictures where they stand beside each other, and the greatest of the network. */
const TALL = { network: 280, chart: 200 };

export class RunScene extends Scene {
  static scene = /** @type {const} */ ("run");

  /** @type {import("../experiment/lab.js").PanelQuery[]} */
  static queries = ["activations", "losses"];

  /** @type {import("lit").PropertyDeclarations} */
  static properties = { pace: { state: true }, inputName: { state: true } };

  constructor() {
    super();
    /** @type {keyof typeof PACES} */ this.pace = "epoch";
    /** What the column of inputs is called. */ this.inputName = "";
  }

  /** @type {Sight | undefined} */
  #seen;

  /** @param {import("lit").PropertyValues<this>} changed */
  willUpdate(changed) {
    super.willUpdate(changed);
    if (changed.has("words") && this.words)
      loadWords(this.words.lang).then(({ layers }) => {
        this.inputName = layers.input;
      });
  }

  /** @param {string} event */
  follow(event) {
    if (event === "setup") this.#setPace(this.pace);
    super.follow(event);
  }

  /** @param {keyof typeof PACES} pace */
  #setPace = (pace) => {
    this.pace = pace;
    this.lab.pace = PACES[pace](this.lab.setup?.iterationsPerEpoch ?? 1);
  };

  /** What the curve is drawn from; while it trains, anew a few times a second. @param {Words} words @returns {Sight} */
  #sight({ lang }) {
    const {
      lab,
      lab: { history },
    } = this;
    const [time, losses, updates] = [performance.now(), lab.frame?.losses, lab.state?.updates ?? 0];
    const by = history.epoch.length < FEW_EPOCHS ? "update" : "epoch";
    const seen = this.#seen;
    const isOld = seen?.history !== history || seen.losses !== losses || seen.lang !== lang;
    if (!seen || (isOld && (!lab.running || time - seen.time >= OFTEN)))
      this.#seen = { time, by, lang, history, losses, updates };
    return /** @type {Sight} */ (this.#seen);
  }

  /** @param {Words} words */
  #curve(words) {
    const { train, charts } = words;
    const sight = this.#sight(words);
    return guard(
      [sight],
      () =>
        html`<gn-line-chart
          .series=${sight.updates ? lossSeries(words, sight) : []}
          .words=${charts}
          heading=${train.lossHeading}
          xLabel=${sight.by === "epoch" ? train.byEpoch : train.byUpdate}
          yLabel=""
          scales
          .height=${TALL.chart}
          name="loss"
        ></gn-line-chart>`,
    );
  }

  /** @param {Words} words */
  content(words) {
    const { lab, digits, pace, inputName } = this;
    const { setup, frame, running } = lab;
    if (!setup) return "";
    return html`${about(words, setup)}
      <div class="columns two">
        <gn-live-network
          part="picture"
          ?running=${running}
          .setup=${setup}
          .frame=${frame}
          .words=${words}
          .inputName=${inputName}
          .tallest=${TALL.network}
        ></gn-live-network>
        ${this.#curve(words)}
      </div>
      <div class="status">${figures(words, lab, digits)}${progressLine(words, lab)}</div>
      ${trainControls(words, lab, {
        play: () => {
          this.play();
        },
        step: words.train.batch,
        pace,
        setPace: this.#setPace,
      })}
      <p class="note">${words.scenes.networkNote(lab.row)}</p>`;
  }
}

register({
  "gn-heat-map": HeatMap,
  "gn-line-chart": LineChart,
  "gn-live-network": LiveNetwork,
  "glass-net-run": RunScene,
});
