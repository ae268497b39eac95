// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { runsOf } from '../../../finder/changes';
import { createPageCodes, type PageCodes } from '../../../finder/page-codes';
import { runAll } from './steps';

const OPTIONS = { bareNumbers: true, isKnownHresult: (code: string) => code === '0x801C03ED' };

/** Lets a reader read what changed, or the whole page. */
function read(page: PageCodes, roots: Node[] = [document.body], removed: Node[] = []): void {
  runAll(page.read(runsOf(new Set(roots)), removed));
}

function codes(html: string, options = OPTIONS): string[] {
  document.body.innerHTML = html;
  const page = createPageCodes(
    options,
    () => {},
    () => {},
  );
  read(page);
  return [...page.hits].map(({ code }) => code);
}

describe('text is read as a person reads the page', () => {
  it.each([
    ['inline elements join', '<p><span>AADSTS</span><b>50126</b>: wrong</p>', ['AADSTS50126']],
    ['a word-break hint inside the code', '<p>AADSTS<wbr>7000215: secret</p>', ['AADSTS7000215']],
    ['cells part', '<table><tr><td>AADSTS50126</td><td>53003</td></tr></table>', ['AADSTS50126']],
    [
      'two codes in glued blocks',
      '<div>AADSTS50001</div><div>AADSTS50001</div>',
      ['AADSTS50001', 'AADSTS50001'],
    ],
    [
      'label and value in two elements',
      '<div><div>Sign-in error code</div><div>50126</div></div>',
      ['AADSTS50126'],
    ],
    [
      'label and value in a definition list',
      '<dl><dt>Error code:</dt><dd>53003</dd></dl>',
      ['AADSTS53003'],
    ],
    [
      'label and value in a table',
      '<table><tr><td>Error Code</td><td>50058</td></tr></table>',
      ['AADSTS50058'],
    ],
    [
      'a value with the blanks of its markup around it, glued to another number',
      '<table><tr><th>Year</th><th>Error code</th></tr><tr><td>2026</td><td>50126\n              </td></tr></table>',
      ['AADSTS50126'],
    ],
    [
      'a column by its head',
      '<table><tr><th>User</th><th>ResultType</th></tr><tr><td>50000</td><td>50126</td></tr></table>',
      ['AADSTS50126'],
    ],
    [
      'a grid column by its key',
      '<div role="grid"><div role="row"><div role="columnheader" data-item-key="e">Sign-in error code</div></div><div role="row"><div role="gridcell" data-automation-key="u">50001</div><div role="gridcell" data-automation-key="e">53003</div></div></div>',
      ['AADSTS53003'],
    ],
  ])('%s', (_, html, expected) => expect(codes(html)).toEqual(expected));
});

