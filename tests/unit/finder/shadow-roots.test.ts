// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { openRoots } from '../../../finder/shadow-roots';
import { runAll } from './steps';

/** An element with an open root in it. */
function hostIn(parent: Node): ShadowRoot {
  const host = document.createElement('div');
  parent.appendChild(host);
  return host.attachShadow({ mode: 'open' });
}

function rootsIn(place: Node): { roots: ShadowRoot[]; pauses: number } {
  const roots: ShadowRoot[] = [];
  let pauses = 0;
  runAll(
    openRoots(place, (root) => roots.push(root)),
    () => pauses++,
  );
  return { roots, pauses };
}

it('open roots are found: of the place itself, below it, and inside of others', () => {
  document.body.replaceChildren();
  const outer = hostIn(document.body);
  const inner = hostIn(outer.appendChild(document.createElement('section')));
  const next = hostIn(document.body.appendChild(document.createElement('p')));
  expect(rootsIn(document.body).roots).toEqual([outer, next, inner]);
  expect(rootsIn(outer.host).roots).toEqual([outer, inner]);
  expect(rootsIn(document.createTextNode('')).roots).toEqual([]);
});

it('a closed root is left alone', () => {
  document.body.replaceChildren();
  document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'closed' });
  expect(rootsIn(document.body).roots).toEqual([]);
});

it('the search of a long page pauses now and then, and no more', () => {
  document.body.innerHTML = '<i></i>'.repeat(7000);
  expect(rootsIn(document.body).pauses).toBe(3);
});
