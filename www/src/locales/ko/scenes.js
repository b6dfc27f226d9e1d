import { josa } from "./particles.js";

const count = (/** @type {number} */ n) => n.toLocaleString("ko");

/** Scenes of a post: a part of the playground by itself. */
export const scenes = {
  labels: {
    row: "학습한 신경망을 지나는 한 행",
    run: "학습 과정",
    batches: "에포크와 배치와 반복",
    descent: "경사 하강법 세 가지",
    surface: "결정 경계",
    playground: "데이터에서 예측까지",
  },
  about: (
    /** @type {string} */ data,
    /** @type {number} */ rows,
    /** @type {string} */ sizes,
    /** @type {string} */ optimizer,
  ) => `${data} ${count(rows)}행\u00a0· 유닛\u00a0${sizes}\u00a0· ${optimizer}`,
  reset: "초기화",
  paces: { slow: "2배치/초", epoch: "1에포크/초", fast: "10에포크/초", full: "최대 속도" },
  done: "학습을 마쳤어요",
  nextBatch: "다음 배치",
  network: "신경망",
  networkNote: (/** @type {number} */ row) =>
    `원은 ${row}번 행을 넣었을 때의 출력, 선은 가중치예요. 파란 실선은 양수, 주황 점선은 음수이고, 굵을수록 커요.`,
  row: {
    train: (/** @type {number} */ epochs) => `${count(epochs)} 에포크 학습하기`,
    untrained: "시작 가중치",
    brought: "파일에 있던 가중치",
    trained: (/** @type {number} */ epochs) => `${count(epochs)} 에포크 뒤의 가중치`,
    partly: (/** @type {number} */ updates) => `업데이트 ${count(updates)}번 뒤의 가중치`,
    training: (/** @type {number} */ epoch, /** @type {number} */ epochs) =>
      `학습 중 · 에포크 ${count(epoch)}/${count(epochs)}`,
    back: "시작 가중치로",
  },
  twoFeatures: (/** @type {number} */ n) =>
    `결정 경계는 특성이 두 개일 때 평면에 그릴 수 있어요. 이 데이터의 특성은 ${josa(`${count(n)}개`, "이에요/예요")}. 데이터나 특성을 바꿔 주세요.`,
  standardised: "특성의 크기가 제각각이라 표준화하고 비교해요.",
};
