import { budgetsFor } from '../budgets';
import type { Measure } from '../measure';
import type { Lab } from './lab';
import { readFresh } from './readings';

/** Readings with which a page is warm; the first of them are dropped. */
const WARM_UP = 5;

/** The name of the least that anybody needs to look for codes. */
const FLOOR = 'textContent + RegExp';

/** Readers that are timed on a page that they have read before. */
const WARM = ['ours', 'textContent'] as const;

const placeOf = (lab: Lab, elements: number) =>
  `${lab.browser}, ${elements.toLocaleString('en')} elements`;

const times = (readings: { script: number }[]) => readings.map(({ script }) => script);

/** The first scan of a page without codes, against the least that anybody needs to look for them. */
export async function firstScan(lab: Lab, elements: number, rounds: number): Promise<Measure[]> {
  const page = { elements, codes: 0 };
  const { ours, textContent } = await readFresh(lab, page, ['ours', 'textContent'], rounds);
  return [
    {
      what: `First scan, no codes (${placeOf(lab, elements)})`,
      unit: 'ms',
      ours: times(ours),
      against: { name: FLOOR, values: times(textContent) },
      budget: budgetsFor(elements).firstScan,
    },
  ];
}

/** What tells where the time of a first scan goes: what has no budget of its own. */
export async function firstScanInParts(
  lab: Lab,
  elements: number,
  rounds: number,
): Promise<Measure[]> {
  const where = placeOf(lab, elements);
  const page = { elements, codes: 0 };
  const { ours, treeWalker, shadowRoots } = await readFresh(
    lab,
    page,
    ['ours', 'treeWalker', 'shadowRoots'],
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
    (names, count) => bench.timeReadersWarm(names, count),
    [...WARM],
    WARM_UP + 3 * rounds,
  );
  await tab.close();

  return [
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
      against: { name: FLOOR, values: warm.textContent!.slice(WARM_UP) },
    },
    {
      what: `First scan, no codes but what looks like them (${where})`,
      unit: 'ms',
      ours: times(decoys.ours),
      against: { name: FLOOR, values: times(decoys.textContent) },
    },
  ];
}
