/** How the parts of the bench look: small type, calm controls, nothing wider or higher than its box. */
import { css } from "lit";
import { buttonStyle } from "../button-style.js";

const base = css`
  :host {
    display: block;
    min-width: 0;
    min-height: 0;
    height: 100%;
    overflow: hidden;
    font-size: var(--gn-text-14);
    line-height: 1.4;
    word-break: keep-all;
    overflow-wrap: anywhere;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  figure {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  h3 {
    color: var(--gn-muted);
    font-size: var(--gn-text-12);
    font-weight: 600;
  }
  canvas {
    display: block;
  }
  .note {
    color: var(--gn-muted);
    font-size: var(--gn-text-12);
  }
  .validation-error {
    color: var(--gn-warning);
    font-size: var(--gn-text-12);
  }
  .heard {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  :focus-visible {
    outline: 2px solid var(--gn-focus);
    outline-offset: 2px;
  }
`;

export const partStyle = [buttonStyle, base];
