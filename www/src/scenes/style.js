/** How scenes look: they stand in a post, so they bring no box, no ground and no heading of their own. */
import { css } from "lit";
import { progressStyle } from "../panels/style/progress.js";

export const sceneStyle = [
  progressStyle,
  css`
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      container-type: inline-size;
      min-height: 320px;
      --gn-downloads: none;
    }
    :host([hidden]) {
      display: none;
    }
    .scene {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--gn-space-4);
      text-align: start;
      word-break: keep-all;
      overflow-wrap: anywhere;
    }
    .waiting {
      display: grid;
      place-content: center;
      min-height: 320px;
      padding: var(--gn-space-4);
      color: var(--gn-muted);
      text-align: center;
    }
    .about {
      color: var(--gn-muted);
      font-size: var(--gn-text-14);
      text-wrap: balance;
    }
    .controls {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--gn-space-2);
    }
    .controls .primary {
      min-width: 112px;
    }
    .controls .speed {
      margin-inline-start: auto;
    }
    .fields {
      align-items: end;
    }
    .arithmetic {
      text-wrap: pretty;
    }
    .columns {
      gap: var(--gn-space-4) var(--gn-space-6);
    }
    .moment {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--gn-space-2) var(--gn-space-4);
    }
    .weights {
      margin-inline-start: auto;
      font-size: var(--gn-text-14);
    }
    .weights progress {
      width: 120px;
    }
    .number {
      display: inline-flex;
      align-items: center;
      gap: var(--gn-space-2);
      font-size: var(--gn-text-14);
    }
    .number input {
      width: 64px;
      text-align: center;
    }
    .status {
      display: flex;
      flex-wrap: wrap;
      align-items: end;
      gap: var(--gn-space-2) var(--gn-space-6);
    }
    .progress {
      display: grid;
      flex: 1 1 220px;
      gap: var(--gn-space-1);
      min-width: 0;
    }
    .place {
      min-height: 1.6em;
      font-size: var(--gn-text-14);
    }
    .figures {
      display: flex;
      flex-wrap: wrap;
      gap: var(--gn-space-2) var(--gn-space-6);
    }
    .figures dt {
      color: var(--gn-muted);
      font-size: var(--gn-text-12);
    }
    .figures dd {
      min-width: 4.5em;
      font-size: var(--gn-text-20);
      font-weight: 600;
      line-height: 1.3;
    }
    :host([density="compact"]) .scene {
      gap: var(--gn-space-2);
    }
    :host([density="compact"]) :is(.about, .note, .caution) {
      display: none;
    }
    :host([density="compact"]) {
      --gn-tools: none;
    }
    :host([without~="title"]) .about,
    :host([without~="prose"]) :is(.note, .caution),
    :host([without~="table"]) .table,
    :host([without~="loss-chart"]) gn-line-chart {
      display: none;
    }
    @media print {
      .scene {
        break-inside: avoid;
      }
      .controls {
        display: none;
      }
    }
    :host([density="compact"]) .figures dd {
      font-size: var(--gn-text-16);
    }
    :host([controls]:not([controls=""], [controls~="play"])) .controls > .play,
    :host([controls]:not([controls=""], [controls~="step"])) .controls > .step,
    :host([controls]:not([controls=""], [controls~="speed"])) .controls > .speed,
    :host([controls]:not([controls=""], [controls~="settings"])) .settings,
    :host([controls]:not([controls=""], [controls~="table"])) .table,
    :host([controls]:not([controls=""], [controls~="play"], [controls~="step"], [controls~="speed"])) .controls {
      display: none;
    }
    .beside {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--gn-space-4) var(--gn-space-6);
    }
    @container (min-width: 520px) {
      .columns.two {
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      }
    }
    @container (min-width: 600px) {
      .beside {
        grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
        align-items: center;
      }
      .beside > .group {
        container-type: inline-size;
      }
    }
    @container (max-width: 440px) {
      .status > .progress {
        flex-basis: 100%;
      }
      .place {
        min-height: 3.2em;
      }
      .weights {
        flex: 1 0 100%;
        justify-content: space-between;
        margin: 0;
      }
      .controls {
        display: grid;
        grid-template-columns: repeat(6, minmax(0, 1fr));
      }
      .controls .button {
        grid-column: span 2;
        min-width: 0;
        padding-inline: var(--gn-space-1);
      }
      .controls .primary {
        grid-column: span 3;
      }
      .controls .speed {
        grid-area: 1 / 4 / auto / -1;
        margin: 0;
        min-width: 0;
      }
      .controls select {
        width: 100%;
      }
      .controls progress {
        grid-column: 1 / -1;
      }
    }
  `,
];
