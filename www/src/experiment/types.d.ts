/** The engine as the playground uses it: the types that its full package comes with. */
import type * as engine from "../../pkg-full/glassnet.js";

export type * from "../../pkg-full/glassnet.js";

type CsvData = Extract<engine.DataConfig, { source: "csv" }>;

/** On the page a file stands for its text: only the engine reads it. */
export type DataConfig =
  Exclude<engine.DataConfig, CsvData> | (Omit<CsvData, "text"> & { text: Blob | CsvData["text"] });

export interface ExperimentConfig extends Omit<engine.ExperimentConfig, "data"> {
  data: DataConfig;
}
