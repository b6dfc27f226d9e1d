/** What the fields and the table are folded into. */
import { css } from "lit";

export const more = css`
  .more {
    border-top: 1px solid var(--gn-hairline);
  }
  .more summary {
    min-height: var(--gn-target);
    display: flex;
    align-items: center;
    gap: var(--gn-space-2);
    font-size: var(--gn-14);
    cursor: pointer;
    list-style: none;
  }
  .more summary::-webkit-details-marker {
    display: none;
  }
  .more summary::before {
    content: "";
    width: 7px;
    height: 7px;
    border: solid currentColor;
    border-width: 0 1.5px 1.5px 0;
    transform: rotate(-45deg);
  }
  .more[open] summary::before {
    transform: rotate(45deg);
  }
  @container (max-width: 37.4375em) {
    .more + .more {
      margin-top: calc(-1 * var(--gn-space-4));
    }
  }
`;
