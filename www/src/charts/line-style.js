/** How a line chart looks around its canvas; a compact one fills its box. */
import { css } from "lit";

export const plotStyle = css`
  .plot {
    position: relative;
  }
  .plot canvas,
  .plot svg {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
  }
  .plot svg {
    overflow: visible;
    pointer-events: none;
  }
  .cursor path {
    fill: none;
    stroke: var(--gn-mark);
    stroke-dasharray: 3 3;
  }
  :host([compact]) {
    height: 100%;
    min-height: 0;
  }
  :host([compact]) figure {
    grid-template-rows: auto minmax(0, 1fr);
    height: 100%;
  }
  :host([compact]) .stage,
  :host([compact]) .plot {
    height: 100%;
    min-height: 0;
  }
  :host([compact]) .plot:focus-visible {
    outline-offset: -2px;
  }
  :host([compact]) .legend {
    order: -1;
    gap: 0 var(--gn-space-3);
    min-height: 18px;
    line-height: 18px;
  }
  :host([compact]) :is(.at, .key) {
    white-space: nowrap;
  }
  /* Where a number is long, its line is shorter. */
  :host([compact]) .key {
    gap: 4px;
    min-width: 0;
  }
  :host([compact]) .key svg {
    flex: 0 1 18px;
    min-width: 8px;
  }
  :host([steady]) .legend {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 230px), 1fr));
  }
  :host([steady]) .legend :is(b, .at > span) {
    display: inline-block;
    min-width: 11ch;
    font-variant-numeric: tabular-nums;
  }
  .scale {
    position: absolute;
    top: 0;
    right: 8px;
    color: var(--gn-muted);
    font-size: var(--gn-text-12);
    line-height: 16px;
    pointer-events: none;
  }
  .scale.left {
    right: auto;
    left: 48px;
  }
  :host([compact]) .empty {
    border: 0;
    padding: 0;
    font-size: var(--gn-text-12);
  }
`;
