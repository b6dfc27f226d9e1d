/** A link to a moment of an embed. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { linkTo } from "../../www/src/worked/views/share.js";

test("on a page a link names the embed and the place in its fragment", () => {
  assert.equal(
    linkTo("https://blog.example/post?a=1#old", "net", 17, false),
    "https://blog.example/post?a=1#net:at:17",
  );
  assert.equal(
    linkTo("https://blog.example/", "신경망", 3, false),
    "https://blog.example/#%EC%8B%A0%EA%B2%BD%EB%A7%9D:at:3",
  );
});

test("of an embed without an id no page can tell which is meant", () => {
  assert.equal(linkTo("https://blog.example/post", "", 17, false), undefined);
});

test("the page of an iframe has the place in its address, beside what the author wrote", () => {
  assert.equal(
    linkTo("https://site.example/embed.html?inputs=1,-1&at=5", "", 17, true),
    "https://site.example/embed.html?inputs=1%2C-1&at=17",
  );
});
