// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { editorCodes } from '../../../inspection/editor-codes';

const SURFACES = join(import.meta.dirname, '..', '..', 'fixtures', 'surfaces');

beforeEach(() => {
  document.body.innerHTML = '';
});

/** An editor as Monaco draws it: each line in spans, with no-break spaces for blanks. */
function draw(...lines: string[]): void {
  document.body.innerHTML = `<div class="monaco-editor"><div class="view-lines">${lines
    .map(
      (line) =>
        `<div class="view-line"><span><span>${line.replaceAll(' ', '\u00a0')}</span></span></div>`,
    )
    .join('')}</div></div>`;
}

it('the response of Graph Explorer is read', () => {
  document.body.innerHTML = readFileSync(join(SURFACES, 'graph-explorer.html'), 'utf8');
  expect(editorCodes()).toEqual(['AADSTS50126']);
});

it.each<[string, string[], string[]]>([
  [
    'a number under a label',
    ['"errorCode": 50126,', '  "ResultType": "53003"'],
    ['AADSTS50126', 'AADSTS53003'],
  ],
  ['a message', ['"resultDetail": "AADSTS50076: Due to a configuration change",'], ['AADSTS50076']],
  ['the same twice', ['"errorCode": 50126,', '"ResultType": "50126",'], ['AADSTS50126']],
  ['a success', ['"errorCode": 0,'], []],
  ['another number', ['"durationInMilliseconds": 50126,', '"port": 53003'], []],
  ['a query', ['| where ResultType == "50126"', 'SigninLogs // AADSTS50126'], []],
])('%s in an editor', (_, lines, codes) => {
  draw(...lines);
  expect(editorCodes()).toEqual(codes);
});

it('what stands beside an editor is left to the finder', () => {
  document.body.innerHTML = '<pre>"errorCode": 50126</pre>';
  expect(editorCodes()).toEqual([]);
});
