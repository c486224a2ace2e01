// node audit.mjs PAGE…: axe-core on each page in light and dark, wide and narrow; prints one JSON array.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { readFileSync } from "node:fs";
import { browser, tab } from "./browser.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const open = await browser();
const found = [];
for (const file of process.argv.slice(2)) {
  for (const scheme of ["light", "dark"]) {
    for (const width of [1280, 390]) {
      const { page, asked, faults } = await tab(open, pathToFileURL(file).href, { scheme, width });
      // The page's policy lets no script run but its own; the devtools protocol evaluates beside it.
      await page.evaluate(axe);
      const result = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      found.push({
        file,
        scheme,
        width,
        asked,
        faults,
        overflow,
        violations: result.violations.map((one) => ({
          rule: one.id,
          impact: one.impact,
          help: one.help,
          nodes: one.nodes.length,
          first: one.nodes.slice(0, 3).map((node) => `${node.html.slice(0, 160)} | ${node.failureSummary.slice(0, 200)}`),
        })),
      });
      await page.close();
    }
  }
}
await open.close();
console.log(JSON.stringify(found));
