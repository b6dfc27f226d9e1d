/** Registers the playground and its panels, once. Nothing of it is loaded before a reader comes to one. */
import { Contour } from "../charts/contour.js";
import { HeatMap } from "../charts/heat-map.js";
import { LineChart } from "../charts/line-chart.js";
import { Scatter } from "../charts/scatter.js";
import { Surface } from "../charts/surface.js";
import { BatchGrid } from "../panels/data/batch-grid.js";
import { RowsStrip } from "../panels/data/rows-strip.js";
import { DataTable } from "../panels/data/table.js";
import { PredictForm } from "../panels/results/predict-form.js";
import { LiveNetwork } from "../panels/train/live-network.js";
import { RowInspector } from "../panels/train/row-inspector.js";
import { BenchBar } from "./bar.js";
import { BenchData } from "./data.js";
import { BenchDrawer } from "./drawer.js";
import { BenchNetwork } from "./network.js";
import { BenchOutput } from "./output.js";
import { PANELS } from "./panels.js";
import { Playground } from "./playground.js";
import { BenchSettings } from "./settings.js";
import { BenchStrip } from "./strip.js";
import { WeightField } from "./weight-field.js";
import { register } from "../element/register.js";

register({
  "gn-line-chart": LineChart,
  "gn-heat-map": HeatMap,
  "gn-live-network": LiveNetwork,
  "gn-row-inspector": RowInspector,
  "gn-scatter": Scatter,
  "gn-contour": Contour,
  "gn-surface": Surface,
  "gn-predict-form": PredictForm,
  "gn-data-table": DataTable,
  "gn-rows-strip": RowsStrip,
  "gn-batch-grid": BatchGrid,
  "gn-bench-bar": BenchBar,
  "gn-bench-data": BenchData,
  "gn-bench-drawer": BenchDrawer,
  "gn-bench-network": BenchNetwork,
  "gn-bench-output": BenchOutput,
  "gn-bench-settings": BenchSettings,
  "gn-bench-strip": BenchStrip,
  "gn-weight-field": WeightField,
  ...Object.fromEntries(PANELS.map(({ tag, element }) => [tag, element])),
  "glass-net-playground": Playground,
});
