/** The worked example's frame, where it stands inside the playground: the picture may be wide. */
import { css } from "lit";

export const inspectorStyle = css`
  :host {
    display: block;
    min-height: 420px;
  }
  :host([fit]) {
    height: 100%;
    min-height: 0;
  }
  .picture {
    overflow-x: auto;
  }
  .stage,
  .network {
    position: relative;
  }
  .under {
    position: absolute;
    inset: 0 auto auto 0;
  }
  .ground {
    fill: var(--gn-fill-weak);
    opacity: 0.55;
  }
  .thread {
    fill: none;
    stroke: var(--gn-mark);
  }
  .badge {
    fill: var(--gn-muted);
    font-size: var(--gn-12);
    font-weight: 600;
  }
  /* In a box of a given height the controls and the card stay in view, and the picture scrolls. */
  @container (min-width: 37.5em) {
    :host([fit]) .frame {
      grid-template: minmax(0, 1fr) auto / minmax(0, 1fr) minmax(240px, 30%);
      gap: var(--gn-space-2) var(--gn-space-6);
      height: 100%;
    }
    :host([fit]) .picture {
      grid-area: 1 / 1;
      min-height: 0;
      overflow: auto scroll;
    }
    :host([fit]) .controls {
      grid-area: 2 / 1;
    }
    :host([fit]) .card {
      grid-area: 1 / 2 / 3 / 3;
      min-height: 0;
      overflow-y: auto;
    }
  }
  /* Nothing stands beside the card here: formula and sentence share its width, the scrubber the row of the buttons. */
  @container (37.5em <= width < 60em) {
    :host(:not([fit])) .frame > .card {
      grid-column: 1 / -1;
    }
    :host(:not([fit])) .operation {
      display: grid;
      grid-template-columns: minmax(0, 4fr) minmax(0, 3fr);
    }
    :host(:not([fit])) .operation > :not(.card-title, .gn-formula, .prose, .terms) {
      grid-column: 1 / -1;
    }
    :host(:not([fit])) .operation > .gn-formula {
      display: flex;
      flex-wrap: wrap;
      align-content: start;
      column-gap: var(--gn-space-3);
    }
    :host(:not([fit])) .gn-formula-where {
      column-gap: var(--gn-space-2);
    }
    :host(:not([fit])) .operation .gn-formula-numbers {
      flex: 1 0 100%;
      order: 1;
    }
  }
  @container (min-width: 37.5em) {
    :host(:not([fit])) .scrubbers {
      flex: 1 1 0;
      order: 0;
    }
  }
  @container (max-width: 22.5em) {
    .choice:first-of-type {
      flex: 0 1 auto;
    }
    .choice select {
      width: 100%;
      padding-inline: var(--gn-space-1);
    }
  }
`;
