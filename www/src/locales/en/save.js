import { many } from "./count.js";

/** @type {import("../playground.js").Words["save"]} */
export const save = {
  title: "Save and share",
  term: "save",
  lead: "Save what you did as a file, share it as a link, or download it to go on elsewhere.",
  session: "Save and open an experiment",
  sessionNote:
    "Data, model, weights, the optimizer’s state and the history are all in it: opened again, it goes on from the same place, bit for bit.",
  withData: "Include the CSV data",
  withoutData: "Without the data, the same CSV must be open when you open the file again.",
  save: "Save as a file",
  open: "Open a saved file",
  opened: (updates) => `Opened: the state after ${many(updates, "update")}.`,
  saved: (name) => `Saved as ${name}.`,
  privacy: "A file that you choose is read in this browser only, and is sent nowhere.",
  link: "Share by link",
  linkNote:
    "The link holds the settings. The seeds are the same, so whoever opens it sees the same start weights and the same results.",
  linkTooLong: "A file of yours, or a large model, does not fit into a link. Save it as a file instead.",
  copy: "Copy the link",
  copied: "Copied.",
  notCopied: "It could not be copied: select the link and copy it by hand.",
  files: "Download",
  zip: "Go on in Keras (zip)",
  zipNote:
    "The Python script, the data as CSV, start and present weights, and the order of the rows. The script alone begins from other start weights, so its numbers differ.",
  predictions: "Predictions (CSV)",
  predictionsNote: "Target and prediction for every test row.",
  tools: "Take the model to other tools",
  toolsNote: "The network with its weights of this moment. What a format cannot hold is said before anything is saved.",
  toolNames: {
    keras: "Keras (.keras)",
    keras_weights: "Weights alone (.weights.h5)",
    tfjs: "TensorFlow.js",
    onnx: "ONNX",
    pytorch: "PyTorch",
    workers: "Keras on several machines (zip)",
  },
  toolNotes: {
    keras: "keras.models.load_model opens it compiled, with the optimizer’s state, so that fit goes on from here.",
    keras_weights: "For a model that you build yourself: model.load_weights.",
    tfjs: "model.json and its weights, for tf.loadLayersModel.",
    onnx: "For onnxruntime, also in the browser; the scaling of the features is in it.",
    pytorch: "A program with torch.nn.Sequential, and its weights as safetensors.",
    workers: "A program for tf.distribute, the model, the rows in CSV shards, and a README with the commands.",
  },
  back: "And back: drop a .keras, .h5 or model.json on the table, a CSV beside it if you like. Rows go into that model unscaled, and training goes on from where it was saved.",
  charts: "Charts are saved by the SVG and PNG buttons on each of them.",
};
