/** @type {import("../playground.js").Words["errors"]} */
export const errors = {
  heading: "This was not changed; the former state is kept.",
  not_finite: ({ what }) => `${what} must be a finite number. Enter a number such as 0.5 or −1.`,
  not_a_number: ({ what, received }) =>
    `${what}: “${received}” is not a number. Enter a number, or leave a column of text out of the features.`,
  shape: ({ what, expected, received }) => `${what} has the wrong size: expected ${expected}, received ${received}.`,
  unknown_name: ({ what, expected, received }) => `${what}: “${received}” is not known: expected ${expected}.`,
  not_supported: ({ what, expected, received }) =>
    `${what}: Keras has “${received}”, Glassnet does not yet. Here there is ${expected}.`,
  out_of_range: ({ what, expected, received }) =>
    `${what} is out of range: expected ${expected}, received ${received}.`,
  invalid_config: ({ what, expected, received }) =>
    `${what} cannot be read: expected ${expected}, received ${received}.`,
  engine_panic: () =>
    "The engine stopped because of a fault of ours and was started anew. The experiment begins again from its start weights.",
  engine_start: () => "The engine could not start. Reload the page to try again.",
  engine_simd: () =>
    "This browser is too old for the playground’s engine (WebAssembly without SIMD). Please open the page in a current browser.",
  other_origin: ({ received }) =>
    `Files of another site (${received}) are not read. Download the file and open it here.`,
  no_file: ({ received }) => `No file was found at that address (${received}). Check the address.`,
  file_changed: () => "The file on your disk was changed, moved or deleted after it was opened. Please open it again.",
  too_large: ({ expected, received }) =>
    `The file is too large (${received}). Up to ${expected} can be opened; try with fewer rows.`,
  model_too_large: ({ expected, received }) =>
    `The model’s file is too large (${received}). Up to ${expected} can be opened.`,
  other_data: ({ received }) =>
    received
      ? `This experiment is about the file “${received}”. An address cannot hold a file: please open it again, the settings are kept.`
      : "The CSV of this experiment is not open. Open the CSV file that it was saved with first, then try again.",
  not_saved: () => "This file was not saved here. Choose a .json file made by “Save as a file”.",
  formats_missing: () =>
    "Files of other tools are not read or written where the page came by a classic script. Open the demo page for it.",
  noWasm:
    "This browser does not run WebAssembly, which does the maths here. Please open the page in a current browser.",
  larger:
    "What is larger goes on in Keras: save the network with its program, and put your whole file in place of its data.csv.",
  toTools: "Go on in Keras",
  unknown: "Something unknown went wrong. Reload the page to try again.",
  places: {
    data: "Data",
    features: "Features",
    target: "Target",
    task: "Task",
    scaling: "Scaling",
    split: "Split",
    testSize: "Test share",
    seed: "Seed",
    rows: "Rows",
    noise: "Noise",
    text: "CSV",
    separator: "Separator",
    decimal: "Decimal sign",
    thousands: "Thousands sign",
    header: "First line",
    comment: "Comment sign",
    skipRows: "Lines to skip",
    encoding: "Encoding",
    missing: "Missing values",
    model: "Model",
    loss: "Loss",
    optimizer: "Optimizer",
    learningRate: "Learning rate",
    metrics: "Metrics",
    units: "Units",
    activation: "Activation",
    rate: "Dropout rate",
    kernelInitializer: "Kernel initializer",
    biasInitializer: "Bias initializer",
    batchSize: "Batch size",
    epochs: "Epochs",
    validationSplit: "Validation share",
    earlyStopping: "Early stopping",
    patience: "Patience",
    minDelta: "Least improvement",
    monitor: "Watched value",
    layers: "Layers",
    momentum: "Momentum",
    rho: "rho",
    beta1: "beta_1",
    beta2: "beta_2",
    epsilon: "epsilon",
    parameters: "Parameters",
    weightDecay: "weight_decay",
    clipnorm: "Size to clip at",
    globalClipnorm: "Size to clip at",
    clipvalue: "Size to clip at",
    initialAccumulatorValue: "initial_accumulator_value",
    startFromEpoch: "First epoch",
    fit: "Training",
    row: "Row",
    values: "Your values",
    file: "File",
    "model to compare": "Model to compare",
    "model of a contour": "Model of a landscape",
  },
  layer: (n) => `layer ${n}`,
};
