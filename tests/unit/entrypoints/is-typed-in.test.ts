// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';
import { isTypedIn } from '../../../entrypoints/sidepanel/is-typed-in';

const find = (selector: string) => document.querySelector<HTMLInputElement>(selector)!;
let hasKeyboard: boolean;

beforeEach(() => {
  hasKeyboard = true;
  vi.spyOn(document, 'hasFocus').mockImplementation(() => hasKeyboard);
  document.body.innerHTML =
    '<div class="search"><input type="search"></div><label><input type="checkbox"></label><input type="text"><textarea></textarea><textarea readonly>command</textarea>';
});

it('words in the search field count while it has the keyboard', () => {
  find('[type=search]').focus();
  expect(isTypedIn()).toBe(false);
  find('[type=search]').value = 'wrong passw';
  expect(isTypedIn()).toBe(true);
  hasKeyboard = false;
  expect(isTypedIn()).toBe(false);
});

it('a text that stands in no address counts as long as it is there', () => {
  hasKeyboard = false;
  find('[type=search]').value = 'user@contoso.com';
  expect(isTypedIn()).toBe(true);
  find('[type=search]').value = 'pasted '.repeat(20);
  expect(isTypedIn()).toBe(true);
});

it.each([
  ['textarea', true],
  ['[type=text]', true],
  ['[type=checkbox]', false],
  ['[readonly]', false],
])('the keyboard in %s: %s', (selector, expected) => {
  find(selector).focus();
  expect(isTypedIn()).toBe(expected);
  hasKeyboard = false;
  expect(isTypedIn()).toBe(false);
});
