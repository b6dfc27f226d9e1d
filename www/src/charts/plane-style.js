/** How pictures over two axes look; compact ones fill their box. */
import { css } from "lit";

export const planeStyle = css`
  canvas {
    display: block;
    width: 100%;
    border-radius: var(--gn-radius);
    touch-action: pan-y;
  }
  /* As high as it will be drawn, also before that. */
  :host(:not([compact])) canvas {
    aspect-ratio: 1;
    max-height: var(--tallest);
  }
  :host([compact]) {
    height: 100%;
    min-height: 0;
  }
  :host([compact]) figure {
    grid-template-rows: minmax(0, 1fr) auto;
    height: 100%;
  }
  :host([compact]) .stage {
    min-height: 0;
    overflow: hidden;
  }
  :host([compact]) canvas {
    position: absolute;
    cursor: crosshair;
  }
  :host([compact]) canvas:focus-visible {
    outline-offset: -2px;
  }
  :host([compact]) .legend {
    flex-wrap: nowrap;
    gap: var(--gn-space-3);
    height: 18px;
    min-height: 18px;
    overflow: hidden;
    line-height: 18px;
    white-space: nowrap;
  }
`;
