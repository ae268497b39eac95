import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { whenIdle } from '../../../components/when-idle';

/** What waits for the browser to have nothing to do, by its number. */
let waiting: Map<number, () => void>;

beforeEach(() => {
  waiting = new Map();
  let last = 0;
  vi.stubGlobal('requestIdleCallback', (callback: () => void) => {
    waiting.set(++last, callback);
    return last;
  });
  vi.stubGlobal('cancelIdleCallback', (number: number) => waiting.delete(number));
});
afterEach(() => vi.unstubAllGlobals());

/** Lets the browser be idle once. */
function idle(): void {
  const now = [...waiting.values()];
  waiting.clear();
  for (const callback of now) callback();
}

it('does one piece at a time, in their order, each when the browser is idle', () => {
  const done: string[] = [];
  whenIdle(['terms', 'names', 'guides'].map((piece) => () => done.push(piece)));
  expect(done).toEqual([]);
  idle();
  expect(done).toEqual(['terms']);
  idle();
  expect(done).toEqual(['terms', 'names']);
  idle();
  expect(done).toEqual(['terms', 'names', 'guides']);
  expect(waiting.size).toBe(0);
});

it('does nothing more once it was ended, begun or not', () => {
  const done: string[] = [];
  const pieces = ['terms', 'names'].map((piece) => () => done.push(piece));
  const end = whenIdle(pieces);
  idle();
  end();
  idle();
  expect(done).toEqual(['terms']);
  whenIdle(pieces)();
  idle();
  expect(done).toEqual(['terms']);
});

it('has nothing to do where there are no pieces', () => {
  whenIdle([]);
  idle();
  expect(waiting.size).toBe(0);
});
