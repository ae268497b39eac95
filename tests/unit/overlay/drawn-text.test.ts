// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { createPageCodes } from '../../../finder/page-codes';
import { drawnText, type DrawnText } from '../../../overlay/drawn-text';
import { runAll } from '../finder/steps';
import { fakeBrowser, type FakeBrowser } from './browser-fakes';

let fake: FakeBrowser;
beforeEach(() => (fake = fakeBrowser()));

function drawn(html: string, hide?: string): DrawnText | undefined {
  document.body.innerHTML = html;
  if (hide) fake.hidden.add(document.querySelector(hide)!);
  const page = createPageCodes(
    { bareNumbers: false, isKnownHresult: () => false },
    () => {},
    () => {},
  );
  runAll(page.read([[document.body]], []));
  return drawnText(document.body, page.at);
}

/** Lines and cells, without empty ones. */
const linesOf = (html: string, hide?: string) =>
  drawn(html, hide)!
    .text.split('\n')
    .map((line) =>
      line
        .split('\t')
        .map((cell) => cell.trim())
        .filter(Boolean),
    )
    .filter(({ length }) => length);

describe('text as it is drawn', () => {
  it.each([
    [
      'blocks stand in lines of their own',
      '<p>one</p><div>two<p>three</p>four</div>',
      [['one'], ['two'], ['three'], ['four']],
    ],
    ['a line break breaks the line', '<p>one<br>two</p>', [['one'], ['two']]],
    [
      'inline elements stand in the line',
      '<p>one <b>two</b>, <i>three</i></p>',
      [['one two, three']],
    ],
    [
      'the cells of a row stand in one line, apart',
      '<table><tr><th>User</th><td>Kim</td></tr><tr><th>App</th><td>Mail</td></tr></table>',
      [
        ['User', 'Kim'],
        ['App', 'Mail'],
      ],
    ],
    [
      'line breaks of the markup are blanks',
      '<p>one\n      two\tthree\u00A0four</p>',
      [['one two three four']],
    ],
    [
      'lines of preformatted text stay lines',
      '<pre style="white-space:pre">Client app:   IMAP4\nUser:  Kim</pre>',
      [['Client app: IMAP4'], ['User: Kim']],
    ],
    [
      'scripts and what a person types are left out',
      '<p>one</p><script>two</script><textarea>three</textarea>',
      [['one']],
    ],
  ])('%s', (_, html, expected) => expect(linesOf(html)).toEqual(expected));

  it('leaves out what is not drawn', () =>
    expect(linesOf('<p>one</p><div>two</div><p>three</p>', 'div')).toEqual([['one'], ['three']]));

  it('says where each code stands, in the order of the text', () => {
    const { text, codes } = drawn(
      '<p>First   AADSTS50126,\n then AADSTS50058</p><p>and <i>AADSTS</i><b>53003</b>: last</p>',
    )!;
    expect(codes.map(({ hit, start, end }) => [hit.code, text.slice(start, end)])).toEqual([
      ['AADSTS50126', 'AADSTS50126'],
      ['AADSTS50058', 'AADSTS50058'],
      // Of a code in two elements what stands in the first.
      ['AADSTS53003', 'AADSTS'],
    ]);
  });

  it('is that of a part about one sign-in: a page of thousands of lines is none', () => {
    expect(drawn('<p>line</p>'.repeat(6000))).toBeUndefined();
    expect(drawn(`<p>${'word '.repeat(4500)}</p><p>end</p>`)).toBeUndefined();
    expect(drawn(`<p>${'word '.repeat(500)}</p>`)).toBeDefined();
  });
});
