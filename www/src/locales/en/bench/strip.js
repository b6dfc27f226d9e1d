import { many } from "../count.js";

/** @type {import("../../playground.js").Words["bench"]["strip"]} */
export const strip = {
  look: "Look inside this moment",
  phasesLabel: "The four phases of an update",
  phases: { forward: "forward", loss: "loss", backward: "backward", update: "update" },
  fresh: "Not trained yet. Once training starts, every batch goes through these four phases.",
  running: (epoch, epochs, batch, batches, loss) =>
    `Training: epoch ${epoch} of ${epochs}, batch ${batch} of ${batches}, loss ${loss}.`,
  stepped: (batch, batches, loss, change) =>
    `Batch ${batch} of ${batches}: loss ${loss} → weights moved by at most ${change}.`,
  paused: (epoch, batch, batches, loss) =>
    `Trained up to epoch ${epoch}, batch ${batch} of ${batches}. The loss of the last batch was ${loss}.`,
  hints: (n) => many(n, "hint"),
};
