/** Registers the playground and its panels, once. Nothing of it is loaded before a reader comes to one. */
import { Contour } from "../charts/contour.js";
import { HeatMap } from "../charts/heat-map.js";
import { LineChart } from "../charts/line-chart.js";
import { Scatter } from "../charts/scatter.js";
import { Surface } from "../charts/surface.js";
import { ComparePanel } from "../panels/compare-panel.js";
import { DataPanel } from "../panels/data-panel.js";
import { BatchGrid } from "../panels/data/batch-grid.js";
import { RowsStrip } from "../panels/data/rows-strip.js";
import { DataTable } from "../panels/data/table.js";
import { SavePanel } from "../panels/save-panel.js";
import { ModelPanel } from "../panels/model-panel.js";
import { PredictForm } from "../panels/results/predict-form.js";
import { Surfaces } from "../panels/results/surface-view.js";
import { ResultsPanel } from "../panels/results-panel.js";
import { TrainPanel } from "../panels/train-panel.js";
import { LiveNetwork } from "../panels/train/live-network.js";
import { RowInspector } from "../panels/train/row-inspector.js";
import { Playground } from "./playground.js";
import { register } from "../element/register.js";

register({
  "gn-line-chart": LineChart,
  "gn-heat-map": HeatMap,
  "gn-live-network": LiveNetwork,
  "gn-row-inspector": RowInspector,
  "gn-scatter": Scatter,
  "gn-contour": Contour,
  "gn-surface": Surface,
  "gn-surfaces": Surfaces,
  "gn-predict-form": PredictForm,
  "gn-data-panel": DataPanel,
  "gn-data-table": DataTable,
  "gn-rows-strip": RowsStrip,
  "gn-batch-grid": BatchGrid,
  "gn-model-panel": ModelPanel,
  "gn-train-panel": TrainPanel,
  "gn-results-panel": ResultsPanel,
  "gn-compare-panel": ComparePanel,
  "gn-save-panel": SavePanel,
  "glass-net-playground": Playground,
});
