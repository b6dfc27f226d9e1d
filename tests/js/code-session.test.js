/** Sessions of programs with a worker that is played by the test: who runs, who is told what, who is asked. */
import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { setImmediate } from "node:timers/promises";
import { CodeSession, codeSession } from "../../www/src/code/session.js";

/** @type {Played[]} The workers that were started. */
let workers = [];

class Played {
  /** @type {any[]} */
  heard = [];
  isEnded = false;
  /** @type {(event: { data: any }) => void} */
  onmessage = () => {};
  /** @type {(event: any) => void} */
  onerror = () => {};

  constructor() {
    workers.push(this);
  }

  /** @param {any} message */
  postMessage(message) {
    this.heard.push(message);
  }

  terminate() {
    this.isEnded = true;
  }

  /** @param {...any} messages */
  say(...messages) {
    for (const data of messages) this.onmessage({ data });
  }
}
globalThis.Worker = /** @type {any} */ (Played);

beforeEach(() => {
  workers = [];
});

/** A session of cells by their texts, and all that it tells. @param {...string} texts */
function session(...texts) {
  const made = new CodeSession();
  texts.forEach((text, i) => made.add({ id: `id${i + 1}`, source: () => text }));
  /** @type {[type: string, detail: any][]} */
  const told = [];
  for (const type of ["begin", "state", "output", "watch", "done", "failure", "lost", "files"])
    made.addEventListener(type, (event) => told.push([type, /** @type {CustomEvent} */ (event).detail]));
  const of = (/** @type {string} */ wanted) => told.flatMap(([type, detail]) => (type === wanted ? [detail] : []));
  return { made, of };
}

/** Begins to run a cell, with the worker started. @param {CodeSession} made @param {string} id */
async function begun(made, id) {
  const ended = made.run(id);
  await setImmediate();
  const worker = workers[workers.length - 1];
  worker.say({ started: true });
  return { ended, worker };
}

test("a program waits until its worker has started, and its output belongs to its cell", async () => {
  const { made, of } = session("a = 1");
  const { ended, worker } = await begun(made, "id1");
  assert.deepEqual(worker.heard, [{ run: 1, name: "cell 1", source: "a = 1" }]);
  const printed = { text: "1\n", isError: false, replaces: false };
  worker.say({ printed: [printed] }, { done: 1, ms: 5 });
  assert.equal(await ended, true);
  assert.deepEqual(of("output"), [{ cell: "id1", ...printed }]);
  assert.deepEqual(
    of("state").map(({ state }) => state),
    ["loading", "running", "idle"],
  );
});

test("one cell runs at a time, and all above up to the first that fails", async () => {
  const { made, of } = session("a", "b", "c");
  const { ended, worker } = await begun(made, "id3");
  assert.equal(await made.run("id1"), false);
  worker.say({ done: 1, ms: 1 });
  await ended;
  const above = made.runAbove("id3");
  worker.say({ done: 1, ms: 1, fault: { kind: "error", type: "NameError", message: "x", traceback: "" } });
  assert.equal(await above, false);
  assert.deepEqual(
    worker.heard.map(({ source }) => source),
    ["c", "a"],
  );
  assert.equal(of("failure")[0].cell, "id1");
});

test("an error in a function of another cell is told with that cell", async () => {
  const { made, of } = session("def f(): x", "f()");
  const { worker } = await begun(made, "id1");
  worker.say({ done: 1, ms: 1 });
  await setImmediate();
  made.run("id2");
  const fault = { kind: "error", type: "NameError", message: "x", traceback: "", cell: "cell 1", line: 1 };
  worker.say({ done: 1, ms: 1, fault });
  assert.deepEqual([of("failure")[0].cell, of("failure")[0].at], ["id2", "id1"]);
});

test("stop ends the worker at once, starts another ahead and says that variables are gone", async () => {
  const { made, of } = session("while True: pass");
  made.addFile("a.csv", "1");
  const { ended, worker } = await begun(made, "id1");
  made.stop();
  assert.equal(worker.isEnded, true);
  assert.equal(await ended, false);
  await setImmediate();
  assert.equal(workers.length, 2);
  workers[1].say({ started: true });
  assert.deepEqual(workers[1].heard, [{ file: { name: "a.csv", text: "1" } }]);
  assert.equal(of("lost").length, 1);
  // What the old one still says is nobody's.
  worker.say({ printed: [{ text: "late", isError: false, replaces: false }] });
  assert.deepEqual(of("output"), []);
});

test("ten seconds without a word ask the reader; whatever is heard, or that they wait on, takes the question back", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  try {
    const { made } = session("loop");
    const { worker } = await begun(made, "id1");
    mock.timers.tick(9999);
    assert.equal(made.state, "running");
    mock.timers.tick(1);
    assert.equal(made.state, "asking");
    made.keepOn();
    assert.equal(made.state, "running");
    mock.timers.tick(10_000);
    assert.equal(made.state, "asking");
    worker.say({ beat: true });
    assert.equal(made.state, "running");
    mock.timers.tick(9999);
    worker.say({ done: 1, ms: 1 });
    mock.timers.tick(20_000);
    assert.equal(made.state, "idle");
  } finally {
    mock.timers.reset();
  }
});

test("a worker that dies, one that may not evaluate and a flood are told apart", async () => {
  const { made, of } = session("a");
  const { worker } = await begun(made, "id1");
  worker.onerror({ preventDefault() {}, message: "out of memory" });
  assert.equal(of("failure")[0].kind, "memory");
  assert.equal(of("lost").length, 1);
  await setImmediate();
  made.run("id1");
  workers[1].say({ unable: "policy", message: "" });
  assert.equal(of("failure")[1].kind, "policy");
  const flood = await begun(made, "id1");
  flood.worker.say({ flood: true });
  assert.deepEqual(of("failure")[2].notThere, ["output", "print"]);
  assert.equal(flood.worker.isEnded, true);
});

test("nothing is asked of the engine while a program runs", async () => {
  const { made } = session("a");
  const { ended, worker } = await begun(made, "id1");
  const request = /** @type {any} */ ({ what: "trace", model: 1, moment: 0, row: 0 });
  assert.equal(await made.inspect(request), undefined);
  worker.say({ done: 1, ms: 1 });
  await ended;
  const answer = made.inspect(request);
  worker.say({ inspected: worker.heard.at(-1).inspect, value: /** @type {any} */ ("traced") });
  assert.equal(await answer, "traced");
});

test("the last cell that leaves takes the worker with it; cells of one name meet in one session", async () => {
  const { made } = session("a");
  await begun(made, "id1");
  made.remove("id1");
  await setImmediate();
  assert.ok(workers.every(({ isEnded }) => isEnded));
  assert.equal(codeSession("s"), codeSession("s"));
  assert.notEqual(codeSession(), codeSession());
});
