/**
 * Everything that `<glass-net>` takes, in one place: author page and tests read it. A reader does not load it.
 *
 * @typedef {import("../scenes/index.js").SceneName} Scene
 * @typedef {"choice" | "words" | "number" | "numbers" | "text" | "flag" | "color"} Kind `words` are several of a
 *   choice, with spaces.
 * @typedef {object} Attribute
 * @property {string} name
 * @property {Kind} kind
 * @property {readonly string[]} [values] Of a choice or of words.
 * @property {readonly [least: number, most: number]} [range] A number beyond it is taken as the nearest in it.
 * @property {string} [default]
 * @property {readonly Scene[]} [scenes] Those that read it; all of them where none is named.
 */
import { LANGUAGES } from "../locales/languages.js";
import { SCENES } from "../scenes/index.js";

const ALL = /** @type {Scene[]} */ (Object.keys(SCENES));
/** @type {readonly Scene[]} */
const EXPERIMENT_SCENES = ALL.filter((name) => name !== "worked" && name !== "code");
/** @type {readonly Scene[]} */
const TRAINING_SCENES = EXPERIMENT_SCENES.filter((name) => name !== "playground");
/** @type {readonly Scene[]} */
const WORKED = ["worked"];
/** Those with controls in a post. @type {readonly Scene[]} */
const PLAYED_SCENES = ALL.filter((name) => name !== "playground" && name !== "code");
/** @type {readonly Scene[]} */
const CODE = ["code"];
/** What may be shown beside a program. */
const BESIDE = ["network", "losses", "batches", "predictions"];
/** The parts of a playground. */
const BENCH = ["bar", "data", "network", "output", "strip", "tabs"];
const PHASES = ["forward", "loss", "backward", "update"];

/** @type {readonly Attribute[]} */
export const ATTRIBUTES = [
  {
    name: "scene",
    kind: "choice",
    values: ALL,
    default: "worked",
  },
  { name: "playground", kind: "flag" },
  { name: "inputs", kind: "numbers", scenes: WORKED },
  { name: "target", kind: "numbers", scenes: WORKED },
  { name: "kernels", kind: "numbers", scenes: WORKED },
  { name: "biases", kind: "numbers", scenes: WORKED },
  { name: "activations", kind: "text", default: "sigmoid", scenes: WORKED },
  { name: "learning-rate", kind: "number", scenes: ["worked", "descent"] },
  { name: "frozen-biases", kind: "flag", scenes: WORKED },
  { name: "claims", kind: "text", scenes: WORKED },
  { name: "at", kind: "text", default: "0", scenes: WORKED },
  { name: "from", kind: "choice", values: PHASES, scenes: WORKED },
  { name: "to", kind: "choice", values: PHASES, scenes: WORKED },
  { name: "preset", kind: "text", scenes: EXPERIMENT_SCENES },
  { name: "data", kind: "text", scenes: EXPERIMENT_SCENES },
  { name: "config", kind: "text", scenes: EXPERIMENT_SCENES },
  { name: "model", kind: "text", scenes: EXPERIMENT_SCENES },
  { name: "seed", kind: "number", range: [0, 4294967295], scenes: TRAINING_SCENES },
  { name: "epochs", kind: "number", range: [1, 10_000], scenes: TRAINING_SCENES },
  { name: "validation", kind: "number", range: [0, 0.9], scenes: TRAINING_SCENES },
  { name: "row", kind: "number", range: [0, 1e9], default: "0", scenes: TRAINING_SCENES },
  {
    name: "controls",
    kind: "words",
    values: ["play", "step", "scrub", "speed", "settings", "table", "help"],
    scenes: PLAYED_SCENES,
  },
  { name: "controls", kind: "words", values: BENCH, scenes: ["playground"] },
  {
    name: "without",
    kind: "words",
    values: ["title", "formula", "prose", "number-line", "loss-chart", "table"],
    scenes: WORKED,
  },
  { name: "without", kind: "words", values: ["title", "prose", "loss-chart", "table"], scenes: TRAINING_SCENES },
  { name: "sticky", kind: "flag", scenes: WORKED },
  { name: "follow", kind: "flag", scenes: PLAYED_SCENES },
  { name: "code", kind: "text", scenes: CODE },
  { name: "src", kind: "text", scenes: CODE },
  { name: "session", kind: "text", scenes: CODE },
  { name: "beside", kind: "words", values: BESIDE, scenes: CODE },
  { name: "autoplay", kind: "flag", scenes: ALL.filter((name) => name !== "code") },
  { name: "digits", kind: "number", range: [0, 7], default: "3" },
  { name: "height", kind: "number", range: [100, 10_000] },
  { name: "theme", kind: "choice", values: ["light", "dark"] },
  { name: "accent", kind: "color" },
  { name: "density", kind: "choice", values: ["cosy", "compact"], default: "cosy" },
  { name: "lang", kind: "choice", values: Object.keys(LANGUAGES) },
];
