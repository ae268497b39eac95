// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Hit } from '../../../finder/hits';
import type { Marker } from '../../../finder/page-handle';
import type { Weight } from '../../../messaging/protocol';
import { createMarks } from '../../../overlay/marks';
import { hitIn } from './browser-fakes';

const WEIGHTS: Record<string, Weight> = {
  AADSTS50058: 'expected',
  AADSTS50126: 'look',
  AADSTS50053: 'act',
};

let registry: Map<string, Set<Range>>;
let marks: Marker;
let stop: AbortController;

beforeEach(() => {
  vi.useFakeTimers();
  registry = new Map();
  vi.stubGlobal('Highlight', Set);
  vi.stubGlobal('CSS', { highlights: registry });
  stop = new AbortController();
  marks = createMarks(WEIGHTS, stop.signal);
});
afterEach(() => {
  stop.abort();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function mark(code: string, weight?: Weight): Hit {
  const hit = { ...hitIn(document.body, code), weight };
  marks.add(hit);
  return hit;
}

/** Until what was gathered is shown. */
const shown = () => vi.advanceTimersByTimeAsync(100);

/** The codes under each highlight that holds some. */
const marked = () =>
  Object.fromEntries(
    [...registry].flatMap(([name, ranges]) =>
      ranges.size ? [[name, [...ranges].map((range) => range.toString())]] : [],
    ),
  );

describe('a mark', () => {
  it('stands in the highlight of its code’s weight, or of none where that is not known', async () => {
    for (const code of [...Object.keys(WEIGHTS), 'AADSTS50024']) mark(code);
    await shown();
    expect(marked()).toEqual({
      'signpost-expected': ['AADSTS50058'],
      'signpost-look': ['AADSTS50126'],
      'signpost-act': ['AADSTS50053'],
      signpost: ['AADSTS50024'],
    });
  });

  it('has the weight of its hit before that of its code, and moves with it', async () => {
    const hit = mark('AADSTS50126', 'expected');
    await shown();
    expect(marked()).toEqual({ 'signpost-expected': ['AADSTS50126'] });
    hit.weight = undefined;
    marks.add(hit);
    await shown();
    expect(marked()).toEqual({ 'signpost-look': ['AADSTS50126'] });
  });

  it('stands beside a highlight of the page’s own of that name', async () => {
    const own = new Set<Range>();
    registry.set('signpost-look', own);
    mark('AADSTS50126');
    await shown();
    expect(marked()).toEqual({ 'signpost-look-own': ['AADSTS50126'] });
    stop.abort();
    expect([...registry]).toEqual([['signpost-look', own]]);
  });

  it('comes back in its highlight after the page took it away', async () => {
    mark('AADSTS50126');
    mark('AADSTS50053');
    await shown();
    registry.get('signpost-act')!.clear();
    registry.delete('signpost-look');
    vi.advanceTimersByTime(1000);
    expect(marked()).toEqual({
      'signpost-look': ['AADSTS50126'],
      'signpost-act': ['AADSTS50053'],
    });
  });

  it('goes with its hit, whether it was shown or not', async () => {
    const hit = mark('AADSTS50126');
    await shown();
    marks.remove(hit);
    expect(marked()).toEqual({});
    marks.remove(mark('AADSTS50126'));
    await shown();
    expect(marked()).toEqual({});
  });

  it('comes together with others that are found turn by turn, since the browser draws all again for each change', async () => {
    const states = new Set<number>();
    for (let turn = 0; turn < 20; turn++) {
      mark('AADSTS50126');
      await vi.advanceTimersByTimeAsync(10);
      states.add(registry.get('signpost-look')?.size ?? 0);
    }
    await shown();
    states.add(registry.get('signpost-look')!.size);
    // Two tenths of a second: none, and then some at each tenth.
    expect(states.size).toBeLessThanOrEqual(4);
    expect(Math.max(...states)).toBe(20);
  });

  /** Codes in one text of some length, each marked. */
  function markIn(text: string, codes: number): Hit[] {
    const { block, place, ...hit } = hitIn(document.body, text);
    return Array.from({ length: codes }, (_, at): Hit => {
      const range = document.createRange();
      range.setStart(place.nodes[0]!, at);
      range.setEnd(place.nodes[0]!, at + 1);
      const one = { ...hit, block, range, place: { ...place, start: at, end: at + 1 } };
      marks.add(one);
      return one;
    });
  }
  const markedIn = (block: Element) =>
    [...registry.values()].flatMap((ranges) =>
      [...ranges].filter(({ startContainer }) => startContainer.parentNode === block),
    ).length;

  it('is one of a few thousand at most; another comes when one of them goes', async () => {
    const hits = markIn('x'.repeat(6000), 6000);
    await shown();
    const most = markedIn(hits[0]!.block);
    expect(most).toBeGreaterThan(1000);
    expect(most).toBeLessThan(6000);
    marks.add(hits.at(-1)!);
    await shown();
    expect(markedIn(hits[0]!.block)).toBe(most);
    marks.remove(hits[0]!);
    marks.add(hits.at(-1)!);
    await shown();
    expect(markedIn(hits[0]!.block)).toBe(most);
    expect(hits.at(-1)!.mark).toBeDefined();
  });

  it('is one of few in a very long text, which leaves those in other texts alone', async () => {
    const hits = markIn('x'.repeat(2_000_000), 1000);
    await shown();
    const { block } = hits[0]!;
    const most = markedIn(block);
    expect(most).toBeGreaterThan(10);
    expect(most).toBeLessThan(1000);
    const other = markIn('x'.repeat(1000), 1000);
    await shown();
    expect(markedIn(other[0]!.block)).toBe(1000);
    marks.remove(hits[0]!);
    marks.remove(hits[1]!);
    hits.forEach((hit) => marks.add(hit));
    await shown();
    expect(markedIn(block)).toBe(most);
  });

  it('comes in the turn in which a page at rest changes, and so in the same frame', async () => {
    await shown();
    mark('AADSTS50126');
    await Promise.resolve();
    expect(marked()).toEqual({ 'signpost-look': ['AADSTS50126'] });
  });
});

describe('the lines of marks', () => {
  const css = readFileSync(join(import.meta.dirname, '../../../public/marks.css'), 'utf8');
  const lines = [
    ...css.matchAll(/text-decoration: underline ([a-z]*) ?[\d.]+px (#[\da-f]{6});/g),
  ].map(([, style, color]) => ({ style, color: color! }));

  const luminance = (color: string) =>
    [1, 3, 5]
      .map((at) => parseInt(color.slice(at, at + 2), 16) / 255)
      .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
      .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at]!, 0);
  const contrast = (one: string, other: string) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light! + 0.05) / (dark! + 0.05);
  };

  it('are of four styles', () => {
    expect(new Set(lines.map(({ style }) => style)).size).toBe(4);
  });

  it('are the same where highlights inherit and where every element is told', () => {
    const [inherited, everywhere] = css
      .replaceAll(/\/\*.*?\*\//gs, '')
      .split('@supports (-moz-appearance: none) {')
      // What holds in Chromium alone is no part of it.
      .map((rules) => rules.split('@supports not')[0]!.replaceAll(/:root|\s+/g, ''));
    expect(everywhere).toBe(`${inherited}}`);
    expect(css.split('@supports')[0]).not.toMatch(/^\s*::highlight/m);
  });

  // White and light gray, and the grays of a dark portal.
  it.each(['#ffffff', '#f5f5f5', '#1b1a19', '#292827'])('can be seen on %s', (page) => {
    for (const { color } of lines) expect(contrast(color, page)).toBeGreaterThanOrEqual(3);
  });
});
