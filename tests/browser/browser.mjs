// Opens a page of ours in headless Chromium, as a reader's browser would: from a file, without any network.
import puppeteer from "puppeteer-core";

export async function browser() {
  return puppeteer.launch({
    executablePath: process.env.CHROMIUM,
    args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
  });
}

/** A tab that remembers what was asked for beyond the page itself, and what went wrong in it. */
export async function tab(open, address, { scheme = "light", width = 1280, height = 900, scripts = true } = {}) {
  const page = await open.newPage();
  const asked = [];
  const faults = [];
  page.on("request", (request) => {
    const url = request.url();
    if (url.split("#")[0] !== address.split("#")[0] && !url.startsWith("data:")) asked.push(url);
  });
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  await page.setJavaScriptEnabled(scripts);
  await page.setViewport({ width, height });
  await page.emulateMediaFeatures([
    { name: "prefers-color-scheme", value: scheme },
    { name: "prefers-reduced-motion", value: "reduce" },
  ]);
  await page.goto(address, { waitUntil: "load" });
  return { page, asked, faults };
}
