import { setTimeout as sleep } from 'node:timers/promises';
import type { Chromium } from '../chromium/chromium';
import { BUDGETS } from '../budgets';
import type { Measure } from '../measure';
import { OFF, ON } from '../pages';

/** Seconds for which the page changes. */
const SECONDS = 5;

/** Percent of one core that the page's thread uses while its text changes 60 times a second. */
async function busyShare(chromium: Chromium, origin: string): Promise<number> {
  const tab = await chromium.open();
  await tab.goto(`${origin}/plain`);
  await sleep(500);
  const before = await tab.metrics();
  await tab.evaluate((seconds) => {
    const clock = document.createElement('p');
    const list = document.createElement('ul');
    document.body.append(clock, list);
    let ticks = 0;
    return new Promise<void>((resolve) => {
      const timer = setInterval(() => {
        ticks++;
        clock.textContent = `Refreshed at 10:11:12.${ticks}`;
        const item = document.createElement('li');
        item.textContent = `Device ${ticks} is compliant`;
        list.append(item);
        if (list.children.length > 30) list.firstChild!.remove();
        if (ticks < seconds * 60) return;
        clearInterval(timer);
        resolve();
      }, 1000 / 60);
    });
  }, SECONDS);
  const after = await tab.metrics();
  await tab.close();
  const elapsed = after.Timestamp! - before.Timestamp!;
  return (100 * (after.TaskDuration! - before.TaskDuration!)) / elapsed;
}

/** What the extension costs on a page that never rests. */
export async function busyPage(chromium: Chromium, rounds: number): Promise<Measure[]> {
  const on: number[] = [];
  const off: number[] = [];
  for (let round = 0; round < rounds; round++) {
    off.push(await busyShare(chromium, OFF));
    on.push(await busyShare(chromium, ON));
  }
  return [
    {
      what: 'Page that changes 60 times a second: share of a core',
      unit: '%',
      ours: on,
      against: { name: 'extension off', values: off },
    },
    {
      what: 'Page that changes 60 times a second: added by the extension',
      unit: '%',
      ours: on.map((share, at) => share - off[at]!),
      budget: BUDGETS.busyPage,
    },
  ];
}
