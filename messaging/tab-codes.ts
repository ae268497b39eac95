import type { Code } from '../detection/code';
import { inject } from './inject';

/**
 * Shows the card of a code and moves the focus there.
 * @param place The frame, and which of the code's places in it; without one, the next.
 * @returns False where the frame has no card to show, so that the caller explains the code itself.
 */
export async function revealCode(
  tabId: number,
  code: Code,
  { frameId, at }: { frameId: number; at: number | undefined },
): Promise<boolean> {
  const [frame] = await inject({
    target: { tabId, frameIds: [frameId] },
    func: (wanted: string, place: number | null) => {
      const page = Object.hasOwn(globalThis, 'signpost') ? globalThis.signpost : undefined;
      page?.reveal?.(wanted, place ?? undefined);
      return !!page?.reveal;
    },
    args: [code, at ?? null],
  });
  return frame?.result === true;
}

/**
 * Runs the finder in every frame of a tab that the user pointed at (activeTab): at once in those that hold something, and
 * in those that still load when they are done, for which nobody waits.
 */
export async function explainTab(tabId: number): Promise<void> {
  const run = (injectImmediately: boolean) =>
    inject({
      injectImmediately,
      target: { tabId, allFrames: true },
      files: ['/find.js'],
    });
  await run(true);
  run(false).catch(() => {
    // A frame went away meanwhile.
  });
}

/** Ends the finder in every frame of a tab, with all that it shows there. */
export async function stopInTab(tabId: number): Promise<void> {
  await inject({
    target: { tabId, allFrames: true },
    func: () => {
      if (Object.hasOwn(globalThis, 'signpost')) globalThis.signpost?.stop.abort();
    },
  });
}
