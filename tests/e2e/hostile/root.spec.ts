import { expect } from '@playwright/test';
import { attacks, type HostilePage } from './hostile';
import { signInError } from './sign-in-error';

async function noteStands(page: HostilePage): Promise<void> {
  await expect.poll(() => page.noted()).toEqual(['AADSTS50011']);
  await expect.poll(async () => (await page.ours('signpost-note'))[0]).toContain('Copy details');
}

const stolen = (page: HostilePage) =>
  page.evaluate(() => (window as unknown as { stolen?: unknown }).stolen ?? null);

attacks('a page that wants into our roots', {
  'a custom element of our name gets no root through its internals': async (page) => {
    await page.open(
      signInError({
        head: `<script>customElements.define('signpost-note', class extends HTMLElement {
          constructor() { super(); this.internals = this.attachInternals(); }
          connectedCallback() { if (this.internals.shadowRoot) window.stolen = this.internals.shadowRoot.textContent; }
        });</script>`,
      }),
    );
    await noteStands(page);
    expect(await stolen(page)).toBe(null);
  },

  'a custom element defined after the note came gets no root either': async (page) => {
    await page.open(signInError());
    await noteStands(page);
    await page.evaluate(() => {
      customElements.define(
        'signpost-note',
        class extends HTMLElement {
          constructor() {
            super();
            Object.assign(window, { stolen: this.attachInternals().shadowRoot?.textContent });
          }
        },
      );
    });
    expect(await stolen(page)).toBe(null);
    await noteStands(page);
  },

  'a custom element that takes the root for itself suppresses nothing': async (page) => {
    await page.open(
      signInError({
        head: `<script>customElements.define('signpost-note', class extends HTMLElement {
          constructor() { super(); this.attachShadow({ mode: 'open' }).textContent = 'forged'; }
        });</script>`,
      }),
    );
    await noteStands(page);
    expect((await page.ours('signpost-note'))[0]).not.toContain('forged');
  },

  'a custom element that refuses roots suppresses nothing': async (page) => {
    await page.open(
      signInError({
        head: `<script>customElements.define('signpost-note', class extends HTMLElement {
          static disabledFeatures = ['shadow', 'internals'];
        });</script>`,
      }),
    );
    await noteStands(page);
  },

  'a page that replaces attachShadow sees no root of ours': async (page) => {
    await page.open(
      signInError({
        head: `<script>const { attachShadow } = Element.prototype;
        Element.prototype.attachShadow = function (options) {
          const root = attachShadow.call(this, options); window.stolen = root; return root;
        };</script>`,
      }),
    );
    await noteStands(page);
    expect(await stolen(page)).toBe(null);
  },

  'children that the page puts into a note are not shown': async (page) => {
    await page.open(signInError());
    await noteStands(page);
    const height = () =>
      page.evaluate(() => document.querySelector('signpost-note')!.getBoundingClientRect().height);
    const before = await height();
    await page.evaluate(() => {
      document.querySelector('signpost-note')!.innerHTML =
        '<slot><p style="height:300px">Call 555 now</p></slot>';
    });
    expect(await height()).toBe(before);
  },

  'a note of the page’s own is neither taken over nor removed': async (page) => {
    await page.open(signInError({ after: '<signpost-note id="own">mine</signpost-note>' }));
    await expect.poll(() => page.noted()).toEqual(['AADSTS50011']);
    expect(await page.evaluate(() => document.getElementById('own')!.textContent)).toBe('mine');
  },
});
