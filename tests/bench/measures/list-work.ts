import { setTimeout as sleep } from 'node:timers/promises';
import type { Chromium } from '../chromium/chromium';
import type { Tab } from '../chromium/tab';
import { BUDGETS } from '../budgets';
import type { Measure } from '../measure';
import { OFF, ON } from '../pages';
import { median } from '../statistics';

/** What an administrator does with a list. */
const TASKS = ['scroll', 'sort', 'filter', 'columns', 'details'] as const;
type Task = (typeof TASKS)[number];

/** Where the list stands: in a frame of the shell, which shares its thread here, or in the shell itself. */
const PLACES = { frame: '', shell: '&inline=1' } as const;

/** What the thread of a page did, in milliseconds. */
interface Cost {
  /** All of it. */
  tasks: number;
  script: number;
  /** Style and layout. */
  layout: number;
}

interface Work {
  /** What the thread did for each redraw, once for each time that the task was done. */
  redraws: Map<Task, Cost[]>;
  /** How many tasks took over 50 ms. */
  longTasks: number;
}

/** How often each task is done: of several the median counts, whatever disturbs one of them. */
const TIMES = 6;

/** Does one task once in the page, and waits until what it leads to is done. Returns how often rows were drawn. */
function doOnce(tab: Tab, task: Task, time: number): Promise<number> {
  return tab.evaluate(
    async (what, isOn) => {
      interface ListWindow extends Window {
        fixtureGrid: Record<string, (isOn?: boolean) => void>;
      }
      const inner = (document.querySelector<HTMLIFrameElement>('#bladeSlot iframe')
        ?.contentWindow ?? window) as ListWindow;
      const rows = inner.document.querySelector('.ms-DetailsList-contentWrapper')!;
      let batches = 0;
      const changes = new MutationObserver(() => batches++);
      changes.observe(rows, { subtree: true, childList: true, characterData: true });
      if (what === 'scroll')
        for (let step = 0; step < 12; step++) {
          rows.scrollTop += 180;
          await new Promise((resolve) => requestAnimationFrame(resolve));
        }
      else if (what !== 'details') inner.fixtureGrid[what]!(isOn);
      else if (isOn) rows.querySelector<HTMLElement>('.ms-DetailsRow')!.click();
      else document.querySelector('.fxs-contextpane')!.remove();
      // Rows are read again a quarter of a second after they changed.
      await new Promise((resolve) => setTimeout(resolve, 400));
      changes.disconnect();
      // Details are a document of their own.
      return what === 'details' ? 1 : batches;
    },
    task,
    time % 2 === 0,
  );
}

/** Does a task several times. Returns what each redraw cost. */
async function work(tab: Tab, task: Task): Promise<Cost[]> {
  const redraws: Cost[] = [];
  for (let time = 0; time < TIMES; time++) {
    const before = await costOf(tab);
    const batches = await doOnce(tab, task, time);
    const after = await costOf(tab);
    const each = (part: keyof Cost) => (after[part] - before[part]) / batches;
    redraws.push({ tasks: each('tasks'), script: each('script'), layout: each('layout') });
  }
  return redraws;
}

async function costOf(tab: Tab): Promise<Cost> {
  const metrics = await tab.metrics();
  const spent = (name: string) => metrics[name]! * 1000;
  return {
    tasks: spent('TaskDuration'),
    script: spent('ScriptDuration'),
    layout: spent('LayoutDuration') + spent('RecalcStyleDuration'),
  };
}

async function workOn(chromium: Chromium, origin: string, query: string): Promise<Work> {
  const tab = await chromium.open();
  await tab.goto(`${origin}/admin-center.html?act=1&recycle=1${query}`);
  await tab.evaluate(async () => {
    const frame = () =>
      document.querySelector<HTMLIFrameElement>('#bladeSlot iframe')?.contentDocument;
    while (!(frame() ?? document).querySelector('.ms-DetailsRow'))
      await new Promise((resolve) => setTimeout(resolve, 100));
    const state = globalThis as unknown as { longTasks: number };
    state.longTasks = 0;
    const tasks = new PerformanceObserver((list) => (state.longTasks += list.getEntries().length));
    tasks.observe({ type: 'longtask' });
  });
  // The first codes are explained a little later.
  await sleep(1500);
  const redraws = new Map<Task, Cost[]>();
  for (const task of TASKS) redraws.set(task, await work(tab, task));
  const longTasks = await tab.evaluate(
    () => (globalThis as unknown as { longTasks: number }).longTasks,
  );
  await tab.close();
  return { redraws, longTasks };
}

