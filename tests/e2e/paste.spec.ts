import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { parse } from 'yaml';
import { complaints } from './axe';
import { BROWSERS, pasteInto, type OwnPage } from './own-page';
import { test } from './test';

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

/** A token of made-up claims; its signature says what it is. */
const TOKEN = [
  { typ: 'JWT', alg: 'RS256' },
  { aud: 'https://graph.microsoft.com', iss: 'https://sts.windows.net/11112222/', exp: 1763450000 },
]
  .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
  .concat('c2lnbmF0dXJlLW9mLXRoZS10b2tlbg\n')
  .join('.');

const REQUEST =
  'https://login.microsoftonline.com/contoso.example/oauth2/v2.0/authorize?client_id=11112222-3333-4444-5555-666677778888&response_type=id_token&redirect_uri=https%3A%2F%2Fapp.contoso.com%2F&scope=openid\n';

/** A sign-in as Graph gives it. */
const signIn = (errorCode: number, more: object) =>
  JSON.stringify(
    {
      createdDateTime: '2026-11-18T06:00:14Z',
      userPrincipalName: 'user@contoso.com',
      appDisplayName: 'Contoso app',
      status: { errorCode },
      ...more,
    },
    null,
    2,
  );

const CORRELATION = '11112222-3333-4444-8555-666677778888';

/** Sign-ins as a console draws them, without a sign that other records have. */
const BOX = `+------------------+------------+----------------+--------------------------------------+
| UserPrincipalName | ResultType | ClientAppUsed | CorrelationId                        |
+------------------+------------+----------------+--------------------------------------+
| user@contoso.com  | 53003      | IMAP4         | 0a1b2c3d-1111-4222-8333-444455556666 |
+------------------+------------+----------------+--------------------------------------+`;

