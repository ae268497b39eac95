import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

/** A frame of a tab: how many codes it has, which one shows, and whether the keyboard is in it. */
interface FakeFrame {
  frameId: number;
  codes: string[];
  at: number;
  isFocused: boolean;
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
          vi.stubGlobal('document', { hasFocus: () => frame.isFocused, activeElement: null });
          Object.assign(globalThis, {
            signpost: {
              hits: new Set(frame.codes.map((code) => ({ code }))),
              revealNext: () => {
                frame.at++;
                if (frame.at < frame.codes.length) return true;
                frame.at = -1;
                return false;
              },
            },
          });
          return { frameId: frame.frameId, result: func(...args) };
        });
      },
    },
  },
}));

const { revealNextCode } = await import('../../../messaging/tab-codes');

const frame = (frameId: number, codes: string[], isFocused = false): FakeFrame => ({
  frameId,
  codes,
  at: -1,
  isFocused,
});

/** The code that shows, by frame. */
const shown = () =>
  tab.frames.flatMap(({ frameId, codes, at }) => (at < 0 ? [] : [`${frameId} ${codes[at]}`]));

beforeEach(() => {
  tab.frames = [];
});
afterEach(() => {
  vi.unstubAllGlobals();
  Reflect.deleteProperty(globalThis, 'signpost');
});

describe('the shortcut to the next code', () => {
  it('goes through the frames in their order, and around', async () => {
    // The browser answers in any order.
    tab.frames = [
      frame(7, ['AADSTS53003']),
      frame(0, []),
      frame(3, ['AADSTS50126', 'AADSTS50053'], true),
    ];
    const seen: string[] = [];
    for (let press = 0; press < 4; press++) {
      await revealNextCode(1);
      seen.push(...shown());
      // The card that shows has the keyboard.
      for (const one of tab.frames) one.isFocused = one.at >= 0;
    }
    expect(seen).toEqual(['3 AADSTS50126', '3 AADSTS50053', '7 AADSTS53003', '3 AADSTS50126']);
  });

  it('begins at the first frame with codes where the keyboard is in none', async () => {
    tab.frames = [frame(4, ['AADSTS50126']), frame(2, ['AADSTS53003'])];
    await revealNextCode(1);
    expect(shown()).toEqual(['2 AADSTS53003']);
  });

  it('comes around in a single frame', async () => {
    tab.frames = [frame(0, ['AADSTS50126'], true)];
    await revealNextCode(1);
    await revealNextCode(1);
    expect(shown()).toEqual(['0 AADSTS50126']);
  });

  it('ends where no frame has a code', async () => {
    tab.frames = [frame(0, [])];
    await revealNextCode(1);
    expect(shown()).toEqual([]);
  });
});
