/** How the network picture and the loss scale look; beside `theme` in the element's styles. */
import { css } from "lit";

const text = css`
  .gn-network,
  .gn-scale {
    display: block;
    overflow: visible;
    font-family: var(--gn-font);
    font-size: 14px;
    font-variant-numeric: tabular-nums;
    user-select: none;
    -webkit-user-select: none;
  }
  .gn-network text,
  .gn-scale text {
    fill: var(--gn-text);
  }
  .gn-network .gn-word,
  .gn-scale .gn-word {
    fill: var(--gn-muted);
    font-size: 12px;
  }
  .gn-network .gn-layer {
    font-size: 12px;
    font-weight: 600;
  }
  .gn-network .gn-symbol {
    font-family: "STIX Two Math", "Cambria Math", "Latin Modern Math", Georgia, "Times New Roman", serif;
    font-style: italic;
    font-weight: 500;
  }
  .gn-dots circle {
    fill: var(--gn-mark);
  }
`;

const units = css`
  .gn-unit,
  .gn-link {
    cursor: pointer;
    outline: none;
  }
  .gn-held {
    touch-action: pan-y pinch-zoom;
  }
  .gn-held :is(.gn-link, .gn-target, .gn-unit[data-layer="-1"]) {
    cursor: ew-resize;
  }
  .gn-target:focus-visible rect {
    stroke: var(--gn-focus);
    stroke-width: 3;
    outline: none;
  }
  .gn-hit {
    fill: transparent;
    stroke: none;
  }
  .gn-ring,
  .gn-rim,
  .gn-target path {
    fill: none;
  }
  .gn-unit .gn-ring {
    stroke: transparent;
    stroke-width: 3;
  }
  .gn-body {
    fill: var(--gn-fill-weak);
  }
  .gn-empty .gn-body {
    fill: var(--gn-surface);
  }
  .gn-fill {
    fill: var(--gn-fill-strong);
  }
  .gn-fill.gn-negative {
    fill: var(--gn-fill-negative);
  }
  .gn-rim {
    stroke: var(--gn-mark);
    stroke-width: 1.5;
  }
  .gn-empty .gn-rim {
    stroke-dasharray: 3 4;
  }
  .gn-current .gn-rim {
    stroke: var(--gn-phase);
    stroke-width: 3;
    stroke-dasharray: none;
  }
  .gn-network .gn-value {
    text-anchor: middle;
    font-weight: 600;
  }
  .gn-network .gn-inside {
    fill: var(--gn-on-fill);
  }
  .gn-network .gn-name {
    font-weight: 600;
  }
  .gn-network .gn-dimmed .gn-name {
    fill: var(--gn-muted);
    font-weight: 400;
  }
  .gn-network .gn-gradient {
    fill: var(--gn-backward);
    font-size: 12px;
  }
  .gn-claim path {
    fill: none;
    stroke: var(--gn-muted);
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .gn-claim.gn-fails path {
    stroke: var(--gn-warning);
  }
  .gn-network .gn-claim text {
    fill: var(--gn-muted);
    font-size: 12px;
  }
  .gn-network .gn-claim.gn-fails text {
    fill: var(--gn-warning);
    font-weight: 600;
  }
  .gn-unit:hover .gn-rim {
    stroke: var(--gn-text);
  }
  .gn-unit:focus-visible .gn-ring,
  .gn-unit.gn-chosen .gn-ring {
    stroke: var(--gn-focus);
  }
`;

const links = css`
  .gn-link .gn-hit {
    fill: none;
    stroke: transparent;
  }
  .gn-link:not(:focus-visible, .gn-chosen) .gn-hit {
    stroke-width: 24;
  }
  .gn-link .gn-ring {
    stroke: transparent;
  }
  .gn-link.gn-current .gn-ring {
    stroke: var(--gn-phase);
    stroke-opacity: 0.15;
  }
  .gn-link:focus-visible .gn-ring,
  .gn-link.gn-chosen .gn-ring {
    stroke: var(--gn-focus);
    stroke-opacity: 1;
  }
  .gn-link:focus-visible .gn-hit,
  .gn-link.gn-chosen .gn-hit {
    stroke: var(--gn-surface);
  }
  .gn-line,
  .gn-ghost {
    fill: none;
  }
  .gn-line {
    stroke: var(--gn-positive);
  }
  .gn-link.gn-negative .gn-line {
    stroke: var(--gn-negative);
    stroke-dasharray: 7 5;
  }
  .gn-link.gn-dimmed .gn-line {
    stroke: var(--gn-positive-dim);
  }
  .gn-link.gn-dimmed.gn-negative .gn-line {
    stroke: var(--gn-negative-dim);
  }
  .gn-network.gn-backward .gn-link:not(.gn-flows) .gn-line {
    stroke: var(--gn-mark);
    stroke-width: 1;
    stroke-dasharray: none;
  }
  .gn-flow {
    fill: none;
    stroke: var(--gn-backward);
    stroke-width: 4;
    stroke-linecap: round;
    stroke-dasharray: 0 36;
  }
  .gn-growth {
    fill: var(--gn-update);
  }
  .gn-ghost {
    stroke: var(--gn-mark);
    stroke-opacity: 0.45;
  }
  .gn-ghost.gn-negative {
    stroke-dasharray: 7 5;
  }
  .gn-network .gn-weight {
    text-anchor: middle;
  }
  .gn-halo {
    fill: var(--gn-surface);
  }
  .gn-network .gn-dimmed .gn-weight {
    fill: var(--gn-muted);
  }
  .gn-network .gn-current .gn-weight {
    font-weight: 600;
  }
  .gn-network .gn-current .gn-old {
    fill: var(--gn-muted);
    font-size: 12px;
    font-weight: 400;
  }
  .gn-label {
    pointer-events: none;
  }
  .gn-link .gn-label {
    visibility: hidden;
  }
  .gn-link:hover .gn-label,
  .gn-link:focus-visible .gn-label {
    visibility: visible;
  }
`;

