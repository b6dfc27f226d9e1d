/** Tables that may be wider or longer than the page. */
import { css } from "lit";

export const tableStyle = css`
  .scroll {
    overflow: auto;
    max-width: 100%;
  }
  /* Where more lies aside than is seen, it fades out there. */
  @supports (animation-timeline: scroll()) {
    .scroll,
    pre {
      animation: more-aside linear both;
      animation-timeline: scroll(self inline);
    }
  }
  @keyframes more-aside {
    0% {
      mask-image: linear-gradient(to left, transparent, #000 32px);
    }
    1%,
    99% {
      mask-image: linear-gradient(to left, transparent, #000 32px, #000 calc(100% - 32px), transparent);
    }
    100% {
      mask-image: linear-gradient(to right, transparent, #000 32px);
    }
  }
  table {
    border-collapse: collapse;
    font-size: var(--gn-text-14);
    white-space: nowrap;
  }
  caption {
    padding-bottom: var(--gn-space-1);
    font-weight: 600;
    text-align: start;
  }
  th,
  td {
    padding: 6px var(--gn-space-4) 6px 0;
    border-bottom: 1px solid var(--gn-hairline);
    font-weight: 400;
    text-align: end;
  }
  thead th {
    color: var(--gn-muted);
    font-size: var(--gn-text-12);
  }
  tbody th,
  th:first-child {
    text-align: start;
  }
`;
