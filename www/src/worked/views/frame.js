/**
 * The element as a whole: the place for the picture and what floats over it, controls, card, outcome, fields, tables.
 *
 * @import { ActivationName, ExampleConfig, GradientCheck } from "../../../../src/bindings/types.js"
 * @import { ParameterPlace, Trace } from "../../../../src/bindings/types.js"
 * @import { Edit } from "../edits.js"
 * @import { Actions } from "../keys.js"
 * @import { Layout } from "../layout.js"
 * @import { Locale, Term } from "../../locales/index.js"
 * @import { Moment, Player } from "../player.js"
 * @import { Session } from "../session.js"
 * @import { StepSize } from "../timeline.js"
 * @import { Selection } from "./network.js"
 * @import { ValidationError } from "./settings.js"
 */
import { html, nothing } from "lit";
import { layerName, nameText, unitName } from "../../names.js";
import { callouts } from "./callouts.js";
import { card } from "./card.js";
import { controls } from "./controls.js";
import { lossHeight } from "./network-loss.js";

/**
 * @typedef {object} FrameView
 * @property {Locale} words
 * @property {number} digits
 * @property {Session} session
 * @property {Trace} trace
 * @property {number} k Operations done in the trace.
 * @property {HTMLElement} embed
 * @property {Moment} moment
 * @property {Player} player
 * @property {Layout | undefined} layout Undefined until the width is known.
 * @property {ExampleConfig} author
 * @property {readonly ActivationName[]} activations
 * @property {Selection | undefined} selection
 * @property {GradientCheck | undefined} check
 * @property {ValidationError | undefined} validationError
 * @property {Term | undefined} term
 * @property {boolean} helping
 * @property {typeof import("./opened.js") | undefined} opened Undefined until a reader opened something.
 * @property {typeof import("../steps.js") | undefined} steps Undefined until it is fetched; nothing moves before.
 * @property {string | undefined} failure In the reader's words.
 * @property {string} announcement
 * @property {Actions & ElementActions} on
 */

/**
 * @typedef {object} ElementActions
 * @property {() => void} forward
 * @property {() => void} back
 * @property {(at: number) => void} seek
 * @property {(size: StepSize) => void} setSize
 * @property {(speed: number) => void} setSpeed
 * @property {(term: Term) => void} term
 * @property {(edit: Edit, text: string) => void} edit
 * @property {(edit: Edit & { value: number }, event: KeyboardEvent | PointerEvent) => void} hold
 * @property {(place: ParameterPlace) => void} check
 * @property {() => void} restore
 * @property {() => void} open Fetches what a reader opens.
 */

/** Before there is anything to show. @param {string} loading @param {string | undefined} failure */
export const waiting = (loading, failure) =>
  failure
    ? html`<div class="waiting failed" role="alert"><p>${failure}</p></div>`
    : html`<div class="waiting" role="status"><p>${loading}</p></div>`;

/** What floats over the picture. @param {FrameView} view */
export function floats(view) {
  const { words, moment, layout, selection, term, helping, opened, on } = view;
  if (!layout) return nothing;
  return html` ${moment.at === 0 && !selection ? callouts({ layout, words, term, openTerm: on.term }) : nothing}
  ${
    selection && opened
      ? opened.inspector({
          ...view,
          layout,
          selection,
          commit: on.edit,
          hold: on.hold,
          checkIt: on.check,
          close: on.escape,
        })
      : nothing
  }
  ${helping && opened ? opened.help(words, on.escape, { embed: view.embed, at: moment.at }) : nothing}`;
}

/** @typedef {Pick<FrameView, "words" | "trace" | "k" | "digits" | "moment" | "steps">} Now */

/** The operations that the reader sees now: one, or those that go together. @param {Now} view */
function seen({ trace, k, moment, steps }) {
  const part = steps?.layerPart(trace, moment.step);
  return { part, events: trace.events.slice(part?.start ?? k - 1, part?.end ?? k) };
}

/** What happens now, in two lines. @param {Now} view */
export function line(view) {
  const { words, trace, digits, moment, steps } = view;
  const { part, events } = seen(view);
  const event = events[events.length - 1];
  if (!event) return words.openingTitle;
  const unit = nameText(unitName(trace, event.layer, event.unit));
  return html`<b class="phase" .style=${`--phase:var(--gn-${event.phase})`}>${words.phases[event.phase]}</b> ${
      moment.sweeping && !part
        ? html`<br />${words.iteration(trace.iteration + 1)}`
        : html`${layerName(words, trace, event.layer)} · ${unit}<br />${steps?.layerCaption(words, trace, events, digits)}`
    }`;
}

/** @param {FrameView} view */
function controlLine(view) {
  const { words, session, trace, k, moment, player, helping, on } = view;
  return controls({
    line: player.invites ? words.invitation : line(view),
    words,
    at: moment.at,
    last: session.last,
    iteration: trace.iteration,
    k,
    marks: session.marks,
    segments: session.segments,
    playing: moment.playing,
    running: moment.running,
    inviting: player.invites,
    speed: player.speed,
    size: player.size,
    helping,
    on,
    seek: on.seek,
    setSize: on.setSize,
    setSpeed: on.setSpeed,
  });
}

/** What a card says now: few words while a step passes, the whole sentence once it rests. @param {Now} view */
export function cardNow(view) {
  const { words, trace, k, digits, moment, steps } = view;
  const { part, events } = seen(view);
  const brief = (moment.playing || moment.step) && events.length;
  return {
    words,
    trace,
    k: part?.end ?? k,
    digits,
    sweeping: moment.sweeping && !part,
    caption: brief ? steps?.layerCaption(words, trace, events, digits) : undefined,
  };
}

/** What the card is given. @param {Omit<FrameView, "layout">} view @returns {import("./card.js").CardView} */
export function cardView(view) {
  const { moment, player, session, opened, term, on } = view;
  return {
    ...cardNow(view),
    formulas: opened?.formulas,
    invites: player.invites,
    atEnd: moment.at === session.last,
    run: session.run,
    claims: session.claims,
    reconstructed: Boolean(session.config.reconstructed),
    term,
    openTerm: on.term,
  };
}

/** @param {FrameView} view */
function outcome({ words, trace }) {
  return html`<div class="outcome" part="outcome">
    <div class="scale" .style=${`min-height:${lossHeight(trace.target.length)}px`}></div>
    <figure class="curve-box">
      <figcaption>${words.lossCurve}</figcaption>
      <div class="curve"></div>
    </figure>
  </div>`;
}

/** All but the picture. @param {FrameView} view */
export function frame(view) {
  const { words, session, trace, k, author, activations, validationError, failure, announcement, opened, on } = view;
  return html`${controlLine(view)}${card(cardView(view))}${outcome(view)}
    <details class="more" part="settings" @toggle=${on.open}>
      <summary>${words.settings}</summary>
      ${opened?.settings({
        words,
        config: session.config,
        trace,
        activations,
        validationError,
        commit: on.edit,
        hold: on.hold,
        author,
        restore: on.restore,
      })}
    </details>
    <details class="more" part="table" @toggle=${on.open}>
      <summary>${words.table.title}</summary>
      <div class="tables">
        ${opened?.claimList(session.claims, trace, words, Boolean(session.config?.reconstructed))}${opened?.table(trace, k, words)}
      </div>
    </details>
    ${failure ? html`<p class="banner" role="alert">${failure}</p>` : nothing}
    <p class="heard" role="status" aria-live="polite">${announcement}</p>`;
}