const moving = css`
  .gn-forward {
    --gn-phase: var(--gn-forward);
  }
  .gn-loss {
    --gn-phase: var(--gn-loss);
  }
  .gn-backward {
    --gn-phase: var(--gn-backward);
  }
  .gn-update {
    --gn-phase: var(--gn-update);
  }
  .gn-pill,
  .gn-card {
    pointer-events: none;
  }
  .gn-pill text {
    text-anchor: middle;
  }
  .gn-pill rect,
  .gn-card > rect {
    fill: var(--gn-surface);
    stroke: var(--gn-phase);
    stroke-width: 1.5;
  }
  .gn-network .gn-pill .gn-outcome {
    font-weight: 700;
  }
  .gn-pending {
    visibility: hidden;
  }
  .gn-moving-value rect {
    fill: var(--gn-phase);
    stroke: var(--gn-surface);
  }
  .gn-network .gn-moving-value text {
    fill: var(--gn-surface);
  }
  .gn-note rect {
    stroke: var(--gn-hairline);
    stroke-width: 1;
  }
  .gn-network .gn-note text {
    fill: var(--gn-phase);
  }
  .gn-card > rect {
    stroke: var(--gn-hairline);
    stroke-width: 1;
  }
  .gn-plot path {
    fill: none;
  }
  .gn-axis {
    stroke: var(--gn-hairline);
  }
  .gn-curve {
    stroke: var(--gn-text);
    stroke-width: 1.5;
  }
  .gn-guide {
    stroke: var(--gn-phase);
    stroke-width: 1.5;
    stroke-dasharray: 2 2;
  }
  .gn-tangent {
    stroke: var(--gn-phase);
    stroke-width: 2.5;
  }
  .gn-point {
    fill: var(--gn-phase);
    stroke: var(--gn-surface);
    stroke-width: 1.5;
  }
  .gn-target path {
    stroke: var(--gn-mark);
    stroke-width: 1.5;
    stroke-dasharray: 2 4;
  }
  .gn-target rect {
    fill: var(--gn-surface);
    stroke: var(--gn-mark);
    stroke-width: 1.5;
  }
  .gn-target.gn-current path,
  .gn-target.gn-current rect {
    stroke: var(--gn-phase);
    stroke-width: 2.5;
  }
  .gn-target.gn-current path {
    stroke-dasharray: none;
  }
`;

const scale = css`
  .gn-ruler {
    fill: none;
    stroke: var(--gn-mark);
  }
  .gn-scale text {
    paint-order: stroke;
    stroke: var(--gn-surface);
    stroke-width: 4;
    stroke-linejoin: round;
  }
  .gn-goal {
    fill: var(--gn-surface);
    stroke: var(--gn-text);
    stroke-width: 2;
  }
  .gn-guess {
    fill: var(--gn-text);
    stroke: var(--gn-surface);
    stroke-width: 1.5;
  }
  .gn-gap {
    fill: none;
    stroke: var(--gn-loss);
    stroke-width: 3;
  }
  .gn-frame {
    fill: none;
    stroke: var(--gn-hairline);
    stroke-dasharray: 3 3;
  }
  .gn-square {
    fill: var(--gn-loss);
    fill-opacity: 0.25;
    stroke: var(--gn-loss);
  }
  .gn-now .gn-square {
    fill-opacity: 0.55;
  }
  .gn-scale .gn-outcome {
    font-weight: 700;
  }
  .gn-active .gn-now .gn-outcome {
    fill: var(--gn-loss);
  }
`;

export const networkStyle = [text, units, links, moving, scale];
