/**
 * `<glass-net>` for TypeScript. Importing `glassnet/element` registers it; importing it a second time changes nothing.
 */
import type { ExampleConfig, ExperimentConfig, FitEnd, ModelTrace, SavedExperiment } from "./pkg-full/glassnet.js";

/** A place to move the reader to; each scene heeds what it knows. */
export interface Place {
  /** Operations done, from 0. */
  at?: number;
  /** From 1. */
  iteration?: number;
  phase?: "forward" | "loss" | "backward" | "update";
  /** Layer and unit, from 1: `"2.1"`. */
  unit?: string;
  /** Layer, input and unit, from 1, as Keras orders a kernel: `"2.1.1"`. */
  weight?: string;
  /** Layer and unit, from 1: the bias of a unit. */
  bias?: string;
  epoch?: number;
  /** From 0. */
  row?: number;
  /** Whether it goes on from there. */
  play?: boolean;
}

/** The name of a scene: what an embed shows. */
export type SceneName = "worked" | "row" | "run" | "batches" | "descent" | "surface" | "playground";

/** The phase of an operation. */
export type Phase = NonNullable<Place["phase"]>;

/** What the reader sees, as plain JSON that `state =` brings back. */
export interface GlassNetState {
  /** Of a worked example: its network and its row. */
  example?: ExampleConfig;
  /** Of all other scenes: the experiment. */
  config?: ExperimentConfig;
  /** Of all other scenes: the updates taken. */
  updates?: number;
  /** Of all other scenes: the row of the table that is shown, from 0. */
  row?: number;
  /** Of a worked example and of a row: the operations done. */
  at?: number;
  /** Given by whoever brings a state back: the model as it was saved, so that training need not begin anew. */
  saved?: SavedExperiment;
}

/** What `glass-net-ready` carries. */
export interface GlassNetReady {
  scene: SceneName;
}

/** What `glass-net-step` carries of a worked example and of a row: the operation that was done last. */
export interface OperationStep {
  /** Operations done. */
  at: number;
  /** From 1. */
  iteration: number;
  /** Missing at the start, where nothing is done yet, as are `unit` and `operation`. */
  phase?: Phase;
  /** Layer and unit, from 1: `"2.1"`. */
  unit?: string;
  /** Layer, input and unit, from 1, where the operation is about one weight: `"2.1.1"`. */
  weight?: string;
  /** Layer and unit, from 1, where it is about a bias. */
  bias?: string;
  /** The kind of a trace's event, such as `"product"`. */
  operation?: ModelTrace["events"][number]["kind"];
  /** Of the scene `row`: the row of the table, from 0. */
  row?: number;
}

/** What `glass-net-step` carries of a training run. */
export interface UpdateStep {
  /** Updates taken. */
  at: number;
  /** The update that comes next, from 1; the last one at the end. */
  iteration: number;
  /** Epochs done. */
  epoch: number;
  /** The batch that comes next, from 1. */
  batch: number;
  /** Of the last batch, before its update. */
  loss?: number;
}

/** What `glass-net-step` carries of the scene `descent`. */
export interface DescentStep {
  /** How far the race is, which begins once all runs are computed: 0 to 1, by the rows seen. */
  progress: number;
  /** Each at its last recorded point. */
  runs: { label: string; updates: number | undefined; loss: number | undefined }[];
}

/** What `glass-net-step` carries, by the scene. */
export type GlassNetStep = OperationStep | UpdateStep | DescentStep;

/** What `glass-net-phase` carries. */
export interface GlassNetPhase {
  phase: Phase;
  /** From 1. */
  iteration: number;
}

/** What `glass-net-epoch` carries: epochs done, and what the last ended with by Keras's names, such as `loss`, `val_loss`. */
export interface GlassNetEpoch {
  epoch: number;
  [score: string]: number;
}

/** What `glass-net-end` carries: why a training is over; nothing of a worked example and of a row. */
export type GlassNetEnd = FitEnd | { why?: undefined };

/** What `glass-net-error` carries. */
export interface GlassNetFailure {
  /** `loading`, or the code of what the engine rejected: the table in docs/errors.md. */
  code: string;
  message: string;
}

