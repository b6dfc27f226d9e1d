import { josa } from "../particles.js";

/** @param {"test" | "train"} side @param {string} n */
const rows = (side, n) => `${side === "test" ? "테스트" : "학습"} ${n}개`;

export const output = {
  heading: "출력",
  table: "표",
  closeTable: "표 닫기",
  fit: "예측값과 실제값",
  classes: "클래스별 확률",
  outputs: (/** @type {string} */ unit) => `${unit}의 출력`,
  ordered: "실제값이 작은 행부터",
  test: "테스트",
  send: "누르거나 Enter를 치면 그 점을 신경망에 넣어 봐요. Esc를 치면 원래 행으로 돌아가요.",
  pick: "점을 누르거나 Enter를 치면 그 행을 신경망에 넣어 봐요.",
  flow: "층을 지나며 바뀌는 값",
  row: (/** @type {number} */ row) => `${row}번 행`,
  point: "찍은 점",
  trueClass: (/** @type {string} */ name) => `실제 클래스는 ${josa(name, "이에요/예요")}.`,
  answer: (/** @type {string} */ name) => `클래스 ${name}`,
  testLoss: "테스트",
  right: (
    /** @type {"test" | "train"} */ side,
    /** @type {string} */ all,
    /** @type {string} */ n,
    /** @type {boolean} */ isNone,
  ) => (isNone ? `${rows(side, all)} 중 하나도 못 맞혔어요.` : `${rows(side, all)} 중 ${n}개를 맞혔어요.`),
  off: (
    /** @type {"test" | "train"} */ side,
    /** @type {string} */ all,
    /** @type {string} */ target,
    /** @type {string} */ error,
  ) => `${rows(side, all)}의 ${target} 예측은 평균 ${error}만큼 빗나가요.`,
  infinite: "예측값이 너무 커서 오차를 셀 수 없어요.",
};