/** Keeps the times at which a badge is drawn from now on, in the worker. Run again it begins anew. */
const WATCH_BADGE = `if (globalThis.badgesAt) badgesAt.length = 0; else {
  globalThis.badgesAt = [];
  const { action } = globalThis.browser ?? chrome;
  const set = action.setBadgeText.bind(action);
  action.setBadgeText = (details) => { badgesAt.push(Date.now()); return set(details); };
}`;

/** Wakes the worker, which may have stopped while nothing asked it anything. */
async function wakeWorker(chromium: Chromium): Promise<void> {
  const tab = await chromium.open();
  await tab.goto(`${ON}/with-code`);
  await chromium.worker();
  await tab.close();
}

/** The most badges in any second. */
function mostInOneSecond(times: readonly number[]): number {
  const counts = times.map(
    (start) => times.filter((time) => time >= start && time < start + 990).length,
  );
  return Math.max(0, ...counts);
}

/** What the extension adds to a part of the work for each redraw: by task the difference of the medians, on average. */
function addedPerRedraw(
  on: Work,
  off: Work,
  tasks: readonly Task[],
  part: (cost: Cost) => number,
): number {
  const usual = ({ redraws }: Work, task: Task) => median(redraws.get(task)!.map(part));
  const added = tasks.map((task) => usual(on, task) - usual(off, task));
  return added.reduce((sum, one) => sum + one) / tasks.length;
}

/** Details are a document of their own, whose first reading is no redraw. */
const REDRAWS = TASKS.filter((task) => task !== 'details');

/** What the added work is made of. The rest is drawing, messages and the badge. */
const PARTS: Record<string, (cost: Cost) => number> = {
  'of it script': ({ script }) => script,
  'of it style and layout': ({ layout }) => layout,
  'of it drawing and all else': ({ tasks, script, layout }) => tasks - script - layout,
};

/** A list of 1,000 rows with marks of every weight at work, with the extension and without it. */
export async function listWork(chromium: Chromium, rounds: number): Promise<Measure[]> {
  const measures: Measure[] = [];
  for (const [place, query] of Object.entries(PLACES)) {
    const on: Work[] = [];
    const off: Work[] = [];
    const badges: number[] = [];
    for (let round = 0; round < rounds; round++) {
      off.push(await workOn(chromium, OFF, query));
      await wakeWorker(chromium);
      await chromium.evaluateInWorker(WATCH_BADGE);
      on.push(await workOn(chromium, ON, query));
      badges.push(mostInOneSecond(await chromium.evaluateInWorker<number[]>('badgesAt')));
    }
    const what = `1,000-row list in ${place === 'frame' ? 'a frame' : 'the shell'}`;
    const longTasks = (runs: Work[]) => runs.map((run) => run.longTasks);
    measures.push({
      what: `${what}: tasks over 50 ms`,
      unit: '',
      ours: longTasks(on),
      against: { name: 'extension off', values: longTasks(off) },
      budget: BUDGETS.longTasks,
    });
    const added = (tasks: readonly Task[], part: (cost: Cost) => number) =>
      on.map((run, at) => addedPerRedraw(run, off[at]!, tasks, part));
    measures.push({
      what: `${what} at work: added per redraw`,
      unit: 'ms',
      ours: added(REDRAWS, ({ tasks }) => tasks),
      budget: BUDGETS.batch,
    });
    for (const [name, part] of Object.entries(PARTS))
      measures.push({ what: `${what} at work, ${name}`, unit: 'ms', ours: added(REDRAWS, part) });
    for (const task of TASKS)
      measures.push({
        what: `${what}, ${task}: added per ${task === 'details' ? 'opening or closing' : 'redraw'}`,
        unit: 'ms',
        ours: added([task], ({ tasks }) => tasks),
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
