import { josa } from "./particles.js";

export const results = {
  title: "평가하고 예측하기",
  term: "evaluate, predict",
  lead: "학습에 쓰지 않은 행으로 얼마나 잘 맞히는지 보고, 새 값을 넣어 예측해 보세요.",
  evaluate: {
    title: "평가하기",
    about: (/** @type {string} */ n) => `학습에 쓰지 않은 ${n}행을 넣어 보고 점수를 매겨요.`,
    unsplit: (/** @type {string} */ n) =>
      `데이터를 나누지 않아서 학습한 ${n}행으로 그대로 평가해요. 처음 보는 값도 이만큼 맞힌다는 뜻은 아니에요.`,
    fresh: "아직 학습하지 않은 처음 가중치의 점수예요.",
    diverged: "학습이 발산해서 더 나아갈 수 없었어요. 마지막으로 유한했던 가중치의 점수라서, 예측값도 지나치게 커요.",
    style: "출력 모양",
  },
  thinned: (/** @type {string} */ drawn, /** @type {string} */ all) =>
    `점이 겹치지 않게 ${all}행 가운데 고르게 고른 ${drawn}행만 그렸어요.`,
  pairs: {
    title: "실제값과 예측값",
    about: (/** @type {number} */ n, /** @type {boolean} */ isAll) =>
      `${isAll ? `테스트 ${n}행이에요.` : `테스트 행 가운데 처음 ${n}개예요.`} 행 번호를 누르면 아래에서 그 행을 모델에 흘려보내요.`,
    unsplit: (/** @type {number} */ n, /** @type {boolean} */ isAll) =>
      `${isAll ? `모두 ${n}행이에요.` : `처음 ${n}행이에요.`} 행 번호를 누르면 아래에서 그 행을 모델에 흘려보내요.`,
    synthetic:
      "내장 데이터는 합성한 값이라서 실제값도 예측값도 튜토리얼과 달라요. 튜토리얼의 파일이 있으면 ‘표와 열’ 탭에서 열어 보세요.",
    row: "행",
    target: "실제값",
    prediction: "예측값",
    residual: "잔차",
    actualClass: "실제 클래스",
    predictedClass: "예측 클래스",
    probability: (/** @type {string} */ name) => `클래스 ${name}의 확률`,
    wrong: "틀림",
    all: (/** @type {string} */ n) => `${n}행 모두 보기`,
    caption: "실제값과 예측값 전체",
  },
  side: { label: "보여 줄 행", test: "테스트 행", train: "학습 행", both: "둘 다" },
  fit: {
    title: "예측값과 실제값",
    note: "점선에 놓인 점은 정확히 맞힌 거예요. 점선보다 높으면 실제보다 크게, 낮으면 작게 예측했어요.",
    said: (/** @type {string} */ n) => `점 ${n}개. 가로는 실제값, 세로는 예측값이고, 점선은 둘이 같은 곳이에요.`,
  },
  residuals: {
    title: "잔차",
    term: "residual",
    note: "잔차는 실제값에서 예측값을 뺀 값이에요. 0 둘레에 무늬 없이 흩어져 있으면, 모델이 놓친 규칙이 눈에 띄지 않는다는 뜻이에요.",
    y: "실제값 − 예측값",
    said: (/** @type {string} */ n, /** @type {string} */ from, /** @type {string} */ to) =>
      `점 ${n}개. 잔차는 ${from}에서 ${to} 사이예요.`,
    histogram: (/** @type {string} */ side) => `${side}의 잔차 분포`,
    counts: "구간마다의 개수",
    interval: "구간",
    count: "개수",
  },
  surface: {
    output: "모델의 출력",
    classes: (/** @type {string} */ one, /** @type {string} */ other) =>
      `파란 쪽은 ${josa(one, "으로/로")}, 주황 쪽은 ${josa(other, "으로/로")} 답하는 곳이고, 색이 옅을수록 확신도가 낮아요.`,
    many: "색은 가장 그럴듯한 클래스이고, 옅을수록 확신도가 낮아요.",
    signed: "파란색은 양수, 주황색은 음수이고, 짙을수록 0에서 멀어요.",
    unit: (/** @type {string} */ layer, /** @type {number} */ n) => `${layer}, 유닛 ${n}`,
    hidden: (/** @type {number} */ n) => `은닉층 ${n}`,
    last: "출력층",
    said: (/** @type {string} */ x, /** @type {string} */ y, /** @type {string} */ low, /** @type {string} */ high) =>
      `가로는 ${x}, 세로는 ${y}. 값은 ${low}에서 ${high} 사이예요. 화살표로 값을 읽을 수 있어요.`,
    train: (/** @type {string} */ name) => `${name} · 학습`,
    test: (/** @type {string} */ name) => `${name} · 테스트`,
    points: "점",
    table: "값을 표로 보기",
    corner: (/** @type {string} */ y, /** @type {string} */ x) => `${y} \\ ${x}`,
  },
  confusion: {
    title: "혼동 행렬",
    term: "confusion matrix",
    about: "행은 실제 클래스, 열은 모델이 답한 클래스예요. 대각선에 있을수록 잘 맞힌 거예요.",
    right: (/** @type {string} */ side, /** @type {string} */ n, /** @type {string} */ all) =>
      `${side} ${all}개 가운데 ${n}개를 맞혔어요.`,
    corner: "실제 \\ 예측",
  },
  predictForm: {
    title: "직접 예측해 보기",
    about: "표에 있는 단위 그대로 넣으세요. 스케일링은 모델에 들어가기 전에 해 줘요.",
    range: (/** @type {string} */ from, /** @type {string} */ to) => `${from} ~ ${to}`,
    outside: (/** @type {string} */ from, /** @type {string} */ to) =>
      `데이터의 범위(${from} ~ ${to}) 밖이에요. 본 적 없는 값을 미루어 짐작하는 외삽(extrapolation)이라서 믿기 어려워요.`,
    notNumber: "수를 넣어 주세요. 이전 값으로 예측한 결과를 그대로 두었어요.",
    row: "표의 행",
    take: "이 행의 값 넣기",
    noRow: (/** @type {string} */ last) => `0부터 ${last}까지의 행 번호를 넣어 주세요.`,
    more: (/** @type {string} */ n) => `나머지 특성 ${n}개는 이 행의 값으로 두었어요.`,
    ofRow: (/** @type {string} */ row) => `${row}번 행의 값이에요.`,
    prediction: (/** @type {string} */ target) => `${target} 예측값`,
    actual: "실제값",
    missing: "이 행에는 빈 칸이 있어서 넣지 않았어요.",
  },
  flow: {
    title: "층별 출력",
    about: "입력이 층을 하나씩 지나며 어떤 값이 되는지 보세요. 모두 지금 가중치로 계산한 출력이에요.",
    input: "입력층",
    play: "순전파 다시 보기",
    next: "다음 층",
    table: "값을 표로 보기",
    layer: "층",
    unit: "유닛",
    value: "출력",
    scaled: "스케일링한 값",
    beyond: (/** @type {string} */ n) => `유닛 ${n}개는 그리지 않았어요.`,
  },
  response: {
    title: "특성 하나에 대한 반응",
    about: (/** @type {string} */ name) => `다른 특성은 위에 넣은 값으로 두고 ${name}만 바꿀 때의 예측값이에요.`,
    feature: "바꿀 특성",
  },
};
