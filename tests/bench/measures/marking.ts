import { budgetsFor } from '../budgets';
import type { Measure } from '../measure';
import type { Lab } from './lab';
import { readFresh } from './readings';

const CODES = 200;

const RIVALS = {
  markJs: 'mark.js',
  findAndReplace: 'findAndReplaceDOMText',
  linkify: 'linkify-html',
} as const;

type Rival = keyof typeof RIVALS;

/** The first scan of a page with 200 codes and their marks, against libraries that do the like. */
export async function marking(
  lab: Lab,
  elements: number,
  rounds: number,
  rivals: readonly Rival[],
): Promise<Measure[]> {
  const where = `${lab.browser}, ${elements.toLocaleString('en')} elements`;
  const names = ['ours', ...rivals] as const;
  const readings = await readFresh(lab, { elements, codes: CODES }, names, rounds);
  return (['script', 'withLayout'] as const).flatMap((time) =>
    rivals.map((rival): Measure => {
      const budget = rival === 'linkify' ? undefined : budgetsFor(elements)[rival];
      const what = time === 'script' ? 'Scan and mark' : 'Scan, mark and lay out';
      return {
        what: `${what} ${CODES} codes (${where})`,
        unit: 'ms',
        ours: readings.ours.map((reading) => reading[time]),
        against: { name: RIVALS[rival], values: readings[rival].map((reading) => reading[time]) },
        budget: time === 'script' ? budget : undefined,
      };
    }),
  );
}
