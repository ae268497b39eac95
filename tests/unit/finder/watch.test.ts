// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi, type Mock } from 'vitest';
import { watchText, type Watcher } from '../../../finder/watch';

let stop: AbortController;
let read: Mock<Watcher['read']>;
let search: Mock<() => Promise<void>>;
let reopened: Mock<() => void>;
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
  search = vi.fn(() => Promise.resolve());
  reopened = vi.fn();
  watch();
});

function watch(): void {
  watchText({ read, search, reopened }, stop.signal);
}

afterEach(() => {
  stop.abort();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  show('innerWidth', 1024);
  Reflect.deleteProperty(Document.prototype, 'designMode');
});

/** Gives the frame another width, or hides the tab. */
function show(name: 'innerWidth' | 'innerHeight', value: number): void {
  Object.defineProperty(window, name, { value, configurable: true });
}

/** Lets what changed be told and read. */
async function settle(): Promise<void> {
  await vi.advanceTimersByTimeAsync(300);
}

/** What the readings since the last look were given: the nodes that are new, and those that went. */
function given(): { roots: Node[]; removed: Node[] } {
  const all = read.mock.calls.map(([changes]) => changes);
  read.mockClear();
  return {
    roots: all.flatMap(({ roots }) => [...roots]),
    removed: all.flatMap(({ goneNodes }) => [...goneNodes]),
  };
}

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
    for (let at = 0; at < 6000; at++) log.append(`line ${at}\n`);
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

describe('what is read', () => {
  beforeEach(async () => {
    await settle();
    given();
  });

  it('is the whole page at first', () => {
    watch();
    expect(given()).toEqual({ roots: [document.body], removed: [] });
  });

  it('is an element that came, and what went', async () => {
    const line = document.createElement('p');
    const old = document.body.firstChild!;
    old.replaceWith(line);
    await settle();
    expect(given()).toEqual({ roots: [line], removed: [old] });
  });

  it('is a text that came, and no comment', async () => {
    const text = document.createTextNode('AADSTS50126');
    document.body.append(document.createComment('AADSTS50058'), text);
    await settle();
    expect(given()).toEqual({ roots: [text], removed: [] });
  });

  it('is a part that becomes one to be written in, whose codes go', async () => {
    const line = document.querySelector('p')!;
    line.setAttribute('contenteditable', 'true');
    await settle();
    expect(given()).toEqual({ roots: [line], removed: [line] });
  });

  it('is nothing while nothing changes', async () => {
    await vi.advanceTimersByTimeAsync(10_000);
    expect(read).not.toHaveBeenCalled();
  });

  it('is the whole page when its document becomes a text to be written, and again after that', async () => {
    for (const mode of ['on', 'off']) {
      // happy-dom has no property of this name.
      Object.defineProperty(Document.prototype, 'designMode', { value: mode, configurable: true });
      await vi.advanceTimersByTimeAsync(1500);
      expect(given().roots).toEqual([document.body]);
    }
  });

  it('is what changes in a shadow root that was found', async () => {
    const root = document.createElement('div').attachShadow({ mode: 'open' });
    document.body.append(root.host);
    read.mockImplementationOnce((_, include) => {
      include(root);
      return Promise.resolve();
    });
    await settle();
    expect(given().roots).toEqual([root.host, root]);
    root.append('AADSTS50126');
    await settle();
    expect(given().roots).toEqual([root.firstChild]);
  });

  it('is the new page after the old document was thrown away', async () => {
    const old = document.documentElement;
    const fresh = document.createElement('html');
    const body = document.createElement('body');
    fresh.append(document.createElement('head'), body);
    old.remove();
    document.append(fresh);
    try {
      await settle();
      expect(reopened).toHaveBeenCalledOnce();
      expect(given().roots).toContain(body);
    } finally {
      fresh.remove();
      document.append(old);
      await settle();
    }
  });
});

describe('a page that keeps changing', () => {
  const change = () => document.body.append(document.createElement('p'));

  it('is read no sooner than 150 ms after the last reading', async () => {
    await settle();
    change();
    await vi.advanceTimersByTimeAsync(60);
    given();
    change();
    await vi.advanceTimersByTimeAsync(100);
    expect(read).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(100);
    expect(given().roots).toHaveLength(1);
  });

  it('is read again only when the reading before is done, with all that changed meanwhile', async () => {
    await settle();
    given();
    let done!: () => void;
    read.mockImplementationOnce(() => new Promise((resolve) => (done = resolve)));
    change();
    await settle();
    expect(given().roots).toHaveLength(1);
    change();
    await settle();
    change();
    await settle();
    expect(read).not.toHaveBeenCalled();
    done();
    await settle();
    expect(read).toHaveBeenCalledOnce();
    expect(given().roots).toHaveLength(2);
  });

  it('is read again after a reading that failed', async () => {
    await settle();
    given();
    read.mockImplementationOnce(() => Promise.reject(new Error('hostile page')));
    change();
    await settle();
    given();
    change();
    await settle();
    expect(given().roots).toHaveLength(1);
  });

  it('is searched for shadow roots that came late, ever more rarely', async () => {
    await vi.advanceTimersByTimeAsync(2500);
    expect(search).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(18_000);
    expect(search).toHaveBeenCalledTimes(5);
  });
});

describe('a frame that nobody can see', () => {
  it.each(['innerWidth', 'innerHeight'] as const)(
    'by its %s is left alone until it is seen',
    async (side) => {
      await settle();
      show(side, 0);
      dispatchEvent(new Event('resize'));
      given();
      document.body.append('AADSTS50126');
      await vi.advanceTimersByTimeAsync(5000);
      expect(read).not.toHaveBeenCalled();
      expect(search.mock.calls.length).toBeLessThan(2);
      show(side, 768);
      dispatchEvent(new Event('resize'));
      expect(given().roots).toEqual([document.body]);
    },
  );

  it('in a hidden tab is read when the tab is shown', async () => {
    await settle();
    const hidden = vi.spyOn(Document.prototype, 'hidden', 'get').mockReturnValue(true);
    document.dispatchEvent(new Event('visibilitychange'));
    given();
    document.body.append('AADSTS50126');
    await settle();
    expect(read).not.toHaveBeenCalled();
    hidden.mockReturnValue(false);
    document.dispatchEvent(new Event('visibilitychange'));
    expect(given().roots).toEqual([document.body]);
  });

  it('is not read from its beginning', async () => {
    stop.abort();
    given();
    stop = new AbortController();
    show('innerWidth', 0);
    watch();
    await settle();
    expect(read).not.toHaveBeenCalled();
  });
});
