import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { BUDGETS } from '../budgets';
import type { Measure } from '../measure';
import type { Lab } from './lab';

const PASTES = join(import.meta.dirname, '../../fixtures/texts/pastes.yml');

/** Length of the text, in UTF-16 units. */
const LENGTH = 1_000_000;

/** Readings until the code is compiled. */
const WARM_UP = 4;

/** All outputs of dsregcmd and events of the fixtures, one after another, until the text is long. */
function longText(): string {
  const pastes = parse(readFileSync(PASTES, 'utf8')) as { kind: string; text: string }[];
  const texts = pastes.filter(({ kind }) => ['dsregcmd', 'event'].includes(kind));
  let text = '';
  for (let at = 0; text.length < LENGTH; at++) text += `${texts[at % texts.length]!.text}\n\n\n`;
  return text.slice(0, LENGTH);
}

/** Facts of 1 MB of dsregcmd and events, against cutting the same text into lines and asking each one RegExp. */
export async function facts(lab: Lab, rounds: number): Promise<Measure[]> {
  const text = longText();
  const first: number[] = [];
  for (let round = 0; round < 3; round++) {
    const tab = await lab.open();
    const { ours, records } = await tab.evaluate((one) => bench.timeFacts(one, 1), text);
    await tab.close();
    if (records < 500) throw new Error(`Only ${records} records were read.`);
    first.push(...ours);
  }
  const tab = await lab.open();
  const warm = await tab.evaluate(
    (one, times) => bench.timeFacts(one, times),
    text,
    WARM_UP + rounds,
  );
  await tab.close();
  const ours = warm.ours.slice(WARM_UP);
  const what = `Facts of 1 MB of dsregcmd and events (${lab.browser})`;
  return [
    { what, unit: 'ms', ours, budget: BUDGETS.facts },
    {
      what,
      unit: 'ms',
      ours,
      against: { name: 'lines + RegExp', values: warm.floor.slice(WARM_UP) },
      budget: BUDGETS.factsRatio,
    },
    { what: `${what}, the first time`, unit: 'ms', ours: first },
  ];
}
