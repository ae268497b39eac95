import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { launchWithExtension, markedTexts, notedCodes, textOfOurs } from '../tests/e2e/chromium';
import { SURFACES, TURNED_ON } from '../tests/e2e/fixture-pages';

// Shows Signpost at work on sample pages: in a window where there is a display, else headless with screenshots.
const FOLDER = join('.output', 'gallery');
const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);

await mkdir(FOLDER, { recursive: true });
const browser = await launchWithExtension({
  isHeadless: !hasDisplay,
  variant: { moreHosts: TURNED_ON },
});

for (const { name, url, click, codes } of SURFACES) {
  const page = await browser.context.newPage();
  await page.goto(url);
  if (click) await page.click(click);
  const found = async () => [...(await notedCodes(page)), ...(await markedTexts(page))];
  const deadline = Date.now() + 10_000;
  while (!(await found()).length && Date.now() < deadline) await page.waitForTimeout(100);
  await page.waitForTimeout(600);
  const notes = await textOfOurs(page, 'signpost-note');
  console.log(`\n${name} (${new URL(url).host}), expected ${codes.join(', ')}`);
  console.log(`  marked: ${[...new Set(await markedTexts(page))].join(', ') || 'nothing'}`);
  for (const note of notes.filter((text) => text.trim()))
    console.log(`  note: ${note.slice(0, 160)}`);
  const path = join(FOLDER, `${name.toLowerCase().replaceAll(/\W+/g, '-')}.png`);
  await page.screenshot({ path });
  console.log(`  picture: ${path}`);
}

if (hasDisplay) {
  console.log('\nThe pages are open in the browser window. Close it to end.');
  await new Promise((resolve) => browser.context.on('close', resolve));
} else {
  await browser.close();
}
