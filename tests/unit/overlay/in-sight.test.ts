// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import type { Hit } from '../../../finder/hits';
import { boxInSight } from '../../../overlay/in-sight';
import { fakeBrowser, hitIn, type FakeBrowser } from './browser-fakes';

let browser: FakeBrowser;
let around: HTMLElement;
let hit: Hit;

beforeEach(() => {
  browser = fakeBrowser();
  around = document.createElement('div');
  document.body.append(around);
  hit = hitIn(around);
});

/** Puts an element over everything. */
function cover(tag: string, css = 'background-color: rgba(0, 0, 0, 0)', parent = document.body) {
  browser.over = document.createElement(tag);
  browser.over.style.cssText = `background-image: none; ${css}`;
  parent.append(browser.over);
}

describe('a code is in sight', () => {
  it('where it stands', () => {
    expect(boxInSight(hit)).toMatchObject({ left: 40, top: 100, right: 130, bottom: 118 });
  });

  it('under what lets it through', () => {
    cover('div');
    expect(boxInSight(hit)).toBeDefined();
  });

  it('under a note or a card of ours', () => {
    cover('signpost-card', 'background-color: white');
    expect(boxInSight(hit)).toBeDefined();
  });

  it('on a background of its own', () => {
    cover('mark', 'background-color: yellow', hit.block as HTMLElement);
    expect(boxInSight(hit)).toBeDefined();
  });

  it('in a part that scrolls, while it stands in its window', () => {
    around.style.overflow = 'hidden';
    browser.over = document.body;
    expect(boxInSight(hit)).toBeDefined();
  });

  it('beside a window from which it may stand out', () => {
    around.style.overflow = 'visible';
    browser.boxes.set(around, { left: 40, top: 300, width: 90, height: 18 });
    browser.over = document.body;
    expect(boxInSight(hit)).toBeDefined();
  });
});

describe('a code is out of sight', () => {
  it.each([
    ['left of', { left: 200, top: 100, width: 90, height: 18 }],
    ['right of', { left: 0, top: 100, width: 50, height: 18 }],
    ['above', { left: 40, top: 200, width: 90, height: 18 }],
    ['below', { left: 40, top: 50, width: 90, height: 18 }],
  ])('%s the window of a part that scrolls', (_, window) => {
    around.style.overflow = 'hidden';
    browser.boxes.set(around, window);
    browser.over = document.body;
    expect(boxInSight(hit)).toBeUndefined();
  });

  it.each([
    ['one pixel wide', { left: 40, top: 100, width: 1, height: 18 }],
    ['one pixel high', { left: 40, top: 100, width: 90, height: 1 }],
    ['left of the frame', { left: -90, top: 100, width: 90, height: 18 }],
    ['right of the frame', { left: 1279, top: 100, width: 90, height: 18 }],
    ['half above the frame', { left: 40, top: -9, width: 90, height: 18 }],
    ['half below the frame', { left: 40, top: 790, width: 90, height: 18 }],
  ])('where it is %s', (_, box) => {
    browser.boxes.set(hit.block, box);
    expect(boxInSight(hit)).toBeUndefined();
  });

  it.each([
    ['a background', 'div', 'background-color: white'],
    ['a background picture', 'div', 'background-image: url(x.png)'],
    ['a picture', 'img', undefined],
  ])('under %s', (_, tag, css) => {
    cover(tag, css);
    expect(boxInSight(hit)).toBeUndefined();
  });

  it('under a part of what covers it', () => {
    cover('div', 'background-color: white');
    const inner = document.createElement('span');
    inner.style.backgroundImage = 'none';
    browser.over!.append(inner);
    browser.over = inner;
    expect(boxInSight(hit)).toBeUndefined();
  });

  it('where it is not drawn, or gone', () => {
    const gone = hitIn(around);
    gone.block.remove();
    expect(boxInSight(gone)).toBeUndefined();
    browser.hidden.add(hit.block);
    browser.boxes.set(hit.block, { left: 40, top: 100, width: 90, height: 18 });
    expect(boxInSight(hit)).toBeUndefined();
  });
});
