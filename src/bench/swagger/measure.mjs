// Opens Swagger UI in Chromium, prints the seconds of CPU that the page takes, and executes every GET as it is prefilled.
// Fails if one is not answered 200.
import { chromium } from "playwright-core";

const [server, executable] = process.argv.slice(2);
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

/** Executes an operation as it is prefilled, and returns the status of the answer. */
async function execute(operation) {
  await open(operation);
  await operation.locator("button.try-out__btn").click();
  await operation.locator("button.execute").click();
  const status = operation.locator(".live-responses-table .response-col_status").last();
  await status.waitFor();
  const text = (await status.innerText()).trim();
  await close(operation);
  return text;
}

const loaded = await measured(async () => {
  await page.goto(server + "/q/swagger-ui/");
  await page.locator(".opblock").first().waitFor();
});
const all = await page.locator(".opblock-get").all();
const startups = page.locator(".opblock-get", { has: page.locator('[data-path="/v1/startups"]') });
const opened = await measured(() => open(startups));
await close(startups);
console.log(`Swagger UI, seconds of CPU of the page: ${loaded.toFixed(1)} to load, ${opened.toFixed(1)} to open GET /v1/startups.`);

let failed = 0;
for (const operation of all) {
  const path = await operation.locator(".opblock-summary-path").getAttribute("data-path");
  const status = await execute(operation);
  if (status !== "200") {
    failed++;
    console.log(`GET ${path}: ${status}`);
  }
}
console.log(`${all.length - failed} of ${all.length} GETs are answered 200 as they are prefilled.`);
await browser.close();
process.exit(failed === 0 && all.length > 0 ? 0 : 1);
