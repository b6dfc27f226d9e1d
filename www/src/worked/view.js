/**
 * What the views of a worked example are given: the element's state with the trace that its words are about.
 *
 * @import { Trace } from "../../../src/bindings/types.js"
 * @import { Locale } from "../locales/index.js"
 * @import { ExampleLoader } from "./example-loader.js"
 * @import { Session } from "./session.js"
 * @import { Moment } from "./player.js"
 * @import { Stage, StageView } from "./stage.js"
 * @import { WorkedExample } from "./worked-example.js"
 */

/**
 * What failed, in the reader's words; these are fetched then, and where they do not come either it is said as it is.
 * @param {WorkedExample} element
 */
export function failureOf({ failure, opened, words }) {
  if (!failure || !words) return undefined;
  if (opened && words.errors) return opened.authorsFailureText(words, failure);
  const { code, message } = /** @type {any} */ (failure);
  return code ? undefined : String(message ?? failure);
}

/**
 * What is drawn in every frame.
 * @param {WorkedExample} element
 * @param {{ session: Session, words: Locale, trace: Trace, k: number, moment: Moment, seen: number }} now
 * @param {Pick<StageView, "curve" | "onSelect">} parts
 * @returns {StageView}
 */
export function sceneOf(element, { moment: { progress, step }, ...now }, parts) {
  const { digits, width, steps, selection: selected, opened } = element;
  const onChoose = (/** @type {number} */ iteration) => element.goTo({ iteration: iteration + 1 });
  return { ...now, ...parts, progress, step, digits, width, steps, selected, onChoose, lossCurve: opened?.lossCurve };
}

/**
 * @param {WorkedExample} element
 * @param {{ session: Session, words: Locale, trace: Trace, k: number, announcement: string }} now `k` operations of
 *   the trace are done.
 * @param {{ loader: ExampleLoader, stage: Stage, on: import("./views/frame.js").FrameView["on"] }} parts
 * @returns {import("./views/frame.js").FrameView}
 */
export function viewOf(element, { session, words, trace, k, announcement }, { loader, stage, on }) {
  const { digits, moment, player, width, selection, check, validationError, term, helping, opened, steps } = element;
  return {
    words,
    digits,
    session,
    trace,
    k,
    embed: element.embed,
    moment,
    player,
    selection,
    check,
    validationError,
    term,
    helping,
    opened,
    steps,
    layout: width ? stage.setting({ session, trace, words, digits, width }).layout : undefined,
    author: loader.author ?? session.config,
    activations: loader.library.activations,
    failure: failureOf(element),
    announcement,
    on,
  };
}
