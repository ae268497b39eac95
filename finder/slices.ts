import type { Steps } from './page-codes';

/** How long a page waits for us at a time, in milliseconds. A frame at 60 Hz takes 16. */
const SLICE = 8;

/**
 * Does work in slices between which the page gets its turn. The first slice is done at once.
 * @param work Steps of a millisecond or so.
 * @param signal Ends the work at its next pause.
 * @param paused Called after each pause, so that it takes no time of the slice before.
 */
export async function inSlices(
  work: Steps,
  signal: AbortSignal,
  paused?: () => void,
): Promise<void> {
  for (let isBack = false; !signal.aborted; isBack = true) {
    const end = performance.now() + SLICE;
    do {
      if (work.next(isBack).done) return;
      isBack = false;
    } while (performance.now() < end);
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
    paused?.();
  }
}
