import { browser } from 'wxt/browser';
import { canonicalCode, type Code } from '../detection/code';

/** A code of a tab: where it stands and how often. */
export interface TabCode {
  code: Code;
  count: number;
  frameId: number;
}

/**
 * Reads the codes of a tab from the finders in its frames. Nothing is kept between calls, so a stopped worker loses
 * nothing.
 * @returns Codes of all frames in the order of the page, or undefined where no finder runs.
 * @throws Error where the browser or a policy closes the page to extensions.
 */
export async function codesOfTab(tabId: number): Promise<TabCode[] | undefined> {
  const frames = await browser.scripting.executeScript({
    target: { tabId, allFrames: true },
    // Own properties only: where no finder runs, an element of the page with this name answers.
    func: () =>
      Object.hasOwn(globalThis, 'signpost') && globalThis.signpost
        ? [...globalThis.signpost.hits].map(({ code }) => code)
        : undefined,
  });
  if (!frames.some(({ result }) => result)) return undefined;
  const codes = new Map<Code, TabCode>();
  for (const { frameId, result } of frames) {
    for (const code of result ?? []) {
      if (canonicalCode(code) !== code) continue;
      const known = codes.get(code);
      if (known) known.count++;
      else codes.set(code, { code, count: 1, frameId });
    }
  }
  return [...codes.values()];
}

/**
 * Shows the card of a code in its frame and moves the focus there.
 * @returns False where the frame has no card to show, so that the caller explains the code itself.
 */
export async function revealCode(tabId: number, { code, frameId }: TabCode): Promise<boolean> {
  const [frame] = await browser.scripting.executeScript({
    target: { tabId, frameIds: [frameId] },
    func: (wanted: string) => {
      const page = Object.hasOwn(globalThis, 'signpost') ? globalThis.signpost : undefined;
      page?.reveal?.(wanted);
      return !!page?.reveal;
    },
    args: [code],
  });
  return frame?.result === true;
}

/** Runs the finder in every frame of a tab that the user pointed at (activeTab). */
export async function explainTab(tabId: number): Promise<void> {
  const target = { tabId, allFrames: true };
  await browser.scripting.executeScript({ target, files: ['/find.js'] });
}
