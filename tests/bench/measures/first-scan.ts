import { budgetsFor } from '../budgets';
import type { Measure } from '../measure';
import type { Lab } from './lab';
import { readFresh } from './readings';

/** Readings with which a page is warm; the first of them are dropped. */
const WARM_UP = 5;

/** The first scan of a page without codes, against the least that anybody needs to look for them. */
export async function firstScan(lab: Lab, elements: number, rounds: number): Promise<Measure[]> {
  const where = `${lab.browser}, ${elements.toLocaleString('en')} elements`;
  const page = { elements, codes: 0 };
  const readers = ['ours', 'textContent', 'treeWalker', 'shadowRoots'] as const;
  const { ours, textContent, treeWalker, shadowRoots } = await readFresh(
    lab,
    page,
    readers,
    rounds,
  );
  const decoys = await readFresh(
    lab,
    { ...page, hasDecoys: true },
    ['ours', 'textContent'],
    rounds,
  );

  const tab = await lab.open();
  await tab.evaluate((wanted) => bench.drawPortalPage(wanted), page);
  const warm = await tab.evaluate(
    (names, times) => bench.timeReadersWarm(names, times),
    [...readers],
    WARM_UP + 3 * rounds,
  );
  await tab.close();

  const times = (readings: { script: number }[]) => readings.map(({ script }) => script);
  const floor = { name: 'textContent + RegExp', values: times(textContent) };
  return [
    {
      what: `First scan, no codes (${where})`,
      unit: 'ms',
      ours: times(ours),
      against: floor,
      budget: budgetsFor(elements).firstScan,
    },
    {
      what: `First scan, no codes (${where})`,
      unit: 'ms',
      ours: times(ours),
      against: { name: 'bare TreeWalker', values: times(treeWalker) },
    },
    {
      what: `After it: open shadow roots looked for (${where})`,
      unit: 'ms',
      ours: times(shadowRoots),
      against: { name: 'bare TreeWalker', values: times(treeWalker) },
    },
    {
      what: `Scan again, no codes (${where})`,
      unit: 'ms',
      ours: warm.ours!.slice(WARM_UP),
      against: { name: floor.name, values: warm.textContent!.slice(WARM_UP) },
    },
    {
      what: `First scan, no codes but what looks like them (${where})`,
      unit: 'ms',
      ours: times(decoys.ours),
      against: { name: floor.name, values: times(decoys.textContent) },
    },
  ];
}
