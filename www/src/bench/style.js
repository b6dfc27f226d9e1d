/**
 * Where the parts of the bench stand. Its width decides: three columns, below that rows, on a phone one part at a time
 * with the output on top and the bar as a dock. A page that gives it a screen sets `--glass-net-bench-height`.
 */
import { css, unsafeCSS } from "lit";

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
    scroll-margin-block-start: var(--above-panel);
  }
  /* Until its file is there it keeps room, so that what stays at the bottom does not jump. */
  .tab-panel:not(:defined) {
    min-height: 100vh;
  }
  .settings,
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

/** 960 px and more: three columns. The bar stays in sight while the tabs are read. */
const wide = css`
  .playground {
    --bar: 56px;
    /* How much stays over a panel that one is led to. */
    --above-panel: 112px;
    --strip: 80px;
    --data: 172px;
    --output: 285px;
    display: grid;
    grid-template:
      "error error error" auto
      "bar bar bar" var(--bar)
      "data network output" calc(max(var(--glass-net-bench-height, 720px), 560px) - var(--bar) - var(--strip))
      "strip strip strip" var(--strip)
      "tabs tabs tabs" auto
      "panel panel panel" auto / var(--data) minmax(0, 1fr) var(--output);
    gap: 0 var(--gn-space-4);
  }
  .bench {
    display: contents;
  }
  .validation-error {
    grid-area: error;
  }
  .bar {
    position: sticky;
    top: 0;
    z-index: 5;
    grid-area: bar;
    border-bottom: 1px solid var(--gn-hairline);
    background: var(--gn-surface);
  }
  .data {
    grid-area: data;
  }
  .network {
    grid-area: network;
  }
  .output {
    grid-area: output;
  }
  .data,
  .network,
  .output {
    padding-block: var(--gn-space-2);
  }
  .strip {
    grid-area: strip;
    border-top: 1px solid var(--gn-hairline);
  }
  .tabs {
    grid-area: tabs;
  }
  .tab-panel {
    grid-area: panel;
  }
  .drawer {
    z-index: 2;
    grid-area: network-start / network-start / output-end / output-end;
    background: var(--gn-surface);
  }
  /* The drawer covers them. */
  .playground[data-inside] :is(.network, .output) {
    visibility: hidden;
  }
  .tabs .of-part {
    display: none;
  }
  @container (min-width: 1200px) {
    .playground {
      --data: 210px;
      --output: 340px;
    }
  }
  /* A laptop with its browser's bars. */
  @media (max-height: 700px) {
    .playground {
      --strip: 64px;
    }
  }
`;

/** An author may name the parts that are shown: what is left out leaves its room to the others. */
const chosen = css`
  ${unsafeCSS(
    ["bar", "data", "network", "output", "strip", "tabs"]
      .map((name) => `:host([controls]:not([controls=""], [controls~="${name}"])) .${name}`)
      .join(),
  )} {
    display: none;
  }
  :host([controls]:not([controls=""], [controls~="tabs"])) .tab-panel {
    display: none;
  }
  :host([controls]:not([controls=""], [controls~="data"])) .playground {
    --data: 0px;
  }
  :host([controls]:not([controls=""], [controls~="output"])) .playground {
    --output: 0px;
  }
  :host([controls]:not([controls=""], [controls~="bar"])) .playground {
    --bar: 0px;
  }
  :host([controls]:not([controls=""], [controls~="strip"])) .playground {
    --strip: 0px;
  }
`;

/** Below 960 px: rows. */
const middle = css`
  @container (max-width: 959px) {
    .playground {
      --above-panel: 168px;
      --strip: 72px;
      grid-template:
        "error error" auto
        "bar bar" 112px
        "data data" 64px
        "network network" 420px
        "output output" 300px
        "strip strip" var(--strip)
        "tabs tabs" auto
        "panel panel" auto / minmax(0, 1fr) minmax(0, 1fr);
    }
  }
`;

/** A phone: the output stays on top, one part or panel at a time below the tabs, the bar as a dock. */
const narrow = css`
  @container (max-width: 639px) {
    .playground {
      /* Output and tabs. */
      --above-panel: 253px;
      display: flex;
      flex-direction: column;
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
    .settings,
    .network,
    .tab-panel {
      order: 2;
      /* A swipe is for the tabs, not for the browser's way back; what scrolls sideways inside still does. */
      touch-action: pan-y pinch-zoom;
    }
    /* Down to the dock, where the page gives the bench its screen. */
    .playground[data-place="network"] .network {
      display: block;
      padding-block: var(--gn-space-1) 0;
      height: clamp(375px, calc(var(--glass-net-bench-height, 721px) - var(--above-panel) - var(--bar)), 412px);
    }
    .playground[data-place="data"] .data,
    .playground[data-place="settings"] .settings {
      display: block;
      height: auto;
      min-height: 412px;
    }
    /* Where the dock leaves room for something below them. */
    @media (min-height: 600px) {
      .playground:not([data-inside]) :is(.output, .tabs) {
        position: sticky;
        top: 0;
        z-index: 4;
        background: var(--gn-surface);
      }
      .playground:not([data-inside]) .tabs {
        top: 208px;
      }
    }
    .strip {
      order: 3;
      height: auto;
      min-height: 72px;
    }
    .drawer {
      order: 2;
      height: auto;
    }
    .playground[data-inside] :is(.data, .network, .tab-panel) {
      display: none;
    }
    .playground[data-inside] .output {
      visibility: visible;
    }
    .bar {
      top: auto;
      bottom: 0;
      order: 4;
      height: 56px;
      border-top: 1px solid var(--gn-hairline);
      border-bottom: 0;
    }
  }
`;

export const playgroundStyle = [frame, tabs, wide, middle, narrow, chosen];
