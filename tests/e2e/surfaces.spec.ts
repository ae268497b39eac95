import { expect, type Page } from '@playwright/test';
import { notedCodes, textOfOurs, type ExtensionBrowser } from './chromium';
import { SURFACES, TURNED_ON } from './fixture-pages';
import { pressOurs, pressUntilObeyed } from './press-ours';
import {
  drawnCodes,
  filterResults,
  groupRows,
  markedKeys,
  markedAll,
  markedIn,
  openRecord,
  showColumn,
  showRow,
  sortBy,
} from './query-results';
import { test } from './test';

const LOGS = 'https://sandbox-1.reactblade.portal.azure.net/log-analytics.html';

let browser: ExtensionBrowser;
let page: Page;

test.beforeAll(async ({ browsers }) => {
  browser = await browsers.chromium({ moreHosts: TURNED_ON });
});
test.beforeEach(async () => {
  page = await browser.context.newPage();
});
test.afterEach(() => page.close());

/** Every code that the grid draws in a column of codes is marked, and nothing else in the grid is. */
async function expectMarksToAgree(): Promise<void> {
  await expect
    .poll(async () => {
      const [drawn, marked] = [await page.evaluate(drawnCodes), await page.evaluate(markedIn)];
      return drawn.length > 0 && JSON.stringify(drawn) === JSON.stringify(marked);
    })
    .toBe(true);
}

for (const pinned of ['', '?pinned=1']) {
  test(`query results in ag-Grid${pinned && ', a column pinned'}: marks follow scroll, columns, sort and filter`, async () => {
    await page.goto(LOGS + pinned);
    await expectMarksToAgree();
    await page.evaluate(showRow, 200);
    await expectMarksToAgree();
    // The columns of codes leave the page, and with them their marks.
    await page.evaluate(showColumn, 'UserType');
    await expect.poll(() => page.evaluate(markedIn)).not.toContain('ResultType');
    await expectMarksToAgree();
    await page.evaluate(showColumn, 'TimeGenerated');
    await page.evaluate(showColumn, 'ResultType');
    await expectMarksToAgree();
    expect(await page.evaluate(markedIn)).toContain('ResultType 50126');
    await page.evaluate(sortBy, 'CorrelationId');
    await expectMarksToAgree();
    await page.evaluate(filterResults, 'Access policies');
    await expect
      .poll(
        async () =>
          new Set((await page.evaluate(markedIn)).filter((one) => one.startsWith('ResultType'))),
      )
      .toEqual(new Set(['ResultType 53003']));
    await expectMarksToAgree();
  });
}

test('query results in ag-Grid: the record in an expanded row is read by its keys', async () => {
  await page.goto(LOGS);
  await expectMarksToAgree();
  await page.evaluate(openRecord, 3);
  await expect
    .poll(() => page.evaluate(markedKeys))
    .toEqual(['ResultSignature 53003', 'ResultType 53003', 'Status 53003', 'errorCode 53003']);
});

test('query results in ag-Grid: the card knows the ids of the row; heads of groups are marked', async () => {
  await page.goto(LOGS);
  await expectMarksToAgree();
  const cell = page.locator('.ag-row[row-index="3"] [col-id=ResultType]');
  await expect(cell).toHaveText('53003');
  const box = (await cell.boundingBox())!;
  const cardText = async () => (await textOfOurs(page, 'signpost-card'))[0] ?? '';
  let step = 0;
  await expect
    .poll(
      async () => {
        await page.mouse.move(box.x + 20 + (step++ % 2), box.y + box.height / 2);
        return cardText();
      },
      { intervals: [400] },
    )
    .toContain('AADSTS53003');
  await pressUntilObeyed(
    () => pressOurs(page, 'Commands'),
    async () => (await cardText()).includes('00000003-2222-4333-8444-000000050126'),
  );
  // The same rows in groups, which have no column of codes left: the heads are marked, by the ids of their rows.
  await page.evaluate(groupRows, 'ResultType');
  await expect
    .poll(() => page.evaluate(markedAll))
    .toEqual(['500121', '50053', '50074', '50126', '53003', '700016']);
});

/** Every text that is marked once each part of a page is drawn. A list's columns are marked by row. */
const EXPECTED: Record<string, { marked: string[]; noted: string[] }> = {
  'advanced hunting in Defender': {
    marked: [
      ...Array<string>(3).fill('500121'),
      ...Array<string>(4).fill('50053'),
      ...Array<string>(3).fill('50074'),
      ...Array<string>(4).fill('50126'),
      ...Array<string>(3).fill('53003'),
      ...Array<string>(3).fill('700016'),
    ],
    noted: ['AADSTS50126'],
  },
  workbook: {
    marked: [
      ...Array<string>(2).fill('500121'),
      ...Array<string>(2).fill('50053'),
      ...Array<string>(2).fill('50074'),
      ...Array<string>(4).fill('50126'),
      ...Array<string>(2).fill('53003'),
    ],
    // One for the two rows that hold the code, `Error code` and `Result type`.
    noted: ['AADSTS50126'],
  },
  'Graph Explorer': { marked: ['AADSTS50076'], noted: [] },
  'Sign-in diagnostic': { marked: ['50126', '50126'], noted: ['AADSTS50126'] },
  'risky sign-ins': { marked: ['50053'], noted: ['AADSTS50053'] },
};

for (const { name, url, click } of SURFACES.filter((surface) => EXPECTED[surface.name])) {
  test(`${name}: what is labeled is marked, and nothing else`, async () => {
    await page.goto(url);
    if (click) await page.click(click);
    const { marked, noted } = EXPECTED[name]!;
    await expect.poll(() => page.evaluate(markedAll)).toEqual(marked);
    await expect.poll(() => notedCodes(page)).toEqual(noted);
  });
}

test('a grid of another vendor is left alone, whatever its columns are called', async () => {
  await page.goto('https://github.com/log-analytics.html');
  await expect.poll(() => page.evaluate(drawnCodes)).not.toEqual([]);
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  expect(await page.evaluate(markedAll)).toEqual([]);
});
