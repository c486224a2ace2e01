// node mail.mjs PAGE…: what each mail program cannot do with a page, by caniemail's data; prints one JSON array.
// The package leaves Outlook.com out of its programs, though its data has it: what any program at all lacks of what the
// page uses is looked up for Outlook.com there.
import { readFileSync } from "node:fs";
import { caniemail, rawData } from "caniemail";

const levels = { n: "errors", a: "warnings", u: "unknown" };

function once(issues) {
  const found = new Map();
  for (const [level, byClient] of Object.entries(issues)) {
    for (const [client, list] of byClient) {
      for (const { title, notes } of list) found.set(`${level} ${client} ${title}`, { level, client, title, notes });
    }
  }
  return [...found.values()];
}

function onOutlookCom(titles) {
  const found = [];
  for (const { title, stats, notes_by_num: notes } of rawData.data) {
    const support = Object.entries(stats.outlook?.["outlook-com"] ?? {}).sort().at(-1)?.[1] ?? "u";
    const level = levels[support[0]];
    if (!titles.has(title) || level === undefined) continue;
    const numbers = [...support.matchAll(/#(\d+)/g)].map((match) => match[1]);
    found.push({ level, client: "outlook.outlook-com", title, notes: numbers.map((number) => notes?.[number]) });
  }
  return found;
}

const found = [];
for (const file of process.argv.slice(2)) {
  const html = readFileSync(file, "utf8");
  const named = once(caniemail({ clients: ["outlook.*", "gmail.*", "apple-mail.*"], html }).issues);
  const titles = new Set(once(caniemail({ clients: ["*"], html }).issues).map((one) => one.title));
  for (const one of [...named, ...onOutlookCom(titles)]) found.push({ file, ...one });
}
console.log(JSON.stringify(found));
