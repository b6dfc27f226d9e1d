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
  charts: "Charts are saved by the SVG and PNG buttons on each of them.",
};
