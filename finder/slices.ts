import type { Steps } from './page-codes';

/** How long a page waits for us at a time, in milliseconds. A frame at 60 Hz takes 16. */
const SLICE = 12;

/**
 * Does work in slices between which the page gets its turn. The first slice is done at once.
 * @param work Steps of a millisecond or so.
 * @param signal Ends the work at its next pause.
 * @param paused Called at each pause.
 */
export async function inSlices(
  work: Steps,
  signal: AbortSignal,
  paused?: () => void,
): Promise<void> {
  for (let wasLeft = false; !signal.aborted; wasLeft = true) {
    const end = performance.now() + SLICE;
    let isBack = wasLeft;
    do {
      if (work.next(isBack).done) return;
      isBack = false;
    } while (performance.now() < end);
    paused?.();
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
  }
}
