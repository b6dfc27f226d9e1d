/** The worked example's frame, where it stands inside the playground: the picture may be wide. */
import { css } from "lit";

export const inspectorStyle = css`
  :host {
    display: block;
    min-height: 420px;
  }
  .picture {
    overflow-x: auto;
  }
  .stage,
  .network {
    position: relative;
  }
  .under {
    position: absolute;
    inset: 0 auto auto 0;
  }
  .ground {
    fill: var(--gn-fill-weak);
    opacity: 0.55;
  }
  .thread {
    fill: none;
    stroke: var(--gn-mark);
  }
  .badge {
    fill: var(--gn-muted);
    font-size: 12px;
    font-weight: 600;
  }
  @container (max-width: 360px) {
    .choice:first-of-type {
      flex: 0 1 auto;
    }
    .choice select {
      width: 100%;
      padding-inline: var(--gn-space-1);
    }
  }
`;
