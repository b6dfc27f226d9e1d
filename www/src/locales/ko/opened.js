/**
 * What a reader asks for, in Korean: the meaning of terms, keys, the check of a gradient, claims;
 * and what is to be said of failures. Fetched with what shows it.
 */
import { josa } from "./particles.js";

/** @type {import("../index.js").OpenedWords} */
export const opened = {
  help: {
    playPause: "재생 또는 일시 정지",
    step: "한 걸음 뒤로 또는 앞으로",
    sizes: "이동 단위: 연산, 유닛, 층, 단계, 반복",
    ends: "맨 처음 또는 맨 끝으로",
    speed: "느리게 또는 빠르게",
    runToTarget: "실제값에 도달할 때까지 학습",
    reset: "처음 가중치로 되돌리기",
    drag: "누른 채 끌거나 화살표로 값 바꾸기",
    edit: "고른 값 고치기",
    help: "이 도움말 열기와 닫기",
    close: "닫기",
    fullScreen: "전체 화면",
    copyLink: "이 순간의 링크 복사",
    copied: "복사했어요",
  },
  check: {
    button: "직접 확인하기",
    gradient: "역전파로 구한 기울기",
    slope: "조금 움직여 잰 변화율",
    agrees: "두 값이 적어도 세 자리까지 같아요.",
    differs: "두 값이 달라요. ReLU가 꺾이는 곳이나 기울기가 0에 가까운 곳에서는 재어 본 값이 정확하지 않아요.",
    explanation: (name, step) =>
      `${josa(name, "을/를")} 위아래로 ${step}만큼 움직이고 그때마다 손실을 재면, 역전파 없이도 손실이 얼마나 빨리 변하는지 알 수 있어요.`,
  },
  meanings: {
    weight: "가중치(weight)는 한 값이 다음 층의 유닛에 얼마나 크게 작용하는지를 나타내요. 음수이면 반대로 작용해요.",
    unit: "유닛(unit, 노드)은 들어온 값을 더하고, 그 합을 수 하나로 바꿔 내보내요.",
    layer: "층(layer)은 같은 입력을 받아 나란히 계산하는 유닛들이에요. 입력층은 계산을 하지 않아서 세지 않아요.",
    bias: "편향(bias)은 입력과 상관없이 유닛의 합에 더해지는, 그 유닛만의 수예요.",
    activation:
      "활성화 함수(activation function)는 유닛의 합을 굽혀 출력으로 바꿔요. 이것이 없으면 층을 여러 개 쌓아도 한 층과 같아요.",
    forward: "순전파(forward propagation)는 입력에서 시작해 층을 차례로 지나며 예측값을 계산하는 과정이에요.",
    loss: "손실(loss)은 예측이 얼마나 틀렸는지를 나타내요. 여기서는 제곱 오차의 평균이고, Keras의 mean_squared_error처럼 1/2을 곱하지 않아요.",
    backward:
      "역전파(back propagation)는 손실에서 거꾸로 가며 모든 가중치의 기울기를 계산하는 과정이에요. 가중치를 바꾸지는 않아요.",
    gradient:
      "기울기(gradient)는 그 수 하나를 조금 키울 때 손실이 얼마나 빨리 커지는지를 나타내요. 손실이 작아지면 음수예요.",
    gradientDescent:
      "경사 하강법(gradient descent)은 기울기를 써서 가중치를 바꾸는 규칙이에요. 가중치마다 기울기의 반대쪽으로 학습률 × 기울기만큼 움직여요.",
    learningRate: "학습률(learning rate)은 가중치가 기울기의 반대쪽으로 얼마나 크게 움직일지를 정해요.",
    iteration: "반복(iteration)은 순전파, 손실, 역전파, 업데이트를 한 차례 거치는 것이에요.",
    prediction: "예측값(prediction)은 신경망의 대답, 곧 마지막 층의 출력이에요.",
    target: "실제값(target)은 신경망이 내놓아야 할 정답이에요.",
  },
  errors: {
    not_finite: ({ what }) => `${josa(what, "은/는")} 유한한 수여야 해요. 0.5나 −1 같은 수를 넣어 주세요.`,
    shape: ({ what, expected, received }) =>
      `${what}의 크기가 맞지 않아요. 필요한 크기는 ${expected}, 받은 크기는 ${received}이니 개수를 맞춰 주세요.`,
    unknown_name: ({ what, received, nearest, names }) =>
      `${what}: ‘${received}’${josa(received, "은/는").slice(
        received.length,
      )} 알 수 없는 이름이에요. ${nearest ? `혹시 ‘${nearest}’인가요? ` : ""}쓸 수 있는 이름: ${names}`,
    out_of_range: ({ what, expected, received }) =>
      `${what}의 범위를 벗어났어요. 넣을 수 있는 값: ${expected}, 받은 값: ${received}.`,
    not_a_number: ({ received }) =>
      `‘${received}’${josa(received, "은/는").slice(received.length)} 수가 아니에요. 0.5나 −1 같은 수를 넣어 주세요.`,
    invalid_config: ({ what, expected, received }) =>
      `예제 설정에서 ${josa(what, "을/를")} 읽을 수 없어요. 필요한 것: ${expected}, 받은 것: ${received}.`,
    engine_panic: () => "저희 잘못으로 계산 엔진이 멈춰서 다시 시작했어요. ‘초기화’를 눌러 계속해 주세요.",
  },
  place: (attribute, layer, row, number) =>
    [attribute, layer && `${layer}번째 층`, row && `${row}번째 줄`, number && `${number}번째 수`]
      .filter(Boolean)
      .join(" "),
  inCode: "페이지의 코드에서 고쳐 주세요.",
  engineFailed: "계산 엔진을 시작하지 못했어요. 페이지를 새로 고쳐 보세요.",
  noWasm: "이 브라우저에서는 계산에 쓰는 WebAssembly가 돌아가지 않아요. 최신 브라우저에서 열어 주세요.",
  claims: {
    list: (holding, all, isTutorial) =>
      `${isTutorial ? "튜토리얼" : "본문"}에 나온 값 ${all}개 중 ${holding}개가 맞아요`,
    start: "시작 값",
    after: (iteration) => `${iteration}번째 업데이트 뒤`,
  },
};
