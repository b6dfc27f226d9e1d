/** How the comparison looks. */
import { css } from "lit";

export const compareStyle = css`
  .runs {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  .run {
    display: grid;
    grid-template-columns: 36px minmax(0, 1fr) minmax(0, 1fr);
    gap: var(--gn-space-2) var(--gn-space-3);
    align-items: end;
    min-width: 0;
    margin: 0;
    padding: var(--gn-space-3) 0;
    border: 0;
    border-top: 1px solid var(--gn-hairline);
  }
  .run .key {
    align-self: end;
    padding-bottom: 8px;
  }
  .run .field :is(input, select) {
    width: 100%;
  }
  .run :is(.name, .way, .optimizer) {
    grid-column: 2 / -1;
  }
  .run :is(.size, .rate) {
    grid-column: 2;
  }
  .run .remove {
    grid-column: 3;
    justify-self: start;
  }
  .run .none {
    display: none;
  }
  .run .wrong {
    grid-column: 2 / -1;
    color: var(--gn-warning);
    font-size: var(--gn-text-14);
  }
  progress {
    flex: 1 1 160px;
    max-width: 320px;
    height: 8px;
    border: 0;
    border-radius: 4px;
    overflow: hidden;
    background: var(--gn-hairline);
    accent-color: var(--gn-accent);
  }
  progress::-webkit-progress-bar {
    background: var(--gn-hairline);
  }
  progress::-webkit-progress-value {
    background: var(--gn-accent);
  }
  .fields .directions {
    padding-inline-end: var(--gn-space-6);
  }
  .diverged {
    color: var(--gn-warning);
  }
  .picture {
    max-width: 560px;
  }
  @container (min-width: 560px) {
    .run {
      grid-template-columns: 36px minmax(0, 3fr) minmax(0, 3fr) minmax(0, 2fr);
    }
    .run :is(.name, .way, .size, .rate) {
      grid-column: auto;
    }
    .run .optimizer {
      grid-column: 2;
    }
    .run .none {
      display: block;
    }
    .run .remove {
      grid-column: 4;
    }
  }
  @container (min-width: 960px) {
    .run {
      grid-template-columns: 36px minmax(0, 3fr) minmax(0, 3fr) 104px minmax(0, 3fr) 104px auto;
    }
    .run :is(.optimizer, .remove) {
      grid-column: auto;
    }
  }
`;
