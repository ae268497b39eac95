// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { guardPresses, type Refusal } from '../../../overlay/press-guard';
import { fakeBrowser, trusted } from './browser-fakes';

let host: HTMLElement;
let root: ShadowRoot;
let button: HTMLButtonElement;
let refused: Refusal[];
let stop: AbortController;
/** What the browser watches, where it tells what is covered. */
let watched: Set<Element>;
/** The browser tells whether an element is in sight. */
let tell: (element: Element, isVisible: boolean) => void;

/** @param knowsCovers Whether the browser tells what is covered. */
function start(knowsCovers: boolean): void {
  fakeBrowser();
  watched = new Set();
  class Entry {}
  if (knowsCovers) Object.assign(Entry.prototype, { isVisible: false });
  class Observer {
    constructor(callback: (entries: { target: Element; isVisible: boolean }[]) => void) {
      tell = (target, isVisible) => callback([{ target, isVisible }]);
    }
    observe = (element: Element) => void watched.add(element);
    disconnect = () => watched.clear();
  }
  vi.stubGlobal('IntersectionObserver', Observer);
  vi.stubGlobal('IntersectionObserverEntry', Entry);
  host = document.createElement('signpost-note');
  root = host.attachShadow({ mode: 'open' });
  root.innerHTML = '<button type="button">Copy</button><a href="#">More</a><p>Text</p>';
  button = root.querySelector('button')!;
  document.body.append(host);
  refused = [];
  stop = new AbortController();
  guardPresses(root, (why) => refused.push(why), stop.signal);
}

/** Counts the presses that an element of ours obeys. */
function obeying(element: Element, type = 'click'): { count: number } {
  const obeyed = { count: 0 };
  element.addEventListener(type, () => obeyed.count++);
  return obeyed;
}

const event = (type: string, detail = 1) =>
  new MouseEvent(type, { bubbles: true, composed: true, cancelable: true, detail });
const goDown = (element: Element) => element.dispatchEvent(trusted(event('pointerdown')));
/** @param detail Presses of the pointer; 0 for the keyboard. */
const click = (element: Element, detail = 1) =>
  element.dispatchEvent(trusted(event('click', detail)));

function press(element: Element): void {
  goDown(element);
  click(element);
}

describe('where the browser tells what is covered, a press', () => {
  beforeEach(() => start(true));

  it('on a button in sight is obeyed', () => {
    const obeyed = obeying(button);
    tell(button, true);
    press(button);
    expect([obeyed.count, refused]).toEqual([1, []]);
  });

  it('on a covered button is not, and the person is told', () => {
    const obeyed = obeying(button);
    tell(button, false);
    press(button);
    expect([obeyed.count, refused]).toEqual([0, ['covered']]);
  });

  it('is not obeyed where the cover went away under the pointer', () => {
    const obeyed = obeying(button);
    tell(button, false);
    goDown(button);
    tell(button, true);
    click(button);
    expect([obeyed.count, refused]).toEqual([0, ['covered']]);
  });

  it('of a key is obeyed after the cover is gone', () => {
    const obeyed = obeying(button);
    tell(button, false);
    goDown(button);
    tell(button, true);
    click(button, 0);
    expect([obeyed.count, refused]).toEqual([1, []]);
  });

  it('waits until the browser has looked, and is obeyed once', () => {
    const obeyed = obeying(button);
    press(button);
    expect([obeyed.count, refused]).toEqual([0, []]);
    tell(button, true);
    tell(button, true);
    expect([obeyed.count, refused]).toEqual([1, []]);
  });

  it('is obeyed where the browser looked between pointer and click', () => {
    const obeyed = obeying(button);
    goDown(button);
    tell(button, true);
    click(button);
    expect([obeyed.count, refused]).toEqual([1, []]);
  });

  it('that waited is refused once where something covers the button, and never made up for', () => {
    const obeyed = obeying(button);
    press(button);
    tell(button, false);
    tell(button, true);
    expect([obeyed.count, refused]).toEqual([0, ['covered']]);
  });

  it('on a button that came later is watched as well', async () => {
    const late = document.createElement('button');
    root.append(late);
    await vi.waitFor(() => expect(watched).toContain(late));
    const obeyed = obeying(late);
    tell(late, true);
    press(late);
    expect(obeyed.count).toBe(1);
  });

  it('on what is no button and no link is nobody’s matter', () => {
    const obeyed = obeying(root.querySelector('p')!);
    press(root.querySelector('p')!);
    expect([obeyed.count, refused]).toEqual([1, []]);
  });

  it('is looked at no more after the end', () => {
    expect(watched.size).toBe(2);
    stop.abort();
    expect(watched.size).toBe(0);
  });
});

