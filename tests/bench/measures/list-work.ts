import { setTimeout as sleep } from 'node:timers/promises';
import type { Chromium } from '../chromium/chromium';
import type { Tab } from '../chromium/tab';
import { BUDGETS } from '../budgets';
import type { Measure } from '../measure';
import { OFF, ON } from '../pages';

/** What an administrator does with a list. */
const TASKS = ['scroll', 'sort', 'filter', 'columns', 'details'] as const;
type Task = (typeof TASKS)[number];

/** Where the list stands: in a frame of the shell, which shares its thread here, or in the shell itself. */
const PLACES = { frame: '', shell: '&inline=1' } as const;

interface Work {
  /** Milliseconds on the main thread. */
  tasks: number;
  /** How often the page drew rows anew. */
  batches: number;
  /** Durations of tasks over 50 ms. */
  long: number[];
}

/** Does one task again and again in the page. Returns how often rows were drawn, and the long tasks. */
function work(tab: Tab, task: Task): Promise<Omit<Work, 'tasks'>> {
  return tab.evaluate(async (what) => {
    interface ListWindow extends Window {
      fixtureGrid: Record<string, (isOn?: boolean) => void>;
    }
    const inner = (document.querySelector('iframe')?.contentWindow ?? window) as ListWindow;
    const long: number[] = [];
    const tasks = new PerformanceObserver((list) =>
      long.push(...list.getEntries().map(({ duration }) => duration)),
    );
    tasks.observe({ type: 'longtask' });
    const rows = inner.document.querySelector('.ms-DetailsList-contentWrapper')!;
    let batches = 0;
    const changes = new MutationObserver(() => batches++);
    changes.observe(rows, { subtree: true, childList: true, characterData: true });
    const pause = (time: number) => new Promise((resolve) => setTimeout(resolve, time));
    for (let round = 0; round < 6; round++) {
      if (what === 'scroll')
        for (let step = 0; step < 12; step++) {
          rows.scrollTop += 180;
          await new Promise((resolve) => requestAnimationFrame(resolve));
        }
      else if (what === 'details') {
        if (round % 2) document.querySelector('.fxs-contextpane')!.remove();
        else rows.querySelector<HTMLElement>('.ms-DetailsRow')!.click();
        batches++;
        await pause(300);
      } else inner.fixtureGrid[what]!(round % 2 === 0);
      await pause(200);
    }
    await pause(400);
    tasks.disconnect();
    changes.disconnect();
    return { long, batches };
  }, task);
}

async function workOn(chromium: Chromium, origin: string, query: string): Promise<Map<Task, Work>> {
  const tab = await chromium.open();
  await tab.goto(`${origin}/admin-center.html?act=1&recycle=1${query}`);
  // The fixture draws its frame and its list after 1.3 s; the first codes are explained a little later.
  await sleep(3000);
  const done = new Map<Task, Work>();
  for (const task of TASKS) {
    const before = await tab.worked();
    const result = await work(tab, task);
    done.set(task, { ...result, tasks: (await tab.worked()) - before });
  }
  await tab.close();
  return done;
}

/** Keeps the times at which a badge is drawn from now on, in the worker. Run again it begins anew. */
const WATCH_BADGE = `if (globalThis.badgesAt) badgesAt.length = 0; else {
  globalThis.badgesAt = [];
  const { action } = globalThis.browser ?? chrome;
  const set = action.setBadgeText.bind(action);
  action.setBadgeText = (details) => { badgesAt.push(Date.now()); return set(details); };
}`;

/** The most badges in any second. */
function mostInOneSecond(times: readonly number[]): number {
  const counts = times.map(
    (start) => times.filter((time) => time >= start && time < start + 990).length,
  );
  return Math.max(0, ...counts);
}

/** A list of 1,000 rows with marks of every weight at work, with the extension and without it. */
export async function listWork(chromium: Chromium, rounds: number): Promise<Measure[]> {
  const measures: Measure[] = [];
  for (const [place, query] of Object.entries(PLACES)) {
    const on: Map<Task, Work>[] = [];
    const off: Map<Task, Work>[] = [];
    const badges: number[] = [];
    for (let round = 0; round < rounds; round++) {
      off.push(await workOn(chromium, OFF, query));
      await chromium.evaluateInWorker(WATCH_BADGE);
      on.push(await workOn(chromium, ON, query));
      badges.push(mostInOneSecond(await chromium.evaluateInWorker<number[]>('badgesAt')));
    }
    const what = `1,000-row list in ${place === 'frame' ? 'a frame' : 'the shell'}`;
    const longTasks = (runs: Map<Task, Work>[]) =>
      runs.map((run) => [...run.values()].reduce((sum, { long }) => sum + long.length, 0));
    measures.push({
      what: `${what}: tasks over 50 ms`,
      unit: '',
      ours: longTasks(on),
      against: { name: 'extension off', values: longTasks(off) },
      budget: BUDGETS.longTasks,
    });
    for (const task of TASKS)
      measures.push({
        what: `${what}, ${task}: added per redraw`,
        unit: 'ms',
        ours: on.map((run, at) => {
          const { tasks, batches } = run.get(task)!;
          return (tasks - off[at]!.get(task)!.tasks) / batches;
        }),
        // Details are a document of their own, whose first reading is no redraw.
        ...(task !== 'details' && { budget: BUDGETS.batch }),
      });
    measures.push({
      what: `${what}: most badges in a second`,
      unit: '',
      ours: badges,
      budget: BUDGETS.badge,
    });
  }
  return measures;
}
