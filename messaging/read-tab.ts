import type { FrameReading } from '../inspection/frame-reading';
import { tabReading, type TabReading } from '../inspection/tab-reading';
import { inject } from './inject';

/**
 * Reads what the frames of a tab hold. Nothing is kept between calls, so a stopped worker loses nothing.
 * @throws Error where the browser or a policy closes the page to extensions.
 */
export async function readTab(tabId: number): Promise<TabReading> {
  const frames = await inject({
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
