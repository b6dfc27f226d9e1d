/**
 * Moves the reader's position through the timeline. It knows no DOM and no engine: its caller says how far it may
 * go and where the steps end, and learns where it is.
 *
 * A position is a number of operations done; between two integers the later operation is under way.
 *
 * @import { Boundaries, StepSize } from "./timeline.js"
 */
import { next, previous } from "./timeline.js";

/** @typedef {{ from: number, to: number, position: number }} Step Where it begins and ends, and how far it is. */

/** @typedef {{ at: number, progress: number, playing: boolean, running: boolean, sweeping: boolean }} Place */
/** @typedef {Place & { step?: Step }} Moment With the step that is under way, where it is of several operations. */

/** How long one move takes and how long it rests after it, in milliseconds at normal speed. */
const MOVES = {
  operation: { move: 600, rest: 900 },
  unit: { move: 1600, rest: 1100 },
  layer: { move: 2200, rest: 1200 },
  phase: { move: 2600, rest: 1400 },
  iteration: { move: 2000, rest: 500 },
};

/** How much of the time of a step that is played once it moves; then it rests. */
const MOVING = 0.8;

/** The whole training is shown in this time. */
const RUN = 4000;

/** An operation that takes less than this is seen in passing: its words would only flicker. */
const READABLE = 250;

/** With reduced motion a step is there at once, and rests long enough to be read. */
const REDUCED_REST = 1800;

export const SPEEDS = [0.5, 1, 2, 4];

/** @param {number} t */
const ease = (t) => (t < 0.5 ? 2 * t * t : 1 - 2 * (1 - t) * (1 - t));

export class Player {
  /** The position, and where the move under way ends. */
  position = 0;
  goal = 0;
  last = 0;
  /** Where playing begins again, and where it ends on the way. */
  start = 0;
  stop = Infinity;
  playing = false;
  /** Whether the reader asked for the whole training. */
  running = false;
  speed = 1;
  /** @type {StepSize} */
  size = "unit";
  reducedMotion = false;
  /** Whether it stopped by itself where the reader is to go on. */
  invites = false;
  /** @type {Boundaries | undefined} */
  marks;
  #from = 0;
  #elapsed = 0;
  #duration = 0;
  #rest = 0;
  /** What is played once, and by which steps. @type {{ goal: number, size: StepSize, duration: number } | undefined} */
  #once;

  /** Where the reader is. @returns {Moment} */
  get moment() {
    const at = Math.ceil(this.position);
    const part = this.position - (at - 1);
    const single = this.goal - this.#from === 1;
    return {
      at,
      progress: at === this.position ? 1 : single ? ease(part) : part,
      playing: this.playing,
      running: this.running,
      step: this.#step,
      sweeping: this.running || (this.moving && !single && this.#duration / (this.goal - this.#from) < READABLE),
    };
  }

  /** Whether it came here without the reader, by what is played once. */
  get playsItself() {
    return this.invites || this.#once !== undefined;
  }

  /** The step of several operations that is under way, or was done last while it plays. */
  get #step() {
    const { goal: to, position } = this;
    const from = this.#from;
    return to - from > 1 && !this.running && (this.moving || this.playing) ? { from, to, position } : undefined;
  }

  get moving() {
    return this.position !== this.goal;
  }

  get #isOver() {
    return this.position >= Math.min(this.last, this.#once?.goal ?? Infinity) || this.position === this.stop;
  }

  /** Whether time has anything to do here. */
  get busy() {
    return this.moving || this.playing || this.running;
  }

  /** Steps forward (1) or back (-1) by a size. @param {1 | -1} direction @param {StepSize} [size] */
  step(direction, size = this.size) {
    if (!this.marks) return;
    this.running = this.invites = false;
    this.#once = undefined;
    if (direction < 0) this.seek(previous(Math.ceil(this.position), size, this.marks));
    else this.#go(next(this.goal === this.position ? this.position : this.goal, size, this.marks, this.last), size);
  }

