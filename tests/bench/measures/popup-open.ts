import type { Chromium } from '../chromium/chromium';
import { BUDGETS } from '../budgets';
import type { Measure } from '../measure';

/** Milliseconds until the field has the focus and was painted. */
async function timeOpen(chromium: Chromium, page: string): Promise<number> {
  const tab = await chromium.open();
  await tab.addInitScript(() => {
    const look = () => {
      if (!(document.activeElement instanceof HTMLInputElement)) return requestAnimationFrame(look);
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => performance.mark('bench:usable');
      return port2.postMessage(0);
    };
    requestAnimationFrame(look);
  });
  await tab.goto(chromium.pageUrl(page));
  const time = await tab.evaluate(async () => {
    const usable = () => performance.getEntriesByName('bench:usable')[0]?.startTime;
    const deadline = performance.now() + 5000;
    while (!usable()) {
      if (performance.now() > deadline) throw new Error(`${location.href} got no focused field.`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return usable()!;
  });
  await tab.close();
  return time;
}

/** The popup's page from its start until it takes keys, against a page of the extension with a bare field. */
export async function popupOpen(chromium: Chromium, rounds: number): Promise<Measure[]> {
  await timeOpen(chromium, 'popup.html');
  const ours: number[] = [];
  const empty: number[] = [];
  for (let round = 0; round < rounds; round++) {
    ours.push(await timeOpen(chromium, 'popup.html'));
    empty.push(await timeOpen(chromium, 'empty.html'));
  }
  return [
    {
      what: 'Popup open → usable',
      unit: 'ms',
      ours,
      against: { name: 'page with a bare field', values: empty },
      budget: BUDGETS.popup,
    },
  ];
}
