/** What only the model panel has. */
import { css } from "lit";

export const modelStyle = css`
  h3 .term,
  h4 .term {
    color: var(--gn-muted);
    font-size: var(--gn-text-14);
    font-weight: 400;
  }
  h4 {
    font-size: var(--gn-text-14);
  }
  .layers {
    border-bottom: 1px solid var(--gn-hairline);
  }
  .layer {
    display: grid;
    gap: var(--gn-space-2);
    padding-block: var(--gn-space-3);
    border-top: 1px solid var(--gn-hairline);
  }
  .group > .group ~ .group {
    padding-top: var(--gn-space-4);
  }
  .layer > details {
    border-top: 0;
  }
  .layer-head {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    min-height: var(--gn-target);
  }
  .layer.input .layer-head {
    min-height: 0;
  }
  .who {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 var(--gn-space-3);
  }
  .acts {
    display: inline-flex;
  }
  .acts .button {
    padding: 0;
    color: var(--gn-text);
  }
  .fields > .check {
    align-self: end;
  }
  .adders > .note {
    flex-basis: 100%;
  }
  .inside {
    padding-bottom: var(--gn-space-3);
  }
  .between {
    justify-content: space-between;
  }
  .metrics {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .metrics legend {
    padding: 0;
    color: var(--gn-muted);
    font-size: var(--gn-text-12);
  }
  .code {
    max-height: 560px;
    overflow: auto;
  }
  @container (min-width: 900px) {
    .columns.two.sides {
      grid-template-columns: minmax(0, 5fr) minmax(0, 6fr);
    }
  }
`;
