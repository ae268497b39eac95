import { expect } from '@playwright/test';
import { attacks, type Case } from './hostile';
import { signInError } from './sign-in-error';

/** Elements that a page may name like the finder's handle, to keep it away or to answer in its place. */
const NAMED: Record<string, string> = {
  'an element with the id': '<div id="signpost"></div>',
  'two elements with the id': '<a id="signpost"></a><a id="signpost"></a>',
  'a form with named children':
    '<form name="signpost"><input name="hits" value="AADSTS1"><input name="reveal"><input name="stop"></form>',
  'a frame with the name': '<iframe name="signpost"></iframe>',
  'an image with the name': '<img name="signpost" alt="">',
  // With both of them Chromium puts its own interface on the page's elements, and no extension can send any more.
  'a form named like the browser': '<form id="browser"><input name="runtime"></form>',
  'a form named like the browser of old': '<form id="chrome"><input name="runtime"></form>',
  'elements named like what the finder uses':
    '<a id="Highlight"></a><a id="CSS"></a><a id="Range"></a><a id="NodeFilter"></a><a id="MutationObserver"></a><a id="addEventListener"></a><a id="setTimeout"></a><a id="top"></a>',
};

function isFound(named: string): Case {
  return async (page) => {
    await page.open(
      signInError({ before: named, head: `<script>window.signpost = { hits: [] };</script>` }),
    );
    await expect.poll(() => page.noted()).toEqual(['AADSTS50011']);
    await expect.poll(() => page.marked()).toEqual(['AADSTS50011']);
    expect(page.errors).toEqual([]);
  };
}

attacks(
  'elements named like our own things',
  Object.fromEntries(
    Object.entries(NAMED).map(([name, html]) => [`${name}: the code is explained`, isFound(html)]),
  ),
);
