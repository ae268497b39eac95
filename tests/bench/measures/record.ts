import { BUDGETS } from '../budgets';
import type { Measure } from '../measure';
import { median } from '../statistics';
import type { Lab } from './lab';

/** Readings until the code is compiled: a pane is read again at each tab that is opened. */
const WARM_UP = 8;
const READINGS = 25;

/** What it costs to read the record of a code from a details pane after its script is loaded. */
export async function record(lab: Lab, rounds: number): Promise<Measure[]> {
  const first: number[] = [];
  const later: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const tab = await lab.open();
    const { times, ids, state } = await tab.evaluate(
      (count) => bench.timeRecord(count),
      WARM_UP + READINGS,
    );
    await tab.close();
    if (ids < 5 || state !== 'fits')
      throw new Error(`The pane was not read: ${ids} ids, ${state}.`);
    first.push(times[0]!);
    later.push(median(times.slice(WARM_UP)));
  }
  const where = `(${lab.browser}, details pane of 30 rows)`;
  return [
    { what: `Record read again ${where}`, unit: 'ms', ours: later, budget: BUDGETS.record },
    {
      what: `Record read for the first time ${where}`,
      unit: 'ms',
      ours: first,
      note: 'With code that runs for the first time.',
    },
  ];
}
