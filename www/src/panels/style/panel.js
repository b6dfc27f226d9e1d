/**
 * How panels look: headings, fields, buttons, tables, notes. The tokens come from the playground's host, so a panel
 * needs no theme of its own. Widths are those of the panel, not of the page.
 */
import { css } from "lit";
import { fieldStyle } from "../../fields-style.js";
import { hintStyle } from "./hints.js";
import { tableStyle } from "./tables.js";

const base = css`
  :host {
    display: block;
    container-type: inline-size;
    min-width: 0;
    contain-intrinsic-block-size: auto 1200px;
    overflow-clip-margin: 24px;
  }
  /* What is out of view is not painted in each frame of the training; it keeps its height. */
  :host([training]) {
    content-visibility: auto;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h2,
  h3,
  h4,
  p,
  dl,
  dd,
  ul,
  ol,
  figure {
    margin: 0;
  }
  ul,
  ol {
    padding: 0;
    list-style: none;
  }
  .panel {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--gn-space-6);
    text-align: start;
    word-break: keep-all;
    overflow-wrap: anywhere;
  }
  .panel-head {
    display: grid;
    gap: var(--gn-space-1);
  }
  h2 {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: var(--gn-space-1) var(--gn-space-3);
    font-size: var(--gn-text-20);
    line-height: 1.4;
  }
  h2 .term {
    color: var(--gn-muted);
    font-size: var(--gn-text-14);
    font-weight: 400;
  }
  h3 {
    font-size: var(--gn-text-16);
    line-height: 1.5;
  }
  .lead {
    max-width: 42em;
    color: var(--gn-muted);
  }
  .note,
  .advice {
    color: var(--gn-muted);
    font-size: var(--gn-text-14);
  }
  /* Where one is scrolled to, the bar of the bench stands over it. */
  .validation-error {
    scroll-margin-block: 72px;
    color: var(--gn-warning);
    font-size: var(--gn-text-14);
  }
  .group {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--gn-space-3);
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--gn-space-6) var(--gn-space-8);
    align-items: start;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--gn-space-2) var(--gn-space-3);
  }
  .facts {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: var(--gn-space-1) var(--gn-space-4);
    font-size: var(--gn-text-14);
  }
  .facts dt {
    color: var(--gn-muted);
  }
  figcaption {
    font-size: var(--gn-text-12);
    color: var(--gn-muted);
  }
  .histogram figcaption {
    display: flex;
    justify-content: space-between;
  }
  .histogram svg {
    display: block;
  }
  .heard {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  pre {
    margin: 0;
    padding: var(--gn-space-3);
    overflow-x: auto;
    border-radius: var(--gn-radius);
    background: var(--gn-raised);
    font:
      13px/1.5 ui-monospace,
      "SFMono-Regular",
      Menlo,
      Consolas,
      "D2Coding",
      monospace;
    tab-size: 4;
    word-break: normal;
    overflow-wrap: normal;
  }
  :focus-visible {
    outline: 2px solid var(--gn-focus);
    outline-offset: 2px;
  }
  @container (min-width: 720px) {
    .columns.two {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
    .columns.wide {
      grid-template-columns: minmax(0, 1fr) 300px;
    }
  }
`;

/** @type {import("lit").CSSResultGroup} */
export const panelStyle = [base, hintStyle, fieldStyle, tableStyle];
