// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Explained } from '../../../components/explained';
import type { Hit } from '../../../finder/hits';
import type { Entry } from '../../../lookup/entry';
import { createCardOverMark, type CardOverMark } from '../../../overlay/card-over-mark';
import { drawPanel } from '../../../components/panels';
import type { Records } from '../../../overlay/records';
import { explained, fakeBrowser, hitIn, later, trusted, type FakeBrowser } from './browser-fakes';

let browser: FakeBrowser;
let answers: Map<Hit, ReturnType<typeof later<Explained>>>;
let asked: Hit[];
let looked: Parameters<Records['follow']>[1] | undefined;
let openLookup: ReturnType<typeof vi.fn<(code: string) => void>>;
let card: CardOverMark;

beforeEach(() => {
  browser = fakeBrowser();
  answers = new Map();
  asked = [];
  looked = undefined;
  openLookup = vi.fn();
  card = createCardOverMark(
    (hit) => {
      asked.push(hit);
      const answer = later<Explained>();
      answers.set(hit, answer);
      return answer.promise;
    },
    { follow: (_, show) => (looked = show) },
    openLookup,
    false,
  );
});

const cards = () => [...document.querySelectorAll('signpost-card')];
const textOf = (host: Element) => browser.roots.get(host)!.querySelector('.title')!.textContent;

function move(block: Element, to: { left?: number; top?: number }): void {
  browser.boxes.set(block, { left: 40, top: 100, width: 90, height: 18, ...to });
}

describe('the card over a mark', () => {
  it('comes once when a code is pressed twice before the answer', async () => {
    const hit = hitIn(document.body);
    void card.show(hit, { pin: true });
    void card.show(hit, { pin: true });
    await answers.get(hit)!.come(explained(hit));
    expect(asked).toEqual([hit]);
    expect(cards()).toHaveLength(1);
    card.close();
    expect(cards()).toEqual([]);
  });

  it('does not come when it was closed before the answer', async () => {
    const hit = hitIn(document.body);
    void card.show(hit);
    expect(card.hit).toBe(hit);
    card.close();
    await answers.get(hit)!.come(explained(hit));
    expect(cards()).toEqual([]);
    expect(card.hit).toBeUndefined();
  });

  it('shows the last code that was asked for, in whichever order the answers come', async () => {
    const first = hitIn(document.body, 'AADSTS50126');
    const second = hitIn(document.body, 'AADSTS53003');
    browser.boxes.set(second.block, { left: 40, top: 200, width: 90, height: 18 });
    void card.show(first);
    void card.show(second);
    await answers.get(second)!.come(explained(second));
    await answers.get(first)!.come(explained(first));
    expect(cards().map(textOf)).toEqual(['Title of AADSTS53003']);
  });

  it.each<[string, (hit: Hit) => void]>([
    ['hidden', ({ block }) => browser.hidden.add(block)],
    ['removed', ({ block }) => block.remove()],
    ['out of the frame sideways', ({ block }) => move(block, { left: -200 })],
    ['above the frame', ({ block }) => move(block, { top: -30 })],
    ['below the frame', ({ block }) => move(block, { top: 795 })],
    [
      'covered',
      () => {
        browser.over = document.createElement('div');
        browser.over.style.backgroundColor = 'rgb(255, 255, 255)';
        document.body.append(browser.over);
      },
    ],
  ])('goes when its code is %s', async (_, hide) => {
    const hit = hitIn(document.body);
    void card.show(hit, { pin: true });
    await answers.get(hit)!.come(explained(hit));
    expect(cards()).toHaveLength(1);
    hide(hit);
    const now = performance.now();
    vi.spyOn(performance, 'now').mockReturnValue(now + 1000);
    await browser.frame();
    expect(cards()).toEqual([]);
  });

  it('opens the full entry for a code without a size, when it was asked for by the keyboard', async () => {
    const hit = hitIn(document.body);
    browser.hidden.add(hit.block);
    void card.show(hit, { focus: true });
    await answers.get(hit)!.come(explained(hit));
    expect(cards()).toEqual([]);
    expect(openLookup).toHaveBeenCalledWith('AADSTS50126');
  });

  it('hangs on its code from above, so that it grows away from it', async () => {
    const hit = hitIn(document.body);
    browser.boxes.set(hit.block, { left: 40, top: 700, width: 90, height: 18 });
    void card.show(hit);
    await answers.get(hit)!.come(explained(hit));
    const css = [...browser.roots.get(cards()[0]!)!.querySelectorAll('style')].at(-1)!.textContent;
    expect(css).toContain('inset:auto auto 108px 40px');
    expect(css).toContain('.card{max-height:600px}');
  });

  it('moves with its code', async () => {
    const hit = hitIn(document.body);
    void card.show(hit);
    await answers.get(hit)!.come(explained(hit));
    browser.boxes.set(hit.block, { left: 40, top: 150, width: 90, height: 18 });
    await browser.frame();
    const css = [...browser.roots.get(cards()[0]!)!.querySelectorAll('style')].at(-1)!.textContent;
    expect(css).toContain('inset:176px auto auto 40px');
  });

  it('leaves nothing behind when the page refuses the top layer', async () => {
    Object.assign(HTMLElement.prototype, {
      showPopover() {
        throw new DOMException('no');
      },
    });
    const hit = hitIn(document.body);
    const shown = card.show(hit);
    await answers.get(hit)!.come(explained(hit));
    await expect(shown).resolves.toBeUndefined();
    expect(cards()).toEqual([]);
    expect(card.hit).toBeUndefined();
  });

  it('can be asked for again after an answer failed', async () => {
    const hit = hitIn(document.body);
    void card.show(hit);
    await answers.get(hit)!.fail();
    expect(card.hit).toBeUndefined();
    void card.show(hit);
    await answers.get(hit)!.come(explained(hit));
    expect(cards()).toHaveLength(1);
  });
});

