/**
 * Where the parts of the bench stand. Its width decides: three columns, below that rows, on a phone one part at a time
 * with the output on top and the bar as a dock. A page that gives it a screen sets `--glass-net-bench-height`.
 */
import { css } from "lit";

const frame = css`
  :host {
    min-height: 560px;
    container-type: inline-size;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  p {
    margin: 0;
  }
  .waiting {
    display: grid;
    place-content: center;
    min-height: 560px;
    color: var(--gn-muted);
    text-align: center;
  }
  .playground {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    text-align: start;
    word-break: keep-all;
    overflow-wrap: anywhere;
    text-wrap: pretty;
  }
  .validation-error {
    padding-bottom: var(--gn-space-4);
    color: var(--gn-warning);
    font-size: var(--gn-text-14);
  }
  .tab-panel {
    padding-block: var(--gn-space-6);
  }
  .tab-panel[hidden],
  .drawer[hidden] {
    display: none;
  }
  :focus-visible {
    outline: 2px solid var(--gn-focus);
    outline-offset: 2px;
  }
`;

const tabs = css`
  .tabs {
    display: flex;
    gap: var(--gn-space-1);
    min-width: 0;
    overflow-x: auto;
    border-bottom: 1px solid var(--gn-hairline);
  }
  .tabs button {
    flex: none;
    min-height: 44px;
    padding: 0 var(--gn-space-3);
    border: 0;
    border-bottom: 2px solid transparent;
    background: none;
    color: var(--gn-muted);
    font: inherit;
    font-size: var(--gn-text-14);
    white-space: nowrap;
    cursor: pointer;
  }
  .tabs button:hover {
    color: var(--gn-text);
  }
  .tabs button:is([aria-selected="true"], [data-first]) {
    border-bottom-color: var(--gn-text);
    color: var(--gn-text);
    font-weight: 600;
  }
  .tabs button:focus-visible {
    outline-offset: -2px;
  }
`;

/** 960 px and more: three columns. */
const wide = css`
  .bench {
    display: grid;
    grid-template:
      "bar bar bar" 56px
      "data network output" minmax(0, 1fr)
      "strip strip strip" 80px / 172px minmax(0, 1fr) 285px;
    gap: 0 var(--gn-space-4);
    height: var(--glass-net-bench-height, 720px);
    min-height: 560px;
  }
  .bar {
    grid-area: bar;
    border-bottom: 1px solid var(--gn-hairline);
  }
  .data {
    grid-area: data;
    padding-block: var(--gn-space-2);
  }
  .network {
    grid-area: network;
    padding-block: var(--gn-space-2);
  }
  .output {
    grid-area: output;
    padding-block: var(--gn-space-2);
  }
  .strip {
    grid-area: strip;
    border-top: 1px solid var(--gn-hairline);
  }
  .drawer {
    z-index: 2;
    grid-area: network-start / network-start / output-end / output-end;
    background: var(--gn-surface);
  }
  .tabs .of-part {
    display: none;
  }
  @container (min-width: 1200px) {
    .bench {
      grid-template-columns: 210px minmax(0, 1fr) 340px;
    }
  }
`;

/** Below 960 px: rows. */
const middle = css`
  @container (max-width: 959px) {
    .bench {
      grid-template:
        "bar bar" 112px
        "data data" 64px
        "network network" 420px
        "output output" 300px
        "strip strip" 72px / minmax(0, 1fr) minmax(0, 1fr);
      height: auto;
      min-height: 0;
    }
  }
`;

/** A phone: the output on top, one part or panel at a time below the tabs, the bar as a dock. */
const narrow = css`
  @container (max-width: 639px) {
    .playground {
      display: flex;
      flex-direction: column;
    }
    .bench {
      display: contents;
    }
    .output {
      order: 0;
      height: 208px;
    }
    .tabs {
      order: 1;
    }
    .tabs .of-part {
      display: block;
    }
    .tabs .of-panel[data-first] {
      border-bottom-color: transparent;
      color: var(--gn-muted);
      font-weight: 400;
    }
    .data,
    .network,
    .tab-panel[data-first] {
      display: none;
    }
    .data,
    .network,
    .tab-panel {
      order: 2;
    }
    .playground[data-place="network"] .network {
      display: block;
      height: 412px;
    }
    .playground[data-place="data"] .data {
      display: block;
      height: auto;
    }
    .strip {
      order: 3;
      height: auto;
      min-height: 72px;
    }
    .drawer {
      order: 1;
      height: auto;
    }
    .bar {
      position: sticky;
      bottom: 0;
      z-index: 3;
      order: 4;
      height: 56px;
      border-top: 1px solid var(--gn-hairline);
      border-bottom: 0;
      background: var(--gn-surface);
    }
  }
`;

export const playgroundStyle = [frame, tabs, wide, middle, narrow];
