/**
 * `<glass-net>` for TypeScript. Importing `glassnet/element` registers it; importing it a second time changes nothing.
 */

/** A place to move the reader to; each scene heeds what it knows. */
export interface Place {
  /** Operations done, from 0. */
  at?: number;
  /** From 1. */
  iteration?: number;
  phase?: "forward" | "loss" | "backward" | "update";
  /** Layer and unit, from 1: `"2.1"`. */
  unit?: string;
  epoch?: number;
  /** From 0. */
  row?: number;
  /** Whether it goes on from there. */
  play?: boolean;
}

/** What `glass-net-error` carries. */
export interface GlassNetFailure {
  /** `loading`, or the code of what the engine rejected. */
  code: string;
  message: string;
}

/**
 * An embed on a host page: it keeps its place, shows what the author wrote inside it, and fetches its scene once the reader is near.
 *
 * Each attribute is a property of the same name in camel case, with the attribute's text, a flag with `true` or `false`; `null`,
 * `undefined` and `false` take the attribute away, an array is its text. Methods may be called at any time: the scene is fetched for them.
 */
export class GlassNet extends HTMLElement {
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
  claims: string | readonly string[] | null;
  at: string | number | null;
  from: string | null;
  to: string | null;
  preset: string | null;
  data: string | null;
  config: string | null;
  seed: string | number | null;
  epochs: string | number | null;
  validation: string | number | null;
  row: string | number | null;
  controls: string | readonly string[] | null;
  autoplay: string | boolean | null;
  digits: string | number | null;
  height: string | number | null;
  theme: string | null;
  accent: string | null;
  density: string | null;

  /** What the reader sees, in a form that `state =` brings back; `undefined` until the scene is there. */
  state: any;
  /** The element of the scene, once it was fetched. */
  readonly inner: HTMLElement | undefined;

  goTo(place: Place): Promise<void>;
  play(): Promise<void>;
  pause(): Promise<void>;
  /** Forward, or back where `count` is negative. */
  step(count?: number): Promise<void>;
  reset(): Promise<void>;
  /** The picture as it is, as the text of an SVG; `undefined` where the scene has none. */
  poster(): Promise<string | undefined>;
}

declare global {
  interface HTMLElementTagNameMap {
    "glass-net": GlassNet;
  }
  interface GlobalEventHandlersEventMap {
    "glass-net-ready": CustomEvent<{ scene: string }>;
    "glass-net-change": CustomEvent<any>;
    "glass-net-error": CustomEvent<GlassNetFailure>;
  }
}
