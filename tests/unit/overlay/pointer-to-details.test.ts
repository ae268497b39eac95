// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { createPointerToDetails, type PointerToDetails } from '../../../overlay/pointer-to-details';
import { fakeBrowser, type FakeBrowser } from './browser-fakes';

const PAGE = 'ConvergedConditionalAccess';
const MESSAGE =
  '<div role="main"><p>You cannot get there.</p><div id="links"><a href="https://contoso.com">Help</a></div><div id="details"><a href="#">More details</a></div></div>';

let browser: FakeBrowser;
let stop: AbortController;

/** Draws a page of Conditional Access and starts. */
function start(html = MESSAGE, { kind = PAGE, isSignIn = true } = {}): PointerToDetails {
  document.head.innerHTML = `<meta name="PageID" content="${kind}">`;
  document.body.innerHTML = html;
  return createPointerToDetails(isSignIn, stop.signal);
}
const lines = () =>
  [...document.querySelectorAll('signpost-note')].map(
    (host) => browser.roots.get(host)!.querySelector('.note')!.textContent,
  );
const lineBehind = (id: string) => document.getElementById(id)!.nextElementSibling?.localName;

beforeEach(() => {
  browser = fakeBrowser();
  stop = new AbortController();
});

describe('under a block that keeps its code back', () => {
  it('one line names the link of the page, behind which the code stands', () => {
    const pointer = start();
    pointer.update(false);
    pointer.update(false);
    expect(lines()).toEqual(['card_openDetails More details']);
    expect(lineBehind('details')).toBe('signpost-note');
  });

  it('it goes when the code comes, comes back, and goes with the signal', () => {
    const pointer = start();
    pointer.update(false);
    pointer.update(true);
    expect(lines()).toEqual([]);
    pointer.update(false);
    expect(lines()).toHaveLength(1);
    stop.abort();
    expect(lines()).toEqual([]);
  });

  it('a button without an address may be the link', () => {
    start('<div role="main"><div id="details"><button>Weitere Details</button></div></div>').update(
      false,
    );
    expect(lines()).toEqual(['card_openDetails Weitere Details']);
  });
});

describe('no line comes', () => {
  it.each<[string, () => PointerToDetails]>([
    ['away from sign-in pages', () => start(MESSAGE, { isSignIn: false })],
    ['on another page', () => start(MESSAGE, { kind: 'ConvergedSignIn' })],
    ['without a message', () => start('<footer><a href="#">More details</a></footer>')],
    [
      'where every link leads elsewhere',
      () => start('<div role="main"><p><a href="https://contoso.com">Help</a></p></div>'),
    ],
    ['where the link has no name', () => start('<div role="main"><p><a href="#"> </a></p></div>')],
    [
      'where the name is a text',
      () => start(`<div role="main"><p><a href="#">${'More details '.repeat(20)}</a></p></div>`),
    ],
    [
      'where the link stands in no block',
      () => start('<main role="main"><a href="#">More details</a></main>'),
    ],
    [
      'where the link is not drawn',
      () => {
        const pointer = start();
        browser.hidden.add(document.getElementById('details')!);
        return pointer;
      },
    ],
  ])('%s', (_, make) => {
    make().update(false);
    expect(lines()).toEqual([]);
  });
});
