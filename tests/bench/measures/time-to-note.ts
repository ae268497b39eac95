import type { Chromium } from '../chromium/chromium';
import { BUDGETS } from '../budgets';
import type { Measure } from '../measure';
import { ON } from '../pages';
import { timeNote, type NoteTimes } from './note-times';

/** The steps from a code to its note, each with the moment at which it ends. */
const STEPS: [step: string, end: keyof NoteTimes, start?: keyof NoteTimes][] = [
  ['found, worker asked', 'asked'],
  ['worker created', 'workerCreated', 'asked'],
  ['worker heard', 'workerHeard', 'asked'],
  ['worker injects the card', 'workerInjects', 'workerHeard'],
  ['card in the frame', 'cardStarts', 'workerInjects'],
  ['card ran', 'cardRan', 'cardStarts'],
  ['answer in the frame', 'answered', 'cardRan'],
  ['note in the page', 'inserted', 'answered'],
  ['painted', 'painted', 'inserted'],
];

/**
 * From a code on the page to the painted note.
 * @param chromium With a traced extension.
 */
export async function timeToNote(chromium: Chromium, rounds: number): Promise<Measure[]> {
  // The first note ever pays for the browser's own caches, once.
  await timeNote(chromium, false, 0);
  const awake: NoteTimes[] = [];
  const stopped: NoteTimes[] = [];
  const loaded: number[] = [];
  for (let round = 0; round < rounds; round++) {
    awake.push(await timeNote(chromium, false, round));
    stopped.push(await timeNote(chromium, true, round));
    loaded.push(await timeLoaded(chromium));
  }
  const total = (times: NoteTimes[]) => times.map(({ painted }) => painted);
  return [
    {
      what: 'Code on page → note painted, worker awake',
      unit: 'ms',
      ours: total(awake),
      budget: BUDGETS.noteAwake,
    },
    {
      what: 'Code on page → note painted, worker stopped',
      unit: 'ms',
      ours: total(stopped),
      budget: BUDGETS.noteStopped,
    },
    {
      what: 'Document ready with a code → note painted, worker awake',
      unit: 'ms',
      ours: loaded,
    },
    ...STEPS.flatMap(([step, end, start]): Measure[] =>
      (
        [
          ['awake', awake],
          ['stopped', stopped],
        ] as const
      )
        .filter(([state]) => end !== 'workerCreated' || state === 'stopped')
        .map(([state, times]) => ({
          what: `… of which, ${state}: ${step}`,
          unit: 'ms',
          ours: times.map((one) => one[end] - (start ? one[start] : 0)),
        })),
    ),
  ];
}

/** Milliseconds from the end of DOMContentLoaded, where Chromium's own wait for an idle moment begins. */
async function timeLoaded(chromium: Chromium): Promise<number> {
  const tab = await chromium.open();
  await tab.addInitScript(() => {
    const afterPaint = () => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => performance.mark('bench:painted');
      port2.postMessage(0);
    };
    new MutationObserver((_, observer) => {
      if (!document.querySelector('signpost-note')) return;
      observer.disconnect();
      requestAnimationFrame(afterPaint);
    }).observe(document, { subtree: true, childList: true });
  });
  await tab.goto(`${ON}/with-code`);
  const time = await tab.evaluate(async () => {
    const painted = () => performance.getEntriesByName('bench:painted')[0]?.startTime;
    while (!painted()) await new Promise((resolve) => setTimeout(resolve, 20));
    const [load] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    return painted()! - load!.domContentLoadedEventEnd;
  });
  await tab.close();
  return time;
}
