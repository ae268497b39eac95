import { expect } from '@playwright/test';
import { attacks, type Case, type HostilePage } from './hostile';

/**
 * Codes inside of what makes all else inert, closes by a press beside it, acts on a press inside of it, or is drawn larger
 * than its styles say.
 */

const ADDRESS = 'https://entra.microsoft.com/holder.html';

/** A code beside which no note has room, so that it is explained by the card alone. */
const CODE =
  '<ul role="listbox"><li role="option">AADSTS50011: the redirect URI does not match</li></ul>';

const script = (code: string) => `<script>${code}</script>`;

/** Puts the code, or what holds it, into an element with a shadow root. */
const shadow = (html: string) =>
  `const root = document.querySelector('x-part').attachShadow({ mode: 'open' }); root.innerHTML = ${JSON.stringify(html)};`;

/** Presses the middle of what is drawn somewhere until that shows. */
function pressing<Shown>(
  page: HostilePage,
  boxOf: () => ReturnType<HostilePage['boxOfMark']>,
  shown: () => Promise<Shown>,
) {
  return expect.poll(
    async () => {
      const { x, y, width, height } = await boxOf();
      await page.click(x + width / 2, y + height / 2);
      return shown();
    },
    { intervals: [500] },
  );
}

async function pressLine(page: HostilePage) {
  const note = async () => (await page.ours('signpost-note'))[0];
  await expect.poll(note).toContain("isn't registered");
  await pressing(page, () => page.boxOfOurs('signpost-note', "isn't registered"), note).toContain(
    'Causes',
  );
}

async function openCard(page: HostilePage, html: string) {
  await page.open(`<!doctype html>${html}`, { address: ADDRESS });
  await expect.poll(async () => (await page.marked()).length).toBe(1);
  const mark = await page.boxOfMark();
  const cards = async () => (await page.ours('signpost-card')).length;
  await pressing(page, async () => mark, cards).toBe(1);
  return mark;
}

/** A tab of the card is pressed, and the card shows what stands under it. */
async function pressTab(page: HostilePage) {
  const card = async () => (await page.ours('signpost-card'))[0];
  await pressing(page, () => page.boxOfOurs('signpost-card', 'Commands'), card).toContain(
    'Copy command',
  );
}

function cardObeys(html: string): Case {
  return async (page) => {
    await openCard(page, html);
    await pressTab(page);
    expect(page.errors).toEqual([]);
  };
}

const closesBy =
  (event: string): Case =>
  async (page) => {
    await openCard(
      page,
      `<div id="pane">${CODE}</div>${script(
        `document.addEventListener('${event}', (event) => { if (!pane.contains(event.target)) pane.remove(); });`,
      )}`,
    );
    await pressTab(page);
    expect(await page.evaluate(() => !!document.querySelector('#pane'))).toBe(true);
  };

attacks('what holds a code', {
  'a modal dialog with the code in a shadow root': cardObeys(
    `<dialog style="width:600px;height:500px"><x-part></x-part></dialog>${script(
      `${shadow(CODE)} document.querySelector('dialog').showModal();`,
    )}`,
  ),
  'a modal dialog in the shadow root of what holds the code': cardObeys(
    `<x-part>${CODE}</x-part>${script(
      `${shadow('<dialog style="width:600px;height:500px"><slot></slot></dialog>')} root.querySelector('dialog').showModal();`,
    )}`,
  ),
  'a modal dialog in the shadow root of what holds the bare text': cardObeys(
    `<x-part role="listbox">AADSTS50011: the redirect URI does not match</x-part>${script(
      `${shadow('<dialog style="width:600px;height:500px"><slot></slot></dialog>')} root.querySelector('dialog').showModal();`,
    )}`,
  ),
  'a popover that closes by a press beside it': cardObeys(
    `<div popover style="width:600px;height:60px;inset:20px auto auto 20px">${CODE}</div>${script(
      `document.querySelector('[popover]').showPopover();`,
    )}`,
  ),
  'a popover in a modal dialog': cardObeys(
    `<dialog style="width:800px;height:600px"><div popover style="width:600px;height:60px;inset:20px auto auto 20px">${CODE}</div></dialog>${script(
      `document.querySelector('dialog').showModal(); document.querySelector('[popover]').showPopover();`,
    )}`,
  ),
  'a dialog that closes by a press beside it': cardObeys(
    `<dialog closedby="any" style="width:600px;height:100px;margin:20px">${CODE}</dialog>${script(
      `document.querySelector('dialog').show();`,
    )}`,
  ),
  'a form that hides its slot behind a field': cardObeys(
    `<form role="listbox"><input name="assignedSlot" type="hidden"><div>AADSTS50011: the redirect URI does not match</div></form>`,
  ),
  'a pane that a click elsewhere closes': closesBy('click'),
  'a pane that a mouse button elsewhere closes': closesBy('mousedown'),
  'a pane that a pointer elsewhere closes': closesBy('pointerdown'),
  'a pane that takes back the focus': closesBy('focusin'),

  'a tile that acts on a press does nothing when our note in it is pressed': async (page) => {
    await page.open(
      `<!doctype html><div id="tile"><p style="width:700px">AADSTS50011: the redirect URI does not match</p></div>${script(
        `window.acts = 0; tile.addEventListener('click', () => acts++);`,
      )}`,
      { address: ADDRESS },
    );
    await pressLine(page);
    expect(await page.evaluate(() => (window as unknown as { acts: number }).acts)).toBe(0);
  },

  'a shadow root with our note in it, whose line is pressed': async (page) => {
    await page.open(
      `<!doctype html><x-part></x-part>${script(
        shadow('<p style="width:700px">AADSTS50011: the redirect URI does not match</p>'),
      )}`,
      { address: ADDRESS },
    );
    await pressLine(page);
  },

  'a page that is drawn larger by its styles: the card stands at the code, in the frame': async (
    page,
  ) => {
    const mark = await openCard(
      page,
      `<html style="zoom: 1.5"><div style="margin: 60px 200px">${CODE}</div>`,
    );
    const title = await page.boxOfOurs('signpost-card', /^Redirect URI/);
    expect(title.x).toBeGreaterThan(mark.x);
    expect(title.x).toBeLessThan(mark.x + 80);
    expect(title.y).toBeGreaterThan(mark.y + mark.height);
    expect(title.y).toBeLessThan(mark.y + mark.height + 60);
    await pressTab(page);
  },
});
