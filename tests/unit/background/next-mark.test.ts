import { afterEach, beforeEach, expect, it, vi } from 'vitest';

/** A frame of a tab: its marks in their order, and the one that shows. */
interface FakeFrame {
  frameId: number;
  path: number[];
  marks: string[];
  hidden: string[];
  shown: string | undefined;
}

const tab = vi.hoisted(() => ({ frames: [] as FakeFrame[] }));

vi.mock('wxt/browser', () => ({
  browser: {
    scripting: {
      /** Runs in each frame, as the browser does, with what our scripts left there. */
      async executeScript({
        target,
        files,
        func,
        args = [],
      }: {
        target: { frameIds?: number[] };
        files?: string[];
        func?: (...args: unknown[]) => unknown;
        args?: unknown[];
      }) {
        const frames = tab.frames.filter(
          ({ frameId }) => !target.frameIds || target.frameIds.includes(frameId),
        );
        return frames.map((frame) => {
          const { frameId, path, marks, shown } = frame;
          const last = shown === undefined ? -1 : marks.indexOf(shown);
          if (files)
            return {
              frameId,
              result: { path, parts: [{ marks: marks.length, frame: 0 }], last, isFocused: false },
            };
          Object.assign(globalThis, {
            signpost: {
              order: marks,
              revealFirst: (some: string[]) =>
                !!(frame.shown = some.find((one) => !frame.hidden.includes(one))),
            },
          });
          return { frameId, result: func!(...args) };
        });
      },
    },
  },
}));

const { showNextMark } = await import('../../../background/next-mark');

const frame = (frameId: number, path: number[], marks: string[], hidden: string[] = []) => ({
  frameId,
  path,
  marks,
  hidden,
  shown: undefined,
});

/** What shows after each of some presses. */
async function press(times: number): Promise<string[]> {
  const seen: string[] = [];
  for (let at = 0; at < times; at++) {
    await showNextMark(1);
    seen.push(tab.frames.flatMap(({ shown }) => shown ?? []).join());
  }
  return seen;
}

beforeEach(() => {
  tab.frames = [];
});
afterEach(() => {
  Reflect.deleteProperty(globalThis, 'signpost');
});

it('goes through the marks of all frames and around, one card at a time', async () => {
  tab.frames = [frame(7, [0], ['c', 'd']), frame(0, [], ['a', 'b'])];
  expect(await press(6)).toEqual(['a', 'b', 'c', 'd', 'a', 'b']);
});

it('passes over marks that nobody can see, and over frames of such', async () => {
  tab.frames = [
    frame(0, [], ['a', 'b'], ['b']),
    frame(4, [0], ['c'], ['c']),
    frame(5, [0, 0], ['d']),
  ];
  expect(await press(4)).toEqual(['a', 'd', 'a', 'd']);
});

it('shows the one mark of a page again', async () => {
  tab.frames = [frame(0, [], ['a'])];
  expect(await press(2)).toEqual(['a', 'a']);
});

it('does nothing on a page without marks, or with hidden ones alone', async () => {
  tab.frames = [frame(0, [], []), frame(3, [0], ['a'], ['a'])];
  expect(await press(2)).toEqual(['', '']);
});
