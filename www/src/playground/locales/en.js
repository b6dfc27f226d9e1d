/** The playground's words, an object for each panel. */
import { charts } from "./en/charts.js";
import { compare } from "./en/compare.js";
import { data } from "./en/data.js";
import { errors } from "./en/errors.js";
import { keep } from "./en/keep.js";
import { lints } from "./en/lints.js";
import { model } from "./en/model.js";
import { reading } from "./en/reading.js";
import { refusals } from "./en/refusals.js";
import { results } from "./en/results.js";
import { scenes } from "./en/scenes.js";
import { shell } from "./en/shell.js";
import { train } from "./en/train.js";

/** @type {import("./index.js").Words} */
export const en = {
  lang: "en",
  charts,
  compare,
  data,
  errors,
  keep,
  lints,
  model,
  reading,
  refusals,
  results,
  scenes,
  shell,
  train,
};
