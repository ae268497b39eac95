// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Hit } from '../../../finder/hits';
import type { PageHandle } from '../../../finder/page-handle';
import { marksOfFrame } from '../../../overlay/frame-order';

/** The frames that the window has, in their order, which happy-dom does not tell. */
let windows: Window[];

beforeEach(() => {
  windows = [];
  document.body.replaceChildren();
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function addCode(code: string): Hit {
  const text = document.body.appendChild(document.createElement('p')).appendChild(new Text(code));
  const range = new Range();
  range.setStart(text, 0);
  return { code, range } as unknown as Hit;
}

/** @param place Its place among the frames of the window, which count in the order in which they were made. */
function addFrame(place: number): void {
  const frame = document.body.appendChild(document.createElement('frame'));
  const inner = { place } as unknown as Window;
  Object.defineProperty(frame, 'contentWindow', { value: inner });
  windows[place] = inner;
}

function marks(hits: Hit[], revealed?: Hit) {
  windows.forEach((inner, place) => Object.assign(window, { [place]: inner }));
  vi.stubGlobal('length', windows.length);
  const page = { hits: new Set(hits), revealed: () => revealed } as unknown as PageHandle;
  return { ...marksOfFrame(page), order: page.order!.map(({ code }) => code) };
}

it('counts the marks before, between and after the frames, in the order of the page', () => {
  const first = addCode('AADSTS50001');
  const second = addCode('AADSTS50002');
  addFrame(1);
  const third = addCode('AADSTS50003');
  addFrame(0);
  const { parts, order, last, path } = marks([third, first, second], third);
  expect(order).toEqual(['AADSTS50001', 'AADSTS50002', 'AADSTS50003']);
  expect(parts).toEqual([{ marks: 2, frame: 1 }, { marks: 1, frame: 0 }, { marks: 0 }]);
  expect(last).toBe(2);
  expect(path).toEqual([]);
});

it('of a frame without frames are one run, and none of them was shown at first', () => {
  const { parts, last } = marks([addCode('AADSTS50001'), addCode('AADSTS50002')]);
  expect(parts).toEqual([{ marks: 2 }]);
  expect(last).toBe(-1);
});

it('says where the frame stands in those above it', () => {
  const top = { 0: {}, 1: {}, length: 3 } as Record<string, unknown>;
  const middle = { 0: window, length: 1, parent: top };
  top['2'] = middle;
  top.parent = top;
  vi.stubGlobal('parent', middle);
  expect(marks([]).path).toEqual([2, 0]);
});

it('says whether the keyboard is in the frame itself, and not in one inside of it', () => {
  vi.spyOn(document, 'hasFocus').mockReturnValue(true);
  expect(marks([]).isFocused).toBe(true);
  const inside = document.createElement('iframe');
  vi.spyOn(document, 'activeElement', 'get').mockReturnValue(inside);
  expect(marks([]).isFocused).toBe(false);
});
