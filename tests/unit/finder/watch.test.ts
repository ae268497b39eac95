// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchText, type Watcher } from '../../../finder/watch';

let stop: AbortController;
let read: ReturnType<typeof vi.fn<Watcher['read']>>;
let drawFrame: (() => void) | undefined;

/** Changes the text of the page, after the pause since the last reading, and lets the observer tell. */
async function redraw(): Promise<void> {
  await vi.advanceTimersByTimeAsync(200);
  read.mockClear();
  document.body.firstChild!.textContent = `row ${Math.random()}`;
  await vi.advanceTimersByTimeAsync(0);
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('requestAnimationFrame', (callback: () => void) => {
    drawFrame = callback;
    return 1;
  });
  vi.stubGlobal('cancelAnimationFrame', () => (drawFrame = undefined));
  document.body.innerHTML = '<p>row</p>';
  stop = new AbortController();
  read = vi.fn<Watcher['read']>(() => Promise.resolve());
  watchText({ read, search: () => Promise.resolve(), reopened: () => {} }, stop.signal);
});

afterEach(() => {
  stop.abort();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a page that draws something new', () => {
  it('is read right before the frame in which that is drawn, and once', async () => {
    await redraw();
    expect(read).not.toHaveBeenCalled();
    drawFrame!();
    expect(read).toHaveBeenCalledOnce();
    await vi.advanceTimersByTimeAsync(500);
    expect(read).toHaveBeenCalledOnce();
  });

  it('is read all the same where no frame is drawn, out of sight', async () => {
    await redraw();
    await vi.advanceTimersByTimeAsync(60);
    expect(read).toHaveBeenCalledOnce();
    expect(drawFrame).toBeUndefined();
  });

  it('is read by the element that was flooded, where thousands of nodes come at once', async () => {
    const log = document.createElement('pre');
    document.body.append(log);
    await vi.advanceTimersByTimeAsync(200);
    for (let at = 0; at < 2000; at++) log.append(`line ${at}\n`);
    await vi.advanceTimersByTimeAsync(200);
    const [{ roots }] = read.mock.lastCall!;
    expect(roots.has(log)).toBe(true);
    expect(roots.size).toBe(1);
  });

  it('is left alone after the watch ended', async () => {
    await redraw();
    stop.abort();
    await vi.advanceTimersByTimeAsync(500);
    expect(read).not.toHaveBeenCalled();
    expect(drawFrame).toBeUndefined();
  });
});
