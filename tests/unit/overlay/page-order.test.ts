// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest';
import type { Hit } from '../../../finder/hits';
import { inOrder } from '../../../overlay/page-order';

afterEach(() => document.body.replaceChildren());

/** A hit on the `at`th character of an element's text. */
function hitIn(parent: Element | ShadowRoot, name: string, at = 0): Hit {
  const text = parent.appendChild(document.createElement('p')).appendChild(new Text(name));
  const range = new Range();
  range.setStart(text, at);
  return { code: name, range } as unknown as Hit;
}

function shadowIn(parent: Element | ShadowRoot): ShadowRoot {
  return parent.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
}

it('codes stand in the order of the page, those of shadow roots where their hosts do', () => {
  const wanted = ['before', 'inner', 'nested', 'inner end', 'between', 'second', 'after'];
  const hits = new Map<string, Hit>();
  const add = (parent: Element | ShadowRoot, name: string) => hits.set(name, hitIn(parent, name));
  add(document.body, 'before');
  const first = shadowIn(document.body);
  add(first, 'inner');
  add(shadowIn(first), 'nested');
  add(first, 'inner end');
  add(document.body, 'between');
  add(shadowIn(document.body), 'second');
  add(document.body, 'after');
  // Whatever order they were found in: every rotation, both ways around.
  for (let turn = 0; turn < wanted.length; turn++) {
    const names = [...wanted.slice(turn), ...wanted.slice(0, turn)];
    for (const found of [names, names.toReversed()])
      expect(inOrder(found.map((name) => hits.get(name)!)).map(({ code }) => code)).toEqual(wanted);
  }
});

it('two codes of one text stand by their places in it', () => {
  const first = hitIn(document.body, 'one text', 0);
  const range = new Range();
  range.setStart(first.range.startContainer, 4);
  const second = { code: 'second', range } as unknown as Hit;
  expect(inOrder([second, first])).toEqual([first, second]);
});
