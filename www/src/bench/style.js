/** The playground around its panels. */
import { css } from "lit";

export const playgroundStyle = css`
  :host {
    min-height: 560px;
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
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: var(--gn-space-2) var(--gn-space-6);
    padding-bottom: var(--gn-space-6);
  }
  .preset {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    max-width: 100%;
    gap: var(--gn-space-1);
    min-width: 0;
  }
  .preset span {
    color: var(--gn-muted);
    font-size: var(--gn-text-12);
  }
  .preset select {
    min-height: var(--gn-target);
    max-width: 100%;
    padding: 0 var(--gn-space-2);
    border: 1px solid var(--gn-mark);
    border-radius: var(--gn-radius);
    background: var(--gn-surface);
    color: inherit;
    font: inherit;
    font-weight: 600;
  }
  .about {
    flex: 1 1 260px;
    max-width: 42em;
    color: var(--gn-muted);
    font-size: var(--gn-text-14);
  }
  .validation-error {
    padding-bottom: var(--gn-space-4);
    color: var(--gn-warning);
    font-size: var(--gn-text-14);
  }
  .step {
    padding-block: var(--gn-space-8);
    border-top: 1px solid var(--gn-hairline);
  }
  :focus-visible {
    outline: 2px solid var(--gn-focus);
    outline-offset: 2px;
  }
`;
