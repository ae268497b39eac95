import { BUDGETS } from '../budgets';
import type { BatchKind } from '../in-page/mutation-batches';
import type { Measure } from '../measure';
import { median } from '../statistics';
import type { Lab } from './lab';

/** Elements of the pages, the smallest first. */
const SIZES: readonly number[] = [5_000, 15_000, 75_000];
const KINDS: Record<BatchKind, string> = { rewrite: 'rewritten', replace: 'replaced' };

/** Batches until the code is compiled; a page that changes is read many times. */
const WARM_UP = 8;
const BATCHES = 25;

/** Milliseconds of one batch in a fresh page: the median of many. */
async function timeBatch(lab: Lab, kind: BatchKind, elements: number): Promise<number> {
  const tab = await lab.open();
  await tab.evaluate((wanted) => bench.drawPortalPage(wanted), { elements, codes: 0 });
  const times = await tab.evaluate(
    (one, count) => bench.timeBatches(one, count),
    kind,
    WARM_UP + BATCHES,
  );
  await tab.close();
  return median(times.slice(WARM_UP));
}

/**
 * What 30 changed rows of nine cells cost, and that the page around them does not matter.
 * @param sizes Elements of the pages, the smallest first.
 */
export async function mutations(lab: Lab, rounds: number, sizes = SIZES): Promise<Measure[]> {
  const measures: Measure[] = [];
  for (const kind of Object.keys(KINDS) as BatchKind[]) {
    const times: number[][] = sizes.map(() => []);
    for (let round = 0; round < rounds; round++) {
      for (const [at, elements] of sizes.entries()) {
        times[at]!.push(await timeBatch(lab, kind, elements));
      }
    }
    for (const [at, elements] of sizes.entries()) {
      measures.push({
        what: `30 rows ${KINDS[kind]} (${lab.browser}, ${elements.toLocaleString('en')} elements)`,
        unit: 'ms',
        ours: times[at]!,
        against: at
          ? { name: `at ${sizes[0]!.toLocaleString('en')} elements`, values: times[0]! }
          : undefined,
        budget: at ? BUDGETS.growth : BUDGETS.batch,
      });
    }
  }
  return measures;
}
