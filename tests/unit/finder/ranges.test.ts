// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { runsOf } from '../../../finder/changes';
import { createPageCodes, type PageCodes } from '../../../finder/page-codes';
import { runAll } from './steps';

/** Where codes stand: what is underlined, and what a change of the page does to it. */

let page: PageCodes;

beforeEach(() => {
  page = createPageCodes(
    { bareNumbers: true, isKnownHresult: () => false },
    () => {},
    () => {},
  );
});

function read(roots: Node[] = [document.body], removed: Node[] = []): void {
  runAll(page.read(runsOf(new Set(roots)), removed));
}

/** What is underlined, in the order in which it was found. */
const underlined = () => [...page.hits].map(({ range }) => range.toString());

function draw(html: string): void {
  document.body.innerHTML = html;
  read();
}

const words = (count: number) => 'word '.repeat(count);

describe('what is underlined is the code and nothing else', () => {
  it.each([
    ['in the middle of a sentence', '<p>Error AADSTS50126: wrong password.</p>', ['AADSTS50126']],
    ['parted by elements', '<p>Error <i>AADSTS</i><b>501</b>26: wrong</p>', ['AADSTS50126']],
    [
      'in the second and third of several parts',
      '<p><i>First</i> <b>AADSTS50058</b>, then <i>AADSTS</i>50126.</p>',
      ['AADSTS50058', 'AADSTS50126'],
    ],
    [
      'a number in a cell that is full of blanks',
      '<table><tr><td>Error code</td><td>\n      50126\n    </td></tr></table>',
      ['50126'],
    ],
    [
      'after a long text in an element of its own',
      `<p><span>${words(200)}</span>AADSTS50126 and <b>AADSTS50058</b></p>`,
      ['AADSTS50126', 'AADSTS50058'],
    ],
    [
      'before a long text in an element of its own',
      `<p>AADSTS50126 <span>${words(400)}</span> <b>AADSTS50058</b></p>`,
      ['AADSTS50126', 'AADSTS50058'],
    ],
  ])('%s', (_, html, expected) => {
    draw(html);
    expect(underlined()).toEqual(expected);
  });

  it('in each line of a long log, once', () => {
    const codes = Array.from({ length: 300 }, (_, at) => `AADSTS${50_000 + at}`);
    draw(`<pre>${codes.map((code) => `<span>10:11 ${code} failed\n</span>`).join('')}</pre>`);
    expect(underlined()).toEqual(codes);
  });

  it('in each place of a long text, once, wherever it is cut to be read', () => {
    // At 11 and 16 characters a line, codes come to stand over and at every place where a text may be cut.
    for (const after of [' ', ': no.\n']) {
      const codes = Array.from({ length: 4000 }, (_, at) => `AADSTS${50_000 + at}`);
      draw(`<p>${codes.join(after)}</p>`);
      expect(underlined()).toEqual(codes);
      document.body.replaceChildren();
      read();
    }
  });
});

describe('a line that is broken', () => {
  it.each([
    ['by a line break', '<p>AADSTS50126<br>7 sign-ins failed</p>'],
    [
      'by an element that stands in a line of its own',
      '<p>AADSTS50126<span style="display:block">7 sign-ins</span></p>',
    ],
  ])('%s parts a code from the next number', (_, html) => {
    draw(html);
    expect(underlined()).toEqual(['AADSTS50126']);
  });

  it('does not part a code from what follows in the line', () => {
    draw('<p>AADSTS50126<b>7</b></p>');
    expect(underlined()).toEqual(['AADSTS501267']);
  });
});

describe('when the page changes', () => {
  it('a code whose text is rewritten to a text without one is gone', () => {
    draw('<p>AADSTS50126: wrong password</p>');
    const text = document.querySelector('p')!.firstChild as Text;
    text.data = 'Signed in';
    read([text]);
    expect([...page.hits]).toEqual([]);
    expect([...page.at(text)]).toEqual([]);
  });

  it('a code over several parts is gone from each of them when one is taken away', () => {
    draw('<p><i>AADSTS</i><b>50126</b></p>');
    const [first, second] = document.querySelectorAll('i,b');
    expect([...page.at(second!.firstChild!)]).toHaveLength(1);
    first!.remove();
    read([], [first!]);
    expect([...page.hits]).toEqual([]);
    expect([...page.at(second!.firstChild!)]).toEqual([]);
  });

  it('what never held a code is taken away without harm to the codes that stay', () => {
    draw('<p>AADSTS50126</p><p>Loading</p>');
    const line = document.querySelectorAll('p')[1]!;
    line.remove();
    read([], [line]);
    expect(underlined()).toEqual(['AADSTS50126']);
  });

  it('the mark of a code moves with it', () => {
    draw('<p>AADSTS50126: wrong</p>');
    const [hit] = page.hits;
    const text = document.querySelector('p')!.firstChild as Text;
    hit!.mark = hit!.range;
    text.data = 'AADSTS50126: wrong again';
    read([text]);
    expect([...page.hits]).toEqual([hit]);
    expect(hit!.mark.toString()).toBe('AADSTS50126');
  });

  it('a number is found when its label comes after it', () => {
    draw('<div><div id="label"></div><div>50126</div></div>');
    expect(underlined()).toEqual([]);
    const label = document.getElementById('label')!;
    label.textContent = 'Sign-in error code';
    read([label.firstChild!]);
    expect(underlined()).toEqual(['50126']);
  });

  it('a number that moved to another row belongs to that row', () => {
    draw('<table><tr><td>Error code</td><td>50126</td></tr><tr><td>Error code</td></tr></table>');
    const [first, second] = document.querySelectorAll('tr');
    const cell = document.querySelectorAll('td')[1]!;
    expect([...page.hits][0]!.row).toBe(first);
    second!.append(cell);
    read([cell], []);
    expect([...page.hits].map(({ row }) => row)).toEqual([second]);
  });

  it('a text that changes while it is read is left to its own reading', () => {
    const codes = Array.from({ length: 4000 }, (_, at) => `AADSTS${50_000 + at}`);
    document.body.innerHTML = `<p>${codes.join(' ')}</p>`;
    const text = document.querySelector('p')!.firstChild as Text;
    runAll(page.read([[document.body]], []), () => {
      text.data = 'AADSTS70001: rewritten';
    });
    read([text]);
    expect(underlined()).toEqual(['AADSTS70001']);
  });
});
