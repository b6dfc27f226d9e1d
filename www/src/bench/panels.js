/**
 * The panels in the order in which they stand: to add one, write its file, its entry here, its words and a test. The
 * numbered ones are the tutorial's steps.
 */
import { ComparePanel } from "../panels/compare-panel.js";
import { DataPanel } from "../panels/data-panel.js";
import { ModelPanel } from "../panels/model-panel.js";
import { ResultsPanel } from "../panels/results-panel.js";
import { SavePanel } from "../panels/save-panel.js";
import { TrainPanel } from "../panels/train-panel.js";

export const PANELS = [
  { tag: "gn-data-panel", element: DataPanel, number: 1 },
  { tag: "gn-model-panel", element: ModelPanel, number: 2 },
  { tag: "gn-train-panel", element: TrainPanel, number: 3 },
  { tag: "gn-results-panel", element: ResultsPanel, number: 4 },
  { tag: "gn-compare-panel", element: ComparePanel },
  { tag: "gn-save-panel", element: SavePanel },
];
