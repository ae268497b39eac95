import { launchWithExtension, notedCodes } from './chromium';
const b = await launchWithExtension();
const [w] = b.context.serviceWorkers();
w?.on('console', (m) => console.log('SW', m.text()));
const page = await b.context.newPage();
for (let i = 0; i < 3; i++) {
  await page.goto('https://login.microsoftonline.com/common/signin-error.html');
  await page.waitForTimeout(2000);
  console.log(await notedCodes(page));
}
console.log(
  await w!
    .evaluate(async () => {
      const t = await chrome.tabs.query({});
      const r = [];
      for (const x of t) {
        try {
          r.push([
            x.url,
            await chrome.scripting.executeScript({
              target: { tabId: x.id!, allFrames: true },
              func: () =>
                globalThis.signpost
                  ? [...(globalThis as any).signpost.hits].map((h: any) => [
                      h.code,
                      h.block.outerHTML.slice(0, 80),
                      h.block.checkVisibility(),
                    ])
                  : 'none',
            }),
          ]);
        } catch (e) {
          r.push(String(e));
        }
      }
      return r;
    })
    .then((x) => JSON.stringify(x)),
);
await page.screenshot({ path: '/tmp/w/s1.png' });
await b.close();
