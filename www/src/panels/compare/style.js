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
    width: 100%;
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
  /* What is still to come: its place is kept. */
  .unseen {
    visibility: hidden;
  }
  .replay {
    /* Clear of the bench's bar, with the button that stops it above. */
    scroll-margin-block-start: 128px;
  }
  .replay > progress {
    margin-block: 18px;
  }
  .scrubber {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--gn-space-3);
  }
  .scrubber .toggle {
    min-width: 112px;
  }
  .scrubber input {
    flex: 1 1 0;
    min-width: 0;
  }
  .scrubber .note {
    flex: 1 0 100%;
    font-variant-numeric: tabular-nums;
  }
  /* In one column the plane is next to its scrubber. */
  @container (max-width: 719px) {
    .picture > .fields {
      order: 1;
    }
  }
  /* The bar has two rows; on a phone the output and the tabs stay on top. */
  @container (max-width: 760px) {
    .replay {
      scroll-margin-block-start: 184px;
    }
  }
  @container (max-width: 480px) {
    .replay {
      scroll-margin-block-start: 256px;
    }
  }
  .replay,
  .closing,
  .pending {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  .replay > *,
  .closing > *,
  .pending > * {
    grid-area: 1 / 1;
  }
  .closing > .group {
    align-content: start;
  }
  .blank {
    display: grid;
    place-content: center;
    gap: var(--gn-space-2);
    padding: var(--gn-space-4);
    border: 1px dashed var(--gn-hairline);
    border-radius: var(--gn-radius);
    color: var(--gn-muted);
    font-size: var(--gn-text-14);
    text-align: center;
    font-variant-numeric: tabular-nums;
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
