/** How charts look around their drawing. */
import { css } from "lit";

export const chartStyle = css`
  :host {
    display: block;
    min-width: 0;
  }
  figure {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--gn-space-1);
    margin: 0;
  }
  figcaption {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 var(--gn-space-3);
  }
  .heading {
    font-size: var(--gn-text-14);
    font-weight: 600;
  }
  .tools {
    display: var(--gn-tools, inline-flex);
    flex-wrap: wrap;
    align-items: center;
    gap: var(--gn-space-1);
    margin-inline-start: auto;
  }
  .tools .button {
    display: var(--gn-downloads, inline-flex);
    font-size: var(--gn-text-12);
  }
  .tools .segments button {
    font-size: var(--gn-text-12);
  }
  .stage {
    position: relative;
    min-width: 0;
  }
  .plot {
    overflow: hidden;
    touch-action: pan-y;
  }
  .empty {
    position: absolute;
    inset: 0;
    display: grid;
    place-content: center;
    margin: 0;
    padding: var(--gn-space-3);
    border: 1px dashed var(--gn-hairline);
    border-radius: var(--gn-radius);
    background: var(--gn-surface);
    color: var(--gn-muted);
    font-size: var(--gn-text-14);
    text-align: center;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: var(--gn-space-1) var(--gn-space-4);
    min-height: 20px;
    font-size: var(--gn-text-12);
    color: var(--gn-muted);
  }
  .legend b {
    color: var(--gn-text);
    font-weight: 600;
  }
  .key {
    display: inline-flex;
    align-items: center;
    gap: 6px;
  }
  :focus-visible {
    outline: 2px solid var(--gn-focus);
    outline-offset: 2px;
  }
`;
