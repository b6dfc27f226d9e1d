/**
 * Takes a player to places that an author names.
 *
 * @import { TraceEvent } from "../../../src/bindings/types.js"
 * @import { AttributeValues } from "../element/attribute-values.js"
 * @import { Place } from "../element/place.js"
 * @import { Player } from "./player.js"
 * @import { Session } from "./session.js"
 * @import { Segment } from "./timeline.js"
 */
import { numberOf } from "../element/attribute-values.js";
import { placeFromText } from "../element/place.js";
import { locate, partOf } from "./timeline.js";

/**
 * To a position, or to an iteration, a phase of it or the part in one that a unit, a weight or a bias has. With `play`
 * it begins before that and plays it.
 * @param {Player} player
 * @param {readonly Pick<TraceEvent, "phase" | "layer" | "unit">[]} events Of one iteration.
 * @param {Place} place
 */
export function seekTo(player, events, { at, iteration, play = false, ...place }) {
  const { phase, unit, weight, bias } = place;
  const size = weight || bias ? "operation" : unit ? "unit" : phase ? "phase" : iteration && "iteration";
  const part = size ? partOf(events, place) : undefined;
  const start = (iteration ? iteration - 1 : locate(player.moment.at, events.length).iteration) * events.length;
  const goal = at ?? (part && start + (play ? part.from : part.to));
  player.pause();
  if (goal !== undefined) player.seek(goal);
  if (play && size) player.step(1, size);
  else if (play) player.play();
}

/**
 * Where the author lets it begin: a count of operations, or a place as in a link.
 * @param {string} [text]
 * @returns {Place}
 */
export function beginOf(text = "") {
  const at = numberOf(text);
  return at === undefined ? placeFromText(text) : { at };
}

/**
 * The part that is played: it begins and ends with a phase of the first iteration.
 * @param {Player} player
 * @param {Segment[]} segments
 * @param {string} [from]
 * @param {string} [to]
 */
export function clip(player, segments, from, to) {
  const partOf = (/** @type {string | undefined} */ name) => segments.find(({ phase }) => phase === name);
  const last = partOf(to);
  player.start = partOf(from)?.start ?? 0;
  player.stop = last ? last.start + last.length : Infinity;
}

/**
 * To where an example begins: there or, where no position is named, where its author has it.
 * @param {Player} player
 * @param {Session} session
 * @param {AttributeValues} given
 * @param {number} [at]
 */
export function begin(player, { marks, last, segments, first }, { from, to, at: begins }, at) {
  Object.assign(player, { marks, last, playing: false });
  clip(player, segments, from, to);
  player.seek(at ?? player.start);
  if (at === undefined) seekTo(player, first.events, beginOf(begins));
}

/** How long the forward pass takes with which an example begins, in milliseconds. */
const FORWARD_PASS = 5000;

/**
 * Plays by itself, as the author asks: one forward pass by layers, up to its loss, or all there is.
 * @param {Player} player
 * @param {string} autoplay
 */
export function playItself(player, autoplay) {
  if (autoplay === "forward" && player.marks) player.playTo(player.marks.phase[1], "layer", FORWARD_PASS);
  else player.play();
}
