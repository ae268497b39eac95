import { describe, expect, it } from 'vitest';
import { runsFromNext, runsOf, type FrameMarks } from '../../../messaging/mark-order';

type Frame = FrameMarks & { frameId: number };

const frame = (frameId: number, path: number[], more: Partial<FrameMarks> = {}): Frame => ({
  frameId,
  path,
  parts: [{ marks: 1 }],
  last: -1,
  isFocused: false,
  ...more,
});

/** Runs as `frame: places`. */
const written = (runs: ReturnType<typeof runsOf>) =>
  runs.map(({ frameId, from, until }) => `${frameId}: ${from}-${until}`);

describe('the order of marks across frames', () => {
  it('is that of the page: marks before a frame, in it, and after it', () => {
    const top = frame(0, [], { parts: [{ marks: 2, frame: 0 }, { marks: 1 }] });
    const inner = frame(5, [0], { parts: [{ marks: 3, frame: 0 }, { marks: 0 }] });
    expect(written(runsOf([frame(9, [0, 0]), inner, top]))).toEqual([
      '0: 0-2',
      '5: 0-3',
      '9: 0-1',
      '0: 2-3',
    ]);
  });

  it('is that of the page where a frame that was made later stands first', () => {
    const top = frame(0, [], {
      parts: [
        { marks: 0, frame: 1 },
        { marks: 0, frame: 0 },
      ],
    });
    expect(written(runsOf([top, frame(3, [0]), frame(4, [1])]))).toEqual(['4: 0-1', '3: 0-1']);
  });

  it('ends with the frames of which nobody tells where they stand', () => {
    expect(written(runsOf([frame(8, [1, 0]), frame(6, [2]), frame(0, [])]))).toEqual([
      '0: 0-1',
      '6: 0-1',
      '8: 0-1',
    ]);
  });
});

describe('frames in shadow roots', () => {
  it('come last, and none is lost', () => {
    const top = frame(0, [], { parts: [{ marks: 0, frame: 0 }, { marks: 1 }] });
    const frames = [top, frame(2, [0]), frame(3, [1]), frame(4, [1])];
    expect(written(runsOf(frames))).toEqual(['2: 0-1', '0: 0-1', '3: 0-1', '4: 0-1']);
  });
});

describe('the next mark', () => {
  const top = (more: Partial<FrameMarks> = {}) =>
    frame(0, [], { parts: [{ marks: 2, frame: 0 }, { marks: 1 }], ...more });
  const inner = (more: Partial<FrameMarks> = {}) =>
    frame(5, [0], { parts: [{ marks: 3 }], ...more });

  it('is the one after the last shown, then all others, and at the end that one again', () => {
    expect(written(runsFromNext([top(), inner({ last: 1 })]))).toEqual([
      '5: 2-3',
      '0: 2-3',
      '0: 0-2',
      '5: 0-2',
    ]);
    expect(written(runsFromNext([top({ last: 2 }), inner()]))).toEqual([
      '0: 0-2',
      '5: 0-3',
      '0: 2-3',
    ]);
  });

  it('is the first of the frame with the keyboard, or else of the page, where none was shown', () => {
    expect(written(runsFromNext([top(), inner({ isFocused: true })]))[0]).toBe('5: 0-3');
    expect(written(runsFromNext([top(), inner()]))[0]).toBe('0: 0-2');
  });

  it('is none on a page without marks', () => {
    expect(runsFromNext([frame(0, [], { parts: [{ marks: 0 }], isFocused: true })])).toEqual([]);
    expect(runsFromNext([])).toEqual([]);
  });
});
