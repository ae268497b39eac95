import { launchWithExtension } from './chromium';
for (const colorScheme of ['light', 'dark'] as const) {
  const b = await launchWithExtension({ colorScheme });
  const page = await b.context.newPage();
  page.on('pageerror', (e) => console.log('PAGEERROR', e.message));
  page.on('console', (m) => console.log('CONSOLE', m.text()));
  const shot = (n: string) => page.screenshot({ path: `/tmp/w/${n}-${colorScheme}.png` });
  await page.setViewportSize({ width: 420, height: 600 });
  await page.goto(b.pageUrl('popup.html'));
  await page.waitForTimeout(500);
  console.log(await page.evaluate(() => document.activeElement?.tagName));
  await page.keyboard.type('conditonal acess');
  await page.waitForTimeout(200);
  await shot('popup-fuzzy');
  console.log(
    await page.$$eval('[role=option]', (els) =>
      els.map((e) => e.getAttribute('data-code')).slice(0, 8),
    ),
  );
  for (const q of [
    '50126',
    '5012',
    '0x801c03ed',
    '801C03ED',
    '-2145647635',
    '2149319661',
    'BlockedByCond',
    'wrong pasword',
    'redirect uri',
    '99999',
    'AADSTS999999',
  ]) {
    await page.fill('input', q);
    await page.waitForTimeout(100);
    console.log(
      q,
      await page.$$eval('[role=option]', (els) =>
        els
          .map((e) => e.getAttribute('data-code') + ' ' + e.querySelector('.name')?.textContent)
          .slice(0, 5),
      ),
    );
  }
  await page.fill('input', '53003');
  await page.keyboard.press('Enter');
  await page.waitForTimeout(300);
  await shot('popup-card');
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(b.pageUrl('lookup.html#/AADSTS53003'));
  await page.waitForTimeout(500);
  await page.screenshot({ path: `/tmp/w/lookup-${colorScheme}.png`, fullPage: true });
  await page.goto(b.pageUrl('lookup.html'));
  await page.waitForTimeout(500);
  await shot('catalog');
  await page.goto(b.pageUrl('options.html'));
  await page.waitForTimeout(300);
  await shot('options');
  await b.close();
}
