/** The page as `cargo xtask serve` serves it, while somebody works on it: from its sources, the engine whole. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { expect, test } from "@playwright/test";
import { inLab } from "./playground.js";
import { en } from "./words.js";

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  server.close();
  await once(server, "close");
  return port;
}

test("the page that is served from its sources trains in its worker", async ({ page }) => {
  const address = `http://127.0.0.1:${await freePort()}/`;
  // It lives as long as its input is open.
  const server = spawn(process.execPath, ["xtask/js/serve.js", new URL(address).port], {
    stdio: ["pipe", "inherit", "inherit"],
  });
  try {
    await expect
      .poll(
        () =>
          fetch(address).then(
            ({ ok }) => ok,
            () => false,
          ),
        { timeout: 40_000 },
      )
      .toBe(true);
    await page.goto(`${address}?lang=en&view=playground&preset=xor`);
    await page.getByRole("button", { name: en.train.run, exact: true }).first().click();
    await expect.poll(() => inLab(page, (lab) => lab.state?.end), { timeout: 40_000 }).toEqual({ why: "finished" });
    expect(page.workers()).toHaveLength(1);
  } finally {
    server.stdin.end();
  }
});
