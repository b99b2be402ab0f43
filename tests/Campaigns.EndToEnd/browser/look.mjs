// Looks at a page as people meet it: in a window, on a telephone, on paper, and through axe-core. Prints what it found as JSON.
// node look.mjs CHROMIUM URL FOLDER
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const [program, url, folder] = process.argv.slice(2);
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const browser = await chromium.launch({ executablePath: program, args: ['--no-sandbox'] });
const found = { requests: [], messages: [], violations: [], widths: {} };

// First as it is, with its own policy in force.
const strict = await (await browser.newContext({ viewport: { width: 1024, height: 900 } })).newPage();
strict.on('request', (request) => found.requests.push(request.url()));
strict.on('console', (message) => found.messages.push(message.text()));
strict.on('pageerror', (error) => found.messages.push(String(error)));
await strict.goto(url);
found.font = await strict.evaluate(() => getComputedStyle(document.body).fontFamily);
await strict.screenshot({ path: join(folder, 'screen.png'), fullPage: true });
const pdf = await strict.pdf({ preferCSSPageSize: true, printBackground: true });
await writeFile(join(folder, 'page.pdf'), pdf);
const sheets = (document) => (document.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length;
found.sheets = sheets(pdf);

// Then with axe-core in it, which the policy would keep out.
for (const width of [1024, 320]) {
  const page = await (await browser.newContext({ viewport: { width, height: 900 }, bypassCSP: true })).newPage();
  await page.goto(url);
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
  found.violations.push(...violations.map(({ id, help, nodes }) => `${width}: ${id}: ${help}: ${nodes.map((node) => node.html).join(' ')}`));
  found.widths[width] = await page.evaluate(() => document.documentElement.scrollWidth);
}

// What there is without the annex, on paper: its sheets, and whether anything is wider than they are.
const paper = await (await browser.newContext({ viewport: { width: 695, height: 1031 }, bypassCSP: true })).newPage();
await paper.emulateMedia({ media: 'print' });
await paper.goto(url);
found.paperWidth = await paper.evaluate(() => document.documentElement.scrollWidth);
await paper.addStyleTag({ content: '.annex { display: none; }' });
found.storySheets = sheets(await paper.pdf({ preferCSSPageSize: true, printBackground: true }));

await browser.close();
console.log(JSON.stringify(found));
