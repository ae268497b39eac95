// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createShadowHost, type ShadowHost } from '../../../overlay/shadow-host';
import { fakeBrowser, trusted } from './browser-fakes';

let ours: ShadowHost;
let stop: AbortController;
const frame = () => ours.root.querySelector('.signpost')!;

beforeEach(() => {
  fakeBrowser();
  stop = new AbortController();
  ours = createShadowHost('signpost-note', stop.signal);
  ours.mount.innerHTML = '<button>Copy</button>';
  document.body.append(ours.host);
});

const button = () => ours.mount.querySelector('button')!;

describe('an element of ours on a page', () => {
  it('is light until it is told to be dark, and light again', () => {
    const isDark = () => frame().classList.contains('dark');
    expect(isDark()).toBe(false);
    ours.setDark(true);
    expect(isDark()).toBe(true);
    ours.setDark(false);
    expect(isDark()).toBe(false);
  });

  it.each('keydown keyup paste copy cut pointerdown mousedown click focusin'.split(' '))(
    'keeps %s from the page',
    (type) => {
      let heard = 0;
      const listen = () => heard++;
      document.body.addEventListener(type, listen);
      const press = () =>
        ours.mount.dispatchEvent(trusted(new Event(type, { bubbles: true, composed: true })));
      press();
      expect(heard).toBe(0);
      document.body.removeEventListener(type, listen);
    },
  );

  it('says why a press was not obeyed, and says it aloud', () => {
    // The page is over it.
    Object.assign(ours.root, { elementFromPoint: () => button() });
    Object.assign(document, { elementFromPoint: () => document.body });
    const click = (of: number) =>
      new MouseEvent('click', { bubbles: true, composed: true, detail: of });
    expect(ours.root.querySelector('[role=alert]')).toBeNull();
    button().dispatchEvent(trusted(click(1)));
    expect(ours.root.querySelector('[role=alert]')!.textContent).toBe('card_covered');
  });

  it('says that the extension is gone, in words from before', () => {
    for (const name of ['browser', 'chrome']) vi.stubGlobal(name, { runtime: {} });
    button().dispatchEvent(trusted(new MouseEvent('click', { bubbles: true, composed: true })));
    expect(ours.root.querySelector('[role=alert]')!.textContent).toBe('card_gone');
  });

  it('lets its text be selected only while a person pressed there last, whatever the page stops', () => {
    const isHeld = () => frame().classList.contains('held');
    const goDown = (element: Element, make: (event: Event) => Event = trusted) =>
      element.dispatchEvent(make(new MouseEvent('pointerdown', { bubbles: true, composed: true })));
    document.body.addEventListener('pointerdown', (event) => event.stopPropagation(), {
      signal: stop.signal,
    });
    goDown(button(), (event) => event);
    expect(isHeld()).toBe(false);
    goDown(button());
    expect(isHeld()).toBe(true);
    goDown(document.body, (event) => event);
    expect(isHeld()).toBe(true);
    goDown(document.body);
    expect(isHeld()).toBe(false);
  });

  it('goes with the signal', () => {
    stop.abort();
    expect(ours.host.isConnected).toBe(false);
  });
});
