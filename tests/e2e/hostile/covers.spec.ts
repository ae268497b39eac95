import { expect } from '@playwright/test';
import { attacks, type Case, type HostilePage } from './hostile';
import { signInError } from './sign-in-error';

const BUTTON = 'IT details';

async function boxOfButton(page: HostilePage) {
  await expect.poll(async () => (await page.ours('signpost-note'))[0]).toContain(BUTTON);
  return page.boxOfOurs('signpost-note', BUTTON);
}

async function press(page: HostilePage): Promise<string> {
  const { x, y, width, height } = await boxOfButton(page);
  // A hand comes from somewhere, and rests before it presses.
  await page.move(x + width / 2 - 3, y + height / 2);
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
  await page.click(x + width / 2, y + height / 2);
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 400)));
  return (await page.ours('signpost-note'))[0]!;
}

/** The page hides the note's button behind something of its own that lets the click through. */
function notPressed(css: string, script = ''): Case {
  return async (page) => {
    await page.open(signInError());
    await boxOfButton(page);
    await page.evaluate(
      (rules: string, run: string) => {
        const style = document.createElement('style');
        style.textContent = rules;
        const cover = document.createElement('div');
        cover.id = 'cover';
        cover.textContent = 'Press here to win';
        document.body.append(style, cover);
        if (run) {
          const code = document.createElement('script');
          code.textContent = `((cover) => { ${run} })(document.getElementById('cover'))`;
          document.body.append(code);
        }
      },
      css,
      script,
    );
    const text = await press(page);
    expect(text).not.toContain('Back to my steps');
  };
}

const COVER =
  '#cover{position:fixed;inset:0;background:#fff;z-index:2147483647;pointer-events:none;';

/** Firefox has no IntersectionObserver v2: a cover that lets clicks through is not seen there. */
const onlyChromium =
  (run: Case): Case =>
  (page) =>
    page.browser === 'Chromium' ? run(page) : Promise.resolve();

attacks('a page that covers our buttons', {
  'nothing covers it, and it is pressed': async (page) => {
    await page.open(signInError());
    expect(await press(page)).toContain('Back to my steps');
  },
  'a cover that lets clicks through': onlyChromium(notPressed(`${COVER}}`)),
  'the same, almost opaque': onlyChromium(notPressed(`${COVER}opacity:.97}`)),
  'a popover above': onlyChromium(
    notPressed(
      `#cover{inset:0;width:100vw;height:100vh;margin:0;pointer-events:none}`,
      `cover.popover='manual';cover.showPopover()`,
    ),
  ),
  'a cover that goes away when the pointer goes down': onlyChromium(
    notPressed(`${COVER}}`, `addEventListener('pointerdown',()=>cover.remove(),true)`),
  ),
  'ancestors that are almost transparent': notPressed('body{opacity:.01}'),
  'a filter on an ancestor': notPressed('body{filter:opacity(1%)}'),
  'a mask on an ancestor': notPressed('body{mask-image:linear-gradient(transparent,transparent)}'),
  'a blend on an ancestor': notPressed('body{mix-blend-mode:darken}html{background:#000}'),
  'a clip on an ancestor': notPressed('body{clip-path:inset(0 0 calc(100% - 5px) 0)}'),
  'a small scale on an ancestor': onlyChromium(notPressed('body{transform:scale(.4)}')),

  'a press that is not obeyed says why': onlyChromium(async (page) => {
    await notPressed(`${COVER}}`)(page);
    expect((await page.ours('signpost-note'))[0]).toContain('Something covers this');
  }),

  'links are guarded as buttons are': async (page) => {
    await page.open(signInError());
    await boxOfButton(page);
    await page.evaluate(() => {
      document.body.style.opacity = '0.01';
      Object.assign(window, { left: 0 });
      addEventListener('blur', () => (window as unknown as { left: number }).left++);
    });
    const { x, y, width, height } = await page.boxOfOurs('signpost-note', 'My Apps');
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
    await page.click(x + width / 2, y + height / 2);
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
    expect(
      await page.evaluate(() => [
        document.hasFocus(),
        (window as unknown as { left: number }).left,
      ]),
    ).toEqual([true, 0]);
  },

  'events made by a script press nothing': async (page) => {
    await page.open(signInError());
    const { x, y } = await boxOfButton(page);
    await page.evaluate(
      (clientX: number, clientY: number) => {
        const note = document.querySelector('signpost-note')!;
        for (const type of ['pointermove', 'pointerdown', 'mousedown', 'pointerup', 'click'])
          for (const target of [note, document.elementFromPoint(clientX, clientY)!])
            target.dispatchEvent(
              new PointerEvent(type, { bubbles: true, composed: true, clientX, clientY }),
            );
        for (const key of ['Enter', 'Escape', ' '])
          note.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
      },
      x + 5,
      y + 5,
    );
    expect((await page.ours('signpost-note'))[0]).toContain(BUTTON);
  },

  'a pointer made by a script opens no card, and its Escape closes none': async (page) => {
    await page.goto('https://sandbox-1.reactblade.portal.azure.net/signin-logs-blade.html');
    await expect.poll(async () => (await page.marked()).length).toBeGreaterThan(10);
    const { x, y, width, height } = await page.boxOfMark();
    const forge = (type: string) =>
      page.evaluate(
        (name: string, clientX: number, clientY: number) => {
          document
            .elementFromPoint(clientX, clientY)!
            .dispatchEvent(
              new PointerEvent(name, { bubbles: true, composed: true, clientX, clientY }),
            );
        },
        type,
        x + width / 2,
        y + height / 2,
      );
    // A real card first, so that the card's code is known to be there.
    await expect
      .poll(
        async () => {
          await page.move(0, 0);
          await page.click(x + width / 2, y + height / 2);
          return (await page.ours('signpost-card')).length;
        },
        { intervals: [500] },
      )
      .toBe(1);
    await page.evaluate(() =>
      document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })),
    );
    expect(await page.ours('signpost-card')).toHaveLength(1);
    await page.press('Escape');
    await expect.poll(() => page.ours('signpost-card')).toEqual([]);
    await forge('pointermove');
    await forge('pointerdown');
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
    expect(await page.ours('signpost-card')).toEqual([]);
  },
});
