import { browser } from 'wxt/browser';
import type { FrameReading } from '../inspection/frame-reading';
import { tabReading, type TabReading } from '../inspection/tab-reading';

/**
 * Reads what the frames of a tab hold. Nothing is kept between calls, so a stopped worker loses nothing.
 * @throws Error where the browser or a policy closes the page to extensions.
 */
export async function readTab(tabId: number): Promise<TabReading> {
  const frames = await browser.scripting.executeScript({
    // A single frame that never ends loading would keep all others from being read.
    injectImmediately: true,
    target: { tabId, allFrames: true },
    files: ['/inspect.js'],
  });
  return tabReading(
    // A frame in which the script failed has no result.
    frames.flatMap(({ frameId, result }) =>
      result ? { ...(result as FrameReading), frameId } : [],
    ),
  );
}
