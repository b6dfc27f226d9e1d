/** The strip: lamps, a sentence of at most two lines, hints as a chip, and the way inside. */
import { css } from "lit";
import { hintStyle } from "../panels/style/hints.js";

const own = css`
  :host {
    position: relative;
    container-type: inline-size;
    overflow: visible;
  }
  .strip {
    display: grid;
    grid-template: "lamps sentence hints look" minmax(0, 1fr) / auto minmax(0, 1fr) auto auto;
    align-items: center;
    gap: var(--gn-space-2) var(--gn-space-6);
    height: 100%;
  }
  .lamps {
    grid-area: lamps;
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--gn-space-3);
  }
  .lamps li {
    display: flex;
    align-items: center;
    gap: 6px;
    color: var(--gn-muted);
    white-space: nowrap;
  }
  .lamps li::before {
    content: "";
    flex: none;
    width: 12px;
    height: 12px;
    border: 2px solid var(--gn-mark);
    border-radius: 50%;
  }
  .lamps .lit {
    color: var(--color);
    font-weight: 600;
  }
  .lamps .lit::before {
    border-color: var(--color);
    background: var(--color);
  }
  /* A word that becomes bold takes no more room. */
  .lamps span {
    display: grid;
  }
  .lamps span::after {
    content: attr(data-word);
    height: 0;
    overflow: hidden;
    font-weight: 600;
    visibility: hidden;
  }
  .sentence {
    grid-area: sentence;
    display: -webkit-box;
    max-height: 40px;
    overflow: hidden;
    line-height: 20px;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  .sentence.diverged {
    color: var(--gn-warning);
    font-weight: 600;
  }
  .chip {
    grid-area: hints;
    gap: 6px;
    border-radius: 22px;
  }
  .chip::before {
    content: "";
    width: 8px;
    height: 8px;
    border-radius: 50%;
    background: var(--gn-mark);
  }
  .chip:is(.warning, .problem) {
    border-color: var(--gn-warning);
    color: var(--gn-warning);
  }
  .chip:is(.warning, .problem)::before {
    background: var(--gn-warning);
  }
  .look {
    grid-area: look;
  }
  .popover {
    position: absolute;
    inset-inline-end: 0;
    bottom: calc(100% + 4px);
    z-index: 4;
    width: min(480px, 100%);
    max-height: min(420px, 60vh);
    padding: var(--gn-space-4);
    overflow-y: auto;
    border: 1px solid var(--gn-hairline);
    border-radius: var(--gn-radius);
    background: var(--gn-surface);
    box-shadow: var(--gn-shadow);
  }
  .advice {
    color: var(--gn-muted);
  }
  @media (pointer: fine) {
    @container (min-width: 640px) {
      .button {
        min-height: 36px;
      }
    }
  }
  @container (max-width: 959px) {
    .strip {
      grid-template: "lamps hints look" auto "sentence sentence sentence" auto / minmax(0, 1fr) auto auto;
      align-content: center;
      gap: 2px var(--gn-space-3);
    }
    .button {
      min-height: 32px;
    }
    .sentence {
      max-height: 20px;
      -webkit-line-clamp: 1;
    }
  }
  @container (max-width: 639px) {
    .strip {
      grid-template:
        "lamps lamps" auto
        "sentence sentence" 40px
        "hints look" auto / auto minmax(0, 1fr);
      gap: var(--gn-space-2);
      padding-block: var(--gn-space-2);
    }
    .lamps {
      justify-content: space-between;
    }
    .sentence {
      max-height: 40px;
      -webkit-line-clamp: 2;
    }
    .button {
      min-height: 44px;
    }
    .look {
      grid-column: 1 / -1;
      justify-self: end;
    }
    .chip + .look {
      grid-column: 2;
    }
  }
`;

export const stripStyle = [hintStyle, own];
