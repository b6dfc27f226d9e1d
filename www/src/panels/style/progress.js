/** How a bar of progress looks. */
import { css } from "lit";

export const progressStyle = css`
  progress {
    appearance: none;
    width: 100%;
    height: 6px;
    border: 0;
    border-radius: 3px;
    background: var(--gn-hairline);
    overflow: hidden;
  }
  progress::-webkit-progress-bar {
    background: var(--gn-hairline);
  }
  progress::-webkit-progress-value {
    background: var(--gn-text);
  }
  progress::-moz-progress-bar {
    background: var(--gn-text);
  }
`;
