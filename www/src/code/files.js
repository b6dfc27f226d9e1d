/** Files that a reader drops on a program, or chooses: `read_csv` finds them by name. */

/** Tables are text; a larger one would fill the interpreter. */
const MOST = 20_000_000;

/** @param {import("./run.js").CellRun} run @param {readonly File[]} files */
export async function keepFiles(run, files) {
  for (const file of files) if (file.size <= MOST) run.addFile(file.name, await textOf(file));
}

/** UTF-8 or, where it is none, Korean's older encoding. @param {File} file */
async function textOf(file) {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("euc-kr").decode(bytes);
  }
}
