import { watchText } from '../../../finder/watch';
import { Grid } from './grid';
import { createOurReader, type OurReader } from './our-reader';

const ROWS = 30;

/** What happens to the rows of a batch. */
export type BatchKind = 'rewrite' | 'replace';

/**
 * Runs the shipped watcher with its observer, its timer and its frame in our hands, so that what it does for one batch can be
 * timed apart from the page's own work.
 * @returns A function that gives the milliseconds of ours for what changed since its last call.
 */
function holdWatch(reader: OurReader, signal: AbortSignal): () => number {
  const {
    MutationObserver: Real,
    setTimeout: realTimeout,
    requestAnimationFrame: realFrame,
  } = globalThis;
  let deliver: MutationCallback = () => {};
  let observer!: MutationObserver;
  const hold = (callback: MutationCallback, made: MutationObserver) => {
    deliver = callback;
    observer = made;
  };
  globalThis.MutationObserver = class extends Real {
    constructor(callback: MutationCallback) {
      super(() => {});
      hold(callback, this);
    }
  };
  watchText(
    {
      async read(changes) {
        reader.read(changes);
        reader.search(changes.roots);
      },
      search: async () => {},
      reopened: () => {},
    },
    signal,
  );
  globalThis.MutationObserver = Real;

  return () => {
    let flush: (() => void) | undefined;
    const records = observer.takeRecords();
    // Whichever comes first reads what changed.
    globalThis.setTimeout = globalThis.requestAnimationFrame = ((callback: () => void) => {
      flush = callback;
      return 1;
    }) as never;
    const start = performance.now();
    deliver(records, observer);
    flush?.();
    const taken = performance.now() - start;
    globalThis.setTimeout = realTimeout;
    globalThis.requestAnimationFrame = realFrame;
    return taken;
  };
}

/**
 * Rewrites or replaces 30 rows of nine cells again and again beside whatever the page already holds.
 * @returns Milliseconds of ours for each batch.
 */
export async function timeBatches(kind: BatchKind, batches: number): Promise<number[]> {
  const grid = new Grid(ROWS);
  const stop = new AbortController();
  const reader = createOurReader();
  const time = holdWatch(reader, stop.signal);
  const times: number[] = [];
  for (let batch = 0; batch < batches; batch++) {
    // The batch before has to be done with.
    await new Promise((resolve) => setTimeout(resolve));
    grid[kind]();
    // The page itself lays out what it changed.
    document.body.getBoundingClientRect();
    times.push(time());
  }
  if (!reader.codes.hits.size) throw new Error('The reader found no code in the grid.');
  stop.abort();
  reader.clear();
  return times;
}
