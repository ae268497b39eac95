import { browser } from 'wxt/browser';
import type { Code } from '../detection/code';

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
  const [frame] = await browser.scripting.executeScript({
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
 * Shows the next code of a tab: in the frame that has the focus, and after its last code in the frames after it, around
 * to the first. A frame in which every code is hidden is passed over.
 */
export async function revealNextCode(tabId: number): Promise<void> {
  const frames = await browser.scripting.executeScript({
    target: { tabId, allFrames: true },
    func: () =>
      Object.hasOwn(globalThis, 'signpost') && globalThis.signpost?.hits.size
        ? { isFocused: document.hasFocus() && document.activeElement?.tagName !== 'IFRAME' }
        : null,
  });
  const withCodes = frames
    .filter(({ result }) => result)
    .sort((one, other) => one.frameId - other.frameId);
  const focused = withCodes.findIndex(({ result }) => result?.isFocused);
  const start = Math.max(focused, 0);
  // Once around and back to the frame where it began, whose first code follows its last.
  for (const { frameId } of [...withCodes.slice(start), ...withCodes.slice(0, start + 1)]) {
    const [frame] = await browser.scripting.executeScript({
      target: { tabId, frameIds: [frameId] },
      func: () =>
        Object.hasOwn(globalThis, 'signpost') ? globalThis.signpost?.revealNext?.() : false,
    });
    if (frame?.result) return;
  }
}

/** Runs the finder in every frame of a tab that the user pointed at (activeTab). */
export async function explainTab(tabId: number): Promise<void> {
  const target = { tabId, allFrames: true };
  await browser.scripting.executeScript({ target, files: ['/find.js'] });
}

/** Ends the finder in every frame of a tab, with all that it shows there. */
export async function stopInTab(tabId: number): Promise<void> {
  await browser.scripting.executeScript({
    target: { tabId, allFrames: true },
    func: () => {
      if (Object.hasOwn(globalThis, 'signpost')) globalThis.signpost?.stop.abort();
    },
  });
}
