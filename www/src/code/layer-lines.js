/**
 * Where in a program its layers stand. The interpreter knows the line of a statement; where one builds several layers,
 * each
 * is looked for in the lines that follow, in order. Pure.
 *
 * @import { WatchedLayer } from "./recording.js"
 */

/** @param {readonly WatchedLayer[]} layers @param {string} source @returns {WatchedLayer[]} */
export function withLines(layers, source) {
  const lines = source.split("\n");
  let [line, column, statement] = [0, 0, 0];
  return layers.map((layer) => {
    if (!layer.line) return layer;
    if (layer.line !== statement) [statement, line, column] = [layer.line, layer.line - 1, 0];
    const call = new RegExp(`\\b${layer.kind}\\s*\\(`, "g");
    for (let at = line; at < lines.length; at++) {
      call.lastIndex = at === line ? column : 0;
      if (!call.exec(lines[at].replace(/#.*/, ""))) continue;
      [line, column] = [at, call.lastIndex];
      return { ...layer, line: at + 1 };
    }
    return layer;
  });
}
