import { josa } from "./particles.js";

/** @param {string[]} names */
const list = (names) =>
  names.length > 3
    ? `다음 층의 유닛 ${names.length}개`
    : names.length === 2
      ? `${josa(names[0], "과/와")} ${names[1]}`
      : names.join(", ");

/** Where a value that is checked is written. @param {boolean} isTutorial */
const sourceOf = (isTutorial) => (isTutorial ? "튜토리얼" : "본문");

/**
 * What the sign of a gradient means for the weight or bias it belongs to.
 * @param {number} gradient @param {string} what
 */
const advice = (gradient, what) =>
  gradient > 0
    ? `양수라는 것은 이 ${josa(what, "을/를")} 키우면 손실도 커진다는 뜻이라서, 업데이트할 때 줄여요.`
    : `음수라는 것은 이 ${josa(what, "을/를")} 키우면 손실이 작아진다는 뜻이라서, 업데이트할 때 키워요.`;

/**
 * @param {{ event: { before: number, after: number, change: number }, fmt: (value: number) => string,
 *   span: (before: number, after: number) => [string, string] }} context
 * @param {string} name
 */
function update({ event, fmt, span }, name) {
  const { before, after, change } = event;
  if (change === 0) return `학습률 × 기울기가 0이라서 경사 하강법은 ${josa(name, "을/를")} ${fmt(before)} 그대로 둬요.`;
  const [old, now] = span(before, after);
  const moves = change > 0 ? "줄여" : "키워";
  return `경사 하강법은 기울기의 반대쪽, 곧 손실이 작아지는 쪽으로 한 걸음 움직여요. ${josa(name, "을/를")} ${fmt(Math.abs(change))}(학습률 × 기울기)만큼 ${moves} ${old}에서 ${josa(now, "으로/로")} 바꿔요.`;
}

