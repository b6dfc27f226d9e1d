export const data = {
  heading: "데이터",
  advertising: "광고비와 매출",
  csv: "내 CSV 열기",
  reopen: (/** @type {string} */ name) => `${name} (다른 CSV 열기)`,
  more: "데이터 설정",
  rows: "점 수",
  testSize: "테스트 비율",
  batchSize: "배치 크기",
  split: (/** @type {number} */ train, /** @type {number} */ test) => `학습 ${train} · 테스트 ${test}`,
  both: (/** @type {number} */ rows) => `학습과 테스트에 같은 ${rows}행`,
};
