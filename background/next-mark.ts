import { runsFromNext, type FrameMarks, type Run } from '../messaging/mark-order';
import { inject } from '../messaging/inject';

/** Shows the first of some marks of a frame that a person can see. */
async function show(tabId: number, { frameId, from, until }: Run): Promise<boolean> {
  const [frame] = await inject({
    target: { tabId, frameIds: [frameId] },
    func: (first: number, end: number) => {
      // Own properties only: where no finder runs, an element of the page with this name answers.
      const page = Object.hasOwn(globalThis, 'signpost') ? globalThis.signpost : undefined;
      return !!page?.revealFirst?.(page.order!.slice(first, end));
    },
    args: [from, until],
  });
  return frame?.result === true;
}

/**
 * Shows the card of the next mark of a tab, in the order of the page and across its frames, and after the last one the
 * first. Marks that nobody can see are passed over.
 */
export async function showNextMark(tabId: number): Promise<void> {
  const results = await inject({
    target: { tabId, allFrames: true },
    files: ['/marks-of-frame.js'],
  });
  const frames = results.flatMap(({ frameId, result }) =>
    result ? [{ ...(result as FrameMarks), frameId }] : [],
  );
  for (const run of runsFromNext(frames)) {
    if (!(await show(tabId, run))) continue;
    // The card that another frame shows goes, and with it the place from which the next one would be told.
    const others = frames.filter(({ frameId, last }) => last >= 0 && frameId !== run.frameId);
    await Promise.all(others.map(({ frameId }) => show(tabId, { frameId, from: 0, until: 0 })));
    return;
  }
}
