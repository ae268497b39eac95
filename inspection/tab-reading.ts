import type { FrameReading } from './frame-reading';

/** What a tab holds, as far as the browser lets us look. */
export interface TabReading {
  /** The frames that were read, the page itself first. */
  frames: readonly (FrameReading & { frameId: number })[];
  /** How many frames the browser did not let us read. */
  unread: number;
}

/**
 * Puts the readings of a tab's frames together.
 * @param read In any order. A frame that was not read is known only by the count of the frame that holds it.
 */
export function tabReading(read: readonly (FrameReading & { frameId: number })[]): TabReading {
  const frames = [...read].sort((one, other) => one.frameId - other.frameId);
  const held = frames.reduce((sum, { children }) => sum + children, 0);
  const inner = frames.filter(({ depth }) => depth > 0).length;
  return { frames, unread: Math.max(0, held - inner) };
}
