// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Hit } from '../../../finder/hits';
import { createMarksAt } from '../../../overlay/marks-at';
import { fakeBrowser, hitIn, type FakeBrowser } from './browser-fakes';

let browser: FakeBrowser;
beforeEach(() => {
  browser = fakeBrowser();
});

describe('the mark under a point', () => {
  it('is found from the elements below its block, and only where its text stands', () => {
    const hit = hitIn(document.body);
    const marksAt = createMarksAt([hit]);
    expect(marksAt.find(hit.block, 60, 110)).toBe(hit);
    expect(marksAt.find(hit.block, 300, 110)).toBeUndefined();
    expect(marksAt.find(document.body, 60, 110)).toBeUndefined();
  });

  it('costs as much with 20,000 codes on the page as with one', () => {
    const hits: Hit[] = [];
    const list = document.createElement('div');
    for (let at = 0; at < 20_000; at++) {
      const block = document.createElement('p');
      block.append('AADSTS50126');
      hits.push({ ...hitIn(document.createElement('div')), block });
    }
    const real = hitIn(list);
    document.body.append(list);
    hits.push(real);
    const marksAt = createMarksAt(hits);
    const measured = vi.spyOn(Range.prototype, 'getClientRects');
    expect(marksAt.find(real.block, 60, 110)).toBe(real);
    expect(measured).toHaveBeenCalledTimes(1);
  });

  it('follows the hits after they changed', () => {
    const hits: Hit[] = [];
    const marksAt = createMarksAt(hits);
    const hit = hitIn(document.body);
    expect(marksAt.find(hit.block, 60, 110)).toBeUndefined();
    hits.push(hit);
    marksAt.forget();
    expect(marksAt.find(hit.block, 60, 110)).toBe(hit);
    browser.boxes.set(hit.block, { left: 400, top: 100, width: 90, height: 18 });
    expect(marksAt.find(hit.block, 60, 110)).toBeUndefined();
  });
});
