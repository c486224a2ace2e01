// node use.mjs PAGE: goes through a brief with keys and pointer as a reader would; prints what was seen as JSON.
import { pathToFileURL } from "node:url";
import { browser, tab } from "./browser.mjs";

const address = pathToFileURL(process.argv[2]).href;
const open = await browser();
// Whoever sits before the browser may copy and paste; headless it has to be told so.
const devtools = await open.target().createCDPSession();
await devtools.send("Browser.grantPermissions", { permissions: ["clipboardReadWrite", "clipboardSanitizedWrite"] });
const seen = {};
{
  const { page, asked, faults } = await tab(open, address);
  const focus = () =>
    page.evaluate(() => {
      const one = document.activeElement;
      const outline = getComputedStyle(one).outlineStyle;
      return { tag: one.tagName, name: one.getAttribute("aria-label") || one.textContent.trim().slice(0, 60), id: one.id, outline };
    });
  // Every control in turn with the tab key alone: what gets the focus, and whether one can see it.
  const path = [];
  for (let step = 0; step < 400; step += 1) {
    await page.keyboard.press("Tab");
    const here = await focus();
    if (here.tag === "BODY") break;
    path.push(here);
  }
  seen.path = path;
  seen.controls = await page.$$eval("a[href], button, select, input, [tabindex='0']", (all) => all.filter((one) => one.offsetParent !== null).length);
  // Tick the first item off with the space bar; it stays ticked when the page is opened again.
  await page.focus("ol.check input");
  await page.keyboard.press("Space");
  seen.ticked = await page.$eval("ol.check li", (one) => one.classList.contains("done"));
  // Choose a flag with the keys: only claims that have it are left.
  const code = await page.$eval("[id^='filter-flags']", (one) => one.options[1].value);
  await page.focus("[id^='filter-flags']");
  await page.keyboard.press("ArrowDown");
  seen.filtered = await page.$$eval(
    "article.claim",
    (all, code) => ({
      shown: all.filter((one) => !one.hidden).length,
      all: all.length,
      right: all.every((one) => one.hidden !== JSON.parse(one.dataset.flags).includes(code)),
    }),
    code,
  );
  seen.told_count = await page.$eval(".filters output", (one) => one.textContent);
  await page.focus(".filters button");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => Array.from(document.querySelectorAll("article.claim")).every((one) => !one.hidden));
  seen.reset = true;
  // Show a claim in the story; Escape puts the light out.
  const shown = await page.$$eval(".tools button:first-child", (all) => all.findIndex((one) => one.getAttribute("aria-label").startsWith("Show")));
  const buttons = await page.$$(".tools button:first-child");
  await buttons[shown].focus();
  await page.keyboard.press("Enter");
  seen.lit = await page.$$eval("mark.lit", (all) => all.map((one) => one.textContent).join(""));
  seen.at = await focus();
  await page.keyboard.press("Escape");
  seen.lit_after = (await page.$$("mark.lit")).length;
  // The pointer over a marked stretch lights its claim.
  const mark = await page.$("mark[data-of]");
  await mark.hover();
  seen.hovered = await page.$$eval("article.lit", (all) => all.length);
  // Copy a link to a claim.
  const links = await page.$$(".tools button:last-child");
  await links[0].click();
  await page.waitForFunction(() => document.querySelector(".told").textContent !== "");
  seen.told = await page.$eval(".told", (one) => one.textContent);
  seen.clipboard = await page.evaluate(() => navigator.clipboard.readText());
  // Without a clipboard the link goes into the address bar.
  await page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
  await links[1].click();
  await page.waitForFunction(() => location.hash !== "");
  seen.hash = await page.evaluate(() => location.hash);
  seen.told_then = await page.$eval(".told", (one) => one.textContent);
  // A link to a claim that a filter hides shows it again.
  await page.focus("[id^='filter-flags']");
  await page.keyboard.press("ArrowDown");
  const hidden = await page.$eval("article.claim[hidden]", (one) => one.id);
  await page.evaluate((id) => {
    location.hash = id;
  }, hidden);
  await page.waitForFunction((id) => !document.getElementById(id).hidden, {}, hidden);
  seen.unhidden = hidden;
  seen.asked = asked;
  seen.faults = faults;
  await page.close();
}
{
  const { page } = await tab(open, address);
  seen.still_ticked = await page.$eval("ol.check input", (one) => one.checked);
  await page.close();
}
{
  const { page } = await tab(open, address, { scripts: false });
  seen.without_scripts = await page.$$eval("article.claim", (all) => all.filter((one) => one.offsetParent !== null).length);
  await page.close();
}
await open.close();
console.log(JSON.stringify(seen));
