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
  .look {
    align-items: end;
  }
  .look .kind {
    line-height: var(--gn-target);
  }
  .between {
    justify-content: space-between;
  }
  .mean {
    padding-top: var(--gn-space-4);
  }
  .gradients {
    max-height: 320px;
    border-block: 1px solid var(--gn-hairline);
  }
  .gradients thead th {
    position: sticky;
    top: 0;
    background: var(--gn-surface);
  }
  .moment .button {
    min-height: 32px;
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
    .look .kind {
      line-height: inherit;
    }
  }
`;