describe('a card that is pinned', () => {
  it.each([
    ['by a press', { pin: true }],
    ['by the keyboard', { focus: true }],
  ])('%s stays so when the pointer passes by', async (_, how) => {
    const hit = hitIn(document.body);
    void card.show(hit);
    expect(card.isPinned).toBe(false);
    void card.show(hit, how);
    expect(card.isPinned).toBe(true);
    await answers.get(hit)!.come(explained(hit));
    void card.show(hit);
    expect(card.isPinned).toBe(true);
    card.close();
    expect(card.isPinned).toBe(false);
  });

  it('is pinned from the first by the keyboard', () => {
    void card.show(hitIn(document.body), { focus: true });
    expect(card.isPinned).toBe(true);
  });
});

describe('the keyboard', () => {
  let before: HTMLButtonElement;
  beforeEach(() => {
    before = document.createElement('button');
    document.body.append(before);
    before.focus();
  });

  async function show(how: { focus?: boolean; pin?: boolean } = { focus: true }): Promise<Hit> {
    const hit = hitIn(document.body);
    void card.show(hit, how);
    await answers.get(hit)!.come(explained(hit));
    return hit;
  }

  it('goes into the card, and back to where it was when the card closes', async () => {
    await show();
    expect(document.activeElement).toBe(cards()[0]);
    card.close();
    expect(document.activeElement).toBe(before);
  });

  it('goes into a card that stands already', async () => {
    const hit = await show({ pin: true });
    expect(document.activeElement).toBe(before);
    void card.show(hit, { focus: true });
    expect(document.activeElement).toBe(cards()[0]);
  });

  it('stays where the person went on meanwhile', async () => {
    await show();
    const field = document.createElement('input');
    document.body.append(field);
    field.focus();
    card.close();
    expect(document.activeElement).toBe(field);
  });
});

