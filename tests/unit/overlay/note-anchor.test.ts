// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import type { Hit } from '../../../finder/hits';
import { hasNoteRoom, noteAnchor } from '../../../overlay/note-anchor';
import { fakeBrowser, type FakeBrowser } from './browser-fakes';

let fake: FakeBrowser;
beforeEach(() => (fake = fakeBrowser()));

/** The id of the element behind which the note for the code stands; the code's own block has the id `code`. */
function anchorOf(html: string, { isSignIn = false } = {}): string | undefined {
  document.body.innerHTML = html;
  const block = document.getElementById('code')!;
  const row = document.getElementById('row') ?? undefined;
  return noteAnchor({ block, row } as unknown as Hit, isSignIn)?.id;
}

describe('the note stands', () => {
  it.each([
    ['behind its paragraph', '<main><p id="code"></p></main>', 'code'],
    [
      'behind the row of label and value',
      '<main><div id="row"><div id="code"></div></div></main>',
      'row',
    ],
    [
      'behind the whole list, not between its items',
      '<ul id="list"><li id="code"></li></ul>',
      'list',
    ],
    ['behind the whole list of terms', '<dl id="list"><dd id="code"></dd></dl>', 'list'],
    [
      'below what lies side by side, not in between',
      '<div id="line" style="display:flex"><p id="code"></p><p></p></div>',
      'line',
    ],
    [
      'below a grid in a line',
      '<div id="line" style="display:flex"><div style="display:grid"><p id="code"></p></div></div>',
      'line',
    ],
    [
      'behind its paragraph in a column',
      '<div style="display:flex;flex-direction:column"><p id="code"></p></div>',
      'code',
    ],
    [
      'behind a small table of labels and values',
      `<main><table id="table"><tr id="row"><td id="code"></td></tr>${'<tr></tr>'.repeat(5)}</table></main>`,
      'table',
    ],
  ])('%s', (_, html, expected) => expect(anchorOf(html)).toBe(expected));

  it('behind the box of ids of a sign-in page, and behind a message that is read aloud there', () => {
    const isSignIn = true;
    const box = '<main><div id="debugDetailsBanner"><div id="code"></div></div></main>';
    expect(anchorOf(box, { isSignIn })).toBe('debugDetailsBanner');
    const spoken = '<main><div id="error" role="alert"><p id="code"></p></div></main>';
    expect(anchorOf(spoken, { isSignIn })).toBe('error');
  });
});

describe('there is a mark and no note', () => {
  it.each([
    ['in a link', '<main><a><span id="code"></span></a></main>'],
    ['in a heading', '<main><h2 id="code"></h2></main>'],
    [
      'in a list that is drawn anew as it is scrolled',
      '<div role="grid"><div id="code"></div></div>',
    ],
    ['in a term', '<dl><dt id="code"></dt></dl>'],
    ['in a toast', '<main><div role="status"><p id="code"></p></div></main>'],
    [
      'in a part that hovers over the page',
      '<main><p id="code" style="position:fixed"></p></main>',
    ],
    [
      'in a part that is put somewhere else',
      '<main><p id="code" style="position:absolute"></p></main>',
    ],
    [
      'in a long table',
      `<table><tr id="row"><td id="code"></td></tr>${'<tr></tr>'.repeat(6)}</table>`,
    ],
    ['in a table without a label of the code', '<table><tr><td id="code"></td></tr></table>'],
    [
      'in a table in a button',
      '<main><button><table><tr id="row"><td id="code"></td></tr></table></button></main>',
    ],
  ])('%s', (_, html) => expect(anchorOf(html)).toBeUndefined());

  it('in the bare body of a page', () => {
    document.body.innerHTML = 'AADSTS50126';
    expect(noteAnchor({ block: document.body } as unknown as Hit, false)).toBeUndefined();
  });
});

describe('a note has room', () => {
  const block = () => {
    document.body.innerHTML = '<main><p></p></main>';
    return document.querySelector('p')!;
  };
  it('behind what a person sees', () => expect(hasNoteRoom(block())).toBe(true));

  it.each([
    ['is not drawn', undefined],
    ['is a trick for screen readers, one pixel large', { left: 10, top: 10, width: 1, height: 1 }],
    ['is one pixel wide', { left: 10, top: 10, width: 1, height: 20 }],
    ['is one pixel high', { left: 10, top: 10, width: 20, height: 1 }],
    ['stands left of the page', { left: -900, top: 10, width: 300, height: 20 }],
  ])('and none behind what %s', (_, box) => {
    const element = block();
    if (box) fake.boxes.set(element, box);
    else fake.hidden.add(element);
    expect(hasNoteRoom(element)).toBe(false);
  });

  it('and none in a text that a person writes', () => {
    const element = block();
    Object.defineProperty(HTMLElement.prototype, 'isContentEditable', {
      configurable: true,
      get(this: Element) {
        return this.localName === 'main';
      },
    });
    expect(hasNoteRoom(element)).toBe(false);
    Reflect.deleteProperty(HTMLElement.prototype, 'isContentEditable');
  });
});
