/** The table of all rows: a fixed header and first column, cells at their places. */
import { css } from "lit";

export const dataTableStyle = css`
  :host {
    --first: 100px;
    --column: 144px;
    --header: 150px;
    display: block;
    min-width: 0;
    font-size: var(--gn-text-14);
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  p,
  figure {
    margin: 0;
  }
  .scroller {
    max-height: min(430px, 70vh);
    overflow: auto;
    border-block: 1px solid var(--gn-hairline);
    overscroll-behavior-x: contain;
  }
  .scroller:focus-visible {
    outline: 2px solid var(--gn-focus);
    outline-offset: 2px;
  }
  .head {
    position: sticky;
    top: 0;
    z-index: 2;
    height: var(--header);
    min-width: 100%;
    border-bottom: 1px solid var(--gn-mark);
    background: var(--gn-surface);
  }
  .body {
    position: relative;
    min-width: 100%;
  }
  /* Of its own layout and paint, so that the other rows stay as they are while one changes. */
  .row {
    position: absolute;
    inset: 0 0 auto 0;
    height: 32px;
    contain: strict;
    border-bottom: 1px solid var(--gn-hairline);
    line-height: 31px;
  }
  [role="row"] {
    display: flex;
  }
  /* Not placed each by itself: a layer for every cell costs more than all that it shows. */
  .cell {
    flex: none;
    width: var(--column);
    padding-inline: 0 var(--gn-space-4);
    overflow: clip;
    text-align: end;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  /* Columns out of view on the left. */
  .first + .cell {
    margin-inline-start: var(--from);
  }
  .cell.text {
    text-align: start;
  }
  .row .cell.out {
    color: var(--gn-muted);
  }
  .row .cell.target {
    font-weight: 600;
  }
  .cell.first {
    position: sticky;
    left: 0;
    z-index: 1;
    display: flex;
    align-items: center;
    gap: var(--gn-space-2);
    width: var(--first);
    height: 31px;
    padding-inline-end: var(--gn-space-2);
    background: var(--gn-surface);
  }
  .head .cell {
    display: grid;
    align-content: start;
    gap: 2px;
    height: var(--header);
    padding-top: var(--gn-space-2);
    line-height: 1.4;
    text-align: start;
  }
  .head .first {
    height: calc(var(--header) - 1px);
    color: var(--gn-muted);
    font-size: var(--gn-text-12);
  }
  .head select {
    width: 100%;
  }
  .name {
    overflow: hidden;
    font-weight: 600;
    text-overflow: ellipsis;
  }
  .badge {
    color: var(--gn-warning);
  }
  .kind,
  .values,
  .part {
    overflow: hidden;
    color: var(--gn-muted);
    font-size: var(--gn-text-12);
    text-overflow: ellipsis;
  }
  .histogram svg {
    display: block;
  }
  .histogram figcaption {
    display: flex;
    justify-content: space-between;
    color: var(--gn-muted);
    font-size: var(--gn-text-12);
    line-height: 1.3;
  }
  .mark {
    flex: none;
    width: 8px;
    height: 16px;
    border: 1px solid var(--gn-mark);
    border-radius: 2px;
  }
  .train .mark,
  .validation .mark {
    background: linear-gradient(var(--gn-mark), var(--gn-mark)) bottom / 100% 40% no-repeat;
  }
  .validation .mark {
    background-size: 100% 70%;
  }
  .test .mark,
  .both .mark {
    border-color: var(--gn-text);
    background: var(--gn-text);
  }
  .none {
    color: var(--gn-muted);
  }
  .waiting {
    display: inline-block;
    width: 60%;
    height: 10px;
    border-radius: 5px;
    background: var(--gn-raised);
  }
`;
