export const charts = {
  axis: "세로축",
  linear: "선형",
  log: "로그",
  saveSvg: "SVG로 저장",
  savePng: "PNG로 저장",
  keys: "왼쪽, 오른쪽 화살표로 값을 하나씩 읽을 수 있어요.",
  empty: "학습을 시작하면 여기에 나타나요.",
  noneFinite: "유한한 값이 하나도 없어요.",
  grid: (/** @type {number} */ rows, /** @type {number} */ columns) =>
    `${rows}행 ${columns}열의 값이에요. 화살표로 하나씩 읽을 수 있어요.`,
};