it('an event from inside the card is told from one elsewhere, and from one without a card', async () => {
  let held: boolean | undefined;
  const listen = (event: Event) => (held = card.holds(event));
  // As the card's own listener does: the press itself stays inside of the card.
  addEventListener('pointerdown', listen, { capture: true });
  const goDown = (element: Element) => {
    element.dispatchEvent(new MouseEvent('pointerdown', { bubbles: true, composed: true }));
    return held;
  };
  const hit = hitIn(document.body);
  expect(goDown(hit.block)).toBe(false);
  void card.show(hit);
  expect(goDown(hit.block)).toBe(false);
  await answers.get(hit)!.come(explained(hit));
  expect(goDown(hit.block)).toBe(false);
  const [host] = cards();
  expect(goDown(browser.roots.get(host!)!.querySelector('.card')!)).toBe(true);
  removeEventListener('pointerdown', listen, { capture: true });
});

describe('the card before the script of the tabs is there', () => {
  const ENTRY: Partial<Entry> = {
    causes: [{ id: 'typo', name: ['Wrong password'], tell: ['They typed it.'] }],
    fix: [{ text: ['Type it again.'] }],
    commands: [
      {
        lang: 'powershell',
        code: '# Reads sign-ins\n# Needs a module\nGet-MgAuditLogSignIn',
        purpose: 'Reads sign-ins',
        needs: 'a module',
      },
    ],
  };
  const LOADING = 'card_loading';
  const FAILED = 'card_partFailed';

  async function showCard(): Promise<ShadowRoot> {
    const hit = hitIn(document.body);
    void card.show(hit);
    const whole = explained(hit);
    await answers.get(hit)!.come({ ...whole, entry: { ...whole.entry!, ...ENTRY } });
    return browser.roots.get(cards()[0]!)!;
  }
  const panelOf = (root: ShadowRoot) => root.querySelector('.panel')!.textContent;
  async function openTab(root: ShadowRoot, name: string): Promise<void> {
    const tabs = [...root.querySelectorAll<HTMLElement>('[role=tab]')];
    const press = trusted(new MouseEvent('click', { bubbles: true }));
    tabs.find(({ textContent }) => textContent === `card_${name}`)!.dispatchEvent(press);
    await vi.waitFor(() =>
      expect(root.querySelector('[aria-selected=true]')!.textContent).toBe(`card_${name}`),
    );
  }

  it('has its title, its meaning, its causes and every tab', async () => {
    const root = await showCard();
    expect(root.querySelector('.title')!.textContent).toBe('Title of AADSTS50126');
    expect(root.querySelector('.intro')!.textContent).toContain('Summary.');
    expect(panelOf(root)).toContain('Wrong password');
    const tabs = [...root.querySelectorAll('[role=tab]')].map(({ textContent }) => textContent);
    expect(tabs).toEqual(['card_causes', 'card_fix', 'card_commands']);
    await openTab(root, 'fix');
    expect(panelOf(root)).toContain('Type it again.');
  });

  it('says that a tab is on its way, and fills it where the person is', async () => {
    const root = await showCard();
    await openTab(root, 'commands');
    expect(panelOf(root)).toBe(LOADING);
    looked!({ drawPanel });
    expect(panelOf(root)).toContain('Get-MgAuditLogSignIn');
    expect(root.querySelector('[aria-selected=true]')!.textContent).toBe('card_commands');
  });

  it('says that a tab could not be loaded, and keeps causes and fix', async () => {
    const root = await showCard();
    looked!({ drawPanel: 'failed' });
    expect(panelOf(root)).toContain('Wrong password');
    await openTab(root, 'commands');
    expect(panelOf(root)).toBe(FAILED);
    await openTab(root, 'fix');
    expect(panelOf(root)).toContain('Type it again.');
  });

  it('shows causes without a verdict until a record is read, then by the record', async () => {
    const root = await showCard();
    expect(root.querySelector('.fits')).toBeNull();
    looked!({ drawPanel });
    expect(root.querySelector('.fits')).toBeNull();
    looked!({
      drawPanel,
      ids: {},
      causes: [{ cause: 'typo', state: 'fits', evidence: [], lookAt: [], isOurs: false }],
    });
    expect(root.querySelector('.fits')!.textContent).toContain('Wrong password');
  });
});
