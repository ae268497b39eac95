import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PatternRule } from '../../../log/patterns/pattern-rule';
import { BUDGETS } from '../budgets';
import type { Chromium } from '../chromium/chromium';
import type { Tab } from '../chromium/tab';
import type { Measure } from '../measure';
import { LAB } from '../pages';

/** How often the heap is looked at while a log is read. */
const LOOK_EVERY = 50;

/** The most heap that a tab has while something runs in it, in bytes. */
async function peakDuring(tab: Tab, task: Promise<unknown>): Promise<number> {
  let peak = 0;
  let isDone = false;
  const done = task.finally(() => (isDone = true));
  while (!isDone) {
    peak = Math.max(peak, (await tab.metrics()).JSHeapUsedSize!);
    await sleep(LOOK_EVERY);
  }
  await done;
  return peak;
}

/** A log of many rows explained, against a bare streaming parse of the same file, and the heap that it takes. */
export async function log(
  chromium: Chromium,
  script: string,
  rows: number,
  rounds: number,
): Promise<Measure[]> {
  const rules = JSON.parse(
    readFileSync(join(chromium.extension, 'knowledge', 'patterns.json'), 'utf8'),
  ) as PatternRule[];
  const tab = await chromium.open();
  await tab.goto(LAB);
  await tab.evaluateText(`${script};0`);
  const bytes = await tab.evaluate(
    (count, shipped) => bench.prepareLog(count, shipped),
    rows,
    rules,
  );
  const ours: number[] = [];
  const bare: number[] = [];
  const peaks: number[] = [];
  const kept: number[] = [];
  for (let round = 0; round < rounds; round++) {
    bare.push(await tab.evaluate(() => bench.timeBareParse()));
    ours.push(await tab.evaluate(() => bench.timeLog()));
    await tab.evaluate(() => bench.forgetLog());
    // Another reading for the heap, since looking at it takes time.
    const before = await tab.heap();
    peaks.push(
      (await peakDuring(
        tab,
        tab.evaluate(() => bench.timeLog()),
      )) - before,
    );
    kept.push((await tab.heap()) - before);
    await tab.evaluate(() => bench.forgetLog());
  }
  await tab.close();
  const megabytes = (values: number[]) => values.map((value) => value / 1e6);
  const file = { name: 'the file', values: megabytes(ours.map(() => bytes)) };
  const what = `${rows.toLocaleString('en')} rows of CSV`;
  return [
    {
      what: `${what} explained`,
      unit: 'ms',
      ours,
      against: { name: 'Papa Parse alone', values: bare },
      budget: BUDGETS.log,
    },
    {
      what: `Heap while ${what} are explained`,
      unit: 'MB',
      ours: megabytes(peaks),
      against: file,
      budget: BUDGETS.logHeap,
    },
    { what: `Heap that ${what} keep`, unit: 'MB', ours: megabytes(kept), against: file },
  ];
}
