import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUDGETS } from '../budgets';
import { unpackIndexLine, type PackedIndexLine } from '../../../lookup/index-line';
import type { Measure } from '../measure';
import { median, percentile } from '../statistics';
import type { Lab } from './lab';

/** Every keystroke of people who look something up, over the whole packaged catalog, against Fuse alone. */
export async function keystrokes(lab: Lab, extension: string, rounds: number): Promise<Measure[]> {
  const file = join(extension, 'knowledge', 'en', 'index.json');
  const catalog = (JSON.parse(readFileSync(file, 'utf8')) as PackedIndexLine[]).map(
    unpackIndexLine,
  );
  const tab = await lab.open();
  const built = await tab.evaluate((lines) => bench.prepareKeystrokes(lines), catalog);
  const passes: { ours: number[]; fuse: number[] }[] = [];
  for (let round = 0; round < rounds; round++) {
    passes.push(await tab.evaluate(() => bench.timeKeystrokes()));
  }
  await tab.close();
  const of = (side: 'ours' | 'fuse', pick: (times: number[]) => number) =>
    passes.map((pass) => pick(pass[side]));
  const p95 = (times: number[]) => percentile(times, 0.95);
  const where = `${lab.browser}, ${catalog.length.toLocaleString('en')} entries`;
  return [
    {
      what: `Keystroke, p50 (${where})`,
      unit: 'ms',
      ours: of('ours', median),
      against: { name: 'Fuse alone', values: of('fuse', median) },
      budget: BUDGETS.fuse,
    },
    {
      what: `Keystroke, p95 (${where})`,
      unit: 'ms',
      ours: of('ours', p95),
      against: { name: 'Fuse alone', values: of('fuse', p95) },
      budget: BUDGETS.fuse,
    },
    {
      what: `Keystroke, p95 (${where})`,
      unit: 'ms',
      ours: of('ours', p95),
      budget: BUDGETS.keystroke,
    },
    {
      what: `Building the search (${where})`,
      unit: 'ms',
      ours: [built.ours],
      against: { name: 'Fuse alone', values: [built.fuse] },
    },
  ];
}
