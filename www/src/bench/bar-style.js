/** The bar of the bench. */
import { css } from "lit";

export const barStyle = css`
  :host {
    display: flex;
    align-items: center;
    gap: var(--gn-space-2);
    overflow-x: auto;
  }
  .controls {
    display: flex;
    gap: var(--gn-space-1);
  }
  .button {
    min-height: 36px;
    font-size: var(--gn-text-12);
  }
`;
