// look.js FOLDER: opens each page of the folder in Chromium in the sizes of a phone and of a desktop, and prints it. With KEEP=1
// it keeps pictures.
'use strict';
const fs = require('fs');
const path = require('path');
const { pathToFileURL } = require('url');
const axe = require('axe-core');
const { chromium } = require('playwright-core');

const widths = [320, 390, 700, 1100, 1280];
const checkedWidths = [320, 1280]; // by axe-core
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
// The text that each hostile page must show, letter by letter.
const shown = {
  tags: ['<script>alert(1)</script><img src=x onerror=alert(2)>', '<script>document.title='],
  quotes: ["'; rm -rf / & &lt;b&gt; </title></style><style>*{display:none}"],
  long: ['x'.repeat(900)],
  hebrew: ['תיק מספר 7 (א)', 'مدرسة'],
};

async function look(browser, file, width, faults) {
  const name = path.basename(file, '.html');
  const say = (what) => faults.push(`${name} at ${width}: ${what}`);
  const page = await browser.newPage({ viewport: { width, height: 800 }, offline: true });
  const url = pathToFileURL(file).href;
  page.on('console', (message) => say(`console: ${message.text()}`));
  page.on('pageerror', (error) => say(`error: ${error}`));
  page.on('dialog', (dialog) => { say('a dialog'); dialog.dismiss(); });
  page.on('request', (request) => { if (request.url() !== url) say(`request: ${request.url()}`); });
  await page.goto(url);
  const found = await page.evaluate(() => ({
    text: document.body.textContent,
    title: document.title,
    lang: document.documentElement.lang,
    wide: document.documentElement.scrollWidth,
    elements: document.querySelectorAll('script, img, iframe, object, link, video, audio, [onclick], [onerror]').length,
    styles: document.querySelectorAll('style').length,
    height: document.querySelector('main').offsetHeight,
    labels: [...document.querySelectorAll('.row bdi')].map((label) => {
      const box = label.getBoundingClientRect();
      const style = getComputedStyle(label.parentElement);
      return { text: label.textContent, right: box.right, height: box.height, hidden: style.overflowX !== 'visible' };
    }),
    rows: document.querySelectorAll('tbody tr:not(.group)').length,
  }));
  if (found.lang !== 'en-GB') say('no language');
  if (found.wide > width) say(`${found.wide} pixels wide`);
  if (found.elements > 0 || found.styles !== 1) say('an element that the page should not have');
  if (found.height < 300) say('the page is not shown');
  if (found.rows > 1 && found.labels.length === 0) say('nothing is drawn');
  for (const label of found.labels)
    if (label.right > width || label.height < 10 || label.hidden || label.text.endsWith('...'))
      say(`a label is cut: ${label.text.slice(0, 80)}`);
  for (const words of shown[name] || [])
    if (!found.text.includes(words)) say(`does not show ${words.slice(0, 60)}`);
  if (process.env.KEEP) await page.screenshot({ path: file.replace('.html', `-${width}.png`), fullPage: true });
  if (!checkedWidths.includes(width)) return page.close();
  await page.evaluate(axe.source);
  const checked = await page.evaluate((tags) => axe.run(document, { runOnly: { type: 'tag', values: tags } }), rules);
  if (checked.passes.length < 15) say(`axe-core looked at ${checked.passes.length} rules only`);
  for (const violation of checked.violations)
    say(`axe-core: ${violation.id}: ${violation.help}: ${violation.nodes.map((node) => node.target).slice(0, 3).join(', ')}`);
  if (width === 1280) await page.pdf({ path: file.replace('.html', '.pdf'), preferCSSPageSize: true, printBackground: true });
  return page.close();
}

async function main(folder) {
  const faults = [];
  const profile = fs.mkdtempSync(path.join(folder, 'profile-'));
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync', `--crash-dumps-dir=${profile}`],
  });
  const files = fs.readdirSync(folder).filter((file) => file.endsWith('.html')).sort();
  for (const file of files)
    for (const width of widths)
      await look(browser, path.join(folder, file), width, faults);
  await browser.close();
  for (const fault of faults) console.error(`report: ${fault}`);
  console.log(`report: ${files.length} pages at ${widths.join(', ')} pixels: no message, no request, no violation: ` +
    (faults.length === 0 ? 'passed' : `${faults.length} faults`));
  return faults.length === 0 && files.length > 0 ? 0 : 1;
}

main(process.argv[2]).then((status) => process.exit(status), (error) => { console.error(error); process.exit(1); });
