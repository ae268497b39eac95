import { setTimeout as sleep } from 'node:timers/promises';
import type { Chromium } from '../chromium/chromium';
import { ON } from '../pages';

/** Milliseconds after the code came onto the page. */
export interface NoteTimes {
  /** The finder has found the code and asks the worker. */
  asked: number;
  /** The worker exists; it did before where it was awake. */
  workerCreated: number;
  workerRuns: number;
  workerHeard: number;
  workerInjects: number;
  /** The card's code starts to run in the frame, and has run. */
  cardStarts: number;
  cardRan: number;
  answered: number;
  inserted: number;
  painted: number;
}

/** Codes of several shards, so that not every one is in the worker's memory. */
const CODES = ['AADSTS50126', 'AADSTS53003', 'AADSTS700016', 'AADSTS50058', 'AADSTS50011'];

/**
 * Puts a code on a page that has none and waits until the frame with its note was painted: a task that follows the
 * animation frame in which the note stands runs right after the browser has painted it.
 */
export async function timeNote(
  chromium: Chromium,
  isStopped: boolean,
  round: number,
): Promise<NoteTimes> {
  const tab = await chromium.open();
  await tab.goto(`${ON}/plain`);
  await sleep(400);
  if (isStopped) await chromium.stopWorker();
  else await chromium.worker();
  const seen = await tab.evaluate(
    async (code) => {
      const inserted = new Promise<number>((resolve) => {
        new MutationObserver((_, observer) => {
          if (!document.querySelector('signpost-note')) return;
          observer.disconnect();
          resolve(performance.now());
        }).observe(document, { subtree: true, childList: true });
      });
      const painted = inserted.then(
        () =>
          new Promise<number>((resolve) => {
            requestAnimationFrame(() => {
              const { port1, port2 } = new MessageChannel();
              port1.onmessage = () => resolve(performance.now());
              port2.postMessage(0);
            });
          }),
      );
      const details = document.createElement('p');
      details.textContent = `Failure reason: ${code}: Error validating credentials.`;
      const start = performance.now();
      document.body.append(details);
      const times = { inserted: (await inserted) - start, painted: (await painted) - start };
      // The answer of the worker may come to the frame after the card that asks for it.
      await new Promise((resolve) => setTimeout(resolve, 100));
      const mark = (name: string) =>
        (performance.getEntriesByName(`bench:${name}`)[0]?.startTime ?? NaN) - start;
      return {
        ...times,
        origin: performance.timeOrigin + start,
        asked: mark('asked'),
        answered: mark('answered'),
        cardStarts: mark('card'),
        cardRan: mark('card-run'),
      };
    },
    CODES[round % CODES.length]!,
  );
  const { origin, ...times } = seen;
  const worker = await chromium.evaluateInWorker<Record<string, number>>(
    'globalThis.benchTimes ?? {}',
  );
  await tab.close();
  const since = (name: string) => (worker[name] ?? NaN) - origin;
  return {
    ...times,
    workerCreated: since('created'),
    workerRuns: since('script'),
    workerHeard: since('heard'),
    workerInjects: since('injecting'),
  };
}
