// Opens Swagger UI in Chromium, prints the seconds of CPU that the page takes, and executes every GET as it is prefilled.
// Fails if one is not answered 200.
import { chromium } from "playwright-core";

const [server, key, executable] = process.argv.slice(2);
/** What only its user has made: a key, an import. No example can name it. */
const OWN = /^\/v1\/(keys|imports)\/\{id\}/;
const flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
/** How long a part of the page may take to appear; far beyond what any machine needs. */
const timeout = 120_000;

const browser = await chromium.launch({ executablePath: executable, args: flags });
const devtools = await browser.newBrowserCDPSession();
const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
page.setDefaultTimeout(timeout);

/** The seconds of CPU that the page's process has taken. */
async function cpuSeconds() {
  const { processInfo } = await devtools.send("SystemInfo.getProcessInfo");
  return Math.max(...processInfo.filter((each) => each.type === "renderer").map((each) => each.cpuTime));
}

async function measured(work) {
  const before = await cpuSeconds();
  await work();
  return (await cpuSeconds()) - before;
}

/** Opens an operation, and returns when all of its parameters are shown. */
async function open(operation) {
  await operation.locator(".opblock-summary-control").click();
  await operation.locator(".responses-inner").first().waitFor();
  await operation.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
}

async function close(operation) {
  await operation.locator(".opblock-summary-control").click();
}

async function authorize(secret) {
  await page.locator(".auth-wrapper .authorize").first().click();
  const header = page.locator(".auth-container", { hasText: "X-API-Key" });
  await header.locator("input").fill(secret);
  await header.locator("button.authorize").click();
  await page.locator(".btn-done").first().click();
}

/** Executes an operation as it is prefilled, and returns the status of the answer, whose body may be without end. */
async function execute(operation) {
  await open(operation);
  await operation.locator("button.try-out__btn").click();
  const [response] = await Promise.all([
    page.waitForResponse((each) => each.request().resourceType() === "fetch"),
    operation.locator("button.execute").click(),
  ]);
  await close(operation);
  return response.status();
}

const loaded = await measured(async () => {
  await page.goto(server + "/q/swagger-ui/");
  await page.locator(".opblock-tag").first().waitFor();
});
const opened = await measured(async () => {
  await page.locator('.opblock-tag[data-tag="Startups"] .expand-operation').click();
  await open(page.locator(".opblock-get", { has: page.locator('[data-path="/v1/startups"]') }));
});
console.log(`Swagger UI, seconds of CPU of the page: ${loaded.toFixed(1)} to load, ${opened.toFixed(1)} to open GET /v1/startups.`);

// The address has the opened operation by now, which a reload would open again.
await page.goto("about:blank");
await page.goto(server + "/q/swagger-ui/");
await page.locator(".opblock-tag").first().waitFor();
await authorize(key);
let failed = 0;
let executed = 0;
for (const section of await page.locator(".opblock-tag-section").all()) {
  await section.locator(".expand-operation").click();
  await page.locator(".opblock-tag-section.is-open").waitFor();
  for (const operation of await section.locator(".opblock-get").all()) {
    const path = await operation.locator(".opblock-summary-path").getAttribute("data-path");
    if (!OWN.test(path)) {
      const status = await execute(operation);
      executed++;
      if (status !== 200) {
        failed++;
        console.log(`GET ${path}: ${status}`);
      }
    }
  }
  await section.locator(".expand-operation").click();
}
console.log(`${executed - failed} of ${executed} GETs are answered 200 as they are prefilled.`);
await browser.close();
process.exit(failed === 0 && executed > 0 ? 0 : 1);
