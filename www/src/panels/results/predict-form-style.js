/** How values that a reader types look, and what becomes of them. */
import { css } from "lit";

export const predictFormStyle = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--gn-space-8);
  }
  .from {
    align-items: end;
  }
  .values {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--gn-space-3);
  }
  .value {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(128px, 200px);
    gap: 0 var(--gn-space-3);
    align-items: center;
  }
  .value .what {
    grid-column: 1 / -1;
    display: flex;
    justify-content: space-between;
    gap: var(--gn-space-3);
    font-size: var(--gn-text-14);
  }
  .value .what span {
    color: var(--gn-muted);
    font-size: var(--gn-text-12);
  }
  .value input[type="range"] {
    width: 100%;
    margin: 0;
  }
  .value .said {
    grid-column: 1 / -1;
    color: var(--gn-warning);
    font-size: var(--gn-text-14);
  }
  .answer {
    display: grid;
    gap: 2px;
    padding-top: var(--gn-space-3);
    border-top: 1px solid var(--gn-hairline);
  }
  .answer output {
    font-size: var(--gn-text-28);
    font-weight: 600;
    line-height: 1.3;
  }
  .field select {
    justify-self: start;
    padding-inline-end: var(--gn-space-6);
  }
  .bars {
    display: grid;
    gap: var(--gn-space-2);
    padding-top: var(--gn-space-1);
    font-size: var(--gn-text-14);
  }
  .bar {
    display: grid;
    grid-template-columns: minmax(64px, max-content) minmax(0, 1fr) 5em;
    align-items: center;
    gap: var(--gn-space-3);
  }
  .bar i {
    height: 10px;
    border: 1px solid var(--gn-mark);
    border-radius: 3px;
    background: linear-gradient(90deg, var(--gn-accent) var(--share), transparent var(--share));
  }
  .bar b {
    text-align: end;
  }
  .flow {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--gn-space-3);
  }
  .flow .layer {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--gn-space-1);
    transition: opacity 250ms ease-in-out;
  }
  .flow .layer + .layer {
    padding-top: var(--gn-space-3);
    border-top: 1px solid var(--gn-hairline);
  }
  .flow .ahead {
    opacity: 0.15;
  }
  .layer-name {
    font-size: var(--gn-text-12);
    font-weight: 600;
  }
  .layer-name span {
    color: var(--gn-muted);
    font-weight: 400;
  }
  .units {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
  }
  .unit {
    display: grid;
    align-content: center;
    min-width: 72px;
    padding: 4px 6px;
    border: 1px solid var(--gn-hairline);
    border-radius: 6px;
    background: color-mix(in srgb, var(--tint) var(--share), var(--gn-surface));
    line-height: 1.3;
    text-align: center;
  }
  .unit.positive {
    --tint: var(--gn-positive-dim);
  }
  .unit.negative {
    --tint: var(--gn-negative-dim);
    border-style: dashed;
    border-color: var(--gn-mark);
  }
  .unit.small {
    min-width: 14px;
    height: 14px;
    padding: 0;
    border-radius: 3px;
  }
  .unit-name {
    overflow: hidden;
    max-width: 96px;
    font-size: var(--gn-text-12);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .unit-value {
    font-size: var(--gn-text-14);
  }
  @media (prefers-reduced-motion: reduce) {
    .flow .layer {
      transition: none;
    }
  }
`;
