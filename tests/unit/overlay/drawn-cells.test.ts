// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { factOfHeading } from '../../../facts/sign-in-fields';
import { drawnCells, openTab, rowCells } from '../../../overlay/drawn-cells';

const isLabel = (text: string) => factOfHeading(text) !== undefined;
function cellsOf(html: string): [label: string, value: string][] {
  document.body.innerHTML = `<main>${html}</main>`;
  return drawnCells(document.querySelector('main')!, isLabel).map(({ label, value }) => [
    label,
    value,
  ]);
}

describe('labels and values', () => {
  it.each<[string, string]>([
    [
      'rows',
      '<div><div>Client app</div><div>Browser</div></div><div><div>User type</div><div>Guest</div></div>',
    ],
    [
      'rows with wrappers',
      '<div><div><div>Client app</div></div><div><div>Browser</div></div></div><div><div><div>User type</div></div><div><div>Guest</div></div></div>',
    ],
    ['terms', '<dl><dt>Client app</dt><dd>Browser</dd><dt>User type</dt><dd>Guest</dd></dl>'],
    [
      'a table',
      '<table><tr><td>Client app</td><td>Browser</td></tr><tr><td>User type</td><td>Guest</td></tr></table>',
    ],
    ['lines', '<p>Client app: Browser</p><p>User type: Guest</p>'],
    [
      'labels with colons',
      '<div><div>Client app:</div><div>Browser</div></div><div><div>User type :</div><div>Guest</div></div>',
    ],
    [
      'inline labels',
      '<div><span>Client app</span>: <b>Browser</b></div><div><span>User type</span>: Guest</div>',
    ],
  ])('in %s belong together', (_, html) => {
    expect(cellsOf(html)).toEqual([
      ['Client app', 'Browser'],
      ['User type', 'Guest'],
    ]);
  });

  it('without a value take none of the next row', () => {
    const row = (label: string, value: string) =>
      `<div><div>${label}</div><div>${value}</div></div>`;
    expect(cellsOf(row('Device ID', '') + row('Browser', '') + row('Client app', 'IMAP4'))).toEqual(
      [
        ['Device ID', ''],
        ['Browser', ''],
        ['Client app', 'IMAP4'],
      ],
    );
  });

  it('are read from tables by the heads of their columns', () => {
    const html = `<table><thead><tr><th>Policy Name</th><th>Result</th></tr></thead><tr><td>A</td><td>Failure</td></tr><tr><td>B</td><td>Success</td></tr></table>`;
    document.body.innerHTML = html;
    expect(drawnCells(document.body, isLabel)).toEqual([
      { label: 'Policy Name', value: 'A', row: 0 },
      { label: 'Result', value: 'Failure', row: 0 },
      { label: 'Policy Name', value: 'B', row: 1 },
      { label: 'Result', value: 'Success', row: 1 },
    ]);
    expect(rowCells(document.querySelectorAll('tr')[2]!)).toEqual([
      { label: 'Policy Name', value: 'B' },
      { label: 'Result', value: 'Success' },
    ]);
  });

  it.each([
    ['what a person types', '<div><div>Client app</div><textarea>Browser</textarea></div>'],
    [
      'editors',
      '<div><div>Client app</div><div class="monaco-editor"><div>Browser</div></div></div>',
    ],
    [
      'what is not drawn',
      '<div><div>Client app</div><div style="display:none">Browser</div></div>',
    ],
    ['prose', '<div><div>Some words</div><div>Browser</div></div>'],
  ])('are never %s', (_, html) => {
    expect(cellsOf(html).filter(([, value]) => value === 'Browser')).toEqual([]);
  });
});

describe('a value', () => {
  const row = (value: string, label = 'Client app') =>
    `<div><div>${label}</div><div>${value}</div></div>`;

  it.each([
    [
      'has the blanks of a line, whatever the markup has',
      'Other  clients;\n      IMAP',
      'Other clients; IMAP',
    ],
    ['is read from inline elements', '<b>Browser</b> <i>130</i>', 'Browser 130'],
    ['is read beside an empty icon', '<i></i>Browser', 'Browser'],
    ['is read from a block in an inline element', '<span><div>Browser</div></span>', 'Browser'],
    ['may be long', `Browser ${'x'.repeat(900)}`, `Browser ${'x'.repeat(900)}`],
  ])('%s', (_, html, expected) => expect(cellsOf(row(html))).toEqual([['Client app', expected]]));

  it('of a length that no sign-in has is none', () =>
    expect(cellsOf(row('x'.repeat(1001)))).toEqual([]));

  it('belongs to a label right before it, not to one far above', () => {
    const deep = '<div><div><div><div><div>Browser</div></div></div></div></div>';
    expect(cellsOf(`<div>Client app</div>${deep}`)).toEqual([]);
  });

  it('with a colon in it keeps it', () =>
    expect(cellsOf('<p>User type : Guest: external</p>')).toEqual([
      ['User type', 'Guest: external'],
    ]));
});

describe('the open tab', () => {
  it('is the selected one', () => {
    document.body.innerHTML =
      '<div role="tablist"><button role="tab">Basic info</button><button role="tab" aria-selected="true">Location</button></div>';
    expect(openTab(document.body).name).toBe('Location');
  });
});
