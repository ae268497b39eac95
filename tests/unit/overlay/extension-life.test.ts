// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { isExtensionGone, removeLeftovers } from '../../../overlay/extension-life';

afterEach(() => {
  vi.unstubAllGlobals();
  document.body.innerHTML = '';
});

/** An element with a closed root, as an earlier run of the extension or a page leaves one. */
function leave(tag: string, html: string, roots: Map<Element, ShadowRoot>): void {
  const host = document.createElement(tag);
  const root = host.attachShadow({ mode: 'closed' });
  root.innerHTML = html;
  roots.set(host, root);
  document.body.append(host);
}

describe('what an earlier run left on the page', () => {
  it('goes, and an element of the page’s own stays, whatever its name', () => {
    const roots = new Map<Element, ShadowRoot>();
    vi.stubGlobal('chrome', {
      dom: { openOrClosedShadowRoot: (host: Element) => roots.get(host) },
    });
    leave('signpost-note', '<div class="signpost"></div>', roots);
    leave('signpost-card', '<div class="signpost"></div>', roots);
    leave('signpost-note', '<p>Of the page</p>', roots);
    document.body.append(document.createElement('signpost-card'), document.createElement('p'));
    removeLeftovers();
    expect([...document.body.children].map(({ localName }) => localName)).toEqual([
      'signpost-note',
      'signpost-card',
      'p',
    ]);
  });
});

describe('the extension', () => {
  it.each([
    ['is there while it has an id', { runtime: { id: 'signpost' } }, false],
    ['is gone without one', { runtime: {} }, true],
    ['is gone where the browser takes its interface away', {}, true],
  ])('%s', (_, api, isGone) => {
    for (const name of ['browser', 'chrome']) vi.stubGlobal(name, api);
    expect(isExtensionGone()).toBe(isGone);
  });
});
