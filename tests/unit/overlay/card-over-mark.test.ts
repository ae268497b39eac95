// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Explained } from '../../../components/explained';
import type { Hit } from '../../../finder/hits';
import { createCardOverMark, type CardOverMark } from '../../../overlay/card-over-mark';
import { explained, fakeBrowser, hitIn, later, type FakeBrowser } from './browser-fakes';

let browser: FakeBrowser;
let answers: Map<Hit, ReturnType<typeof later<Explained>>>;
let asked: Hit[];
let openLookup: ReturnType<typeof vi.fn<(code: string) => void>>;
let card: CardOverMark;

beforeEach(() => {
  browser = fakeBrowser();
  answers = new Map();
  asked = [];
  openLookup = vi.fn();
  card = createCardOverMark(
    (hit) => {
      asked.push(hit);
      const answer = later<Explained>();
      answers.set(hit, answer);
      return answer.promise;
    },
    { follow() {} },
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
