// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest';
import type { Hit } from '../../../finder/hits';
import { createReveal, type Reveal } from '../../../overlay/reveal';
import { fakeBrowser, hitIn, type FakeBrowser } from './browser-fakes';

let fake: FakeBrowser;
let hits: Hit[];
let shown: Hit[];
let reveal: Reveal;

beforeEach(() => {
  fake = fakeBrowser();
  shown = [];
  hits = ['AADSTS50126', 'AADSTS50058', 'AADSTS50126', 'AADSTS50126'].map((code, at) => {
    const hit = hitIn(document.body, code);
    fake.boxes.set(hit.block, { left: 40, top: 100 + 40 * at, width: 90, height: 18 });
    return hit;
  });
  reveal = createReveal(new Set(hits.toReversed()), (hit) => shown.push(hit));
});

const places = () => shown.map((hit) => hits.indexOf(hit));

it('leads from place to place of a code, and from the last one to the first', () => {
  for (let turn = 0; turn < 4; turn++) expect(reveal.code('AADSTS50126')).toBe(true);
  expect(places()).toEqual([0, 2, 3, 0]);
  expect(reveal.last).toBe(hits[0]);
});

it('begins with the first place of another code', () => {
  reveal.code('AADSTS50126', 2);
  reveal.code('AADSTS50058');
  reveal.code('AADSTS50126');
  expect(places()).toEqual([3, 1, 0]);
});

it('leaves out what is hidden', () => {
  fake.hidden.add(hits[0]!.block);
  reveal.code('AADSTS50126');
  expect(places()).toEqual([2]);
});

it('says so where every place is hidden, and begins anew after that', () => {
  reveal.code('AADSTS50126', 1);
  for (const { block } of hits) fake.hidden.add(block);
  expect(reveal.code('AADSTS50126')).toBe(false);
  expect(reveal.last).toBeUndefined();
  fake.hidden.clear();
  expect(reveal.first([hits[1]!, hits[2]!])).toBe(true);
  expect(places()).toEqual([2, 1]);
});
