/** The playground's words, an object for each panel. */
import { charts } from "./ko/charts.js";
import { compare } from "./ko/compare.js";
import { data } from "./ko/data.js";
import { errors } from "./ko/errors.js";
import { keep } from "./ko/keep.js";
import { lints } from "./ko/lints.js";
import { model } from "./ko/model.js";
import { reading } from "./ko/reading.js";
import { refusals } from "./ko/refusals.js";
import { results } from "./ko/results.js";
import { scenes } from "./ko/scenes.js";
import { shell } from "./ko/shell.js";
import { train } from "./ko/train.js";

export const ko = {
  lang: "ko",
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
