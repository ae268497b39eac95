import { setTimeout as sleep } from 'node:timers/promises';
import type { Chromium } from '../chromium/chromium';
import { BUDGETS } from '../budgets';
import type { Measure } from '../measure';
import { OFF, ON } from '../pages';
import { SHAPES, type ShapeName } from '../../page-shapes';

/** Until all is read and marked, in milliseconds. */
const SETTLED = 2500;

interface Cost {
  /** Milliseconds of the page's thread, and of its longest task beyond 50. */
  tasks: number;
  longest: number;
}

async function costOf(
  chromium: Chromium,
  script: string,
  origin: string,
  shape: ShapeName,
): Promise<Cost> {
  const tab = await chromium.open();
  await tab.goto(`${origin}/plain`);
  await tab.evaluateText(`${script};0`);
  // The finder's first look, and its search after it.
  await sleep(1500);
  const before = await tab.metrics();
  await tab.evaluate(() => {
    const tasks = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) {
        const state = globalThis as unknown as { longest?: number };
        state.longest = Math.max(state.longest ?? 0, duration);
      }
    });
    tasks.observe({ type: 'longtask' });
  });
  await tab.evaluate((one) => bench.takeShape(one), shape);
  await sleep(SETTLED);
  const longest = await tab.evaluate(
    () => (globalThis as unknown as { longest?: number }).longest ?? 0,
  );
  const after = await tab.metrics();
  await tab.close();
  return { tasks: (after.TaskDuration! - before.TaskDuration!) * 1000, longest };
}

/** Shapes that punish a careless finder, with the extension and without it. */
export async function shapes(
  chromium: Chromium,
  script: string,
  rounds: number,
): Promise<Measure[]> {
  const measures: Measure[] = [];
  for (const shape of Object.keys(SHAPES) as ShapeName[]) {
    const on: Cost[] = [];
    const off: Cost[] = [];
    for (let round = 0; round < rounds; round++) {
      off.push(await costOf(chromium, script, OFF, shape));
      on.push(await costOf(chromium, script, ON, shape));
    }
    measures.push(
      {
        what: `${shape}: time of the page's thread`,
        unit: 'ms',
        ours: on.map(({ tasks }) => tasks),
        against: { name: 'extension off', values: off.map(({ tasks }) => tasks) },
        budget: BUDGETS.shape,
      },
      {
        what: `${shape}: longest task beyond the page's own`,
        unit: 'ms',
        // A task of the page's own that is as long hides ours, which then is no longer than it.
        ours: on.map(({ longest }, at) => (longest <= off[at]!.longest * 1.2 ? 0 : longest)),
        budget: BUDGETS.shapeTask,
      },
    );
  }
  return measures;
}
