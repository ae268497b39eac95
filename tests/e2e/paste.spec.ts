import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { parse } from 'yaml';
import { BROWSERS, openOwnPage, type OwnPage } from './own-page';

const PASTES = new Map(
  (
    parse(readFileSync(join(import.meta.dirname, '../fixtures/texts/pastes.yml'), 'utf8')) as {
      id: string;
      text: string;
    }[]
  ).map(({ id, text }) => [id, text]),
);

const APP = `AADSTS50011: The redirect URI 'https://app.contoso.com/Signin-oidc' specified in the request does not match the redirect URIs configured for the application '11112222-3333-4444-5555-666677778888'.
{
  "id": "99990000-1111-4222-8333-444455556666",
  "appId": "11112222-3333-4444-5555-666677778888",
  "signInAudience": "AzureADMyOrg",
  "web": { "redirectUris": ["https://app.contoso.com/signin-oidc"] }
}`;

/** What is shown, each as `verdict: code: what it says`. */
const findings = (page: OwnPage) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-finding]')].map(
      (item) =>
        `${item.dataset.finding}: ${item.dataset.code ?? ''}: ${item.querySelector('.says')!.textContent}`,
    ),
  );
const seen = (page: OwnPage) => page.evaluate(() => document.body.innerText);

for (const browser of BROWSERS) {
  test.describe(`a pasted record, ${browser}`, () => {
    let page: OwnPage;
    test.beforeAll(async () => {
      page = await openOwnPage(browser);
    });
    test.afterAll(() => page.close());

    for (const path of ['popup.html', 'lookup.html'])
      test(`${path} says what dsregcmd shows, with its lines, before it lists the codes`, async () => {
        await page.open(path);
        await page.paste(PASTES.get('d017')!);
        await expect
          .poll(() => findings(page))
          .toContain(
            'fails: 0x801C001D: The service connection point in Active Directory was not found or could not be read.',
          );
        const text = await seen(page);
        expect(text).toContain(
          'AD Configuration Test: FAIL [0x80070002] dsregcmd /status, line 38',
        );
        expect(text.indexOf('Needs a look')).toBeLessThan(text.indexOf('In your text'));
        expect(await findings(page)).toContain(
          'unknown: 0xD0020017: This output did not read the user. What it says of the user, the PRT and Windows Hello is not theirs.',
        );
      });

    test('an app’s registration is compared with the message in the same text', async () => {
      await page.open('lookup.html');
      await page.paste(APP);
      await expect
        .poll(() => findings(page))
        .toEqual([
          'fails: AADSTS50011: The redirect URI in the message is not registered here, letter by letter: https://app.contoso.com/Signin-oidc.',
        ]);
    });

    test('a typed code and a plain message are answered as ever, without findings', async () => {
      await page.open('lookup.html');
      await page.paste('AADSTS50126: Error validating credentials.\nTrace ID: none');
      await expect.poll(() => seen(page)).toContain('In your text');
      expect(await findings(page)).toEqual([]);
    });

    test('an entry opened from a finding leads back to the pasted text', async () => {
      await page.open('lookup.html');
      await page.paste(PASTES.get('d017')!);
      await expect.poll(async () => (await findings(page)).length).toBeGreaterThan(2);
      const before = await findings(page);
      await page.click('[data-finding=fails] button.link');
      await expect
        .poll(() => page.evaluate(() => document.querySelector('article')?.dataset.code))
        .toBe('EVENT307');
      await page.click('main a[href="#"]');
      await expect.poll(() => findings(page)).toEqual(before);
    });

    test('a dropped file is read, as PowerShell writes it', async () => {
      await page.open('popup.html');
      await page.evaluate((text) => {
        const bytes = new Uint8Array(2 + text.length * 2);
        bytes.set([0xff, 0xfe]);
        for (let at = 0; at < text.length; at++) bytes[2 + 2 * at] = text.charCodeAt(at);
        const data = new DataTransfer();
        data.items.add(new File([bytes], 'status.txt', { type: 'text/plain' }));
        document.body.dispatchEvent(
          new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }),
        );
      }, PASTES.get('d011')!);
      await expect
        .poll(() => findings(page))
        .toContain(
          'fails: : Windows Hello for Business will not be set up. The device is not joined.',
        );
    });

    test('secrets are named and not shown, and nothing of the text is stored', async () => {
      await page.open('lookup.html');
      await page.paste(
        'POST https://login.microsoftonline.com/common/oauth2/v2.0/token\nclient_id=11112222-3333-4444-5555-666677778888&client_secret=NotARealSecretAtAll42&grant_type=client_credentials&scope=openid',
      );
      await expect.poll(() => seen(page)).toContain('This text holds secrets: client secret.');
      await expect
        .poll(() =>
          page.evaluate(() => document.querySelector('main')!.innerHTML.includes('NotARealSecret')),
        )
        .toBe(false);
      const stored = await page.evaluate(() => localStorage.length);
      expect(stored).toBe(0);
    });

    test('by keyboard alone: from the field to a finding’s entry', async () => {
      await page.open('popup.html');
      await page.paste(PASTES.get('d017')!);
      await expect.poll(async () => (await findings(page)).length).toBeGreaterThan(2);
      await page.press('Tab');
      const names: string[] = [];
      for (let step = 0; step < 8; step++) {
        names.push(await page.evaluate(() => document.activeElement!.textContent));
        if (names.at(-1) === 'EVENT307') break;
        await page.press('Tab');
      }
      expect(names).toContain('EVENT307');
      await page.press('Enter');
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.getAttribute('role')))
        .toBe('dialog');
    });
  });
}
