import { setTimeout as sleep } from 'node:timers/promises';
import type { Chromium } from '../chromium/chromium';
import { BUDGETS } from '../budgets';
import type { Measure } from '../measure';
import { ON } from '../pages';

const CHANGES = 30;

interface Counts {
  deliveries: number;
  reads: number;
}

/**
 * What the finder reads while the page changes behind another tab, and, to show that the count is true, in front.
 * @param chromium With a traced extension.
 */
export async function hiddenTab(chromium: Chromium): Promise<Measure[]> {
  const tab = await chromium.open();
  let context = 0;
  tab.on('Runtime.executionContextCreated', (params) => {
    const { id, origin } = params.context as { id: number; origin: string };
    if (origin.startsWith('chrome-extension:')) context = id;
  });
  await tab.send('Runtime.enable');
  await tab.goto(`${ON}/plain`);
  await sleep(500);

  const change = async () => {
    const count = () => tab.evaluateText<Counts>('({ ...globalThis.benchCounts })', context);
    const before = await count();
    for (let at = 0; at < CHANGES; at++) {
      await tab.evaluate(
        (text) => {
          document.body.append(Object.assign(document.createElement('p'), { textContent: text }));
        },
        `AADSTS5${1000 + at}: something went wrong`,
      );
      await sleep(10);
    }
    await sleep(300);
    const after = await count();
    return after.deliveries - before.deliveries + after.reads - before.reads;
  };

  const other = await chromium.open();
  await other.activate();
  await sleep(300);
  const state = await tab.evaluate(() => document.visibilityState);
  if (state !== 'hidden') throw new Error('The tab behind another one is not hidden.');
  const hidden = await change();
  await tab.activate();
  await other.close();
  await sleep(300);
  const seen = await change();
  await tab.close();
  return [
    {
      what: `Hidden tab, ${CHANGES} changes: readings and deliveries`,
      unit: '',
      ours: [hidden],
      against: { name: 'in front', values: [seen] },
      budget: BUDGETS.hidden,
    },
  ];
}
