import { josa } from "./particles.js";

/** @typedef {{ what: string, expected: string, received: string }} Fault `what` is a place in words already. */

export const errors = {
  /** What could not be done, before the reason. */
  heading: "바꾸지 못했어요. 이전 상태를 그대로 두었어요.",
  not_finite: (/** @type {Fault} */ { what }) =>
    `${josa(what, "은/는")} 유한한 수여야 해요. 0.5나 −1 같은 수를 넣어 주세요.`,
  not_a_number: (/** @type {Fault} */ { what, received }) =>
    `${what}에서 “${received}”은(는) 수가 아니에요. 수를 넣거나, 글자로 된 열이면 특성에서 빼 주세요.`,
  shape: (/** @type {Fault} */ { what, expected, received }) =>
    `${what}의 크기가 맞지 않아요. 필요한 것: ${expected}, 받은 것: ${received}.`,
  unknown_name: (/** @type {Fault} */ { what, expected, received }) =>
    `${what}: “${received}”은(는) 모르는 이름이에요. 쓸 수 있는 것: ${expected}.`,
  not_supported: (/** @type {Fault} */ { what, expected, received }) =>
    `${what}: “${received}”은(는) Keras에는 있지만 Glassnet에는 아직 없어요. 쓸 수 있는 것: ${expected}.`,
  out_of_range: (/** @type {Fault} */ { what, expected, received }) =>
    `${what}의 값이 범위를 벗어났어요. 필요한 것: ${expected}, 받은 것: ${received}.`,
  invalid_config: (/** @type {Fault} */ { what, expected, received }) =>
    `${josa(what, "을/를")} 읽지 못했어요. 필요한 것: ${expected}, 받은 것: ${received}.`,
  engine_panic: (/** @type {Fault} */ _) =>
    "엔진이 저희 잘못으로 멈춰서 새로 시작했어요. 실험은 처음 가중치에서 다시 시작해요.",
  engine_start: (/** @type {Fault} */ _) => "엔진을 시작하지 못했어요. 페이지를 새로 고친 다음 다시 해 보세요.",
  engine_simd: (/** @type {Fault} */ _) =>
    "이 브라우저는 오래되어 실험에 쓰는 엔진(WebAssembly SIMD)을 돌릴 수 없어요. 최신 브라우저로 열어 주세요.",
  other_origin: (/** @type {Fault} */ { received }) =>
    `다른 사이트(${received})의 파일은 읽지 않아요. 파일을 내려받은 다음 여기에서 열어 주세요.`,
  no_file: (/** @type {Fault} */ { received }) =>
    `그 주소에서 파일을 찾지 못했어요(${received}). 주소를 확인해 주세요.`,
  file_changed: (/** @type {Fault} */ _) => "파일을 연 뒤에 파일이 바뀌거나 옮겨지거나 지워졌어요. 다시 열어 주세요.",
  too_large: (/** @type {Fault} */ { expected, received }) =>
    `파일이 너무 커요(${received}). ${expected}까지 열 수 있어요. 행을 줄여서 다시 해 보세요.`,
  model_too_large: (/** @type {Fault} */ { expected, received }) =>
    `모델 파일이 너무 커요(${received}). ${expected}까지 열 수 있어요.`,
  other_data: (/** @type {Fault} */ { received }) =>
    received
      ? `이 실험은 “${received}” 파일로 한 것이에요. 파일은 주소에 담을 수 없으니 다시 열어 주세요. 설정은 그대로 있어요.`
      : "이 실험의 CSV가 지금 열려 있지 않아요. 저장할 때 쓴 CSV 파일을 먼저 연 다음 다시 해 보세요.",
  not_saved: (/** @type {Fault} */ _) =>
    "여기에서 저장한 파일이 아니에요. ‘파일로 저장’으로 만든 .json 파일을 골라 주세요.",
  formats_missing: (/** @type {Fault} */ _) =>
    "일반 스크립트로 불러온 페이지에서는 다른 도구의 파일을 읽거나 쓸 수 없어요. 데모 페이지에서 해 보세요.",
  noWasm: "이 브라우저에서는 계산에 쓰는 WebAssembly를 쓸 수 없어요. 최신 브라우저로 열어 주세요.",
  larger:
    "더 큰 것은 Keras에서 이어 갈 수 있어요. 신경망을 프로그램과 함께 저장하고, 그 안의 data.csv 자리에 파일 전체를 넣으면 돼요.",
  toTools: "Keras에서 이어 가기",
  unknown: "알 수 없는 문제가 생겼어요. 페이지를 새로 고친 다음 다시 해 보세요.",
  /** Places of a configuration, by their path; `n` is a layer, from 1. */
  places: {
    data: "데이터",
    features: "특성",
    target: "타깃",
    task: "문제 종류",
    scaling: "스케일링",
    split: "나누기",
    testSize: "테스트 비율",
    seed: "시드",
    rows: "행 수",
    noise: "노이즈",
    text: "CSV",
    separator: "구분 문자",
    decimal: "소수점",
    thousands: "천 단위 구분",
    header: "첫 줄",
    comment: "주석 기호",
    skipRows: "건너뛸 줄 수",
    encoding: "인코딩",
    missing: "빈 값",
    model: "모델",
    loss: "손실 함수",
    optimizer: "옵티마이저",
    learningRate: "학습률",
    metrics: "지표",
    units: "유닛 수",
    activation: "활성화 함수",
    rate: "드롭아웃 비율",
    kernelInitializer: "커널 초기화",
    biasInitializer: "편향 초기화",
    batchSize: "배치 크기",
    epochs: "에포크 수",
    validationSplit: "검증 비율",
    earlyStopping: "조기 종료",
    patience: "기다릴 에포크",
    minDelta: "최소 개선",
    monitor: "지켜볼 값",
    layers: "층",
    momentum: "모멘텀",
    rho: "rho",
    beta1: "beta_1",
    beta2: "beta_2",
    epsilon: "epsilon",
    parameters: "파라미터 수",
    weightDecay: "weight_decay",
    clipnorm: "자를 크기",
    globalClipnorm: "자를 크기",
    clipvalue: "자를 크기",
    initialAccumulatorValue: "initial_accumulator_value",
    startFromEpoch: "시작 에포크",
    fit: "학습",
    row: "행",
    values: "입력한 값",
    file: "파일",
    "model to compare": "비교할 모델",
    "model of a contour": "지형을 그릴 모델",
  },
  layer: (/** @type {number} */ n) => `${n}번째 층`,
};