describe('the results of a query', () => {
  const blanks = '\n            '.repeat(12);
  const heads = (...names: [index: number, name: string][]) =>
    `<div role="row">${names.map(([index, name]) => `<div role="columnheader" aria-colindex="${index}">${blanks}<span>${name}</span>${blanks}</div>`).join('')}</div>`;
  const cells = (...values: [index: number, value: string][]) =>
    `<div role="row">${values.map(([index, value]) => `<div role="gridcell" aria-colindex="${index}">${value}</div>`).join('')}</div>`;
  const grid = (header: string, rows: string) =>
    `<div role="treegrid"><div class="ag-header">${header}</div><div>${rows}</div></div>`;

  it.each([
    [
      'heads of ag-Grid, full of blanks',
      grid(heads([1, 'DurationMs'], [2, 'ResultType']), cells([1, '50001'], [2, '50126'])),
      ['AADSTS50126'],
    ],
    [
      'cells in another order than their heads',
      grid(heads([1, 'DurationMs'], [2, 'ResultType']), cells([2, '50126'], [1, '50001'])),
      ['AADSTS50126'],
    ],
    [
      'a pinned column, whose head stands in a row of its own',
      grid(
        `<div>${heads([1, 'TimeGenerated [UTC]'])}</div><div>${heads([2, 'DurationMs'], [3, 'ResultSignature'])}</div>`,
        cells([2, '50001'], [3, '53003']),
      ),
      ['AADSTS53003'],
    ],
    [
      'columns that stand right of those that are drawn',
      grid(heads([17, 'DurationMs'], [18, 'Result type']), cells([17, '50001'], [18, '50126'])),
      ['AADSTS50126'],
    ],
    ['success', grid(heads([1, 'ResultType']), cells([1, '0'])), []],
    [
      'the second table of a join',
      grid(heads([1, 'ErrorCode1']), cells([1, '50126'])),
      ['AADSTS50126'],
    ],
    [
      'a record of keys and values in a row of its own',
      grid(
        heads([1, 'DurationMs'], [2, 'ResultType']),
        `<div role="row"><div role="grid">${cells([1, 'Status'], [2, '{}'])}${cells([1, 'errorCode'], [2, '50126'])}${cells([1, 'DurationMs'], [2, '50001'])}</div></div>`,
      ),
      ['AADSTS50126'],
    ],
  ])('%s', (_, html, expected) => expect(codes(html)).toEqual(expected));

  // As ag-Grid writes the cell of a group, its blanks included.
  const group = (id: string, value: string, count: number) =>
    `<div role="row" row-id="row-group-${id}"><div role="gridcell" aria-colindex="1"><span class="ag-cell-wrapper">
      <span class="ag-group-expanded"></span> <span class="ag-group-value">${value}</span> <span class="ag-group-child-count">(${count})</span>
    </span></div><div role="gridcell" aria-colindex="2"></div></div>`;
  // The columns that rows are grouped by stand above the grid.
  const grouped = (rows: string, column = 'Group') =>
    `<div class="ag-column-drop"><span>ResultType</span></div>${grid(heads([1, column], [2, 'DurationMs']), rows)}`;

  it.each([
    [
      'by a column of codes, under the head "Group"',
      grouped(group('ResultType-50126', '50126', 37)),
      ['AADSTS50126'],
    ],
    [
      'within other groups',
      grouped(group('Identity-Alex Wilber-ResultType-50126', '50126', 2)),
      ['AADSTS50126'],
    ],
    [
      'each column of groups under its own head',
      grouped(group('12', '50126', 37), 'ResultType'),
      ['AADSTS50126'],
    ],
    ['by another column', grouped(group('DurationMs-50126', '50126', 3)), []],
    ['by a column of another name', grouped(group('HttpErrorCode-50126', '50126', 3)), []],
    [
      'with another number in a cell beside the group',
      grouped(group('ResultType-50126', '50126', 3).replace('></div></div>', '>53003</div></div>')),
      ['AADSTS50126'],
    ],
    ['of sign-ins that succeeded', grouped(group('ResultType-0', '0', 90)), []],
    [
      'in a list of Fluent UI, by the name of the column',
      `<div role="grid"><div role="row">${['', 'Date', 'User', 'Application'].map((head) => `<div role="columnheader">${head}</div>`).join('')}</div>
       <div class="ms-GroupHeader" role="row"><div role="presentation"><div role="gridcell"></div><div role="gridcell" aria-colspan="3"><span>ResultType: 50126</span><span>(37)</span></div></div></div></div>`,
      ['AADSTS50126'],
    ],
    [
      'in a list of Fluent UI, by a number that no word explains, where a column of codes stands in its place',
      `<div role="grid"><div role="row">${['', 'ResultType', 'User'].map((head) => `<div role="columnheader">${head}</div>`).join('')}</div>
       <div class="ms-GroupHeader" role="row"><div role="presentation"><div role="gridcell"></div><div role="gridcell" aria-colspan="2"><span>50126</span><span>(3)</span></div></div></div></div>`,
      [],
    ],
  ])('rows in groups: %s', (_, html, expected) => expect(codes(html)).toEqual(expected));

  it('the count of a group is not a part of the mark, and changes by itself', () => {
    document.body.innerHTML = grouped(group('ResultType-50126', '50126', 37));
    const page = createPageCodes(
      OPTIONS,
      () => {},
      () => {},
    );
    read(page);
    const count = document.querySelector('.ag-group-child-count')!.firstChild as Text;
    count.data = '(38)';
    read(page, [count]);
    expect([...page.hits].map(({ range }) => range.toString())).toEqual(['50126']);
  });

  it('of other vendors is left alone', () => {
    const html = grid(heads([1, 'ErrorCode']), cells([1, '53001']));
    expect(codes(html)).toEqual(['AADSTS53001']);
    expect(codes(html, { ...OPTIONS, bareNumbers: false })).toEqual([]);
  });
});

