import { SURFACES } from './fixture-pages';
import { launchWithExtension, markedTexts, notedCodes, textOfOurs } from './chromium';
const b = await launchWithExtension();
const page = await b.context.newPage();
page.on('pageerror', (e) => console.log('PAGEERROR', e.message));
page.on('console', (m) => console.log('CONSOLE', m.text()));
for (const s of SURFACES) {
  await page.goto(s.url);
  await page.waitForTimeout(1500);
  if (s.click) {
    await page.click(s.click);
    await page.waitForTimeout(800);
  }
  console.log('##', s.name, await markedTexts(page), await notedCodes(page));
  for (const t of await textOfOurs(page, 'signpost-note')) console.log('   ', t.slice(0, 300));
  await page.screenshot({ path: `/tmp/w/shot-${s.name.replace(/\W/g, '_')}.png` });
}
console.log(b.strayRequests);
await b.close();
