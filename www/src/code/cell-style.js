/** How a cell looks once it is run or edited. */
import { css, unsafeCSS } from "lit";
import { PROGRAM_STYLE } from "./program-style.js";
import { theme } from "../theme.js";

export const cellStyle = [
  theme,
  unsafeCSS(PROGRAM_STYLE),
  css`
    :host {
      container-type: inline-size;
      text-align: start;
    }
    *,
    *::before,
    *::after {
      box-sizing: border-box;
    }
    .code {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      align-content: start;
      min-width: 0;
    }
    .program.editor {
      padding: 0;
      overflow: visible;
    }
    .lit {
      background: color-mix(in srgb, var(--gn-focus) 16%, transparent);
      box-shadow: inset 3px 0 0 var(--gn-focus);
    }
    .has-error {
      background: color-mix(in srgb, var(--gn-loss) 12%, transparent);
      box-shadow: inset 3px 0 0 var(--gn-loss);
    }
    .has-hint {
      box-shadow: inset 3px 0 0 var(--gn-warning);
    }
    .note-line {
      margin: 0;
      padding: var(--gn-space-1) var(--gn-space-3) var(--gn-space-2) calc(2.6em + 12px);
      font: 400 13px/1.5 var(--gn-font);
      white-space: normal;
      word-break: keep-all;
      overflow-wrap: anywhere;
      cursor: default;
    }
    .note-line p {
      max-width: 60em;
      margin: 0;
    }
    .note-line.error {
      color: var(--gn-loss);
      background: color-mix(in srgb, var(--gn-loss) 7%, transparent);
    }
    .note-line.hint {
      background: color-mix(in srgb, var(--gn-warning) 8%, transparent);
    }
    .note-line.hint p:first-child {
      color: var(--gn-warning);
    }
    .row {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--gn-space-2);
    }
    .note,
    .files {
      margin: 0;
      color: var(--gn-muted);
      font: 400 13px/1.5 var(--gn-font);
    }
    .status {
      display: grid;
      gap: var(--gn-space-2);
      padding: 0 var(--gn-space-3) var(--gn-space-2);
      color: var(--gn-muted);
      font-size: var(--gn-text-14);
      word-break: keep-all;
    }
    .status[hidden] {
      display: none;
    }
    .status p {
      margin: 0;
    }
    .status p:empty {
      display: none;
    }
    .status.asking,
    .status.stopped,
    .status.lost {
      color: var(--gn-text);
    }
    .status.failed p[role="status"] {
      color: var(--gn-loss);
    }
    .status button,
    .sheet button,
    .file,
    .fold {
      min-height: var(--gn-target);
      padding: 0 var(--gn-space-3);
      border: 1px solid var(--gn-hairline);
      border-radius: var(--gn-radius);
      background: none;
      color: var(--gn-text);
      font: inherit;
      font-size: 14px;
      cursor: pointer;
    }
    .fold {
      min-height: 32px;
      margin-block: var(--gn-space-1);
      padding: 0 var(--gn-space-2);
      color: var(--gn-accent);
      font: 400 13px/1.5 var(--gn-font);
    }
    .file {
      position: relative;
      display: inline-flex;
      align-items: center;
    }
    .file input {
      position: absolute;
      inset: 0;
      width: 100%;
      opacity: 0;
      cursor: pointer;
    }
    .file:focus-within {
      outline: 2px solid var(--gn-focus);
      outline-offset: 2px;
    }
    .more {
      display: contents;
    }
    .more > summary {
      display: inline-flex;
      align-items: center;
      min-height: var(--gn-target);
      padding: 0 var(--gn-space-3);
      border-radius: var(--gn-radius);
      color: var(--gn-muted);
      font-size: 14px;
      cursor: pointer;
    }
    .more > summary:focus-visible {
      outline: 2px solid var(--gn-focus);
    }
    .sheet {
      display: grid;
      flex: 1 0 100%;
      gap: var(--gn-space-2);
      word-break: keep-all;
    }
    .output pre {
      margin: 0;
      font: inherit;
      white-space: pre;
      overflow-x: auto;
      word-break: normal;
      overflow-wrap: normal;
    }
    .output {
      white-space: normal;
    }
    .output .error {
      color: var(--gn-loss);
    }
    .output pre.error {
      margin-top: var(--gn-space-1);
      white-space: pre-wrap;
    }
    .instead {
      margin: var(--gn-space-2) 0 0;
      padding: var(--gn-space-2) var(--gn-space-3);
      border-inline-start: 3px solid var(--gn-accent);
      background: var(--gn-raised);
      font: 400 14px/1.6 var(--gn-font);
      word-break: keep-all;
    }
    gn-code-beside {
      border-top: 1px solid var(--gn-hairline);
    }
    a {
      color: var(--gn-accent);
    }
    @container (min-width: 860px) {
      .cell.with:not(.inside) {
        grid-template-columns: minmax(0, 11fr) minmax(0, 9fr);
      }
      .cell.with:not(.inside) gn-code-beside {
        border-top: 0;
        border-inline-start: 1px solid var(--gn-hairline);
      }
    }
    @media print {
      .bar,
      .status {
        display: none;
      }
    }
  `,
];
