/** Tables that may be wider or longer than the page. */
import { css } from "lit";

export const tableStyle = css`
  .scroll {
    overflow: auto;
    max-width: 100%;
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
