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
