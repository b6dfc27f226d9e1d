/** A reader's programs as files that run in Python: one program, or a notebook of all cells. Pure. */

/** The text of a cell as a notebook keeps it: lines with their ends. @param {string} source */
const linesWithEnds = (source) => source.split(/(?<=\n)/);

/**
 * A Jupyter notebook, format 4.5.
 * @param {readonly string[]} programs
 */
export function notebookOf(programs) {
  const cells = programs.map((source, i) => ({
    cell_type: "code",
    execution_count: null,
    id: `cell-${i + 1}`,
    metadata: {},
    outputs: [],
    source: linesWithEnds(source),
  }));
  const metadata = {
    kernelspec: { display_name: "Python 3", language: "python", name: "python3" },
    language_info: { name: "python" },
  };
  return `${JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }, undefined, 1)}\n`;
}

/** One file of all programs, in their order. @param {readonly string[]} programs */
export const scriptOf = (programs) => `${programs.map((source) => source.trimEnd()).join("\n\n\n")}\n`;
