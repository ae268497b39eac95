// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Hit } from '../../../finder/hits';
import { createMarksAt } from '../../../overlay/marks-at';
import { fakeBrowser, hitIn, type FakeBrowser } from './browser-fakes';

let browser: FakeBrowser;
beforeEach(() => {
  browser = fakeBrowser();
});

/** As the finder answers: by the text node in which a code starts. */
function hitsAt(hits: Hit[]): (node: Node) => Hit[] {
  return (node) => hits.filter(({ range }) => range.startContainer === node);
}

describe('the mark under a point', () => {
  it('is found only where its text stands', () => {
    const hit = hitIn(document.body);
    const marksAt = createMarksAt(hitsAt([hit]));
    expect(marksAt(hit.block, 60, 110)).toBe(hit);
    expect(marksAt(hit.block, 300, 110)).toBeUndefined();
    expect(marksAt(document.body, 60, 110)).toBeUndefined();
    browser.boxes.set(hit.block, { left: 400, top: 100, width: 90, height: 18 });
    expect(marksAt(hit.block, 60, 110)).toBeUndefined();
  });

  it('measures the few codes near the point, of thousands in one text', () => {
    const hit = hitIn(document.body, 'AADSTS50126 '.repeat(3000));
    const text = hit.range.startContainer;
    const hits = Array.from({ length: 3000 }, (_, at): Hit => {
      const range = document.createRange();
      range.setStart(text, at * 12);
      range.setEnd(text, at * 12 + 11);
      return { ...hit, range };
    });
    Object.assign(document, {
      caretPositionFromPoint: () => ({ offsetNode: text, offset: 1200 * 12 + 4 }),
    });
    const measured = vi.spyOn(Range.prototype, 'getClientRects');
    expect(createMarksAt(hitsAt(hits))(hit.block, 60, 110)).toBe(hits[1200]);
    expect(measured).toHaveBeenCalledTimes(1);
    Object.assign(document, { caretPositionFromPoint: undefined });
  });
});
