import { format } from "../../format.js";
import { josa } from "./particles.js";

/** @import { Hint, HintCode } from "../../experiment/types.js" */
/** @typedef {Record<string, any>} Facts */

/** @param {number} value */
const say = (value) => format(value, 3).replaceAll(" ", "\u00a0");
/** @param {number} layer */
const nth = (layer) => `${layer + 1}번째 층`;

/** @param {Facts} facts */
function range({ lowest, highest }) {
  if (lowest !== undefined && highest !== undefined) return `${say(lowest)}부터 ${say(highest)}까지만`;
  return lowest !== undefined
    ? `${say(lowest)} 이상만`
    : highest !== undefined
      ? `${say(highest)} 이하만`
      : "어떤 수든";
}

/** @param {Facts} facts */
const slower = ({ stableRate }) =>
  stableRate === undefined
    ? "학습률을 10분의 1로 줄이고, 특성과 타깃을 스케일링해 보세요."
    : `학습률을 ${say(stableRate)}보다 작게 하거나, 특성을 스케일링하거나, Adam을 써 보세요.`;

/** @param {number} share */
const percent = (share) => `${say(100 * share)}%`;

/** Why an accuracy says nothing, and what says more. @type {Record<string, (facts: Facts) => string[]>} */
const emptyAccuracy = {
  values: ({ metric, share }) => [
    `${josa(metric, "은/는")} 출력을 0이나 1로 반올림해 타깃과 비교해요. 그런데 타깃의 ${josa(percent(share), "은/는")} 0도 1도 아니라서 절대 맞은 것으로 세지 않아요.`,
    "회귀라면 mae나 r2_score를 보세요. 두 클래스라면 타깃을 0과 1로 주세요.",
  ],
  not_one_hot: ({ metric, share }) => [
    `${josa(metric, "은/는")} 행마다 가장 큰 출력과 가장 큰 타깃의 자리만 비교해요. 그런데 행의 ${percent(share)}에서 타깃이 한 클래스를 가리키지 않아요.`,
    "회귀라면 mae나 r2_score를 보세요. 정답이 여러 개일 수 있다면 binary_accuracy를 써 보세요.",
  ],
  class_numbers: ({ metric }) => [
    `${josa(metric, "은/는")} 행에서 가장 큰 타깃을 찾는데, 행마다 클래스 번호가 하나뿐이에요. 그래서 아무것도 알려 주지 않아요.`,
    "accuracy나 sparse_categorical_accuracy를 써 보세요.",
  ],
  one_output: ({ metric }) => [
    `${josa(metric, "은/는")} 행에서 가장 큰 출력을 찾는데, 출력이 하나뿐이에요. 그래서 아무것도 알려 주지 않아요.`,
    "두 클래스라면 binary_accuracy를, 회귀라면 mae나 r2_score를 써 보세요.",
  ],
};

/**
 * What was found and what to try, by the code of a hint.
 * @type {Record<HintCode, (facts: Facts) => string[]>}
 */
