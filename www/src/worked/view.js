/**
 * What the views of a worked example are given: the element's state with the trace that its words are about.
 *
 * @import { Trace } from "../../../src/bindings/types.js"
 * @import { Locale } from "../locales/index.js"
 * @import { ExampleLoader } from "./example-loader.js"
 * @import { Session } from "./session.js"
 * @import { Stage } from "./stage.js"
 * @import { WorkedExample } from "./worked-example.js"
 */
import { authorsFailureText } from "../locales/index.js";

/**
 * @param {WorkedExample} element
 * @param {{ session: Session, words: Locale, trace: Trace, k: number, announcement: string }} now `k` operations of
 *   the trace are done.
 * @param {{ loader: ExampleLoader, stage: Stage, on: import("./views/frame.js").FrameView["on"] }} parts
 * @returns {import("./views/frame.js").FrameView}
 */
export function viewOf(element, { session, words, trace, k, announcement }, { loader, stage, on }) {
  const { digits, moment, player, width, selection, check, validationError, term, helping, opened, failure } = element;
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
    layout: width ? stage.setting({ session, trace, words, digits, width }).layout : undefined,
    author: loader.author ?? session.config,
    activations: loader.library.activations,
    failure: failure ? authorsFailureText(words, failure) : undefined,
    announcement,
    on,
  };
}
