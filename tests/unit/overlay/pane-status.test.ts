// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { createPaneStatus } from '../../../overlay/pane-status';
import { hitIn } from './browser-fakes';

const CODE = '<div class="own"><span>Sign-in error code</span></div>';

/** What a page says of the sign-in of the code in its element `own`. */
function read(html: string) {
  document.body.innerHTML = `<main>${html}</main>`;
  const row = document.querySelector('.own')!;
  return createPaneStatus()({ ...hitIn(row, '50126'), row });
}
const isFine = (html: string) => read(html)?.isFine;

describe('the status of a pane of labels and values', () => {
  it.each([
    ['Success', true],
    ['Interrupted', true],
    ['Failure', false],
    ['Pending', false],
    ['', false],
  ])('%j is fine: %s', (word, wanted) => {
    expect(isFine(`<div><span>Status</span><span>${word}</span></div>${CODE}`)).toBe(wanted);
  });

  it.each([
    ['in the element of its label', '<div><b><i>Status</i></b><span>Success</span></div>'],
    ['beside what holds its label', '<div><div><i>Status</i></div><div>Success</div></div>'],
    ['of a label with a colon', '<div><span>Status: \n</span><span>Success</span></div>'],
    ['of a label with a wide colon', '<div><span>状态：</span><span>成功</span></div>'],
  ])('is read beside or %s', (_, row) => expect(isFine(row + CODE)).toBe(true));

  it('is read some steps above the code', () =>
    expect(isFine(`<p>Status</p><p>Success</p><section>${CODE}</section>`)).toBe(true));

  it.each([
    ['stands far above the code', `<p>Status</p><p>Success</p>${wrapped(8, CODE)}`],
    ['stands far above its label', `<p>${wrapped(8, '<i>Status</i>')}</p><p>Success</p>${CODE}`],
    [
      'is one of several',
      `<p>Status</p><p>Success</p><p>Status</p><p>Success</p><section>${CODE}</section>`,
    ],
    ['is missing', `<p>Conditional Access</p><p>Success</p>${CODE}`],
  ])('is not taken where it %s', (_, html) => expect(isFine(html)).toBe(false));

  it('stands in the pane that is told, else in the row of the code when it comes', () => {
    expect(read(`<p>Status</p><p>Success</p>${CODE}`)?.pane.localName).toBe('main');
    expect(read(CODE)?.pane).toBe(document.querySelector('main'));
  });

  it('is none for a code in a list, or without a label', () => {
    document.body.innerHTML = '<table><tr><td>Status</td><td>Success</td><td></td></tr></table>';
    const cell = document.querySelector('td:last-child')!;
    const paneStatus = createPaneStatus();
    expect(paneStatus({ ...hitIn(cell, '50126'), row: cell })).toBeUndefined();
    expect(paneStatus(hitIn(document.body, '50126'))).toBeUndefined();
  });
});

function wrapped(times: number, html: string): string {
  return '<div>'.repeat(times) + html + '</div>'.repeat(times);
}
