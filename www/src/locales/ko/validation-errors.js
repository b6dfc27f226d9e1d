import { josa } from "./particles.js";

const count = (/** @type {string} */ digits) => Number(digits).toLocaleString("ko");

/** Validation errors of the engine by their kind: what is wrong, and what to do. `place` is the setting in words. */
export const validationErrors = {
  emptyFile: (/** @type {string} */ _) => "비어 있어요. 첫 줄에 열 이름이 있고 그 아래에 값이 있는 CSV를 넣어 주세요.",
  onlyHeader: (/** @type {string} */ _) => "열 이름만 있고 행이 없어요. 열 이름 아래에 값을 적어 주세요.",
  raggedLine: (
    /** @type {string} */ _,
    /** @type {string} */ line,
    /** @type {string} */ expected,
    /** @type {string} */ received,
  ) =>
    `${count(line)}번째 줄에 칸이 ${count(received)}개 있는데 첫 줄에는 ${count(expected)}개 있어요. 그 줄의 칸 수를 맞추거나, 다르게 읽어 보세요.`,
  openQuote: (/** @type {string} */ _) =>
    '따옴표(")로 시작한 칸이 끝까지 닫히지 않았어요. 짝이 없는 따옴표를 지운 다음 다시 열어 주세요.',
  tooManyColumns: (/** @type {string} */ _, /** @type {string} */ most, /** @type {string} */ received) =>
    `열이 ${count(received)}개예요. ${count(most)}개까지 열 수 있으니 필요한 열만 남겨 주세요.`,
  tooManyRows: (/** @type {string} */ _, /** @type {string} */ most, /** @type {string} */ __) =>
    `행이 너무 많아요. ${count(most)}행까지 열 수 있으니 행을 줄여 주세요.`,
  tooManyCells: (/** @type {string} */ _, /** @type {string} */ most, /** @type {string} */ __) =>
    `칸이 너무 많아요. 행 수와 열 수의 곱이 ${count(most)}까지여야 해요. 행이나 열을 줄여 주세요.`,
  textInColumn: (
    /** @type {string} */ _,
    /** @type {string} */ row,
    /** @type {string} */ column,
    /** @type {string} */ text,
  ) =>
    `${column} 열의 ${count(row)}행에 수가 아닌 “${text}”이(가) 있어요. 이 열을 ‘안 씀’으로 두거나 파일에서 그 칸을 고쳐 주세요.`,
  missingInColumn: (/** @type {string} */ _, /** @type {string} */ row, /** @type {string} */ column) =>
    `${column} 열의 ${count(row)}행이 비어 있어요. 이 열을 ‘안 씀’으로 두거나 파일에서 그 칸을 채워 주세요.`,
  noFeatures: (/** @type {string} */ _) =>
    "특성으로 쓸 열이 없어요. 타깃 말고 빈 칸 없는 숫자 열이 하나는 있어야 해요.",
  noTarget: (/** @type {string} */ _) => "타깃으로 쓸 열이 없어요. 빈 칸 없는 열이 하나는 있어야 해요.",
  classCount: (
    /** @type {string} */ _,
    /** @type {string} */ least,
    /** @type {string} */ most,
    /** @type {string} */ received,
    /** @type {string} */ column,
  ) =>
    `${column} 열에는 서로 다른 값이 ${count(received)}개예요. 분류하려면 ${least}개에서 ${most}개여야 하니, 문제 종류를 회귀로 두거나 다른 열을 타깃으로 고르세요.`,
  testSize: (/** @type {string} */ place) =>
    `${josa(place, "은/는")} 0보다 크고 1보다 작은 수예요. 0.3이라고 하면 열 행에 셋을 테스트에 써요.`,
  emptySide: (
    /** @type {string} */ _,
    /** @type {string} */ rows,
    /** @type {string} */ test,
    /** @type {string} */ train,
  ) =>
    `${count(rows)}행이 학습 ${count(train)}행, 테스트 ${count(test)}행으로 나뉘어요. 어느 쪽에도 한 행은 있어야 하니 0.3 같은 수를 넣어 주세요.`,
  tooLargeInColumn: (
    /** @type {string} */ _,
    /** @type {string} */ row,
    /** @type {string} */ column,
    /** @type {string} */ value,
  ) =>
    `${column} 열의 ${count(row)}행 ${josa(value, "은/는")} 32비트 실수로 나타내기에 너무 커요. 스케일링하거나, 이 열을 ‘안 씀’으로 바꿔 주세요.`,
  allMissing: (/** @type {string} */ _) =>
    "빈 값이 없는 행이 하나도 없어요. 빈 칸이 많은 열을 ‘안 씀’으로 바꾸거나, 빈 값을 평균으로 채워 보세요.",
  noMean: (/** @type {string} */ _, /** @type {string} */ column) =>
    `학습할 행에는 ${column} 열이 모두 비어 있어서 평균을 낼 수 없어요. 이 열을 ‘안 씀’으로 바꿔 주세요.`,
  noText: (/** @type {string} */ _) =>
    "텍스트 파일이 아니에요. CSV 파일을 열어 주세요. 엑셀 파일이면 CSV로 저장한 다음 열어 주세요.",
  wrongEncoding: (/** @type {string} */ _, /** @type {string} */ encoding) =>
    `이 파일은 ${encoding} 인코딩이 아니에요. 다른 인코딩을 골라 주세요.`,
  sameSign: (/** @type {string} */ _) => "같은 기호를 두 가지로 쓸 수는 없어요. 다른 기호를 골라 주세요.",
  noLayer: (/** @type {string} */ _) => "Dense 층이 하나는 있어야 해요.",
  lastDropout: (/** @type {string} */ _) =>
    "Dropout은 마지막 층이나 다른 Dropout 바로 앞에 올 수 없어요. 뒤에 Dense 층을 두세요.",
  oneOutput: (/** @type {string} */ _) => "맞힐 값이 하나라서 출력층의 유닛도 1개여야 해요.",
  twoClasses: (/** @type {string} */ _) => "클래스가 둘이라서 출력층의 유닛은 1개나 2개여야 해요.",
  unitsPerClass: (/** @type {string} */ _, /** @type {string} */ classes) =>
    `클래스가 ${classes}개라서 출력층의 유닛도 ${classes}개여야 해요.`,
  softmaxOfOne: (/** @type {string} */ _) =>
    "소프트맥스에는 유닛이 둘은 있어야 해요. 하나뿐이면 출력이 언제나 1이에요.",
  lossForNumbers: (/** @type {string} */ _) =>
    "수를 맞히는 문제(회귀)에 클래스를 위한 손실 함수는 쓸 수 없어요. mean_squared_error 같은 것을 고르세요.",
  notTyped: (/** @type {string} */ place, /** @type {string} */ text) =>
    `${place}에 “${text}”을(를) 넣었는데 수가 아니에요. 수를 넣어 주세요.`,
  integer: (/** @type {string} */ place, /** @type {string} */ received) =>
    `${josa(place, "은/는")} 0이나 그보다 큰 정수여야 하는데 ${josa(received, "을/를")} 넣었어요.`,
  tooManyParameters: (/** @type {string} */ _, /** @type {string} */ most, /** @type {string} */ received) =>
    `모델의 파라미터가 ${count(received)}개예요. 일시 정지가 바로 듣도록 ${count(most)}개까지만 받아요. 유닛이나 층을 줄여 주세요.`,
  tooManyForRows: (
    /** @type {string} */ _,
    /** @type {string} */ most,
    /** @type {string} */ rows,
    /** @type {string} */ received,
  ) =>
    `모델의 파라미터가 ${count(received)}개예요. 데이터가 ${count(rows)}행일 때는 ${count(most)}개까지 받아요. 유닛이나 행을 줄여 주세요.`,
  batchTooHeavy: (
    /** @type {string} */ _,
    /** @type {string} */ most,
    /** @type {string} */ parameters,
    /** @type {string} */ received,
  ) =>
    `한 배치가 ${count(received)}행이에요. 파라미터가 ${count(parameters)}개인 모델은 한 번에 ${count(most)}행까지 학습해요. 배치를 줄이거나 모델을 줄여 주세요.`,
  nearestName: (
    /** @type {string} */ place,
    /** @type {string} */ nearest,
    /** @type {string} */ names,
    /** @type {string} */ received,
  ) =>
    `${place}에 넣은 “${received}”은(는) 모르는 이름이에요. “${nearest}”을(를) 쓰려고 했나요? 쓸 수 있는 것: ${names}.`,
  unknownName: (/** @type {string} */ place, /** @type {string} */ names, /** @type {string} */ received) =>
    `${place}에 넣은 “${received}”은(는) 모르는 이름이에요. 쓸 수 있는 것: ${names}.`,
  between: (
    /** @type {string} */ place,
    /** @type {string} */ from,
    /** @type {string} */ to,
    /** @type {string} */ received,
  ) =>
    `${josa(place, "은/는")} ${count(from)}부터 ${count(to)}까지 넣을 수 있는데 ${josa(received, "을/를")} 넣었어요.`,
  atMost: (/** @type {string} */ place, /** @type {string} */ most, /** @type {string} */ received) =>
    `${josa(place, "은/는")} ${count(most)}까지인데 ${josa(count(received), "이에요/예요")}.`,
  belowOne: (/** @type {string} */ place, /** @type {string} */ received) =>
    `${josa(place, "은/는")} 0 이상 1 미만이어야 하는데 ${josa(received, "을/를")} 넣었어요.`,
  aboveZero: (/** @type {string} */ place, /** @type {string} */ received) =>
    `${josa(place, "은/는")} 0보다 커야 하는데 ${josa(received, "을/를")} 넣었어요.`,
  orMore: (/** @type {string} */ place, /** @type {string} */ least, /** @type {string} */ received) =>
    `${josa(place, "은/는")} ${least} 이상이어야 하는데 ${josa(received, "을/를")} 넣었어요.`,
};
