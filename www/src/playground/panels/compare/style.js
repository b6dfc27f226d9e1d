/** How the comparison looks. */
import { css } from "lit";

export const compareStyle = css`
  .runs {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  .run {
    display: grid;
    grid-template-columns: 32px minmax(0, 1fr) minmax(0, 1fr);
    gap: var(--gn-space-2) var(--gn-space-3);
    align-items: end;
    min-width: 0;
    margin: 0;
    padding: var(--gn-space-3) 0;
    border: 0;
    border-top: 1px solid var(--gn-hairline);
  }
  .run .key {
    align-self: center;
    grid-row: 1 / span 2;
  }
  .run .field,
  .run .field :is(input, select) {
    width: 100%;
  }
  .run .field:first-of-type {
    grid-column: span 2;
  }
  .run .remove {
    justify-self: start;
  }
  .run .wrong {
    grid-column: 1 / -1;
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
  .diverged {
    color: var(--gn-warning);
  }
  .picture {
    max-width: 560px;
  }
  @container (min-width: 480px) {
    .run {
      grid-template-columns: 32px repeat(3, minmax(0, 1fr));
    }
    .run .field:first-of-type {
      grid-column: auto;
    }
    .run .remove {
      grid-column: 4;
    }
  }
  @container (min-width: 960px) {
    .run {
      grid-template-columns: 32px minmax(0, 3fr) minmax(0, 3fr) 104px minmax(0, 3fr) 104px auto;
    }
    .run .key {
      grid-row: auto;
    }
    .run .remove {
      grid-column: auto;
    }
  }
`;
