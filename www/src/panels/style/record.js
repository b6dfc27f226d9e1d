/** The panel of the record and the layers. */
import { css } from "lit";

export const recordStyle = css`
  /* A line that wraps is not cut; there is room for it beforehand, so that nothing jumps while its numbers change. */
  .keras {
    min-height: 102px;
    white-space: pre-wrap;
  }
  @container (min-width: 720px) {
    .keras {
      min-height: 63px;
    }
  }
  .metrics,
  .health {
    width: 100%;
  }
  .bar {
    display: inline-block;
    width: 64px;
    height: 6px;
    margin-inline-end: var(--gn-space-2);
    border-radius: 3px;
    background: var(--gn-hairline);
    vertical-align: middle;
    overflow: hidden;
  }
  .health .number {
    display: inline-block;
    min-width: 84px;
  }
  .bar span {
    display: block;
    height: 100%;
    background: var(--gn-backward);
  }
  .distributions {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(220px, 100%), 1fr));
    gap: var(--gn-space-4) var(--gn-space-6);
  }
  .ridges h4 {
    font-size: var(--gn-text-12);
    font-weight: 600;
  }
  .ridges svg {
    display: block;
  }
  .ridges figcaption {
    display: flex;
    justify-content: space-between;
  }
  details > .group {
    padding-bottom: var(--gn-space-4);
  }
  @container (max-width: 480px) {
    .health thead th {
      overflow-wrap: normal;
      white-space: normal;
    }
    .health :is(th, td) {
      padding-inline-end: var(--gn-space-2);
    }
    .health .bar {
      width: 32px;
    }
    .health .number {
      min-width: 62px;
    }
  }
`;
