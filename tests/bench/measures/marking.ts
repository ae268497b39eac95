import { BUDGETS } from '../budgets';
import type { Budget, Measure } from '../measure';
import type { Lab } from './lab';
import { readFresh } from './readings';

const CODES = 200;

const RIVALS = {
  markJs: { name: 'mark.js', budget: BUDGETS.markJs },
  findAndReplace: { name: 'findAndReplaceDOMText', budget: BUDGETS.findAndReplace },
  linkify: { name: 'linkify-html', budget: undefined },
} as const satisfies Record<string, { name: string; budget: Budget | undefined }>;

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
      const { name, budget } = RIVALS[rival];
      const what = time === 'script' ? 'Scan and mark' : 'Scan, mark and lay out';
      return {
        what: `${what} ${CODES} codes (${where})`,
        unit: 'ms',
        ours: readings.ours.map((reading) => reading[time]),
        against: { name, values: readings[rival].map((reading) => reading[time]) },
        budget: time === 'script' ? budget : undefined,
      };
    }),
  );
}
