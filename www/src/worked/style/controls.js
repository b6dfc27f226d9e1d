/** Buttons, choices and the two scrubbers. */
import { css } from "lit";
import { buttonStyle } from "../../button-style.js";

export const buttons = css`
  ${buttonStyle}
  .button {
    padding: 0 var(--gn-space-2);
    border-color: transparent;
  }
  .button.primary {
    min-width: 56px;
  }
  .button.inviting {
    border-color: var(--gn-accent);
    background: var(--gn-accent);
  }
  .button.worded {
    padding: 0 var(--gn-space-3);
    border-color: var(--gn-hairline);
  }
  :focus-visible {
    outline: 2px solid var(--gn-focus);
    outline-offset: 2px;
  }
  select,
  .field input {
    min-height: var(--gn-target);
    padding: 0 var(--gn-space-2);
    border: 1px solid var(--gn-mark);
    border-radius: var(--gn-radius);
    background: var(--gn-surface);
  }
  .term {
    padding: 2px 0;
    border: 0;
    background: none;
    font-size: inherit;
    color: var(--gn-accent);
    text-decoration-line: underline;
    text-decoration-style: dotted;
    text-underline-offset: 4px;
    cursor: pointer;
  }
  .callout {
    position: absolute;
    padding: 2px 10px;
    border: 1px solid var(--gn-accent);
    border-radius: 999px;
    background: var(--gn-surface);
    color: var(--gn-accent);
    font-size: 12px;
    line-height: 20px;
    white-space: nowrap;
    cursor: pointer;
  }
  .callout::after {
    content: "";
    position: absolute;
    inset: -10px;
  }
  .callout.above {
    transform: translate(-50%, -100%);
  }
  .callout.right {
    transform: translate(0, -50%);
  }
  .callout.left {
    transform: translate(-100%, -50%);
  }
`;

export const controls = css`
  .controls {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--gn-space-4);
    padding-block: 0 var(--gn-space-1);
    border-block: 1px solid var(--gn-hairline);
  }
  .transport,
  .errands {
    display: flex;
    align-items: center;
    gap: var(--gn-space-1);
  }
  .errands {
    flex-wrap: wrap;
    gap: var(--gn-space-2);
    margin-inline-start: auto;
  }
  .choice {
    min-width: 0;
    display: inline-flex;
    align-items: center;
    gap: var(--gn-space-2);
    margin-inline-start: var(--gn-space-2);
  }
  .choice select {
    min-width: 0;
  }
  .choice span {
    font-size: var(--gn-12);
    color: var(--gn-muted);
  }
  .scrubbers {
    order: -1;
    flex: 1 0 100%;
    display: grid;
    gap: 0;
  }
  .scrubber {
    display: grid;
    grid-template-columns: 4.25em minmax(0, 1fr);
    align-items: center;
    gap: var(--gn-space-3);
  }
  .scrubber-name {
    font-size: var(--gn-12);
    color: var(--gn-muted);
    white-space: nowrap;
  }
  .scrubber input {
    appearance: none;
    width: 100%;
    height: 32px;
    margin: 0;
    background: none;
    cursor: pointer;
  }
  .scrubber input::-webkit-slider-runnable-track {
    height: 6px;
    border-radius: 3px;
    background: var(--track);
  }
  .scrubber input::-moz-range-track {
    height: 6px;
    border-radius: 3px;
    background: var(--track);
  }
  .scrubber input::-webkit-slider-thumb {
    appearance: none;
    width: 18px;
    height: 18px;
    margin-top: -6px;
    border: 2px solid var(--gn-surface);
    border-radius: 50%;
    background: var(--gn-text);
  }
  .scrubber input::-moz-range-thumb {
    width: 14px;
    height: 14px;
    border: 2px solid var(--gn-surface);
    border-radius: 50%;
    background: var(--gn-text);
  }
  .one input {
    --track: var(--band);
  }
  .whole input {
    --track: none;
  }
  .rail {
    display: grid;
    align-items: center;
  }
  .rail::before,
  .rail > * {
    grid-area: 1 / 1;
  }
  .rail::before {
    content: "";
    height: 6px;
    border-radius: 3px;
    background: linear-gradient(to right, var(--gn-muted) var(--done), var(--gn-hairline) var(--done));
  }
  /* The middle of the thumb goes from tick to tick. */
  .ticks {
    width: calc(100% - 18px);
    height: 6px;
    margin-inline: 9px;
    overflow: visible;
    stroke: var(--gn-mark);
    shape-rendering: crispEdges;
  }
  .ticks path {
    vector-effect: non-scaling-stroke;
  }
  @media (forced-colors: active) {
    .rail,
    .scrubber input {
      forced-color-adjust: none;
    }
  }
  @container (min-width: 37.5em) {
    .scrubber input {
      height: 28px;
    }
  }
  @media (pointer: coarse) {
    .scrubber input {
      height: 44px;
    }
  }
  @container (width < 52.5em) or (60em <= width < 70em) {
    .choice span {
      display: none;
    }
  }
  /* All of it in one line, as far as it goes. */
  @container (37.5em <= width < 43.75em) or (60em <= width < 66.25em) {
    .controls {
      column-gap: var(--gn-space-1);
    }
    .choice {
      margin-inline-start: var(--gn-space-1);
    }
    .errands {
      gap: var(--gn-space-1);
    }
    .button.worded {
      padding: 0 var(--gn-space-2);
    }
    .worded ~ .worded span {
      display: none;
    }
  }
  .line,
  .unfold {
    display: none;
  }
  @container (min-width: 37.5em) {
    .scrubbers {
      grid-auto-flow: column;
      grid-auto-columns: minmax(0, 1fr);
      gap: var(--gn-space-4);
    }
    /* On a phone that lies, picture and one row are in view together. */
    @media (max-height: 420px) {
      .scrubbers {
        order: 0;
        flex: 1 0 160px;
      }
      .whole,
      .one .scrubber-name {
        display: none;
      }
      .one {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  }
  @container (max-width: 37.4375em) {
    .controls {
      gap: 0 var(--gn-space-1);
      padding-block: 0;
    }
    /* Lying, or over a keyboard, a phone has no room for what stays. */
    @media (min-height: 480px) {
      .controls {
        position: sticky;
        bottom: 0;
        z-index: 2;
        background: var(--gn-surface);
      }
    }
    .line {
      display: block;
      flex: 1 0 100%;
      min-height: calc(3em + 4px);
      padding-top: 4px;
      font-size: var(--gn-14);
      line-height: 1.5;
      font-variant-numeric: tabular-nums;
    }
    .transport,
    .scrubbers {
      display: contents;
    }
    .transport > .button,
    .one,
    .unfold {
      margin-block: 6px;
    }
    .button.primary {
      min-width: 48px;
    }
    .one {
      flex: 1;
      grid-template-columns: minmax(0, 1fr);
    }
    .one .scrubber-name {
      display: none;
    }
    .unfold {
      display: inline-flex;
      min-width: 44px;
    }
    .controls:not(.unfolded) :is(.choice, .whole, .errands) {
      display: none;
    }
    :is(.choice, .whole, .errands) {
      order: 1;
      margin: 0 0 6px;
    }
    .whole,
    .errands {
      flex: 1 0 100%;
    }
    .choice {
      flex: 1 0 40%;
    }
    .choice select {
      width: 100%;
    }
  }
`;
