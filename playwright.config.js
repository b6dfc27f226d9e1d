import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { defineConfig } from "@playwright/test";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

/** The system's browser: none is downloaded. */
function findChrome() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const candidates = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  const found = process.env.CHROME || [...candidates, MAC].find((file) => existsSync(file));
  if (!found) throw new Error("Chromium is missing: `cargo xtask test` installs it, or CHROME names another one");
  return found;
}

/**
 * What a browser does for its own sake and no test looks at. Of each window: two pages of suggestions for its address,
 * which cost as much as the page of a test. The last list of features counts, so this one names again what concerns
 * pages of this machine in Playwright's.
 */
const WITHOUT = [
  ...["WebUIOmniboxPopup", "WebUIOmniboxAimPopup"],
  ...["AvoidCorsURLLoaderRestartOnRedirect", "AvoidUnnecessaryBeforeUnloadCheckSync", "PaintHolding"],
  ...["HttpsFirstBalancedModeAutoEnable", "HttpsUpgrades", "ThirdPartyStoragePartitioning", "LensOverlay"],
  ...["AimEnabled", "DestroyProfileOnBrowserClose", "MediaRouter", "NetworkTimeServiceQuerying"],
  ...["OptimizationHints", "PreconnectToSearch"],
];

const port = Number(process.env.GLASSNET_PORT ?? 4173);
const site = `http://127.0.0.1:${port}/`;

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  fullyParallel: true,
  // One more than a small machine has cores: a part of its time each test waits for frames and timers.
  workers: 3,
  // A busy machine may be slow: what is waited for has time, what never comes still fails.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  // Another process of a busy machine can come between two moments of one test: what fails twice is a fault, what
  // fails once is listed as flaky.
  retries: 1,
  forbidOnly: Boolean(process.env.CI),
  reporter: "list",
  use: {
    baseURL: site,
    browserName: "chromium",
    locale: "ko-KR",
    timezoneId: "Asia/Seoul",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: findChrome(),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        `--disable-features=${WITHOUT.join(",")}`,
      ],
    },
  },
  projects: [{ name: "chromium" }],
  // The built site, as a reader gets it: `cargo xtask build` makes it.
  webServer: {
    command: `node node_modules/vite/bin/vite.js preview --strictPort --port ${port}`,
    url: `${site}index.html`,
    reuseExistingServer: false,
  },
});
