/** The post that every blog gets: paragraphs around an embed, written by the author page's own functions. */
import { SNIPPETS, posterOf } from "../../www/author/places.js";

/** Inputs and weights whose first sums are 1 and 0, so that the units after them are sigmoid(1) and sigmoid(0). */
const VALUES = {
  inputs: "1,-1",
  target: "0.4",
  kernels: "2,1;1,1|1,-1;-1,-2|-1;2",
  claims: "1.1=0.73,1.2=0.5,3.1=0.436",
  lang: "ko",
};

/** What the picture must print, by layer and unit. @type {[layer: number, unit: number, text: string][]} */
export const NUMBERS = [
  [0, 0, "0.73"],
  [0, 1, "0.5"],
  [2, 0, "0.436"],
];

export const SENTENCE = "이 신경망의 모든 수가 움직이는 모습을 브라우저에서 보세요.";
const TITLE = "따라가는 예제: 움직이는 신경망";
export const OTHER = "Another page";

/**
 * @param {string} base The folder of the site.
 * @param {import("../../www/author/places.js").PlaceName} place
 * @returns {import("../../www/author/snippets.js").Embed}
 */
const embedOf = (base, place) => ({
  values: VALUES,
  base,
  texts: { id: "net", title: TITLE, sentence: SENTENCE, caption: "그림 1. 세 층의 신경망", poster: posterOf(place) },
  lang: "ko",
  height: 640,
  size: { width: 1200, height: 650 },
});

/**
 * The texts of the author page for a place.
 * @param {string} base
 * @param {import("../../www/author/places.js").PlaceName} place
 * @returns {(name: import("../../www/author/places.js").SnippetName) => string}
 */
export const snippetsOf = (base, place) => (name) => SNIPPETS[name](embedOf(base, place), "");

export const MOVER = "오차가 거꾸로 흘러요";
const LINK = `<a href="#net" data-glass-net="net" data-go="phase:backward">${MOVER}</a>`;
/**
 * Markdown of the post.
 * @param {string} embed
 * @param {{ after?: string }} [options] What stands right after the embed.
 */
export const markdownPost = (embed, { after = "" } = {}) => `이 글은 작은 신경망을 따라가요.

${embed}
${after}

그다음 ${LINK}.

여기까지가 이 글의 전부예요.
`;
