/** The data of the bench: a column, a strip where the bench is narrow, a tab on a phone. */
import { css } from "lit";

const column = css`
  :host {
    z-index: 3;
    overflow: visible;
    container-type: inline-size;
  }
  .data {
    display: flex;
    flex-direction: column;
    gap: var(--gn-space-2);
    height: 100%;
  }
  h3 {
    overflow: hidden;
    min-width: 0;
    color: var(--gn-text);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .sets {
    display: grid;
    grid-template-columns: repeat(4, minmax(0, 1fr));
    gap: 6px;
  }
  .set {
    position: relative;
    min-width: 0;
    aspect-ratio: 1;
    padding: 0;
    border: 1px solid var(--gn-hairline);
    border-radius: var(--gn-radius);
    background: none;
    cursor: pointer;
  }
  .set:hover {
    background: var(--gn-raised);
  }
  .set[aria-pressed="true"] {
    border-color: var(--gn-text);
    box-shadow: inset 0 0 0 1px var(--gn-text);
  }
  .file span {
    position: absolute;
    inset: auto 0 calc(50% - 7px);
    background: var(--gn-surface);
    font-size: var(--gn-text-12);
    line-height: 14px;
    justify-self: center;
    width: fit-content;
    margin-inline: auto;
  }
  .settings {
    display: flex;
    flex: 1;
    flex-direction: column;
    gap: var(--gn-space-2);
    min-height: 0;
  }
  .sliders {
    display: grid;
    gap: 2px;
  }
  .field {
    display: grid;
    grid-template-columns: 1fr 64px;
    align-items: center;
    font-size: var(--gn-text-12);
  }
  .field label {
    color: var(--gn-muted);
  }
  .field > div {
    grid-column: 1 / -1;
  }
  .field input {
    width: 100%;
    height: 24px;
    padding: 0 var(--gn-space-1);
    border: 1px solid transparent;
    border-radius: 4px;
    background: none;
    font-size: var(--gn-text-12);
    font-variant-numeric: tabular-nums;
    text-align: end;
  }
  .field input:hover,
  .field input:focus {
    border-color: var(--gn-mark);
  }
  .field input[aria-invalid="true"] {
    border: 2px solid var(--gn-warning);
  }
  [type="range"] {
    display: block;
    width: 100%;
    height: 20px;
    margin: 0;
    accent-color: var(--gn-text);
    cursor: pointer;
  }
  .split {
    display: grid;
    gap: 2px;
    margin-top: var(--gn-space-2);
    font-size: var(--gn-text-12);
    line-height: 16px;
  }
  .plain {
    padding: 0;
    border: 0;
    background: none;
    color: var(--gn-accent);
    font-size: inherit;
    text-decoration: underline;
    cursor: pointer;
  }
  .more {
    display: none;
  }
`;

/** A finger needs more room. */
const touched = css`
  @media (pointer: coarse) {
    .sets {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
    .set {
      height: 44px;
      aspect-ratio: auto;
    }
    .field input {
      font-size: 16px;
    }
    [type="range"] {
      height: 28px;
    }
  }
`;

/** Between a column and a screen: a tab on a phone. */
const tab = css`
  @container (min-width: 300px) {
    .data {
      gap: var(--gn-space-4);
      padding-block: var(--gn-space-3);
    }
    .sets {
      grid-template-columns: repeat(6, minmax(0, 1fr));
    }
    .sliders {
      gap: var(--gn-space-3);
    }
    .set {
      height: auto;
      aspect-ratio: 1;
    }
    .field input,
    [type="range"] {
      height: 44px;
    }
    .field {
      grid-template-columns: 1fr 88px;
    }
    .split {
      margin-top: 0;
    }
  }
`;

/** Pictures in a row; the sliders float over what is below. */
const strip = css`
  @container (min-width: 600px) {
    .data {
      flex-direction: row;
      align-items: center;
      padding-block: 0;
      gap: var(--gn-space-2);
    }
    h3 {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .sets {
      display: flex;
      flex: 1;
      gap: var(--gn-space-1);
    }
    .set {
      flex: 0 1 46px;
    }
    .more {
      display: inline-flex;
      flex: none;
      font-size: var(--gn-text-12);
      padding-inline: var(--gn-space-2);
    }
    .settings {
      display: none;
    }
    .settings.open {
      position: absolute;
      top: 100%;
      inset-inline-end: 0;
      display: flex;
      gap: var(--gn-space-3);
      width: 300px;
      padding: var(--gn-space-4);
      border: 1px solid var(--gn-hairline);
      border-radius: var(--gn-radius);
      background: var(--gn-surface);
      box-shadow: var(--gn-shadow);
    }
    .data {
      position: relative;
    }
  }
`;

export const dataStyle = [column, touched, tab, strip];