describe('a press that a script of the page made', () => {
  beforeEach(() => {
    start(true);
    tell(button, true);
    tell(root.querySelector('a')!, true);
  });

  it.each(['click', 'auxclick'])('is not obeyed, and nobody is told: %s', (type) => {
    const obeyed = [obeying(button, type), obeying(root.querySelector('a')!, type)];
    button.dispatchEvent(event(type));
    root.querySelector('a')!.dispatchEvent(event(type));
    expect([...obeyed.map(({ count }) => count), refused]).toEqual([0, 0, []]);
  });

  it('is not obeyed on a key', () => {
    const obeyed = obeying(button, 'keydown');
    button.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    expect(obeyed.count).toBe(0);
    button.dispatchEvent(trusted(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true })));
    expect(obeyed.count).toBe(1);
  });
});

describe('a press on what the page made see-through', () => {
  beforeEach(() => {
    start(true);
    tell(button, true);
  });

  it.each([
    ['opacity', '0.01'],
    ['filter', 'opacity(0)'],
    ['maskImage', 'linear-gradient(transparent, transparent)'],
    ['clipPath', 'circle(0)'],
    ['mixBlendMode', 'difference'],
  ] as const)('is not obeyed: %s', (property, value) => {
    const obeyed = obeying(button);
    const own = globalThis.getComputedStyle;
    // happy-dom computes not all of them.
    vi.spyOn(globalThis, 'getComputedStyle').mockImplementation((element) =>
      element === document.body
        ? ({ ...NOT_FADED, [property]: value } as CSSStyleDeclaration)
        : element === host
          ? (NOT_FADED as CSSStyleDeclaration)
          : own(element),
    );
    press(button);
    expect([obeyed.count, refused]).toEqual([0, ['covered']]);
  });

  it('is obeyed where it names the styles that change nothing', () => {
    const obeyed = obeying(button);
    vi.spyOn(globalThis, 'getComputedStyle').mockReturnValue(NOT_FADED as CSSStyleDeclaration);
    press(button);
    expect([obeyed.count, refused]).toEqual([1, []]);
  });
});

const NOT_FADED = {
  opacity: '1',
  filter: 'none',
  maskImage: 'none',
  clipPath: 'none',
  mixBlendMode: 'normal',
};

describe('where the browser does not tell what is covered, a press', () => {
  /** What stands at the point of the press: in the page, and in our root. */
  function under(inPage: Element, inRoot: Element | null): void {
    Object.assign(document, { elementFromPoint: () => inPage });
    Object.assign(root, { elementFromPoint: () => inRoot });
  }
  beforeEach(() => start(false));

  it('is obeyed on what stands on top', () => {
    const obeyed = obeying(button);
    under(host, button);
    press(button);
    expect([obeyed.count, refused]).toEqual([1, []]);
  });

  it.each<[string, () => void]>([
    ['the page stands over it', () => under(document.body, button)],
    ['another part of ours stands over it', () => under(host, root.querySelector('p'))],
    ['nothing of ours is there', () => under(host, null)],
  ])('is not where %s', (_, cover) => {
    const obeyed = obeying(button);
    cover();
    press(button);
    expect([obeyed.count, refused]).toEqual([0, ['covered']]);
  });

  it('of a key has no point, and is obeyed', () => {
    const obeyed = obeying(button);
    under(document.body, null);
    click(button, 0);
    expect([obeyed.count, refused]).toEqual([1, []]);
  });
});

describe('after an update of the extension', () => {
  beforeEach(() => {
    start(true);
    tell(button, true);
    tell(root.querySelector('a')!, true);
    for (const name of ['browser', 'chrome']) vi.stubGlobal(name, { runtime: {} });
  });

  it('a button says so, and a link leads on', () => {
    const obeyed = [obeying(button), obeying(root.querySelector('a')!)];
    press(button);
    expect(refused).toEqual(['gone']);
    press(root.querySelector('a')!);
    expect([...obeyed.map(({ count }) => count), refused]).toEqual([0, 1, ['gone']]);
  });

  it('a key says so, and Tab goes on', () => {
    const obeyed = obeying(button, 'keydown');
    const key = (name: string) =>
      button.dispatchEvent(trusted(new KeyboardEvent('keydown', { key: name, bubbles: true })));
    key('Tab');
    expect([obeyed.count, refused]).toEqual([1, []]);
    key('ArrowRight');
    expect([obeyed.count, refused]).toEqual([1, ['gone']]);
  });
});
