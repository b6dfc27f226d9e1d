/** The card with the formula and the prose, and the outcome under it. */
import { css } from "lit";

export const card = css`
  .card {
    display: grid;
    align-content: start;
    gap: var(--gn-space-3);
    min-height: max(260px, var(--card-height, 0px));
  }
  .probe {
    position: absolute;
    visibility: hidden;
  }
  .probe .card {
    min-height: 0;
  }
  .card-title {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: var(--gn-space-1) var(--gn-space-3);
    font-size: var(--gn-16);
    font-weight: 600;
    line-height: 1.4;
  }
  .phase,
  .phase .term {
    color: var(--phase);
  }
  .place {
    font-weight: 400;
    font-size: var(--gn-14);
  }
  .kind {
    font-weight: 400;
    font-size: var(--gn-14);
    color: var(--gn-muted);
  }
  .prose {
    font-size: var(--gn-16);
    line-height: 1.7;
    text-wrap: pretty;
  }
  .prose.passing {
    font-size: var(--gn-28);
    font-weight: 600;
  }
  .prose.brief {
    font-size: var(--gn-20);
    font-variant-numeric: tabular-nums;
  }
  .invitation {
    font-weight: 600;
  }
  .facts {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: var(--gn-space-1) var(--gn-space-4);
  }
  .facts dt {
    color: var(--gn-muted);
  }
  .note,
  .meaning,
  .ending,
  .claim {
    font-size: var(--gn-14);
  }
  .note {
    color: var(--gn-muted);
  }
  .meaning {
    min-height: 1px;
    padding-inline-start: var(--gn-space-3);
    border-inline-start: 2px solid var(--gn-accent);
  }
  .meaning:empty {
    display: none;
  }
  .terms {
    display: flex;
    flex-wrap: wrap;
    gap: var(--gn-space-1) var(--gn-space-4);
    font-size: var(--gn-14);
  }
  .claim.holds {
    color: var(--gn-muted);
  }
  .claim.holds::before {
    content: "✓ ";
  }
  .claim.fails {
    color: var(--gn-warning);
  }
  .claim.fails::before {
    content: "⚠\uFE0E ";
  }
  .ending {
    font-weight: 600;
  }
  .gn-formula {
    display: grid;
    gap: var(--gn-space-1);
    /* A fraction is not broken: where it is narrow it must fit. */
    font-size: clamp(18px, 7cqi, var(--gn-18));
  }
  .gn-formula-where {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--gn-space-3);
    font-size: var(--gn-14);
    color: var(--gn-muted);
  }
  .gn-math math {
    padding-block: 0.12em;
    /* Where no font of formulas is there, that of the text in every language. */
    font-family: math, var(--gn-font);
  }
  .gn-result {
    color: var(--phase);
    font-weight: 600;
  }
  .gn-positive:not(.gn-result) {
    color: var(--gn-positive);
  }
  .gn-negative:not(.gn-result) {
    color: var(--gn-negative);
  }
  /* Beside the outcome there is room for few lines. */
  @container (37.5em <= width < 60em) {
    .card {
      display: flex;
      flex-wrap: wrap;
      align-content: start;
      gap: var(--gn-space-1) var(--gn-space-4);
      min-height: var(--card-height, 0px);
    }
    .card > * {
      flex: 1 0 100%;
    }
    .card > :is(.card-title, .terms) {
      flex: 0 1 auto;
      order: -1;
    }
    .terms {
      margin-inline-start: auto;
    }
    .prose {
      font-size: var(--gn-14);
      line-height: 1.5;
    }
    /* The formula and the sentence tell it, too. */
    .kind {
      display: none;
    }
    .gn-formula {
      gap: 0;
      font-size: var(--gn-16);
    }
    .gn-formula-where {
      font-size: var(--gn-12);
    }
  }
`;

export const outcome = css`
  .outcome {
    display: grid;
    gap: var(--gn-space-1) var(--gn-space-6);
    align-items: start;
  }
  .curve-box figcaption {
    display: flex;
    justify-content: space-between;
    font-size: var(--gn-12);
    color: var(--gn-muted);
  }
  .curve {
    height: 96px;
    overflow: hidden;
  }
  .empty {
    display: grid;
    place-content: center;
    height: 100%;
    border: 1px dashed var(--gn-hairline);
    border-radius: var(--gn-radius);
    font-size: var(--gn-14);
    color: var(--gn-muted);
    text-align: center;
  }
`;
