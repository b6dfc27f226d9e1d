/** How hints look, wherever they stand. */
import { css } from "lit";

export const hintStyle = css`
  .hints {
    display: grid;
    gap: var(--gn-space-3);
  }
  .hint {
    padding-inline-start: var(--gn-space-3);
    border-inline-start: 2px solid var(--gn-mark);
    font-size: var(--gn-text-14);
  }
  .hint.warning,
  .hint.problem {
    border-color: var(--gn-warning);
  }
  .hint.warning strong,
  .hint.problem strong {
    color: var(--gn-warning);
  }
`;
