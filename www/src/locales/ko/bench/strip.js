import { josa } from "../particles.js";

export const strip = {
  look: "이 순간 들여다보기",
  phasesLabel: "학습 한 번의 네 단계",
  phases: { forward: "순전파", loss: "손실", backward: "역전파", update: "업데이트" },
  fresh: "아직 학습하지 않았어요. 학습을 시작하면 배치마다 이 네 단계를 되풀이해요.",
  running: (
    /** @type {string} */ epoch,
    /** @type {string} */ epochs,
    /** @type {string} */ batch,
    /** @type {string} */ batches,
    /** @type {string} */ loss,
  ) => `학습하고 있어요. 에포크 ${epoch}/${epochs}, 배치 ${batch}/${batches}의 손실은 ${josa(loss, "이에요/예요")}.`,
  stepped: (
    /** @type {string} */ batch,
    /** @type {string} */ batches,
    /** @type {string} */ loss,
    /** @type {string} */ change,
  ) =>
    `배치 ${batch}/${batches}의 손실은 ${josa(loss, "이에요/예요")}. 이 손실을 줄이려고 가중치를 최대 ${change}만큼 고쳤어요.`,
  paused: (
    /** @type {string} */ epoch,
    /** @type {string} */ batch,
    /** @type {string} */ batches,
    /** @type {string} */ loss,
  ) => `에포크 ${epoch}의 배치 ${batch}/${batches}까지 학습했어요. 마지막 배치의 손실은 ${josa(loss, "이에요/예요")}.`,
  hints: (/** @type {number} */ n) => `힌트 ${n}개`,
};