/** @type {import("../index.js").Locale["sentence"]} */
const sentence = {
  product({ event: { x, weight, product, sum, input }, fmt, from, unit }) {
    const effect =
      product === 0
        ? `합은 ${fmt(sum)} 그대로예요.`
        : `${unit}의 합은 ${josa(fmt(sum), "으로/로")} ${product > 0 ? "올라가요" : "내려가요"}.`;
    const why = input === 0 ? " 가중치는 이 입력이 얼마나 크게 작용하는지를 정해요." : "";
    return `${from}의 값 ${josa(fmt(x), "이/가")} ${josa(unit, "으로/로")} 가면서 가중치 ${josa(fmt(weight), "과/와")} 곱해져 ${josa(fmt(product), "이/가")} 되고, ${effect}${why}`;
  },
  sum({ event: { products, sum }, fmt, unit, z, hasBias }) {
    const what = products.length === 1 ? "들어오는 곱이 하나뿐이라 합은" : `곱 ${products.length}개를 모두 더하면`;
    return hasBias
      ? `${what} ${josa(fmt(sum), "이에요/예요")}. 앞 층이 ${unit}에 전하는 것이 이 수 하나에 모였고, 이제 편향만 더하면 돼요.`
      : `${what} 활성화 전 값 ${josa(`${z} = ${fmt(sum)}`, "이에요/예요")}. 앞 층이 ${unit}에 전하는 것이 이 수 하나에 모였어요.`;
  },
  bias: ({ event: { bias, preActivation }, fmt, unit, z }) =>
    bias === 0
      ? `${unit}의 편향은 0이라서 합이 그대로 활성화 전 값 ${josa(`${z} = ${fmt(preActivation)}`, "이/가")} 돼요. 편향도 학습하면서 달라질 수 있어요.`
      : `편향 ${josa(fmt(bias), "은/는")} 입력과 상관없이 더해져요. 그래서 ${unit}의 활성화 전 값은 ${josa(
          `${z} = ${fmt(preActivation)}`,
          "으로/로",
        )} ${bias > 0 ? "올라가요" : "내려가요"}.`,
  activation({ event, fmt, unit, z, isOutput }) {
    const { activation, preActivation, output } = event;
    const from = `${z} = ${fmt(preActivation)}`;
    const to = `${unit} = ${fmt(output)}`;
    const becomes = `${josa(to, "이/가")} 돼요.`;
    /** @type {{ [A in import("../index.js").ActivationName]?: string }} */
    const special = {
      sigmoid: `시그모이드 함수가 ${josa(from, "을/를")} 0과 1 사이로 눌러 ${becomes}`,
      tanh: `tanh 함수가 ${josa(from, "을/를")} −1과 1 사이로 눌러 ${becomes}`,
      relu:
        preActivation > 0
          ? `${josa(from, "은/는")} 양수라서 ReLU를 그대로 지나 ${becomes}`
          : `${josa(from, "은/는")} ${preActivation < 0 ? "음수라서" : "양수가 아니라서"} ReLU를 지나면 ${becomes}`,
      linear: `활성화 함수가 선형(linear)이라서 활성화 전 값이 그대로 나가 ${becomes}`,
      softmax: `소프트맥스가 층 전체에서 ${josa(unit, "이/가")} 차지하는 몫을 구해 ${becomes} 몫을 모두 더하면 1이에요.`,
    };
    const does =
      special[activation] ??
      `활성화 함수 ${josa(words.activations[activation] ?? activation, "을/를")} 지나면 ${josa(from, "은/는")} ${becomes}`;
    if (isOutput) return `${does} 이것이 신경망의 예측값이에요.`;
    if (activation === "linear" || event.unit > 0) return `${does} 이 값이 다음 층으로 전해져요.`;
    return `${does} 이렇게 굽은 함수가 없으면 층을 여러 개 쌓아도 한 층과 다를 바 없어요.`;
  },
  loss_term({ event: { prediction, target, error, term }, fmt, unit, y }) {
    const guess = `${unit} = ${fmt(prediction)}`;
    if (error === 0) return `예측값 ${josa(guess, "이/가")} 실제값과 똑같아서 제곱 오차는 0이에요.`;
    const side = error > 0 ? "커요" : "작아요";
    return `예측값 ${josa(guess, "은/는")} 실제값 ${y} = ${fmt(target)}보다 ${fmt(Math.abs(error))}만큼 ${side}. 제곱하면 넘치든 모자라든 양수가 되고 많이 틀릴수록 훨씬 커지는데, 여기서는 ${josa(fmt(term), "이에요/예요")}.`;
  },
  loss({ event: { terms: squares, loss }, fmt }) {
    const what = squares.length === 1 ? "출력이 하나라서 그 제곱 오차가 곧" : `제곱 오차 ${squares.length}개의 평균이`;
    const why =
      loss === 0
        ? "이 예제에서는 더 줄일 것이 없어요."
        : "신경망이 얼마나 틀렸는지를 말해 주는 수이고, 학습은 이 수를 줄여 가는 일이에요.";
    return `${what} 손실 ${josa(`L = ${fmt(loss)}`, "이에요/예요")}. ${why}`;
  },
  output_gradient({ event: { gradient, error }, fmt, unit }) {
    if (gradient === 0) return `${josa(unit, "은/는")} 실제값과 같아서 기울기가 0이에요. 여기서는 고칠 것이 없어요.`;
    const [side, effect, sign] = error > 0 ? ["커서", "커져요", "양수"] : ["작아서", "작아져요", "음수"];
    return `${josa(unit, "이/가")} 실제값보다 ${side}, ${josa(unit, "을/를")} 키우면 손실이 ${effect}. 그래서 기울기는 ${sign}인 ${fmt(gradient)}이고, 역전파는 이것을 앞쪽 층으로 차례차례 전해요.`;
  },
  activation_gradient({ event: { terms, gradient }, fmt, unit, feeds }) {
    const [{ weight, gradient: incoming }] = terms;
    const way = `${josa(unit, "은/는")} ${josa(list(feeds), "을/를")} 거쳐 손실에 영향을 줘요.`;
    const effect =
      gradient === 0 ? "조금 달라져도 손실은 그대로라는" : `커지면 손실이 ${gradient > 0 ? "커진다는" : "작아진다는"}`;
    const comes =
      terms.length === 1
        ? `되돌아온 기울기 ${fmt(incoming)}에 연결의 가중치 ${josa(fmt(weight), "을/를")} 곱하면`
        : `각각에서 되돌아온 기울기에 연결의 가중치를 곱해 모두 더하면`;
    return `${way} ${comes} ${unit}의 기울기는 ${fmt(gradient)}이고, ${josa(unit, "이/가")} ${effect} 뜻이에요.`;
  },
  pre_activation_gradient({ event, fmt, unit, z }) {
    const { activation, preActivation, activationGradient, derivative = 1, gradient } = event;
    const at = `${z} = ${fmt(preActivation)}`;
    const result = josa(fmt(gradient), "이/가");
    if (activation === "softmax")
      return `${josa(z, "은/는")} ${unit}만이 아니라 소프트맥스의 모든 몫을 움직여요. 그래서 모든 몫의 기울기가 여기에 모여 ${result} 돼요.`;
    if (activationGradient === 0) return `${unit}의 기울기가 0이라서 ${josa(z, "으로/로")} 전할 것도 없어요.`;
    if (activation === "linear") return `선형 유닛의 미분값은 1이라서 기울기 ${result} 그대로 지나가요.`;
    if (activation === "relu") {
      return preActivation > 0
        ? `${josa(at, "은/는")} 양수이고, 여기서 ReLU의 미분값은 1이라서 기울기 ${result} 그대로 지나가요.`
        : `${josa(at, "은/는")} ${
            preActivation < 0 ? "음수라서" : "양수가 아니라서"
          } ReLU의 미분값이 0이에요. 기울기가 여기서 막혀 ${josa(unit, "은/는")} 이 예제에서 아무것도 배우지 못해요.`;
    }
    if (derivative === 0) return `${at}에서는 곡선이 너무 평평해서 미분값이 0이에요. 기울기가 여기서 사라져요.`;
    return `활성화 함수를 거꾸로 지날 때는 기울기 ${fmt(activationGradient)}에 ${z}에서 곡선의 미분값 ${josa(
      fmt(derivative),
      "을/를",
    )} 곱해 ${result} 돼요. 곡선이 평평할수록 기울기가 적게 전해져요.`;
  },
  weight_gradient({ event: { preActivationGradient, x, gradient }, fmt, from, z, weight }) {
    if (x === 0)
      return `${josa(from, "이/가")} 0이라서 ${josa(weight, "은/는")} 이번 예측에 아무 몫도 하지 않았고, 기울기도 0이에요.`;
    if (preActivationGradient === 0)
      return `${z}의 기울기가 0이라서 ${weight}의 기울기도 0이에요. 이 예제는 이 가중치를 어떻게 바꿀지 알려 주지 않아요.`;
    const how = `${josa(weight, "은/는")} ${josa(
      `${from} = ${fmt(x)}`,
      "을/를",
    )} 거쳐 작용하므로, ${z}의 기울기에 이 값을 곱한 ${josa(fmt(gradient), "이/가")} 가중치의 기울기예요.`;
    return gradient === 0 ? how : `${how} ${advice(gradient, "가중치")}`;
  },
  bias_gradient({ event: { gradient }, fmt, z, unit }) {
    if (gradient === 0) return `${z}의 기울기가 0이라서 ${unit}의 편향도 기울기가 0이에요.`;
    return `편향은 그대로 더해지므로(곱하는 수가 1) ${z}의 기울기 ${josa(fmt(gradient), "이/가")} 곧 ${unit}의 편향의 기울기예요. ${advice(gradient, "편향")}`;
  },
  weight_update: (context) => update(context, context.weight),
  bias_update: (context) => update(context, `${context.unit}의 편향`),
};

