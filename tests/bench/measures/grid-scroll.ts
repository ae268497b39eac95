import { setTimeout as sleep } from 'node:timers/promises';
import type { Chromium } from '../chromium/chromium';
import { BUDGETS } from '../budgets';
import type { Measure } from '../measure';
import { OFF, ON } from '../pages';

/** Pixels per frame: the 1,000 rows pass by in about four seconds, as under a spun wheel. */
const STEP = 180;

interface Scroll {
  longTasks: number;
  longest: number;
  /** Milliseconds on the main thread. */
  script: number;
  tasks: number;
  /** Kilobytes. */
  heap: number;
  batches: number;
}

async function scroll(chromium: Chromium, origin: string, query: string): Promise<Scroll> {
  const tab = await chromium.open();
  await tab.goto(`${origin}/signin-logs-blade.html${query}`);
  // The fixture draws its grid after 0.7 s; the first codes are explained a little later.
  await sleep(2000);
  const before = await tab.metrics();
  const { durations, batches } = await tab.evaluate(async (step) => {
    const durations: number[] = [];
    const tasks = new PerformanceObserver((list) =>
      durations.push(...list.getEntries().map(({ duration }) => duration)),
    );
    tasks.observe({ type: 'longtask' });
    const scroller = document.querySelector('.ms-DetailsList-contentWrapper')!;
    let batches = 0;
    const changes = new MutationObserver(() => batches++);
    changes.observe(scroller, { subtree: true, childList: true, characterData: true });
    const end = scroller.scrollHeight - scroller.clientHeight;
    await new Promise<void>((resolve) => {
      const frame = () => {
        scroller.scrollTop += step;
        if (scroller.scrollTop >= end - 1) resolve();
        else requestAnimationFrame(frame);
      };
      requestAnimationFrame(frame);
    });
    await new Promise((resolve) => setTimeout(resolve, 500));
    tasks.disconnect();
    changes.disconnect();
    return { durations, batches };
  }, STEP);
  const after = await tab.metrics();
  const heap = await tab.heap();
  await tab.close();
  const spent = (name: string) => (after[name]! - before[name]!) * 1000;
  return {
    longTasks: durations.length,
    longest: Math.max(0, ...durations),
    script: spent('ScriptDuration'),
    tasks: spent('TaskDuration'),
    heap: heap / 1000,
    batches,
  };
}

/** A virtual grid of 1,000 rows scrolled from end to end, with the extension and without it. */
export async function gridScroll(chromium: Chromium, rounds: number): Promise<Measure[]> {
  const measures: Measure[] = [];
  for (const [query, kind] of [
    ['', 'rows replaced'],
    ['?recycle=1', 'rows recycled'],
  ] as const) {
    const on: Scroll[] = [];
    const off: Scroll[] = [];
    for (let round = 0; round < rounds; round++) {
      off.push(await scroll(chromium, OFF, query));
      on.push(await scroll(chromium, ON, query));
    }
    const what = `1,000-row grid scrolled, ${kind}`;
    const side = (name: keyof Scroll) => ({
      ours: on.map((one) => one[name]),
      against: { name: 'extension off', values: off.map((one) => one[name]) },
    });
    const added = on.map((one, at) => (one.tasks - off[at]!.tasks) / one.batches);
    measures.push(
      {
        what: `${what}: tasks over 50 ms`,
        unit: '',
        ...side('longTasks'),
        budget: BUDGETS.longTasks,
      },
      { what: `${what}: script time`, unit: 'ms', ...side('script') },
      { what: `${what}: all tasks`, unit: 'ms', ...side('tasks') },
      { what: `${what}: added per redraw`, unit: 'ms', ours: added, budget: BUDGETS.batch },
      { what: `${what}: heap after it`, unit: 'kB', ...side('heap') },
    );
  }
  return measures;
}
