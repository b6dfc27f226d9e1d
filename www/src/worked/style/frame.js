/** The grid of the element: picture, controls, card, outcome. Widths are those of the element, not of the page. */
import { css } from "lit";

export const frame = css`
  /* Room that is kept and not needed goes between the parts. Who reads larger letters than usual has them here, too. */
  :host {
    --gn-12: max(12px, 0.75 * var(--gn-letters, 16px));
    --gn-14: max(14px, 0.875 * var(--gn-letters, 16px));
    --gn-16: max(16px, var(--gn-letters, 16px));
    --gn-18: max(18px, 1.125 * var(--gn-letters, 16px));
    --gn-20: max(20px, 1.25 * var(--gn-letters, 16px));
    --gn-28: max(28px, 1.75 * var(--gn-letters, 16px));
    font-size: var(--gn-16);
    display: grid;
    grid-template-columns: minmax(0, 1fr);
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
  h3,
  p,
  dl,
  dd,
  figure {
    margin: 0;
  }
  .frame {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--gn-space-4);
    text-align: start;
    word-break: keep-all;
    overflow-wrap: anywhere;
  }
  .picture {
    position: relative;
    min-height: 260px;
  }
  .waiting {
    position: absolute;
    inset: 0;
    display: grid;
    place-content: center;
    text-align: center;
    color: var(--gn-muted);
  }
  .waiting.failed {
    color: var(--gn-text);
  }
  .heard {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .banner,
  .validation-error {
    color: var(--gn-warning);
    font-size: var(--gn-14);
  }
  @container (min-width: 37.5em) {
    .frame {
      grid-template-columns: minmax(0, 1fr) 15.5em;
      gap: var(--gn-space-2) var(--gn-space-4);
    }
    .frame > * {
      grid-column: 1 / -1;
    }
    .card {
      grid-column: 1;
    }
    .outcome {
      grid-column: 2;
    }
    .more:not([open]) {
      grid-column: auto;
    }
  }
  @container (min-width: 60em) {
    .frame {
      grid-template-columns: minmax(0, 1fr) 21.25em;
      grid-template-rows: auto auto 1fr;
      column-gap: var(--gn-space-8);
    }
    .picture {
      grid-column: 1;
      grid-row: 1;
    }
    .controls {
      grid-column: 1;
      grid-row: 2;
    }
    .card {
      grid-column: 2;
      grid-row: 1 / span 3;
    }
    .outcome {
      grid-column: 1;
      grid-row: 3;
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
  }
`;