  /** Is at a position at once. @param {number} at */
  seek(at) {
    this.position = this.goal = this.#from = Math.min(Math.max(Math.round(at), 0), this.last);
    this.#rest = 0;
    this.running = this.invites = false;
    this.#once = undefined;
  }

  /**
   * Plays from here to a position once, by steps of a size that take so long together, and stops.
   * @param {number} goal @param {StepSize} size @param {number} milliseconds
   */
  playTo(goal, size, milliseconds) {
    if (!this.marks) return;
    this.play();
    let steps = 0;
    for (let at = this.position; at < goal; at = next(at, size, this.marks, goal)) steps++;
    this.#once = { goal, size, duration: milliseconds / Math.max(steps, 1) };
  }

  play() {
    this.invites = false;
    this.#once = undefined;
    if (this.#isOver) this.seek(this.start);
    this.running = false;
    this.playing = true;
    this.#rest = 0;
  }

  pause() {
    this.playing = false;
    this.running = false;
    this.#once = undefined;
    this.goal = Math.min(Math.ceil(this.position), this.last);
    if (this.moving) this.#go(this.goal, "operation");
  }

  /** The next faster (1) or slower (-1) speed. @param {1 | -1} direction */
  speedBeside(direction) {
    const index = SPEEDS.indexOf(this.speed) + direction;
    return SPEEDS[Math.min(Math.max(index, 0), SPEEDS.length - 1)];
  }

  /** Goes through all iterations to the end. */
  run() {
    this.playing = this.invites = false;
    this.running = !this.reducedMotion;
    if (!this.running) return this.seek(this.last);
    this.#from = Math.ceil(this.position);
    if (this.#from >= this.last) this.#from = 0;
    this.position = this.#from;
    this.#elapsed = 0;
  }

  /** @param {number} goal @param {StepSize} size */
  #go(goal, size) {
    if (this.reducedMotion) return this.seek(goal);
    this.position = Math.ceil(this.position);
    this.#from = this.position;
    this.goal = goal;
    this.#elapsed = 0;
    const operations = Math.max(goal - this.#from, 1);
    this.#duration =
      (this.#once ? this.#once.duration * MOVING : Math.min(MOVES[size].move, operations * MOVES.operation.move)) /
      this.speed;
  }

  /** Lets time pass. @param {number} milliseconds */
  tick(milliseconds) {
    if (this.running) return this.#tickRun(milliseconds);
    if (this.moving) return this.#tickMove(milliseconds);
    if (!this.playing || !this.marks) return;
    if (this.#isOver) {
      this.playing = false;
      this.invites = this.#once !== undefined;
      this.#once = undefined;
      return;
    }
    this.#rest -= milliseconds;
    if (this.#rest > 0) return;
    const { size = this.size, goal = this.last } = this.#once ?? {};
    const last = Math.min(this.position < this.stop ? this.stop : Infinity, this.last, goal);
    const rest = this.#once ? this.#once.duration * (1 - MOVING) : MOVES[size].rest;
    this.#go(next(this.position, size, this.marks, last), size);
    this.#rest = (this.reducedMotion ? REDUCED_REST : rest) / this.speed;
  }

  /** @param {number} milliseconds */
  #tickMove(milliseconds) {
    this.#elapsed += milliseconds;
    const part = Math.min(this.#elapsed / this.#duration, 1);
    this.position = part === 1 ? this.goal : this.#from + part * (this.goal - this.#from);
  }

  /** A run shows each iteration where its loss is known. @param {number} milliseconds */
  #tickRun(milliseconds) {
    if (!this.marks) return;
    this.#elapsed += milliseconds * this.speed;
    const part = Math.min(this.#elapsed / RUN, 1);
    if (part === 1) return this.seek(this.last);
    const { length, phase } = this.marks;
    const iteration = Math.floor((this.#from + part * (this.last - this.#from)) / length);
    this.position = this.goal = Math.min(iteration * length + phase[1], this.last);
  }
}
