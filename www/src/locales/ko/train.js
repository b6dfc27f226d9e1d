import { josa } from "./particles.js";

/** @param {number} seconds */
const time = (seconds) =>
  seconds < 60 ? `${Math.max(Math.ceil(seconds), 1)}초` : `${Math.floor(seconds / 60)}분 ${Math.round(seconds % 60)}초`;

export const train = {
  title: "학습 기록과 층",
  term: "history, layers",
  lead: "손실과 지표가 어떻게 변해 왔는지, 층마다 무슨 일이 일어나는지 살펴보세요.",
  run: "학습 시작",
  goOn: "계속",
  again: "다시 학습",
  pause: "일시 정지",
  batch: "한 배치 학습",
  epoch: "한 에포크 학습",
  toEnd: "끝까지 학습",
  reset: "초기화 (같은 초기 가중치)",
  reseed: "가중치 새로 뽑기",
  controls: "학습 조작",
  pace: "속도",
  progress: (
    /** @type {number} */ epoch,
    /** @type {number} */ epochs,
    /** @type {number} */ batch,
    /** @type {number} */ batches,
  ) => `에포크 ${epoch}/${epochs} · 배치 ${batch}/${batches}`,
  remaining: (/** @type {number} */ seconds) => `약 ${time(seconds)} 남았어요`,
  updates: (/** @type {number} */ updates, /** @type {number} */ rows) =>
    `업데이트 ${updates.toLocaleString("ko")}번, 누적 학습 ${rows.toLocaleString("ko")}행`,
  notStarted: "아직 학습하지 않았어요.",
  kerasText: "케라스(Keras)가 출력하는 글",
  kerasEmpty: "학습을 시작하면 model.fit()이 출력하는 줄이 여기에 나와요.",
  ends: {
    finished: "정한 에포크를 모두 마쳤어요.",
    stopped: (/** @type {number} */ best) => `조기 종료했어요. ${best}번째 에포크가 가장 좋았어요.`,
    diverged: (/** @type {number} */ epoch, /** @type {number} */ step, /** @type {number} */ layer) =>
      `${epoch}번째 에포크의 ${step}번째 배치, ${layer}번째 층에서 발산했어요. 마지막으로 유한했던 가중치를 남겨 두었어요.`,
  },
  settings: "학습 설정",
  epochs: "에포크 수",
  batchSize: "배치 크기",
  shuffle: "에포크마다 섞기",
  validation: "검증 비율 (validation_split)",
  stopping: "조기 종료 (EarlyStopping)",
  monitor: "지켜볼 값",
  patience: "기다릴 에포크 (patience)",
  minDelta: "최소 개선 (min_delta)",
  restore: "가장 좋았던 가중치로 되돌리기",
  settingsNote: "설정을 바꾸면 같은 시작 가중치에서 다시 시작해요.",
  liveLabel: (/** @type {number[]} */ sizes) =>
    `층마다 유닛이 ${sizes.join(", ")}개인 신경망이에요. 화살표로 유닛과 가중치를 하나씩 읽을 수 있어요.`,
  /** Layers that are not dense, as a picture marks them. */
  marks: { BatchNormalization: "배치 정규화", LayerNormalization: "층 정규화", Normalization: "정규화" },
  kernel: (/** @type {string} */ layer) => `${layer}의 커널`,
  cell: (/** @type {number} */ input, /** @type {number} */ unit) => `입력 ${input} → 유닛 ${unit}`,
  loss: "손실",
  validationLoss: "검증 손실",
  metrics: "지표",
  metric: (/** @type {string} */ name) => name.replace(/^val_/, "검증 "),
  by: "가로축",
  byEpoch: "에포크",
  byUpdate: "업데이트",
  curves: "손실과 지표",
  lossHeading: "손실 곡선",
  noEpoch: "아직 끝난 에포크가 없어요. 가로축을 업데이트로 바꾸면 바로 볼 수 있어요.",
  now: "지금",
  best: "가장 좋은 값",
  layers: "층마다 보기",
  layer: "층",
  unit: "유닛",
  gradient: "기울기 크기",
  gradientNote:
    "마지막으로 본 행들에서 구한 커널 기울기의 크기예요(노름 norm). 앞쪽 층으로 갈수록 훨씬 작아지면 기울기 소실을 의심해 보세요.",
  gammaNote: "정규화 층은 커널이 없어서 γ(gamma) 기울기의 크기를 보여 줘요.",
  dead: "죽은 유닛",
  saturated: "포화된 유닛",
  healthNote:
    "죽은 유닛은 어느 행에서도 0만 내보내고(ReLU), 포화된 유닛은 곡선의 평평한 끝에 있어서 거의 배우지 못해요.",
  none: "해당 없음",
  histograms: "분포의 변화",
  weightsOf: (/** @type {string} */ layer) => `${layer}의 가중치`,
  activationsOf: (/** @type {string} */ layer) => `${layer}의 출력`,
  histogramNote: "뒤에서 앞으로 갈수록 나중이에요. 맨 앞이 지금이에요.",
  histogramEmpty: "학습하는 동안 에포크마다 분포가 하나씩 쌓여요.",
  epochAt: (/** @type {number} */ epoch) => `에포크 ${epoch}`,
  inspector: "한 행을 연산 하나하나로",
  oneRow: "한 행",
  oneBatch: "다음 미니 배치",
  row: "행 번호",
  previous: "앞 행",
  next: "다음 행",
  rowKind: { train: "학습에 쓰는 행", test: "테스트에 쓰는 행" },
  moment: (/** @type {number} */ updates) =>
    updates === 0 ? "시작 가중치" : `업데이트 ${updates.toLocaleString("ko")}번 뒤의 가중치`,
  refresh: "지금 가중치로 다시 보기",
  openInspector: "이 행 따라가기",
  tooLarge: (/** @type {number} */ parameters, /** @type {number} */ limit) =>
    `파라미터가 ${parameters.toLocaleString(
      "ko",
    )}개라 연산을 하나씩 따라가기에는 너무 많아요. ${limit.toLocaleString("ko")}개 이하인 모델에서 볼 수 있어요.`,
  whole: "이 행만으로 업데이트하면 이렇게 바뀌어요. 실제 가중치는 그대로예요.",
  batchLead: (/** @type {number} */ rows) =>
    `다음 미니 배치의 행 ${rows}개예요. 행마다 기울기를 구하고, 그 평균으로 한 번 업데이트해요.`,
  meanLoss: "평균 손실",
  parameter: "파라미터",
  mean: "평균",
  gradientsNote:
    "세로는 행(맨 아래는 평균), 가로는 파라미터예요. 업데이트에는 맨 아래의 평균만 쓰여요. 행을 누르면 그 행의 순전파와 역전파를 따라갈 수 있어요.",
  gradientsHeading: "행마다의 기울기와 평균",
  rowOf: (/** @type {number} */ row) => `${row}번 행`,
  meanTitle: "평균 내고 업데이트하기",
  meanLead: "행마다 구한 기울기가 어떻게 한 번의 업데이트가 되는지 연산 하나씩 보여요. 실제 가중치는 그대로예요.",
  meanStart:
    "먼저 행마다의 손실을 평균 내요. 그다음 파라미터마다 기울기를 평균 내고, 그 평균으로 모든 파라미터를 한 번 업데이트해요.",
  over: "미니 배치가 더 없어요. 학습이 끝났어요.",
  kinds: {
    logit_gradient: "활성화 전 값의 기울기",
    loss_term: "손실의 항",
    loss_mean: "평균 손실",
    weight_mean: "기울기의 평균",
    bias_mean: "기울기의 평균",
    normalization: "정규화",
    gamma_gradient: "γ의 기울기",
    beta_gradient: "β의 기울기",
    gamma_mean: "기울기의 평균",
    beta_mean: "기울기의 평균",
    gamma_update: "새 γ",
    beta_update: "새 β",
  },
  /** Activations that no worked example has; one that is missing goes by Keras's name. */
  activations: {
    elu: "ELU",
    exponential: "지수 함수",
    gelu: "GELU",
    hard_sigmoid: "하드 시그모이드",
    leaky_relu: "리키 ReLU",
    selu: "SELU",
    silu: "SiLU",
    softplus: "소프트플러스",
    softsign: "소프트사인",
  },
  sentence: {
    normalization: {
      batch: (
        /** @type {string} */ from,
        /** @type {string} */ unit,
        /** @type {string} */ mean,
        /** @type {string} */ variance,
        /** @type {string} */ output,
      ) =>
        `학습할 때는 지금 배치의 평균과 분산을 써요. ${from}에서 평균 ${josa(mean, "을/를")} 빼고 분산 ${variance}의 제곱근으로 나눈 다음 γ, β로 조절해요. 결과는 ${josa(`${unit} = ${output}`, "이에요/예요")}.`,
      moving: (
        /** @type {string} */ from,
        /** @type {string} */ unit,
        /** @type {string} */ mean,
        /** @type {string} */ variance,
        /** @type {string} */ output,
      ) =>
        `예측할 때는 학습하며 모은 이동 평균과 이동 분산을 써요. ${from}에서 평균 ${josa(mean, "을/를")} 빼고 분산 ${variance}의 제곱근으로 나눈 다음 γ, β로 조절해요. 결과는 ${josa(`${unit} = ${output}`, "이에요/예요")}.`,
      data: (
        /** @type {string} */ from,
        /** @type {string} */ unit,
        /** @type {string} */ mean,
        /** @type {string} */ variance,
        /** @type {string} */ output,
      ) =>
        `학습하기 전에 재거나 정해 둔 평균과 분산을 써요. ${from}에서 평균 ${josa(mean, "을/를")} 빼고 분산 ${variance}의 제곱근으로 나눠요. 결과는 ${josa(`${unit} = ${output}`, "이에요/예요")}.`,
      row: (
        /** @type {string} */ from,
        /** @type {string} */ unit,
        /** @type {string} */ mean,
        /** @type {string} */ variance,
        /** @type {string} */ output,
      ) =>
        `이 행에서 앞 층의 모든 유닛이 낸 값의 평균과 분산을 써요. ${from}에서 평균 ${josa(mean, "을/를")} 빼고 분산 ${variance}의 제곱근으로 나눈 다음 γ, β로 조절해요. 결과는 ${josa(`${unit} = ${output}`, "이에요/예요")}.`,
    },
    slopes: (/** @type {string} */ unit, /** @type {string[]} */ feeds, /** @type {string} */ gradient) =>
      feeds.length > 1
        ? `평균과 분산에도 ${josa(unit, "이/가")} 들어 있어서 다음 층의 모든 유닛이 달라져요. 되돌아온 기울기마다 그 유닛이 달라지는 정도를 곱해 더하면 ${unit}의 기울기 ${josa(gradient, "이/가")} 돼요.`
        : `${josa(unit, "은/는")} ${feeds[0]}에만 쓰여요. 되돌아온 기울기에 ${josa(feeds[0], "이/가")} 달라지는 정도를 곱하면 ${unit}의 기울기 ${josa(gradient, "이/가")} 돼요.`,
    gammaGradient: (/** @type {string} */ gamma, /** @type {string} */ unit, /** @type {string} */ gradient) =>
      `${josa(gamma, "은/는")} 정규화한 값에 곱해졌어요. 그래서 ${unit}의 기울기에 그 값을 곱한 ${josa(gradient, "이/가")} ${gamma}의 기울기예요.`,
    betaGradient: (/** @type {string} */ beta, /** @type {string} */ unit, /** @type {string} */ gradient) =>
      `${josa(beta, "은/는")} 그대로 더해졌어요. 그래서 ${unit}의 기울기 ${josa(gradient, "이/가")} 곧 ${beta}의 기울기예요.`,
    lossMean: (/** @type {number} */ rows, /** @type {string} */ loss) =>
      `행 ${rows}개의 손실을 평균 낸 것이 이 배치의 손실 ${josa(`L = ${loss}`, "이에요/예요")}.`,
    gradientMean: (/** @type {string} */ name, /** @type {number} */ rows, /** @type {string} */ gradient) =>
      `행 ${rows}개가 저마다 구한 ${name}의 기울기를 평균 내요. 업데이트에는 이 평균 ${gradient} 하나만 쓰여요.`,
    lossTerm: (
      /** @type {string} */ unit,
      /** @type {string} */ prediction,
      /** @type {string} */ target,
      /** @type {string} */ loss,
      /** @type {string} */ term,
    ) =>
      `예측값 ${josa(
        `${unit} = ${prediction}`,
        "과/와",
      )} 실제값 ${josa(target, "을/를")} 손실 함수 ${josa(loss, "으로/로")} 비교하면 ${josa(term, "이/가")} 나와요. 예측이 실제값에서 멀수록 커져요.`,
    loss: (
      /** @type {string} */ loss,
      /** @type {string} */ name,
      /** @type {number} */ terms,
      /** @type {string | undefined} */ penalty,
    ) =>
      `${terms > 1 ? `항 ${terms}개의 평균이` : "이 값이"} 손실 ${josa(`L = ${loss}`, "이에요/예요")}(${name}).${
        penalty ? ` 여기에는 규제(regularizer)가 더하는 ${penalty}도 들어 있어요.` : ""
      }`,
    outputGradient: (/** @type {string} */ unit, /** @type {string} */ gradient, /** @type {string} */ loss) =>
      `${josa(unit, "을/를")} 조금 키울 때 손실이 얼마나 변하는지가 기울기예요. 손실 함수 ${josa(loss, "을/를")} 미분하면 ${josa(gradient, "이/가")} 나와요.`,
    logitGradient: (
      /** @type {string} */ unit,
      /** @type {string} */ z,
      /** @type {string} */ prediction,
      /** @type {string} */ target,
      /** @type {string} */ gradient,
    ) =>
      `교차 엔트로피와 출력의 활성화 함수를 함께 미분하면 식이 간단해져요. ${unit} = ${prediction}에서 실제값 ${josa(target, "을/를")} 뺀 것이 곧 ${z}의 기울기 ${josa(gradient, "이에요/예요")}.`,
    update: (
      /** @type {string} */ name,
      /** @type {string} */ change,
      /** @type {string} */ before,
      /** @type {string} */ after,
      /** @type {string} */ rule,
      /** @type {number} */ sign,
    ) =>
      sign === 0
        ? `${rule} 규칙으로도 바뀌지 않아서 ${josa(name, "은/는")} ${before} 그대로예요.`
        : `${josa(rule, "은/는")} 지금 기울기뿐 아니라 지금까지의 기울기도 보고 걸음을 정해요. ${josa(name, "을/를")} ${change}만큼 ${sign > 0 ? "줄여" : "키워"} ${before}에서 ${josa(after, "으로/로")} 바꿔요.`,
  },
};
