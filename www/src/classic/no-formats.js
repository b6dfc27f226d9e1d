/** Classic scripts bring no files of other tools: they would carry that engine in every post. */
const reject = async () => {
  throw Object.assign(new Error("files of other tools: expected an element loaded as a module"), {
    code: "formats_missing",
    what: "file",
  });
};

export const FORMATS = { exportModel: reject, exportForWorkers: reject, importModel: reject };
