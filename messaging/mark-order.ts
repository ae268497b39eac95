/** The marks of one frame of a tab, as it says itself. */
export interface FrameMarks {
  /** Where the frame stands: for each frame above it the place among the frames of its parent. */
  path: number[];
  /** In the order of the page: so many marks, and the frame after them by its place among the frames of this one. */
  parts: { marks: number; frame?: number }[];
  /** The mark that was shown last, by its place in the order; -1 for none. */
  last: number;
  /** Whether the keyboard is in it. */
  isFocused: boolean;
}

/** Marks of one frame that follow one another, by their places in its order. `until` is the first one after them. */
export interface Run {
  frameId: number;
  from: number;
  until: number;
}

/**
 * The marks of all frames of a tab in the order of the page: those before a frame, those in it, those after it. Frames
 * of which nobody tells where they stand come last, in the order in which they were made.
 */
export function runsOf(frames: readonly (FrameMarks & { frameId: number })[]): Run[] {
  const keyOf = (path: number[]) => path.join();
  const left = new Map<string, FrameMarks & { frameId: number }>();
  for (const frame of [...frames].sort((one, other) => one.frameId - other.frameId)) {
    const key = keyOf(frame.path);
    // Frames in shadow roots are not among those of their parent, and all seem to stand behind the last.
    left.set(left.has(key) ? `${key} ${frame.frameId}` : key, frame);
  }
  const runs: Run[] = [];
  const visit = (key: string) => {
    const frame = left.get(key);
    if (!frame) return;
    left.delete(key);
    let from = 0;
    for (const { marks, frame: child } of frame.parts) {
      if (marks) runs.push({ frameId: frame.frameId, from, until: from + marks });
      from += marks;
      if (child !== undefined) visit(keyOf([...frame.path, child]));
    }
  };
  visit('');
  for (const key of left.keys()) visit(key);
  return runs;
}

/**
 * The runs of a tab from the mark after the last shown one around to itself; where none was shown, from the first mark
 * of the frame with the keyboard, or of the page.
 */
export function runsFromNext(frames: readonly (FrameMarks & { frameId: number })[]): Run[] {
  const runs = runsOf(frames);
  const shown = frames.find(({ last }) => last >= 0);
  const frameId = (shown ?? frames.find(({ isFocused }) => isFocused))?.frameId;
  const last = shown?.last ?? -1;
  const found = runs.findIndex((run) => run.frameId === frameId && run.until > last);
  const [run, ...rest] = found < 0 ? runs : [...runs.slice(found), ...runs.slice(0, found)];
  if (!run) return [];
  const next = last < run.from ? run.from : last + 1;
  const parts = [{ ...run, from: next }, ...rest, { ...run, until: next }];
  return parts.filter(({ from, until }) => from < until);
}
