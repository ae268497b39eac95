import { expect } from '@playwright/test';
import { attacks } from './hostile';

const MESSAGE = `<!doctype html><title>Sign in</title>
<div id="exceptionMessageContainer">AADSTS50011: The redirect URI 'https://portal.contoso.com/' specified in the request does not match.</div>`;

attacks('what a page may see of us', {
  'the root of a note is closed to the page': async (page) => {
    await page.open(MESSAGE);
    await expect.poll(() => page.noted()).toEqual(['AADSTS50011']);
    expect(
      await page.evaluate(() => document.querySelector('signpost-note')!.shadowRoot === null),
    ).toBe(true);
    expect((await page.ours('signpost-note'))[0]).toContain('AADSTS50011');
  },

  'a password field is neither read nor changed': async (page) => {
    await page.open(
      `${MESSAGE}<script>
        window.reads = 0;
        const { get, set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
        Object.defineProperty(HTMLInputElement.prototype, 'value', {
          get() { window.reads++; return get.call(this); }, set,
        });
      </script><form><input type="password" value="AADSTS50126"></form>`,
    );
    await expect.poll(() => page.noted()).toEqual(['AADSTS50011']);
    expect(await page.evaluate(() => (window as unknown as { reads: number }).reads)).toBe(0);
    expect(await page.evaluate(() => document.querySelector('form')!.innerHTML)).toBe(
      '<input type="password" value="AADSTS50126">',
    );
  },

  'no address of ours stands in the page': async (page) => {
    await page.open(MESSAGE);
    await expect.poll(() => page.noted()).toEqual(['AADSTS50011']);
    expect(
      await page.evaluate(
        () =>
          [...document.querySelectorAll('[src],[href]')].filter((element) =>
            /-extension:/.test(element.outerHTML),
          ).length,
      ),
    ).toBe(0);
  },
});
