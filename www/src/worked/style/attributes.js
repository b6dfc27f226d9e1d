/** What an author leaves out: controls that are not named, parts by name, and prose where the post has its own. */
import { css } from "lit";

export const attributes = css`
  :host([controls]:not([controls=""], [controls~="play"])) :is(.primary, .errands .worded),
  :host([controls]:not([controls=""], [controls~="step"]))
    :is(.transport > .button:not(.primary), .choice:not(.choice ~ .choice)),
  :host([controls]:not([controls=""], [controls~="speed"])) .choice ~ .choice,
  :host([controls]:not([controls=""], [controls~="scrub"])) .scrubbers,
  :host([controls]:not([controls=""], [controls~="help"])) .help-button,
  :host([controls]:not([controls=""], [controls~="settings"])) .more:not(.more ~ .more),
  :host([controls]:not([controls=""], [controls~="table"])) .more ~ .more,
  :host([controls="none"]) .controls,
  :host([without~="title"]) .card-title,
  :host([without~="formula"]) .gn-formula,
  :host([without~="prose"]) :is(.prose:not(.passing), .terms, .meaning, .note),
  :host([without~="number-line"]) .scale,
  :host([without~="loss-chart"]) .curve-box,
  :host([without~="number-line"][without~="loss-chart"]) .outcome,
  :host([without~="table"]) .more ~ .more,
  :host([density="compact"]) :is(.prose:not(.passing), .terms, .meaning, .note) {
    display: none;
  }
  :host([without~="number-line"][without~="loss-chart"]) .card {
    grid-column-end: -1;
  }
  /* While the text is read there is no room for more. */
  :host([sticky]) {
    background: var(--gn-surface);
  }
  @container (min-width: 37.5em) {
    :host([sticky]) .frame {
      grid-template: auto auto / minmax(0, 1fr);
    }
    :host([sticky]) :is(.card, .outcome, .more) {
      display: none;
    }
  }
  :host([density="compact"]) .frame {
    gap: var(--gn-space-2);
  }
  :host([density="compact"]) .card {
    min-height: max(150px, var(--card-height, 0px));
  }
  /* On paper stands what is seen, and nothing to press. */
  @media print {
    .frame {
      break-inside: avoid;
    }
    .controls,
    .terms,
    .more:not([open]),
    .invitation {
      display: none;
    }
  }
`;