/** A text of each kind, and what stands on the page when it was read. */
const KINDS: readonly (readonly [kind: string, text: string, shown: string])[] = [
  [
    'sign-ins as JSON',
    PASTES.get('j002')!,
    "A program sent the user's password itself (ROPC). No sign-in page was shown.",
  ],
  ['the CSV download', PASTES.get('c002')!, 'The device is disabled in Microsoft Entra ID.'],
  [
    'the CSV download of applications',
    PASTES.get('c005')!,
    "The application's client secret has expired.",
  ],
  ['a table in a box', BOX, 'The client uses legacy authentication (IMAP4)'],
  ['dsregcmd /status', PASTES.get('d011')!, 'The device is not joined.'],
  [
    'an event copied from Event Viewer',
    PASTES.get('e029')!,
    'The TPM is locked after too many wrong authorizations.',
  ],
  [
    'an event as Get-WinEvent lists it',
    PASTES.get('e039')!,
    'Cloud Kerberos trust is on and the user has no cloud TGT.',
  ],
  [
    'an event as XML',
    PASTES.get('e006')!,
    'The user has no primary refresh token of Microsoft Entra ID.',
  ],
  ['Get-Tpm', PASTES.get('t004')!, 'The TPM is ready and not locked.'],
  ['tpmtool', PASTES.get('t007')!, "The TPM's firmware has a known weakness."],
  ['an authorization request', REQUEST, 'The request lacks a parameter that it needs: nonce.'],
  [
    'a message and an app registration',
    APP,
    'The redirect URI in the message differs from a registered one in upper and lower case',
  ],
  ['a token', TOKEN, 'This text holds secrets: token.'],
];

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
    test.beforeAll(async ({ browsers }) => {
      page = await browsers.ownPage(browser);
    });
    test.afterAll(() => page.close());

    for (const path of ['popup.html', 'lookup.html'])
      test(`${path} lists what was read of a sign-in that no rule speaks about, beside its code`, async () => {
        await page.open(path);
        await page.paste(signIn(7000112, { ipAddress: '203.0.113.7', correlationId: CORRELATION }));
        await expect
          .poll(() => seen(page))
          .toContain('user@contoso.com · Contoso app · 2026-11-18T06:00:14Z · 203.0.113.7');
        await page.click('.read-values summary');
        const text = await seen(page);
        expect(text).toMatch(/correlationId\s+11112222-/);
        expect(text).toContain('AADSTS7000112');
        expect(text).toContain('Copy for a ticket');
      });

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

    test('the popup begins with what a record shows, and scrolls in one place under its field', async () => {
      await page.resize(460, 600);
      await page.open('popup.html');
      await page.paste(PASTES.get('d017')!);
      await expect.poll(() => findings(page)).not.toEqual([]);
      await expect
        .poll(() => page.evaluate(() => !!document.querySelector('[aria-selected=true]')))
        .toBe(true);
      const state = () =>
        page.evaluate(() => {
          const top = (selector: string) =>
            document.querySelector(selector)!.getBoundingClientRect().top;
          const scrolls = (one: Element) =>
            /auto|scroll/.test(getComputedStyle(one).overflowY) &&
            one.scrollHeight > one.clientHeight;
          return {
            isAtStart:
              top('.paste-findings h2') >= top('.search') && top('.paste-findings h2') < 120,
            field: top('.search'),
            hasTools: top('main > .tools') < innerHeight,
            scrollers: [...document.querySelectorAll('main, main *')].filter(scrolls).length,
            isWhole: document.documentElement.scrollHeight <= innerHeight,
          };
        });
      const whole = { field: 0, hasTools: true, scrollers: 0, isWhole: false };
      expect(await state()).toEqual({ ...whole, isAtStart: true });
      await page.evaluate(() => scrollTo(0, 9999));
      expect(await state()).toEqual({ ...whole, isAtStart: false });
      await page.resize(1280, 800);
    });

    // Our own logic from end to end, which no engine changes.
    if (browser === 'Chromium')
      test('an error message is answered by its code, not by what no check says of it', async () => {
        const message =
          "AADSTS50011: The redirect URI 'https://app.contoso.com' does not match.\r\nTrace ID: 0b33e9a4-37d0-49a5-b6d4-1b6de1f4a900\r\nTimestamp: 2026-11-10 10:23:29Z";
        for (const path of ['popup.html', 'lookup.html']) {
          await page.open(path);
          await page.paste(message);
          await expect.poll(() => seen(page)).toContain('In your text');
          await expect.poll(() => seen(page)).toContain('Redirect URI');
          expect(await page.evaluate(() => document.querySelector('.paste-findings'))).toBeNull();
        }
      });

    // Both pages have one reader; what an engine reads otherwise, it does so in each.
    for (const path of browser === 'Chromium' ? ['popup.html', 'lookup.html'] : ['popup.html'])
      test(`${path} reads a text of each kind`, async () => {
        await page.open(path);
        for (const [kind, text, shown] of KINDS) {
          await page.evaluate(() => document.querySelector('input')!.select());
          await page.paste(text);
          await expect
            .poll(
              () => page.evaluate(() => document.querySelector('.paste-findings')?.textContent),
              {
                message: kind,
              },
            )
            .toContain(shown);
        }
        expect(await page.evaluate(() => document.body.innerHTML.includes('c2lnbmF0dXJl'))).toBe(
          false,
        );
      });

    test('the entry of a pasted sign-in says which cause fits, and its question is answered', async () => {
      const record = signIn(53001, { deviceDetail: { trustType: 'Azure AD registered' } });
      const fitting = () =>
        page.evaluate(() => document.querySelector<HTMLElement>('.causes .fits')?.innerText);
      await page.open('popup.html');
      await page.paste(record);
      await expect
        .poll(() =>
          page.evaluate(
            () => !!document.querySelector('.paste-findings ~ * [data-code=AADSTS53001]'),
          ),
        )
        .toBe(true);
      await page.press('Enter');
      await expect.poll(fitting).toContain('trustType: Azure AD registered');

      await page.open('lookup.html');
      await page.paste(record);
      await expect
        .poll(() =>
          page.evaluate(
            () => !!document.querySelector('.paste-findings ~ * a[href="#/AADSTS53001"]'),
          ),
        )
        .toBe(true);
      await page.press('Enter');
      await expect.poll(fitting).toContain('trustType: Azure AD registered');
      const past = () =>
        page.evaluate(
          () => document.querySelector<HTMLElement>('.diagnosis .past')?.innerText ?? '',
        );
      await expect
        .poll(past)
        .toMatch(
          /What is\s+Join type\s.*Microsoft Entra joined or registered.*Azure AD registered/s,
        );
      // The answer is open to change, by keys alone.
      await page.evaluate(() => document.querySelector<HTMLElement>('h1')!.focus());
      const focused = () => page.evaluate(() => document.activeElement!.textContent);
      for (let step = 0; step < 80; step++) {
        await page.press('Tab');
        if ((await focused()) === 'Microsoft Entra joined or registered') break;
      }
      await page.press('Enter');
      await expect.poll(past).toBe('');
      // Not the page, which holds these words as well: the question has the focus with the change.
      expect(await page.evaluate(() => document.activeElement!.matches('fieldset.next'))).toBe(
        true,
      );
      expect(await focused()).toContain('Microsoft Entra hybrid joined');
      await page.press('Tab');
      await page.press('Enter');
      await expect.poll(past).toMatch(/What is\s+Join type\s.*Empty/s);
    });

    // Our own logic from end to end, which no engine changes.
    if (browser === 'Chromium')
      test('an app’s registration is compared with the message in the same text', async () => {
        await page.open('lookup.html');
        await page.paste(APP);
        await expect
          .poll(() => findings(page))
          .toEqual([
            'fails: AADSTS50011: The redirect URI in the message differs from a registered one in upper and lower case: https://app.contoso.com/Signin-oidc.',
          ]);
      });

    // Our own logic from end to end, which no engine changes.
    if (browser === 'Chromium')
      test('a typed code and a plain message are answered as ever, without findings', async () => {
        await page.open('lookup.html');
        await page.paste('AADSTS50126: Error validating credentials.\nTrace ID: none');
        await expect.poll(() => seen(page)).toContain('In your text');
        expect(await findings(page)).toEqual([]);
        // No choice changes which codes stand in a text.
        expect(await page.evaluate(() => document.querySelectorAll('.with-facets').length)).toBe(0);
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
      // Until the script has drawn the popup, a file that is dropped is the browser's.
      await expect.poll(() => page.evaluate(() => !!document.querySelector('.tools'))).toBe(true);
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

test('axe finds nothing in findings, which fit a narrow window and stand on paper', async ({
  browsers,
}) => {
  const browser = await browsers.chromium();
  const page = await browser.context.newPage();
  const found: string[] = [];
  for (const [path, width] of [
    ['popup.html', 360],
    ['lookup.html', 320],
    ['lookup.html', 1280],
  ] as const) {
    const where = `${path} at ${width} px`;
    await page.setViewportSize({ width, height: 800 });
    await page.goto('about:blank');
    await page.goto(browser.pageUrl(path));
    await pasteInto(page, `${PASTES.get('d017')!}\n\n\n${PASTES.get('t004')!}`);
    await expect(page.locator('[data-finding=fails]').first()).toBeVisible();
    await page.getByText('What is fine').click();
    await page.locator('.read-values summary').click();
    for (const complaint of await complaints(page, {
      include: '.paste-findings',
      schemes: width === 320 ? [] : ['light', 'dark'],
    }))
      found.push(`${where}, ${complaint}`);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth),
      where,
    ).toBeLessThanOrEqual(width);
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({
        path: `.output/pictures/findings-${path}-${width}-${colorScheme}.png`,
      });
    }
  }
  expect(found).toEqual([]);
  await page.getByText('What is fine').click();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.bar')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Copy' })).toBeHidden();
  await expect(page.locator('[data-finding=fails]').first()).toBeVisible();
  await expect(page.locator('[data-finding=fine]').first()).toBeVisible();
  await page.screenshot({ path: '.output/pictures/findings-print.png', fullPage: true });
});
