import type { Steps } from '../../../finder/page-codes';

/**
 * Does all steps at once.
 * @param pause What happens to the page at each of them, as if the work had been left there.
 */
export function runAll(work: Steps, pause?: () => void): void {
  for (let done = work.next(false).done; !done;) {
    pause?.();
    ({ done } = work.next(!!pause));
  }
}
