import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { qualityOf, readQueries, REPORTED_TABLES, type Quality } from '../../queries';
import { BUDGETS } from '../budgets';
import type { Measure } from '../measure';
import { median, percentile } from '../statistics';
import { RIVALS } from '../in-page/search-rivals';
import type { Lab } from './lab';

const percent = (share: number) => 100 * share;

/** What stands for the quality of a search: rows of the table, and how each is read. */
const QUALITIES: { what: string; of: (quality: Quality) => number }[] = [
  { what: 'Right answer first', of: ({ first }) => percent(first) },
  { what: 'Right answer among the first three', of: ({ firstThree }) => percent(firstThree) },
  { what: 'Nothing found for what is unknown', of: ({ nothing }) => percent(nothing) },
];

/**
 * The search over the whole packaged catalog against libraries alone, on the same data: how well the questions of
 * the tables in tests/fixtures that are kept for reports are answered, and every keystroke of people who look something up.
 * @param options.hasQuality Whether the questions are asked. Fuse takes minutes for them; a test holds what ours reaches.
 * @param options.every Takes one in so many keystrokes: Fuse takes a tenth of a second for each.
 */
export async function search(
  lab: Lab,
  extension: string,
  rounds: number,
  { hasQuality = true, every = 1 } = {},
): Promise<Measure[]> {
  const read = (name: string): string =>
    readFileSync(join(extension, 'knowledge', 'en', name), 'utf8');
  const tab = await lab.open();
  const files = {
    index: read('index.json'),
    guides: read('guides.json'),
    words: read('words.json'),
  };
  const built = await tab.evaluate((packed) => bench.prepareSearch(packed), files);
  const qualities: Measure[] = [];
  for (const table of hasQuality ? REPORTED_TABLES : []) {
    const queries = readQueries(table).filter(({ half }) => half === 'report');
    const answers = await tab.evaluate(
      (asked) => bench.answerAll(asked),
      queries.map(({ q }) => q),
    );
    for (const { what, of } of QUALITIES)
      for (const rival of RIVALS)
        qualities.push({
          what: `${what} (${table}, ${queries.length} questions)`,
          unit: '%',
          ours: [of(qualityOf(queries, answers.ours))],
          against: { name: `${rival} alone`, values: [of(qualityOf(queries, answers[rival]))] },
        });
  }
  const passes: Record<'ours' | (typeof RIVALS)[number], number[]>[] = [];
  for (let round = 0; round < rounds; round++)
    passes.push(await tab.evaluate((one) => bench.timeKeystrokes(one), every));
  await tab.close();

  const where = `${lab.browser}, ${built.entries.toLocaleString('en')} entries`;
  const p95 = (times: number[]) => percentile(times, 0.95);
  const times = RIVALS.flatMap((rival): Measure[] =>
    (
      [
        ['p50', median],
        ['p95', p95],
      ] as const
    ).map(([name, pick]) => ({
      what: `Keystroke, ${name} (${where})`,
      unit: 'ms',
      ours: passes.map(({ ours }) => pick(ours)),
      against: { name: `${rival} alone`, values: passes.map((pass) => pick(pass[rival])) },
      ...(rival === 'Fuse' && { budget: BUDGETS.fuse }),
    })),
  );
  return [
    ...qualities,
    ...times,
    {
      what: `Keystroke, p95 (${where})`,
      unit: 'ms',
      ours: passes.map(({ ours }) => p95(ours)),
      budget: BUDGETS.keystroke,
    },
    ...RIVALS.map((rival) => ({
      what: `Building the search from its packaged files (${where})`,
      unit: 'ms',
      ours: [built.times.ours],
      against: { name: `${rival} alone`, values: [built.times[rival]] },
    })),
  ];
}
