/** The bar of the bench: one row, two where it is narrow, a dock on a phone; and its settings in a tab there. */
import { css } from "lit";
import { fieldStyle } from "../fields-style.js";

/** Fields of 44 px that hold their label: they fit into the bar, and a finger. */
const fields = css`
  ${fieldStyle}
  .fields {
    display: flex;
    flex: none;
    flex-wrap: nowrap;
    gap: var(--gn-space-2);
  }
  .field,
  .field.rejected {
    position: relative;
    display: block;
    flex: none;
  }
  .field > label,
  .field > .label {
    position: absolute;
    inset: 4px auto auto 9px;
    color: var(--gn-muted);
    font-size: var(--gn-text-12);
    line-height: 16px;
    white-space: nowrap;
    pointer-events: none;
  }
  .field select,
  .field input[inputmode="decimal"],
  .schedule {
    width: 100%;
    height: 44px;
    padding: 16px var(--gn-space-2) 0;
    border: 1px solid var(--gn-hairline);
    border-radius: var(--gn-radius);
    background: none;
    line-height: 1.2;
    text-overflow: ellipsis;
  }
  .field select {
    padding-inline: 5px 0;
    background: var(--gn-surface);
  }
  .field select:hover,
  .field input:hover,
  .schedule:hover {
    border-color: var(--gn-mark);
  }
  .schedule {
    overflow: hidden;
    color: var(--gn-accent);
    text-align: start;
    white-space: nowrap;
    cursor: pointer;
  }
  .pace {
    width: 116px;
  }
  .rate {
    width: 88px;
  }
  .optimizer {
    width: 108px;
  }
`;

const row = css`
  :host {
    z-index: 4;
    overflow: visible;
    container-type: inline-size;
  }
  .bar {
    display: flex;
    align-items: center;
    gap: var(--gn-space-4);
    height: 100%;
    min-width: 0;
  }
  .controls {
    display: flex;
    flex: none;
    gap: 2px;
  }
  .primary {
    display: grid;
    min-height: 44px;
    margin-inline-end: var(--gn-space-1);
    padding-inline: var(--gn-space-3) var(--gn-space-4);
    font-weight: 600;
  }
  .word {
    display: flex;
    grid-area: 1 / 1;
    align-items: center;
    gap: var(--gn-space-1);
  }
  .word.off {
    visibility: hidden;
  }
  .step {
    display: grid;
    justify-items: center;
    align-content: center;
    gap: 1px;
    min-width: 44px;
    height: 44px;
    padding: 0 var(--gn-space-1);
    border: 0;
    border-radius: var(--gn-radius);
    background: none;
    color: var(--gn-text);
    font-size: var(--gn-text-12);
    line-height: 16px;
    white-space: nowrap;
    cursor: pointer;
  }
  .step .icon {
    width: 18px;
    height: 18px;
  }
  .step span {
    color: var(--gn-muted);
  }
  .step:hover {
    background: var(--gn-raised);
  }
  .step:disabled {
    opacity: 0.4;
    cursor: default;
  }
  .place {
    display: grid;
    flex: none;
    font-variant-numeric: tabular-nums;
    line-height: 20px;
    white-space: nowrap;
  }
  .place > :last-child {
    color: var(--gn-muted);
    font-size: var(--gn-text-12);
  }
  /* A validation error stands below its field, over the columns: the bar does not move. */
  [id$="-validation-error"]:not(:empty) > .validation-error {
    position: absolute;
    top: calc(100% + 6px);
    inset-inline-end: 0;
    width: 260px;
    padding: var(--gn-space-2) var(--gn-space-3);
    border: 1px solid var(--gn-warning);
    border-radius: var(--gn-radius);
    background: var(--gn-surface);
    box-shadow: var(--gn-shadow);
  }
`;

const presets = css`
  .bar .fields {
    flex: 0 1 auto;
    min-width: 0;
  }
  .bar .fields > * {
    flex: none;
  }
  .bar .fields > .presets-menu {
    flex: 0 1 160px;
    min-width: 112px;
  }
  .chips {
    display: none;
    align-items: center;
    justify-content: end;
    gap: 2px;
    min-width: 0;
    margin-inline-start: auto;
  }
  .chip {
    display: grid;
    justify-items: center;
    min-width: 46px;
    height: 46px;
    padding: 2px 6px 0;
    border: 0;
    border-radius: var(--gn-radius);
    background: none;
    font-size: var(--gn-text-12);
    line-height: 16px;
    white-space: nowrap;
    cursor: pointer;
  }
  .chip .thumbnail {
    width: 26px;
    height: 26px;
  }
  .chip span {
    color: var(--gn-muted);
  }
  .chip:hover {
    background: var(--gn-raised);
  }
  .chip[aria-pressed="true"] {
    background: var(--gn-raised);
    box-shadow: inset 0 0 0 1.5px var(--gn-text);
  }
  .chip[aria-pressed="true"] span {
    color: var(--gn-text);
    font-weight: 600;
  }
  .own-mark {
    color: var(--gn-muted);
    font-size: var(--gn-text-12);
    line-height: 16px;
    white-space: nowrap;
  }
  @container (min-width: 1200px) {
    .presets-menu {
      display: none;
    }
    .chips {
      display: flex;
    }
  }
`;

const narrow = css`
  @container (max-width: 1320px) {
    .bar {
      gap: var(--gn-space-3);
    }
  }
  @container (max-width: 959px) {
    .bar {
      flex-wrap: wrap;
      align-content: space-evenly;
      justify-content: space-between;
    }
    .fields {
      width: 100%;
    }
    .bar .fields > .presets-menu {
      flex: 1;
    }
  }
  @container (max-width: 639px) {
    .bar {
      flex-wrap: nowrap;
      gap: var(--gn-space-2);
    }
    .fields,
    .end,
    .reseed,
    .step span {
      display: none;
    }
    /* Long words take two lines, so that a dock fits any language. */
    .controls {
      flex: 0 1 auto;
      min-width: 0;
    }
    .primary {
      flex: 0 1 auto;
      min-width: 0;
      padding-inline: var(--gn-space-2) var(--gn-space-3);
      line-height: 1.2;
      white-space: normal;
    }
    .word {
      min-width: 0;
      text-align: start;
    }
    .place {
      flex: 0 1 auto;
      margin-inline-start: auto;
      min-width: 0;
    }
    .place > :last-child {
      display: none;
    }
    .epoch {
      display: grid;
    }
    .epoch > :first-child {
      color: var(--gn-muted);
      font-size: var(--gn-text-12);
    }
  }
  @container (max-width: 339px) {
    .bar {
      gap: var(--gn-space-1);
    }
    .controls {
      gap: 0;
    }
    .primary {
      margin-inline-end: 0;
      padding-inline: var(--gn-space-1) var(--gn-space-2);
    }
  }
`;

export const barStyle = [fields, row, presets, narrow];

export const settingsStyle = [
  fields,
  css`
    .settings {
      display: grid;
      gap: var(--gn-space-3);
      padding-block: var(--gn-space-3);
    }
    .fields {
      display: grid;
      grid-template-columns: minmax(0, 5fr) minmax(0, 4fr) minmax(0, 4fr);
    }
    .pace,
    .rate,
    .optimizer,
    .presets-menu {
      width: auto;
    }
    .row {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: var(--gn-space-2);
    }
  `,
];