/** @type {import("../index.js").FirstWords} */
export const words = {
  lang: "ko",
  name: "한국어",
  layers: { input: "입력층", hidden: (n) => `은닉층 ${n}`, output: "출력층" },
  play: "재생",
  pause: "일시 정지",
  stepForward: "다음으로",
  stepBack: "이전으로",
  stepSize: "이동 단위",
  sizes: { operation: "연산", unit: "유닛", layer: "층", phase: "단계", iteration: "반복" },
  speed: "속도",
  reset: "초기화",
  run: "실제값까지 학습",
  runToTarget: "실제값에 도달할 때까지 학습",
  scrubIteration: "반복",
  scrubOperation: "반복 안의 연산",
  iteration: (n) => `반복 ${n}`,
  phases: { forward: "순전파", loss: "손실", backward: "역전파", update: "업데이트" },
  kinds: {
    product: "곱",
    sum: "합",
    bias: "편향",
    activation: "활성화",
    loss_term: "제곱 오차",
    loss: "손실",
    output_gradient: "예측값의 기울기",
    activation_gradient: "출력의 기울기",
    pre_activation_gradient: "활성화 전 값의 기울기",
    weight_gradient: "가중치의 기울기",
    bias_gradient: "편향의 기울기",
    weight_update: "새 가중치",
    bias_update: "새 편향",
  },
  activations: {
    linear: "선형",
    relu: "ReLU",
    sigmoid: "시그모이드",
    softmax: "소프트맥스",
    tanh: "tanh",
  },
  helpTitle: "키보드로 조작하기",
  table: { title: "모든 값을 표로 보기", units: "유닛", links: "가중치" },
  prediction: "예측값",
  target: "실제값",
  loss: "손실",
  lossCurve: "반복에 따른 손실",
  learningRate: "학습률",
  activation: "활성화 함수",
  weight: "가중치",
  bias: "편향",
  input: "입력",
  output: "출력",
  unit: "유닛",
  layer: "층",
  gradient: "기울기",
  preActivation: "활성화 전 값",
  before: "이전",
  after: "이후",
  sum: "합",
  more: "더 많은 조작",
  invitation: "이제 거꾸로 가 볼까요? 재생을 누르면 가중치마다 손실에 얼마나 영향을 줬는지 따라가요.",
  where: "여기서",
  claim: {
    mark: (text, isTutorial) => `${sourceOf(isTutorial)} ${text}`,
    holds: (name, text, isTutorial) => `${sourceOf(isTutorial)}에 나온 ${josa(`${name} = ${text}`, "과/와")} 같아요.`,
    fails: (name, text, rounded, isTutorial) =>
      `${sourceOf(isTutorial)}에는 ${josa(`${name} = ${text}`, "이라고/라고")} 나오지만, 계산해 보면 ${josa(rounded, "이에요/예요")}.`,
  },
  reconstructed: "튜토리얼에 없는 가중치는 결과가 0.73, 0.5, 0.436이 되도록 저희가 정했어요.",
  reached: (iteration) => `반복 ${iteration}에서 실제값에 도달했어요.`,
  notReached: (limit) =>
    `${limit}번 반복했지만 아직 실제값에 도달하지 못했어요. 학습률을 키우거나 처음 가중치를 바꿔 보세요.`,
  diverged: (layer, iteration) =>
    `반복 ${iteration} 다음에 ${layer}에서 발산했어요. 걸음이 너무 컸기 때문이니, 초기화하고 학습률을 줄여 보세요.`,
  openingTitle: "시작하기 전에",
  controls: "재생 조작",
  settings: "숫자 바꿔 보기",
  restore: "원래 예제로",
  noCurve: "한 번 반복하면 손실 그래프가 나타나요.",
  unknown: "아직 계산하지 않음",
  loading: "신경망을 불러오고 있어요…",
  start: [
    "동그라미 하나가 ",
    { term: "unit", text: "유닛" },
    "이고, 나란히 놓인 유닛들이 ",
    { term: "layer", text: "층" },
    "이에요(입력층은 세지 않아요). 연결선에 적힌 수는 ",
    { term: "weight", text: "가중치" },
    "예요.",
  ],
  terms: {
    weight: { label: "가중치" },
    unit: { label: "유닛" },
    layer: { label: "층" },
    bias: { label: "편향" },
    activation: { label: "활성화 함수" },
    forward: { label: "순전파" },
    loss: { label: "손실" },
    backward: { label: "역전파" },
    gradient: { label: "기울기" },
    gradientDescent: { label: "경사 하강법" },
    learningRate: { label: "학습률" },
    iteration: { label: "반복" },
    prediction: { label: "예측값" },
    target: { label: "실제값" },
  },
  announce: ({ iteration, phase, unit, sentence: text }) =>
    `반복 ${iteration}, ${words.phases[phase]}, ${unit}. ${text}`,
  networkLabel(sizes) {
    const hidden = sizes.slice(1, -1);
    const middle = hidden.length ? `, 은닉층 ${hidden.length}개(유닛 ${hidden.join("개, ")}개)` : "";
    return `입력 ${sizes[0]}개${middle}, 출력 ${sizes[sizes.length - 1]}개로 된 신경망이에요.`;
  },
  unitLabel: (name, layer, value) => `${name}, ${layer}: ${value}`,
  linkLabel: (from, to, weight) => `${from}에서 ${josa(to, "으로/로")} 가는 가중치: ${weight}`,
  notFinite: (unit) => `${unit}에서 발산했어요. 걸음이 너무 컸기 때문이니, 초기화하고 학습률을 줄여 보세요.`,
  sentence,
};