/** The events of an embed, each with its detail. They bubble out of every shadow. */
export interface GlassNetEventMap {
  "glass-net-ready": CustomEvent<GlassNetReady>;
  "glass-net-step": CustomEvent<GlassNetStep>;
  "glass-net-phase": CustomEvent<GlassNetPhase>;
  "glass-net-epoch": CustomEvent<GlassNetEpoch>;
  "glass-net-end": CustomEvent<GlassNetEnd>;
  "glass-net-error": CustomEvent<GlassNetFailure>;
  "glass-net-change": CustomEvent<GlassNetState>;
}

/** The attributes of an embed as properties; docs/embedding.md says what each holds. */
export interface GlassNetAttributes {
  scene: string | null;
  playground: string | boolean | null;
  inputs: string | readonly number[] | null;
  target: string | readonly number[] | null;
  /** Layer, row, number. */
  kernels: string | readonly (readonly (readonly number[])[])[] | null;
  /** Layer, unit. */
  biases: string | readonly (readonly number[])[] | null;
  activations: string | readonly string[] | null;
  learningRate: string | number | null;
  frozenBiases: string | boolean | null;
  claims: string | readonly string[] | null;
  at: string | number | null;
  from: string | null;
  to: string | null;
  preset: string | null;
  data: string | null;
  config: string | null;
  /** The address of a trained network: `.keras`, `.h5` or `model.json`. */
  model: string | null;
  seed: string | number | null;
  epochs: string | number | null;
  validation: string | number | null;
  row: string | number | null;
  /** Of a code scene: the program. */
  code: string | null;
  /** Of a code scene: the address of a file with the program. */
  src: string | null;
  /** Of a code scene: programs of one page with this name share their variables. */
  session: string | null;
  /** Of a code scene: what of the network is shown beside it. */
  beside: string | readonly string[] | null;
  controls: string | readonly string[] | null;
  autoplay: string | boolean | null;
  digits: string | number | null;
  height: string | number | null;
  theme: string | null;
  accent: string | null;
  density: string | null;
  without: string | null;
  sticky: string | boolean | null;
  follow: string | boolean | null;
}

export interface GlassNet extends GlassNetAttributes {}

/**
 * An embed on a host page: it keeps its place, shows what the author wrote inside it, and fetches its scene once the reader is near.
 *
 * Each attribute is a property of the same name in camel case, with the attribute's text, a flag with `true` or `false`; `null`,
 * `undefined` and `false` take the attribute away, an array is its text. Methods may be called at any time: the scene is fetched for them.
 */
export class GlassNet extends HTMLElement {
  /** What the reader sees; `undefined` until the scene is there. */
  state: GlassNetState | undefined;
  /** The element of the scene, once it was fetched. */
  readonly inner: HTMLElement | undefined;

  goTo(place: Place): Promise<void>;
  /** Moves the reader as a link with this `data-go` does, and brings the picture into sight. */
  go(text: string): Promise<void>;
  play(): Promise<void>;
  pause(): Promise<void>;
  /** Forward, or back where `count` is negative. */
  step(count?: number): Promise<void>;
  reset(): Promise<void>;
  /**
   * A promise of a value that the reader sees at this moment, in full precision, by the name that claims have: `"prediction"`, `"weight:2.1.1"`,
   * `"loss@5"`, `"iteration"`, `"claims"`; of a training `"epoch"`, `"iteration"`, `"loss"` and Keras's names. `undefined` where it is
   * not known yet.
   */
  read(name: string): Promise<number | string | undefined>;
  /** The picture as it is, as the text of an SVG; `undefined` where the scene has none. */
  poster(): Promise<string | undefined>;
}

declare global {
  interface HTMLElementTagNameMap {
    "glass-net": GlassNet;
    /** A number in the text, of the embed with the id `for`, by the name `of`; `digits` after the point. */
    "glass-net-value": HTMLElement;
  }
  interface GlobalEventHandlersEventMap extends GlassNetEventMap {}
}
