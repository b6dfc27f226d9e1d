/** The playground's words, an object for each panel. */
import { bench } from "./bench/index.js";
import { charts } from "./charts.js";
import { compare } from "./compare.js";
import { data } from "./data.js";
import { errors } from "./errors.js";
import { save } from "./save.js";
import { hints } from "./hints.js";
import { model } from "./model.js";
import { reading } from "./reading.js";
import { validationErrors } from "./validation-errors.js";
import { results } from "./results.js";
import { scenes } from "./scenes.js";
import { shell } from "./shell.js";
import { train } from "./train.js";

export const words = {
  lang: "ko",
  bench,
  charts,
  compare,
  data,
  errors,
  save,
  hints,
  model,
  reading,
  validationErrors,
  results,
  scenes,
  shell,
  train,
};