describe('what is left alone', () => {
  it.each([
    ['script', '<script>var a = "AADSTS50126"</script>'],
    ['text box', '<textarea>AADSTS50126</textarea><input value="AADSTS50058">'],
    ['editable text', '<div contenteditable="true"><p>AADSTS50126</p></div>'],
    ['editor', '<div class="monaco-editor"><div>AADSTS50126</div></div>'],
    ['our own note', '<signpost-note>AADSTS50126</signpost-note>'],
    [
      'a number with another label',
      '<div><div>Autonomous system number</div><div>53003</div></div>',
    ],
    ['success', '<div><div>Sign-in error code</div><div>0</div></div>'],
    ['an unknown HRESULT', '<p>Address 0x801C84A0</p>'],
    [
      'a labeled id',
      '<div><div>User ID</div><div>11111111-2222-3333-4444-000000050126</div></div>',
    ],
  ])('%s', (_, html) => expect(codes(html)).toEqual([]));

  it('bare numbers off Microsoft’s hosts', () => {
    const html = '<div><div>Error code</div><div>53003</div></div><p>Error code: 53001</p>';
    expect(codes(html, { ...OPTIONS, bareNumbers: false })).toEqual([]);
  });
});

describe('a page that changes', () => {
  let added: string[];
  let removed: string[];
  const follow = () =>
    createPageCodes(
      OPTIONS,
      ({ code }) => added.push(code),
      ({ code }) => removed.push(code),
    );
  beforeEach(() => {
    added = [];
    removed = [];
    document.body.innerHTML =
      '<main><p id="a">AADSTS50126: wrong</p><div><div>Sign-in error code</div><div id="v"></div></div></main>';
  });

  it('reads a value that comes after its label', () => {
    const page = follow();
    read(page);
    document.getElementById('v')!.textContent = '53003';
    read(page, [document.getElementById('v')!.firstChild!]);
    expect(added).toEqual(['AADSTS50126', 'AADSTS53003']);
  });

  it('reads a grid that stands there already, however far its head is from the numbers', () => {
    const row = (code: string) =>
      `<div role="row">${`<div role="gridcell">${'text '.repeat(20)}</div>`.repeat(3)}<div role="gridcell" data-automation-key="e">${code}</div></div>`;
    document.body.innerHTML = `<div role="grid"><div role="row"><div role="columnheader" data-item-key="e">Sign-in error code</div></div>${['0', '50126', '53003'].map(row).join('')}</div>`;
    read(follow());
    expect(added).toEqual(['AADSTS50126', 'AADSTS53003']);
  });

  it('drops a code whose text was rewritten in place, and takes the new one', () => {
    const page = follow();
    read(page);
    const text = document.getElementById('a')!.firstChild as Text;
    text.nodeValue = 'AADSTS50058: silent';
    read(page, [text]);
    expect({ added, removed }).toEqual({
      added: ['AADSTS50126', 'AADSTS50058'],
      removed: ['AADSTS50126'],
    });
  });

  it('follows a list whose texts are all rewritten at once', () => {
    const row = (cells: string[]) =>
      `<div role="row">${cells.map((cell) => `<div role="gridcell"><span>${cell}</span></div>`).join('')}</div>`;
    document.body.innerHTML = `<div role="grid"><div role="row"><div role="columnheader">User</div><div role="columnheader">Error code</div><div role="columnheader">Reason</div></div><div id="rows">${[
      ['50001', '50126', 'Wrong password'],
      ['50002', '0', 'Other'],
      ['50003', '53003', 'AADSTS53003: blocked'],
    ]
      .map(row)
      .join('')}</div></div>`;
    const page = follow();
    read(page);
    const cells = [...document.querySelectorAll('#rows span')].map((cell) => cell.firstChild!);
    const texts = ['50003', '53003', 'AADSTS53003: blocked', '50002', '50058', 'Silent', '50001'];
    cells.forEach((cell, at) => (cell.nodeValue = texts[at] ?? '0'));
    added = [];
    read(page, cells);
    expect({ added, removed }).toEqual({
      added: ['AADSTS53003', 'AADSTS53003', 'AADSTS50058'],
      removed: ['AADSTS50126', 'AADSTS53003', 'AADSTS53003'],
    });
    expect([...page.hits].map(({ range }) => range.startContainer)).toEqual(
      expect.arrayContaining([cells[1], cells[2], cells[4]]),
    );
  });

  it('drops the codes beside many labels that are rewritten at once', () => {
    document.body.innerHTML = `<div>${'<p><b>Error code:</b> 50126 again</p>'.repeat(5)}</div>`;
    const page = follow();
    read(page);
    expect(page.hits.size).toBe(5);
    const labels = [...document.querySelectorAll('b')].map((label) => label.firstChild!);
    for (const label of labels) label.nodeValue = 'Seats in the main hall:';
    read(page, labels);
    expect(page.hits.size).toBe(0);
  });

  it('drops a code that was taken away, and counts none twice', () => {
    const page = follow();
    read(page);
    read(page);
    expect(added).toEqual(['AADSTS50126']);
    const block = document.getElementById('a')!;
    block.remove();
    read(page, [], [block]);
    expect(page.hits.size).toBe(0);
  });

  it('keeps nothing of a code that was rewritten', () => {
    const page = follow();
    read(page);
    const text = document.getElementById('a')!.firstChild as Text;
    for (let at = 0; at < 300; at++) {
      text.nodeValue = `AADSTS${50_200 + at}: wrong`;
      read(page, [text]);
    }
    expect(removed).toHaveLength(300);
    expect([...page.at(text)].map(({ code }) => code)).toEqual(['AADSTS50499']);
    expect(page.hits.size).toBe(1);
  });

  it('keeps the hit whose text stays as it is while the rest of its node changes', () => {
    const page = follow();
    read(page);
    const [hit] = page.hits;
    const text = document.getElementById('a')!.firstChild as Text;
    text.nodeValue = 'AADSTS50126: wrong, again';
    read(page, [text]);
    expect([...page.hits]).toEqual([hit]);
    expect(hit!.range.toString()).toBe('AADSTS50126');
    expect(removed).toEqual([]);
  });

  it('takes a longer number for the code that it is, and no other', () => {
    const page = follow();
    read(page);
    const block = document.getElementById('a')!;
    block.firstChild!.nodeValue = 'AADSTS50126';
    read(page, [block.firstChild!]);
    const more = document.createTextNode('7');
    block.append(more);
    read(page, [more]);
    expect([...page.hits].map(({ code }) => code)).toEqual(['AADSTS501267']);
  });

  it('drops what went while nobody looked, when the page is read again', () => {
    const page = follow();
    read(page);
    document.getElementById('a')!.remove();
    read(page);
    expect(removed).toEqual(['AADSTS50126']);
    expect(page.hits.size).toBe(0);
  });

  it('drops a code in a part that becomes a text to be written', () => {
    const page = follow();
    read(page);
    const block = document.getElementById('a')!;
    block.setAttribute('contenteditable', 'true');
    read(page, [block], [block]);
    expect([...page.hits]).toEqual([]);
  });

  it('finds the rest of a page that changes at every pause', () => {
    const lines = Array.from({ length: 300 }, (_, at) => `<p>AADSTS${50_000 + at}</p>`);
    document.body.innerHTML = lines.join('');
    const page = follow();
    const blocks = [...document.querySelectorAll('p')];
    let next = 0;
    const gone: Node[] = [];
    const changed: Node[] = [];
    runAll(page.read([[document.body]], []), () => {
      const block = blocks[next++ % blocks.length]!;
      if (!block.isConnected) return;
      if (next % 2) {
        block.remove();
        gone.push(block);
      } else {
        block.firstChild!.nodeValue = 'AADSTS70001';
        changed.push(block.firstChild!);
      }
    });
    expect(next).toBeGreaterThan(10);
    // What changed meanwhile comes as a batch of its own.
    read(page, changed, gone);
    expect([...page.hits].map(({ code }) => code).sort()).toEqual(
      [...document.querySelectorAll('p')].map(({ textContent }) => textContent).sort(),
    );
  });

  it('may be left between finding thousands of codes and reading the first of them', () => {
    document.body.innerHTML = '<p>AADSTS50126</p>'.repeat(3000);
    const page = follow();
    const work = page.read([[document.body]], []);
    expect(work.next(false).done).toBe(false);
    expect(page.hits.size).toBe(0);
    document.querySelector('p')!.remove();
    for (let done: boolean | undefined = false; !done;) ({ done } = work.next(true));
    expect(page.hits.size).toBe(2999);
  });
});
