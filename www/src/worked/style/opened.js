/** Fields, floating cards, tables and the curve of the loss: fetched with them. */
import { css } from "lit";

export const openedStyle = css`
  :host(:fullscreen) {
    overflow: auto;
    padding: var(--gn-space-6);
    background: var(--gn-surface);
  }
  .fields {
    display: flex;
    flex-wrap: wrap;
    gap: var(--gn-space-3) var(--gn-space-4);
    align-items: start;
    padding-bottom: var(--gn-space-4);
  }
  .field {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--gn-space-1);
  }
  .fields .field {
    width: 6.5em;
  }
  .fields .field.rejected {
    width: 100%;
  }
  .field label {
    font-size: var(--gn-12);
    color: var(--gn-muted);
  }
  .field .held {
    touch-action: pan-y pinch-zoom;
    cursor: ew-resize;
    user-select: none;
    -webkit-user-select: none;
  }
  .field label i {
    font-family: math, "Cambria Math", serif;
    color: var(--gn-text);
  }
  .field input {
    width: 100%;
    max-width: 160px;
  }
  .field select {
    max-width: 100%;
  }
  .field input[aria-invalid] {
    border-color: var(--gn-warning);
    border-width: 2px;
  }
  .restore {
    align-self: end;
  }
  .float {
    position: absolute;
    z-index: 3;
    width: min(272px, 100%);
    display: grid;
    gap: var(--gn-space-2);
    padding: var(--gn-space-3);
    border: 1px solid var(--gn-hairline);
    border-radius: var(--gn-radius);
    background: var(--gn-surface);
    box-shadow: var(--gn-shadow);
    font-size: var(--gn-14);
  }
  .float-head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    margin: -8px -8px 0 0;
  }
  .float h3 {
    font-size: var(--gn-16);
  }
  .float dl,
  .help dl {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: var(--gn-space-1) var(--gn-space-3);
  }
  .float dt {
    color: var(--gn-muted);
  }
  .inspector dd {
    text-align: end;
    white-space: nowrap;
    font-variant-numeric: tabular-nums;
  }
  .help {
    inset-block-start: 0;
    inset-inline-end: 0;
    width: min(360px, 100%);
  }
  .share {
    display: flex;
    flex-wrap: wrap;
    gap: var(--gn-space-2);
  }
  .help dt {
    display: flex;
    align-items: start;
    gap: var(--gn-space-1);
    white-space: nowrap;
  }
  kbd {
    min-width: 22px;
    padding: 0 5px;
    border: 1px solid var(--gn-hairline);
    border-radius: 4px;
    background: var(--gn-raised);
    color: var(--gn-text);
    font: 12px/20px var(--gn-font);
    text-align: center;
  }
  .tables {
    display: grid;
    gap: var(--gn-space-6);
    padding-bottom: var(--gn-space-4);
  }
  .claims ul {
    list-style: none;
    margin: 0;
    padding: 0;
  }
  .table-place {
    font-size: var(--gn-14);
    color: var(--gn-muted);
  }
  .scroll {
    overflow-x: auto;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: var(--gn-14);
    white-space: nowrap;
  }
  caption {
    padding-bottom: var(--gn-space-1);
    font-weight: 600;
    text-align: start;
  }
  th,
  td {
    padding: 6px 12px 6px 0;
    border-bottom: 1px solid var(--gn-hairline);
    font-weight: 400;
    text-align: end;
  }
  th {
    color: var(--gn-muted);
    font-size: var(--gn-12);
  }
  th:first-child,
  tbody th {
    text-align: start;
  }
  tbody th {
    color: var(--gn-text);
    font-size: var(--gn-14);
  }
  .gn-loss-curve {
    display: block;
    font-size: 12px;
    touch-action: pan-y;
    cursor: crosshair;
  }
  .gn-loss-curve text {
    fill: var(--gn-muted);
  }
  .gn-loss-curve .gn-curve-reading {
    fill: var(--gn-text);
    paint-order: stroke;
    stroke: var(--gn-surface);
    stroke-width: 4px;
  }
  .gn-curve-grid {
    stroke: var(--gn-hairline);
  }
  .gn-curve-line {
    fill: none;
    stroke: var(--gn-loss);
    stroke-width: 2;
  }
  .gn-curve-cursor {
    stroke: var(--gn-mark);
    stroke-dasharray: 2 3;
  }
  .gn-curve-dot {
    fill: var(--gn-loss);
    stroke: var(--gn-surface);
    stroke-width: 2;
  }
`;
