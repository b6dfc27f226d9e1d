import { josa } from "./particles.js";

const count = (/** @type {number} */ n) => n.toLocaleString("ko");

export const data = {
  title: "표와 열",
  term: "전처리 preprocess",
  lead: "내 파일을 열고, 무엇으로 무엇을 맞힐지 정해요. 행이 학습용과 테스트용으로, 또 배치로 나뉘는 모습도 볼 수 있어요.",

  source: "데이터",
  sources: {
    advertising: "광고비와 매출 (만든 데이터)",
    and_gate: "AND 게이트",
    or_gate: "OR 게이트",
    xor_gate: "XOR 게이트",
    xor: "XOR",
    circles: "동심원",
    moons: "초승달",
    spirals: "나선",
    blobs: "군집 3개",
    plane: "평면",
    sine: "사인 곡선",
    csv: "내 CSV",
  },
  noise: "노이즈",
  seed: "시드",
  synthetic:
    "튜토리얼의 광고 데이터를 본떠 만든 200행이에요. 진짜 데이터가 아니라서 실제값과 예측값이 튜토리얼과 달라요. 튜토리얼의 파일이 있으면 ‘내 데이터 열기’에서 열어 보세요.",
  course: "강의 파일의 열 이름이에요. FB는 원래 책(ISLR)의 TV이고, TV는 책의 Radio예요. 값은 같으니 그대로 써도 돼요.",
  book: "원래 책(ISLR)의 열 이름이에요. 강의 파일에서는 TV를 FB로, Radio를 TV로 불러요.",
  own: "내 데이터 열기",
  drop: "CSV 파일이나 모델 파일(.keras, .h5, model.json)을 여기에 끌어다 놓거나",
  file: "파일 고르기",
  privacy: "파일은 이 브라우저 안에서만 읽고 어디로도 보내지 않아요. 20 MB까지 열 수 있어요.",
  paste: "행 붙여 넣기",
  pasteLabel: "붙여 넣을 표",
  pasteHint: "스프레드시트에서 복사한 칸이나 CSV의 줄을 그대로 붙여 넣으면 돼요.",
  pasteUse: "이 행으로 하기",
  pasted: "붙여 넣은 행",
  address: "주소로 열기",
  addressLabel: "이 사이트에 있는 CSV의 주소",
  addressUse: "열기",
  reading: "읽는 중이에요…",
  adapted: (/** @type {number} */ units, /** @type {string} */ activation, /** @type {string} */ loss) =>
    `예측할 대상이 바뀌어서 출력층을 ${josa(`유닛 ${units}개(${activation})`, "으로/로")}, 손실 함수를 ${josa(loss, "으로/로")} 바꿨어요.`,
  taskBecame: {
    number_target: (/** @type {string} */ target) => `${target}의 값이 수라서 문제 종류를 회귀로 바꿨어요.`,
    text_target: (/** @type {string} */ target) => `${target}의 값이 글자라서 문제 종류를 분류로 바꿨어요.`,
    truth_target: (/** @type {string} */ target) => `${target}의 값이 참과 거짓이라서 문제 종류를 분류로 바꿨어요.`,
    class_target: (/** @type {string} */ target) => `${target}의 값이 클래스라서 문제 종류를 분류로 바꿨어요.`,
  },
  undo: "되돌리기",

  table: "표",
  tableOf: (/** @type {string} */ name, /** @type {number} */ rows, /** @type {number} */ columns) =>
    `${name}, ${count(rows)}행 ${count(columns)}열. 화살표로 스크롤할 수 있어요.`,
  tableHint: "열마다 쓰임을 골라요. 특성(feature)은 모델에 들어가고, 타깃(target)은 맞힐 값이에요.",
  rowNumber: "행",
  index: "인덱스",
  kinds: { integer: "정수", number: "실수", text: "글자", truth: "참·거짓" },
  missing: (/** @type {number} */ n) => `빈 칸 ${count(n)}`,
  noValue: "없음",
  roleOf: (/** @type {string} */ name) => `${name} 열의 쓰임`,
  roles: { feature: "특성", target: "타깃", out: "안 씀" },
  dropIndex: (/** @type {string} */ name) => `${name} 열 제외`,
  standardise: "표준화하기",
  python: "pandas로 쓰면",

  prepare: "문제와 스케일링",
  task: "문제 종류",
  tasks: { regression: "회귀 (regression)", classification: "분류 (classification)" },
  missingValues: "빈 값이 있는 행",
  missingWays: { drop: "제외 (dropna)", mean: "평균으로 채우기 (fillna)" },
  leftOut: {
    text: (/** @type {string} */ columns) => `${josa(columns, "은/는")} 글자라서 특성에 넣지 않았어요.`,
    mostly_missing: (/** @type {string} */ columns) =>
      `${josa(columns, "은/는")} 절반 넘게 비어 있어서 특성에 넣지 않았어요.`,
    too_large: (/** @type {string} */ columns) =>
      `${columns}에는 너무 큰 수가 있어서 특성에 넣지 않았어요. 스케일링하면 넣을 수 있어요.`,
  },
  scaling: "스케일링 (scaling)",
  scalings: { none: "하지 않기", standard: "표준화 (평균 0, 표준편차 1)", min_max: "최소 0, 최대 1" },
  scalingHint: "평균과 범위는 학습할 행에서만 구해요. 테스트할 행은 몰라야 하니까요.",
  scaled: (/** @type {string} */ name, /** @type {string} */ center, /** @type {string} */ spread) =>
    `${name}: (x − ${center}) ÷ ${spread}`,
  classes: (/** @type {string[]} */ names) =>
    `클래스 ${names.length}개: ${names.slice(0, 12).join(", ")}${names.length > 12 ? ", …" : ""}`,

  split: "학습할 행과 테스트할 행",
  splitTerm: "train_test_split",
  splitSeed: "시드 (random_state)",
  splitHint: "같은 시드면 scikit-learn과 똑같은 행을 골라요.",
  parts: { none: "안 씀", train: "학습", validation: "검증", test: "테스트", both: "학습과 테스트" },
  partShort: { none: "–", train: "학습", validation: "검증", test: "테스트", both: "둘 다" },
  partCount: (/** @type {string} */ part, /** @type {number} */ n) => `${part} ${count(n)}행`,
  strip: (/** @type {string} */ parts) => `표의 모든 행을 순서대로 그린 띠. ${parts}`,
  firstTest: (/** @type {number[]} */ rows) => `테스트할 행은 ${rows.join(", ")}, … 순서로 골랐어요.`,

  batches: "섞고 배치로 묶기",
  batchesTerm: "shuffle, batch",
  batchSize: "배치 크기 (batch)",
  shuffle: "에포크마다 섞기 (shuffle)",
  shuffleSeed: "셔플 시드",
  arithmetic: (
    /** @type {number} */ rows,
    /** @type {number} */ batch,
    /** @type {number} */ iterations,
    /** @type {number} */ last,
  ) =>
    `학습할 ${count(rows)}행을 배치 크기 ${josa(count(batch), "으로/로")} 나누면 ${count(rows)}\u00a0÷\u00a0${count(batch)}\u00a0${
      rows % batch ? `= ${(rows / batch).toFixed(1)} → 올려서` : "="
    }\u00a0${count(iterations)}이니, 한 에포크(epoch)는 ${count(iterations)}번의 반복(iteration)이에요.${
      last === batch ? "" : ` 마지막 배치는 ${count(last)}행뿐이에요.`
    }`,
  updates: (/** @type {number} */ epochs, /** @type {number} */ iterations) =>
    `에포크 ${count(epochs)}번이면 가중치를 ${count(epochs * iterations)}번 고쳐요.`,
  posts:
    "튜토리얼의 ‘100/1000 = 10’은 앞뒤가 바뀌었어요. 1000행을 100행씩 묶으니 1000\u00a0÷\u00a0100\u00a0=\u00a010번이에요.",
  place: (
    /** @type {number} */ epoch,
    /** @type {number} */ epochs,
    /** @type {number} */ batch,
    /** @type {number} */ batches,
  ) => `에포크 ${count(epoch)}/${count(epochs)} · 다음 배치 ${count(batch)}/${count(batches)}`,
  ended: (/** @type {number} */ epochs) => `에포크 ${count(epochs)}번을 모두 마쳤어요.`,
  stopped: "학습이 멈춰서 다음 배치가 없어요.",
  gridLabel: (/** @type {number} */ rows, /** @type {number} */ batches) =>
    `한 에포크의 ${count(rows)}행을 배치 ${count(batches)}개로 묶은 그림. 화살표로 칸을 하나씩 볼 수 있어요.`,
  /** What a cell is, and what the filled ones are as long as a batch comes next. */
  cellIs: {
    row: () => ["한 칸이 한 행이에요.", "채워진 칸이 다음에 학습할 배치예요."],
    batch: () => ["행이 많아서 한 칸이 배치 하나예요.", "채워진 칸이 다음에 학습할 배치예요."],
    batches: (/** @type {number} */ per) => [
      `행이 많아서 한 칸이 배치 ${count(per)}개예요.`,
      "채워진 칸에 다음에 학습할 배치가 있어요.",
    ],
  },
  cellRow: (/** @type {number} */ batch, /** @type {number} */ place, /** @type {number | undefined} */ row) =>
    `배치 ${count(batch)}의 ${count(place)}번째${row === undefined ? "" : ` · 표의 ${count(row)}행`}`,
  cellBatches: (/** @type {number} */ first, /** @type {number} */ last, /** @type {number} */ rows) =>
    `배치 ${count(first)}${last > first ? `부터 ${count(last)}까지` : ""} · ${count(rows)}행`,

  tensors: "표에서 텐서로",
  tensorsTerm: "from_tensor_slices",
  shapeHead: { name: "이름", what: "무엇", shape: "모양 (shape)", type: "자료형 (dtype)" },
  shapeNames: {
    table: "표 전체",
    features: "특성",
    targets: "타깃",
    xTrain: "학습할 특성",
    yTrain: "학습할 타깃",
    xTest: "테스트할 특성",
    yTest: "테스트할 타깃",
  },
  shapeHint: (/** @type {number} */ rows, /** @type {number} */ columns) =>
    `(${rows},)\u2060처럼 수가 하나면 한 줄로 늘어선 값이고, (${rows},\u00a0${columns})\u2060처럼 둘이면 ${count(rows)}행 ${columns}열이에요. 텐서에서는 모두 float32가 돼요.`,
  take: "다음 배치 들여다보기",
  takeTerm: "take(1)",
  takeHint: "다음에 학습할 배치의 특성과 타깃이에요. 학습이 나아가면 함께 바뀌어요.",
};
