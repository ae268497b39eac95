import { expect } from '@playwright/test';
import { attacks, type Case } from './hostile';
import { MESSAGE, signInError } from './sign-in-error';

const CLOBBERS = [
  'parentElement',
  'parentNode',
  'closest',
  'nodeType',
  'tagName',
  'localName',
  'after',
  'append',
  'contains',
  'getBoundingClientRect',
  'checkVisibility',
  'previousElementSibling',
  'nextElementSibling',
  'isContentEditable',
  'isConnected',
  'textContent',
  'innerText',
  'getRootNode',
  'matches',
  'scrollIntoView',
]
  .map((name) => `<input name="${name}">`)
  .join('');

/** The note comes in spite of what the page is made of. */
function noteComes(html: string): Case {
  return async (page) => {
    await page.open(html);
    await expect.poll(() => page.noted()).toEqual(['AADSTS50011']);
    await expect.poll(async () => (await page.ours('signpost-note'))[0]).toContain('Copy details');
    expect(page.errors).toEqual([]);
  };
}

attacks('a page in a state of its own', {
  'fields that are named like properties, around the message': noteComes(
    `<!doctype html><form>${CLOBBERS}${MESSAGE}</form>`,
  ),
  'a form that holds the message itself': noteComes(
    `<!doctype html><div><form style="display:block">${CLOBBERS}${MESSAGE.replace(/<\/?div[^>]*>/g, '')}</form></div>`,
  ),
  'images that are named like properties of the document': noteComes(
    signInError({
      before: [
        'body',
        'documentElement',
        'createElement',
        'createElementNS',
        'activeElement',
        'querySelector',
        'designMode',
        'implementation',
      ]
        .map((name) => `<img name="${name}" alt="">`)
        .join(''),
    }),
  ),

  'no note is written into a document that a person writes': async (page) => {
    await page.open(signInError({ head: `<script>document.designMode = 'on';</script>` }));
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1500)));
    expect(await page.noted()).toEqual([]);
    expect(await page.marked()).toEqual([]);
    expect(await page.evaluate(() => document.body.innerHTML.includes('signpost'))).toBe(false);
  },

  'no note is written into an editable part': async (page) => {
    await page.open(
      `<!doctype html><div contenteditable="true"><div contenteditable="false">${MESSAGE}</div></div>${MESSAGE}`,
    );
    await expect.poll(() => page.noted()).toEqual(['AADSTS50011']);
    expect(
      await page.evaluate(() => document.querySelector('[contenteditable=true] signpost-note')),
    ).toBe(null);
  },

  'a card for a code in a modal dialog can be pressed': async (page) => {
    await page.open(
      `<!doctype html><dialog style="width:600px;height:500px"><ul role="listbox"><li role="option">AADSTS50011: the redirect URI does not match</li></ul></dialog><script>document.querySelector('dialog').showModal()</script>`,
      { address: 'https://entra.microsoft.com/dialog.html' },
    );
    await expect.poll(async () => (await page.marked()).length).toBe(1);
    const { x, y, width, height } = await page.boxOfMark();
    await expect
      .poll(
        async () => {
          await page.move(x - 20, y + 100);
          await page.click(x + width / 2, y + height / 2);
          return (await page.ours('signpost-card')).length;
        },
        { intervals: [500] },
      )
      .toBe(1);
    const tab = await page.boxOfOurs('signpost-card', 'Commands');
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
    await page.click(tab.x + tab.width / 2, tab.y + tab.height / 2);
    await expect.poll(async () => (await page.ours('signpost-card'))[0]).toContain('Copy command');
  },

  'a page without a top layer throws nothing and shows no card': async (page) => {
    await page.open(
      `<!doctype html><ul role="listbox"><li role="option">AADSTS50011: no match</li></ul><script>HTMLElement.prototype.showPopover = () => { throw new Error('no'); };</script>`,
      { address: 'https://entra.microsoft.com/list.html' },
    );
    await expect.poll(async () => (await page.marked()).length).toBe(1);
    const { x, y, width, height } = await page.boxOfMark();
    await page.click(x + width / 2, y + height / 2);
    expect(page.errors).toEqual([]);
  },
});
