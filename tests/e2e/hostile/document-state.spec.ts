import { expect } from '@playwright/test';
import { attacks, type HostilePage } from './hostile';
import { MESSAGE, signInError } from './sign-in-error';

const PORTAL = 'https://portal.azure.com/state.html';
const CODE = '<!doctype html><p>AADSTS50126: wrong</p>';

const wait = (page: HostilePage, time: number) =>
  page.evaluate((rest) => new Promise((resolve) => setTimeout(resolve, rest)), time);

attacks('a document that changes its state', {
  'what document.open writes is read, and its marks answer the pointer': async (page) => {
    await page.open(CODE, { address: PORTAL });
    await expect.poll(() => page.marked()).toEqual(['AADSTS50126']);
    await page.evaluate(() => {
      document.open();
      document.write('<ul role="listbox"><li role="option">AADSTS53003: blocked</li></ul>');
      document.close();
    });
    await expect.poll(() => page.marked()).toEqual(['AADSTS53003']);
    const { x, y, width, height } = await page.boxOfMark();
    await page.click(x + width / 2, y + height / 2);
    await expect.poll(async () => (await page.ours('signpost-card')).length).toBe(1);
    await page.evaluate(() => {
      document.open();
      document.write('<p>AADSTS50058: silent</p>');
      document.close();
    });
    await expect.poll(() => page.marked()).toEqual(['AADSTS50058']);
    expect(page.errors).toEqual([]);
  },

  'a part that becomes a text to be written loses its mark, and gets it back': async (page) => {
    await page.open(CODE, { address: PORTAL });
    await expect.poll(() => page.marked()).toEqual(['AADSTS50126']);
    await page.evaluate(() => document.querySelector('p')!.setAttribute('contenteditable', 'true'));
    await expect.poll(() => page.marked()).toEqual([]);
    await page.evaluate(() => document.querySelector('p')!.removeAttribute('contenteditable'));
    await expect.poll(() => page.marked()).toEqual(['AADSTS50126']);
  },

  'a document that becomes a text to be written loses its marks and notes': async (page) => {
    await page.open(signInError());
    await expect.poll(() => page.noted()).toEqual(['AADSTS50011']);
    await page.evaluate(() => void (document.designMode = 'on'));
    // Nothing changes on the page, so that no event tells.
    await expect.poll(() => page.marked()).toEqual([]);
    await expect.poll(() => page.noted()).toEqual([]);
    await page.evaluate(() => void (document.designMode = 'off'));
    await expect.poll(() => page.noted()).toEqual(['AADSTS50011']);
  },

  'a frame in which a person writes is left alone': async (page) => {
    await page.open(
      `<!doctype html>${MESSAGE}<iframe srcdoc="<p>AADSTS50126: a reply</p><script>document.designMode='on'</script>"></iframe>`,
      { address: PORTAL },
    );
    await expect.poll(() => page.marked()).toEqual(['AADSTS50011']);
    await wait(page, 1500);
    expect(await page.marked()).toEqual(['AADSTS50011']);
    expect(await page.noted()).toEqual(['AADSTS50011']);
  },

  'a document that is no HTML throws nothing': async (page) => {
    for (const [type, text] of [
      ['application/xml', '<?xml version="1.0"?><error><code>AADSTS50126</code></error>'],
      ['image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"><text>AADSTS50126</text></svg>'],
    ] as const) {
      await page.open(text, { address: PORTAL, headers: { 'content-type': type } });
      await wait(page, 500);
      expect(page.errors).toEqual([]);
    }
    expect(await page.evaluate(() => document.querySelector('signpost-note'))).toBe(null);
  },

  'XHTML is read like HTML': async (page) => {
    await page.open(
      '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body><p><span>AADSTS</span><b>50126</b></p></body></html>',
      { address: PORTAL, headers: { 'content-type': 'application/xhtml+xml' } },
    );
    await expect.poll(() => page.marked()).toEqual(['AADSTS50126']);
    expect(page.errors).toEqual([]);
  },
});

attacks('a page and its highlights', {
  'the page’s own highlight of our name stays': async (page) => {
    await page.open(
      `<!doctype html><p id="own">mine</p><p>AADSTS50126: wrong</p><script>
        const range = new Range();
        range.selectNodeContents(own);
        window.mine = new Highlight(range);
        CSS.highlights.set('signpost-look', mine);
      </script>`,
      { address: PORTAL },
    );
    await expect.poll(() => page.noted()).toEqual(['AADSTS50126']);
    const state = () =>
      page.evaluate(() => ({
        isOwn:
          CSS.highlights.get('signpost-look') === (globalThis as unknown as { mine: unknown }).mine,
        texts: [...CSS.highlights].flatMap(([, ranges]) => [...ranges].map(String)),
      }));
    await expect.poll(async () => (await state()).texts).toEqual(['mine', 'AADSTS50126']);
    expect((await state()).isOwn).toBe(true);
  },

  'marks come back after the page took them away': async (page) => {
    await page.open(CODE, { address: PORTAL });
    await expect.poll(() => page.marked()).toEqual(['AADSTS50126']);
    await page.evaluate(() => CSS.highlights.clear());
    await expect.poll(() => page.marked()).toEqual(['AADSTS50126']);
    await page.evaluate(() => CSS.highlights.forEach((highlight) => highlight.clear()));
    await expect.poll(() => page.marked()).toEqual(['AADSTS50126']);
  },

  'rewritten codes leave nothing behind': async (page) => {
    await page.open(CODE, { address: PORTAL });
    await expect.poll(() => page.marked()).toEqual(['AADSTS50126']);
    for (let at = 0; at < 8; at++) {
      await page.evaluate((code) => {
        document.querySelector('p')!.firstChild!.nodeValue = `AADSTS${code}: wrong`;
      }, 53_000 + at);
      await expect.poll(() => page.marked()).toEqual([`AADSTS${53_000 + at}`]);
    }
    expect(
      await page.evaluate(() =>
        [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0),
      ),
    ).toBe(1);
  },
});

attacks('open shadow roots', {
  'are read, watched and marked, one inside another, early and late': async (page) => {
    await page.open(
      `<!doctype html><div id="host"></div><div id="late"></div><script>
        const root = host.attachShadow({ mode: 'open' });
        root.innerHTML = '<p>AADSTS50126: in a root</p><div></div>';
        const inner = root.querySelector('div').attachShadow({ mode: 'open' });
        inner.innerHTML = '<p>AADSTS50058: in a root in a root</p>';
      </script>`,
      { address: PORTAL },
    );
    await expect
      .poll(async () => (await page.marked()).sort())
      .toEqual(['AADSTS50058', 'AADSTS50126']);
    await page.evaluate(() => {
      const host = document.getElementById('host')!;
      host.shadowRoot!.querySelector('p')!.firstChild!.nodeValue = 'AADSTS53003: rewritten';
    });
    await expect
      .poll(async () => (await page.marked()).sort())
      .toEqual(['AADSTS50058', 'AADSTS53003']);
    // No event tells of a root that is attached to an element which stands there already.
    await page.evaluate(() => {
      const root = document.getElementById('late')!.attachShadow({ mode: 'open' });
      root.innerHTML = '<p>AADSTS50076: late</p>';
    });
    await expect
      .poll(async () => (await page.marked()).sort(), { timeout: 20_000 })
      .toEqual(['AADSTS50058', 'AADSTS50076', 'AADSTS53003']);
    expect(page.errors).toEqual([]);
  },
});
