import { expect } from '@playwright/test';
import { attacks } from './hostile';
import { signInError } from './sign-in-error';

attacks('a page that reads our words', {
  'a search of the page gets no text of ours by its selection': async (page) => {
    await page.open(signInError());
    await expect.poll(async () => (await page.ours('signpost-note'))[0]).toContain('Copy details');
    const read = await page.evaluate(() => {
      const { find } = window as unknown as { find: (text: string) => boolean };
      return ['Copy details for IT', 'Explained by Signpost'].map((text) => {
        getSelection()!.removeAllRanges();
        find.call(window, text);
        return getSelection()!.toString();
      });
    });
    // Firefox finds and gives out what cannot be selected; there only the help desk's name is out of reach.
    if (page.browser === 'Chromium') expect(read).toEqual(['', '']);
  },

  'selecting all of the page gets no text of ours': async (page) => {
    await page.open(signInError());
    await expect.poll(async () => (await page.ours('signpost-note'))[0]).toContain('Copy details');
    const read = await page.evaluate(() => {
      document.execCommand('selectAll');
      return getSelection()!.toString();
    });
    expect(read).toContain('AADSTS50011');
    expect(read).not.toContain('Copy details');
  },

  'a page that answers copy cannot put its own text on the clipboard in our name': async (page) => {
    await page.open(
      signInError({
        head: `<script>
          window.copies = 0;
          addEventListener('copy', (event) => { window.copies++; event.clipboardData.setData('text/plain', 'forged'); event.preventDefault(); event.stopImmediatePropagation(); }, true);
        </script>`,
      }),
      { headers: { 'permissions-policy': 'clipboard-write=()' } },
    );
    await expect.poll(async () => (await page.ours('signpost-note'))[0]).toContain('Copy details');
    const { x, y, width, height } = await page.boxOfOurs('signpost-note', 'Copy details for IT');
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
    await page.click(x + width / 2, y + height / 2);
    const text = async () => (await page.ours('signpost-note'))[0];
    // Firefox does not know this policy and copies; no copy event goes through the page either way.
    await expect.poll(text).toMatch(page.browser === 'Chromium' ? /Press Ctrl\+C/ : /Copied/);
    expect(await page.evaluate(() => (window as unknown as { copies: number }).copies)).toBe(0);
  },
});
