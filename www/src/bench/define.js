/** Registers the playground and its parts, once. Nothing of it is loaded before a reader comes to one. */
import { HeatMap } from "../charts/heat-map.js";
import { LineChart } from "../charts/line-chart.js";
import { Scatter } from "../charts/scatter.js";
import { Surface } from "../charts/surface.js";
import { RowsStrip } from "../panels/data/rows-strip.js";
import { BenchBar } from "./bar.js";
import { BenchData } from "./data.js";
import { BenchNetwork } from "./network.js";
import { BenchOutput } from "./output.js";
import { Playground } from "./playground.js";
import { BenchSettings } from "./settings.js";
import { BenchStrip } from "./strip.js";
import { WeightField } from "./weight-field.js";
import { register } from "../element/register.js";

register({
  "gn-line-chart": LineChart,
  "gn-heat-map": HeatMap,
  "gn-scatter": Scatter,
  "gn-surface": Surface,
  "gn-rows-strip": RowsStrip,
  "gn-bench-bar": BenchBar,
  "gn-bench-data": BenchData,
  "gn-bench-network": BenchNetwork,
  "gn-bench-output": BenchOutput,
  "gn-bench-settings": BenchSettings,
  "gn-bench-strip": BenchStrip,
  "gn-weight-field": WeightField,
  "glass-net-playground": Playground,
});
