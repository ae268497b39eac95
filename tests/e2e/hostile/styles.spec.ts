import { expect } from '@playwright/test';
import { attacks, type HostilePage } from './hostile';
import { signInError } from './sign-in-error';

const BUTTON = 'Copy details for IT';

/** Where the note stands, and its picture, once two pictures are alike: its last parts are drawn when they come. */
async function look(page: HostilePage) {
  await expect.poll(async () => (await page.ours('signpost-note'))[0]).toContain(BUTTON);
  await page.move(0, 0);
  const whole = /^(?=.*AADSTS50011)(?=.*Copy details for IT)/s;
  const take = async () => {
    const { x, y, width, height } = await page.boxOfOurs('signpost-note', whole);
    const picture = await page.picture({ x, y, width, height });
    return { box: [x, width, height], picture: Buffer.from(picture).toString('base64') };
  };
  let last = await take();
  await expect
    .poll(async () => {
      const before = last.picture;
      last = await take();
      return last.picture === before;
    })
    .toBe(true);
  return last;
}

/** A page whose rules reach for our look: the note must be as large, and its picture the same, as without them. */
function unchangedBy(css: string, script = '') {
  return async (page: HostilePage) => {
    // Either page is drawn again where they differ: text that is drawn while its page is animated, or while the machine
    // is busy, may have another shade at an edge. What the rules do to the note, they do each time.
    await expect(async () => {
      await page.open(signInError());
      const calm = await look(page);
      await page.open(signInError({ head: `<style>${css}</style><script>${script}</script>` }));
      const attacked = await look(page);
      expect(attacked.box).toEqual(calm.box);
      expect(attacked.picture === calm.picture).toBe(true);
    }).toPass({ timeout: 40_000 });
  };
}

const TOKENS = [
  'ink',
  'soft',
  'paper',
  'accent',
  'it',
  'it-wash',
  'if-light',
  'if-dark',
  'space-3',
  'text',
];
const each = (rule: (name: string) => string) => TOKENS.map(rule).join('');

attacks('a page that restyles a note', {
  'custom properties set on the note and around it': unchangedBy(
    `:root,body,signpost-note{${each((name) => `--${name}:transparent!important;`)}}`,
  ),
  'custom properties registered with a type of the page’s': unchangedBy(
    each((name) => `@property --${name}{syntax:"<length>";inherits:false;initial-value:0px}`),
  ),
  'words of the page before and behind the note': unchangedBy(
    `signpost-note::before,signpost-note::after{content:"Call 555 now"!important;display:block!important;font-size:40px!important}`,
  ),
  'first line and first letter': unchangedBy(
    `signpost-note::first-line{color:transparent!important;font-size:1px!important}signpost-note::first-letter{font-size:90px!important;color:red!important}`,
  ),
  'size, color and effects of the note itself': unchangedBy(
    `signpost-note{opacity:0!important;visibility:hidden!important;filter:invert(1)!important;transform:scale(.1)!important;clip-path:inset(50%)!important;color:transparent!important;width:1px!important;height:1px!important;position:absolute!important;left:-999px!important;zoom:.1!important;font-size:1px!important}`,
  ),
  'inherited text properties': unchangedBy(
    `body{letter-spacing:2em;word-spacing:9em;text-indent:-999px;text-transform:uppercase;line-height:9;cursor:none;-webkit-text-fill-color:transparent;-webkit-text-security:disc}#exceptionMessageContainer{all:initial;display:block;padding:8px}`,
  ),
  'the root font size': unchangedBy(
    'html{font-size:99px}#exceptionMessageContainer{font-size:16px}',
  ),
  'animations and transitions of the note': unchangedBy(
    `signpost-note{transition:all 1s!important;animation:away 1s forwards!important}@keyframes away{to{opacity:0;visibility:hidden}}`,
    `addEventListener('load',()=>setInterval(()=>document.querySelector('signpost-note')?.animate({opacity:[0,0]},{duration:9e5,fill:'forwards'}),300))`,
  ),
});