const sentences = {
  index_column: ({ name }) => [
    `${josa(name, "은/는")} 행 번호만 세는 열인데 특성으로 들어가요.`,
    `${josa(name, "을/를")} 특성에서 빼 보세요. 판다스에서는 df.drop()이 돌려주는 표를 다시 df에 넣어야 해요.`,
  ],
  rows_dropped: ({ dropped, rows, columns }) => [
    `${rows}행 중 ${dropped}행은 ${columns.join(", ")} 값이 빠져 있어서 학습과 테스트에서 뺐어요.`,
    "빠진 특성을 학습용 행의 평균으로 채우거나, 가장 많이 빠진 열을 특성에서 빼 보세요.",
  ],
  values_filled: ({ filled, columns }) => [
    `${columns.join(", ")}에서 빠진 값 ${filled}개를 학습용 행의 평균으로 채웠어요.`,
    "빠진 행이 적으면 채우지 말고 빼 보세요. 평균은 그 행에 대해 알려 주는 것이 없어요.",
  ],
  unscaled_features: ({ name, size, ratio, learningRate, stableRate, scaledStableRate }) => [
    stableRate !== undefined && learningRate >= stableRate
      ? `${josa(name, "은/는")} ${say(size)}까지 커져요. 이런 특성으로는 학습률이 ${say(stableRate)}보다 작아야 경사 하강법이 안정적인데, 지금은 ${josa(
          say(learningRate),
          "이에요/예요",
        )}.`
      : `${josa(name, "은/는")} ${say(size)}까지 커지고, 특성끼리 크기가 ${say(ratio)}배 차이 나요. 모든 가중치에 맞는 학습률이 없어서 경사 하강법이 느려요.`,
    scaledStableRate === undefined
      ? "특성을 표준화하거나 Adam을 써 보세요."
      : `특성을 표준화하면 학습률 ${say(scaledStableRate)} 정도까지 안정적이에요. Adam을 써 봐도 좋아요.`,
  ],
  learning_rate_too_high: ({ learningRate, stableRate }) => [
    `학습률이 ${say(stableRate)}보다 작아야 경사 하강법이 안정적인데, 지금은 ${josa(say(learningRate), "이에요/예요")}.`,
    `학습률을 ${say(stableRate / 2)} 이하로 줄여 보세요.`,
  ],
  targets_out_of_range: (facts) => [
    `출력층의 활성화 함수 ${josa(
      facts.activation,
      "은/는",
    )} ${range(facts)} 내보내는데, 타깃은 ${say(facts.smallestTarget)}부터 ${say(facts.largestTarget)}까지예요. 그래서 손실이 0이 될 수 없어요.`,
    "출력층의 활성화 함수를 빼거나(linear), 타깃을 그 범위로 스케일링해 보세요.",
  ],
  crossentropy_targets: ({ loss, smallestTarget, largestTarget }) => [
    `${josa(loss, "은/는")} 확률을 비교하는 손실인데, 타깃은 ${say(smallestTarget)}부터 ${say(largestTarget)}까지예요.`,
    "타깃을 0과 1로 주거나, 회귀라면 mean_squared_error를 써 보세요.",
  ],
  crossentropy_output: ({ loss, fromLogits, activation, expected }) => [
    `${josa(loss, "은/는")} 출력에서 ${
      fromLogits ? "로짓(아무 수나)" : "확률"
    }을 받는데, 활성화 함수 ${josa(activation, "은/는")} 그런 값을 내보내지 않아요.`,
    `출력층의 활성화 함수를 ${josa(expected, "으로/로")} 바꿔 보세요.`,
  ],
  logits_twice: ({ loss, activation }) => [
    `${josa(loss, "은/는")} 로짓을 받기로 했는데, ${josa(activation, "이/가")} 이미 확률로 바꿨어요.`,
    "from_logits와 출력층의 활성화 함수 가운데 하나를 빼 보세요.",
  ],
  one_class: ({ loss, activation }) => [
    `출력 유닛이 하나라서 그 몫은 늘 1이에요. ${josa(activation, "과/와")} ${josa(loss, "으로/로")}는 아무것도 배울 수 없어요.`,
    "두 클래스라면 sigmoid와 binary_crossentropy를 쓰고, 아니면 클래스마다 유닛을 하나씩 두세요.",
  ],
  empty_accuracy: (facts) => emptyAccuracy[facts.reason](facts),
  linear_layers: ({ first, last, isRegression }) => [
    `${nth(first)}과 ${nth(last)} 사이에 활성화 함수가 없어요. 둘을 합쳐도 층 하나가 하는 일밖에 못 해요.${isRegression ? " 이 모델은 선형 회귀와 같아요." : ""}`,
    "사이에 relu 같은 활성화 함수를 넣거나, 하나만 남겨 보세요.",
  ],
  dead_relus: ({ layer, dead, units }) => [
    `${nth(layer)}의 유닛 ${units}개 가운데 ${dead}개가 죽었어요. 어느 행이 들어와도 ReLU가 0을 내보내요.`,
    "특성을 스케일링하거나, 학습률을 줄이거나, leaky_relu를 써 보세요.",
  ],
  saturated_units: ({ layer, activation, saturated, units }) => [
    `${nth(layer)}의 유닛 ${units}개 가운데 ${saturated}개가 포화됐어요. ${josa(activation, "이/가")} 평평한 곳이라 기울기가 거의 전해지지 않아요.`,
    "특성을 스케일링하거나, 더 작은 가중치에서 시작하거나, relu를 써 보세요.",
  ],
  vanishing_gradients: ({ layer, factor }) => [
    `${nth(layer)}에 닿는 기울기가 마지막 층의 ${say(factor)}분의 1밖에 안 돼요(기울기 소실). 경사 하강법으로는 그만큼 느리게 배워요.`,
    "은닉층에 relu와 he_normal을 쓰거나, 층을 줄여 보세요.",
  ],
  exploding_gradients: ({ layer, factor }) => [
    `${nth(layer)}에 닿는 기울기가 마지막 층의 ${say(factor)}배예요(기울기 폭발).`,
    "glorot_uniform처럼 더 작은 가중치에서 시작하거나, clipnorm을 정해 보세요.",
  ],
  diverged: (facts) => [
    `${facts.epoch + 1}번째 에포크의 ${facts.step + 1}번째 배치에서 발산했어요. ${facts.optimizer}, 학습률 ${josa(
      say(facts.learningRate),
      "으로/로",
    )} ${nth(facts.layer)}에서 발산했어요.`,
    slower(facts),
  ],
  loss_not_finite: ({ epoch, key, value, loss, activation }) => [
    `${epoch + 1}번째 에포크에서 ${josa(key, "이/가")} ${josa(value, "이었어요/였어요")}. ${josa(activation, "이/가")} 내보낸 값 가운데 일부에서 ${
      value === "nan" ? `${josa(loss, "을/를")} 계산할 수 없어요` : `${josa(loss, "이/가")} 표현할 수 있는 수보다 커요`
    }. 가중치는 모두 유한해서 학습은 계속됐어요.`,
    value !== "nan"
      ? "학습률을 10분의 1로 줄이고, 특성과 타깃을 스케일링해 보세요."
      : loss === "poisson"
        ? "출력층에 항상 0보다 큰 softplus나 exponential을 써 보세요."
        : "출력층에 softmax처럼 손실이 받을 수 있는 활성화 함수를 써 보세요.",
  ],
  rising_loss: (facts) => [
    `학습 손실이 ${facts.epoch + 1}번째 에포크의 ${say(facts.lowestLoss)}에서 ${josa(
      say(facts.loss),
      "으로/로",
    )} 커졌어요(${facts.optimizer}, 학습률 ${say(facts.learningRate)}).`,
    slower(facts),
  ],
  stuck_loss: (facts) => [
    `손실 ${say(facts.loss)} 가운데 ${josa(
      say(facts.bestLoss),
      "은/는",
    )} 줄일 수 없어요. ${josa(facts.activation, "은/는")} ${range(facts)} 내보내는데 타깃이 그 밖에 있어요.`,
    "출력층의 활성화 함수를 빼거나(linear), 타깃을 그 범위로 스케일링해 보세요.",
  ],
  overfitting: ({ epoch, lowestValLoss, valLoss, lossThen, loss }) => [
    `${epoch + 1}번째 에포크부터 검증 손실은 ${say(lowestValLoss)}에서 ${josa(say(valLoss), "으로/로")} 커지고, 학습 손실은 ${say(lossThen)}에서 ${josa(say(loss), "으로/로")} 작아졌어요. 학습 행을 외우고 있어요(과적합).`,
    "더 일찍 멈추거나, 유닛을 줄이거나, 드롭아웃이나 L2를 더하거나, 행을 늘려 보세요.",
  ],
};

export const hints = {
  title: "엔진이 알아차린 점",
  severity: { info: "참고", warning: "주의", problem: "문제" },
  /** What was found, and what to try. @param {Hint} hint */
  sentences: ({ code, facts }) => sentences[code](facts),
};
