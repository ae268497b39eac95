import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

/** A frame of a tab and its codes. */
interface FakeFrame {
  frameId: number;
  codes: string[];
}

const tab = vi.hoisted(() => ({ frames: [] as FakeFrame[] }));

vi.mock('wxt/browser', () => ({
  browser: {
    scripting: {
      /** Runs a function in each frame, as the browser does, with what our scripts left there. */
      async executeScript({
        target,
        func,
        args = [],
      }: {
        target: { frameIds?: number[] };
        func: (...args: unknown[]) => unknown;
        args?: unknown[];
      }) {
        const frames = tab.frames.filter(
          ({ frameId }) => !target.frameIds || target.frameIds.includes(frameId),
        );
        return frames.map((frame) => {
          Object.assign(globalThis, {
            signpost: {
              hits: new Set(frame.codes.map((code) => ({ code }))),
            },
          });
          return { frameId: frame.frameId, result: func(...args) };
        });
      },
    },
  },
}));

const { codesOfTab } = await import('../../../messaging/tab-codes');

const frame = (frameId: number, codes: string[]): FakeFrame => ({ frameId, codes });

beforeEach(() => {
  tab.frames = [];
});
afterEach(() => {
  Reflect.deleteProperty(globalThis, 'signpost');
});

describe('the codes of a tab', () => {
  it('are counted by code, and what is no canonical code is dropped', async () => {
    tab.frames = [
      frame(0, ['AADSTS50126', 'constructor', 'AADSTS50126']),
      frame(3, ['__proto__', '50126', 'AADSTS53003']),
    ];
    expect(await codesOfTab(1)).toEqual([
      { code: 'AADSTS50126', count: 2, frameId: 0 },
      { code: 'AADSTS53003', count: 1, frameId: 3 },
    ]);
  });
});
