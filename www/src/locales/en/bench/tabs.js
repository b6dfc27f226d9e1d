export const tabs = {
  label: "More",
  network: "Network",
  data: "Data",
  settings: "Settings",
  table: "Table and columns",
  code: "Model and code",
  evaluate: "Evaluate and predict",
  compare: "Gradient descent compared",
  layers: "Record and layers",
  save: "Save and share",
};
