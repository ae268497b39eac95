// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import type { Hit } from '../../../finder/hits';
import { messageNear } from '../../../overlay/page-message';

function message(html: string, isSignIn: boolean): string {
  document.body.innerHTML = html;
  const block = document.getElementById('code')!;
  const row = document.getElementById('row') ?? undefined;
  return messageNear({ block, row, spelling: 'AADSTS50126' } as unknown as Hit, isSignIn);
}

const ERROR = '<p id="code">AADSTS50126:\n      wrong  password</p>';

it('is the text around the code, and on a sign-in page its headline before it', () => {
  const html = `<h1>Contoso</h1><div role="main"><div role="heading">Sign in</div>${ERROR}</div>`;
  expect(message(html, true)).toMatch(/^(Sign in|Contoso)\nAADSTS50126: wrong password$/);
  expect(message(html, false)).toBe('AADSTS50126: wrong password');
  expect(message(ERROR, true)).toBe('AADSTS50126: wrong password');
});

it('is that of the row with the label where there is one', () => {
  expect(
    message('<div id="row"><span>Error code</span> <span id="code">50126</span></div>', false),
  ).toBe('Error code 50126');
});

it('is the code alone where the text around it is a page and no message', () => {
  expect(message(`<p id="code">AADSTS50126 ${'word '.repeat(130)}</p>`, false)).toBe('AADSTS50126');
});
