import { describe, expect, it } from 'vitest';
import { checkDates } from '../../../compiler/checks/dates';
import { checkDsregcmd } from '../../../compiler/checks/dsregcmd';
import { checkFeatures } from '../../../compiler/checks/features';
import type { Finding } from '../../../compiler/checks/finding';
import { checkMentions, formatPair, mentionsOf } from '../../../compiler/checks/mentions';
import { checkPlaceholders } from '../../../compiler/checks/placeholders';
import { checkReadingGrade, gradeOf } from '../../../compiler/checks/reading-grade';
import { checkRiskySteps, riskyWord } from '../../../compiler/checks/risky-steps';
import { checkTwins, readTwins } from '../../../compiler/checks/twins';
import { checkWording } from '../../../compiler/checks/wording';
import type { WrittenEntry } from '../../../compiler/checks/written-entry';
import type { Entry, FixStep, Sentence } from '../../../lookup/entry';
import { makeEntry } from './make-entry';

const said = (findings: Finding[]) => findings.map(({ message }) => message).join('\n');
const withAdmin = (...texts: string[]) =>
  makeEntry('AADSTS50001', { admin: texts.map((text) => ({ p: [text] })) });
const withUser = (text: string, ...steps: string[]) =>
  makeEntry('AADSTS50001', { user: { text: [[text]], steps: steps.map((step) => [step]) } });

// The first half of each table is from the audit of 2026-11-21, the second is how it may be said.

describe('wording', () => {
  it.each<[string, WrittenEntry]>([
    ['translated', withAdmin('Mend the claim rule.')],
    ['compressed', withAdmin('Without the prompt the flow ends so.')],
    ['hard to read', withAdmin('Look at who is concerned.')],
    ['a query by its place', withAdmin('Run the third query.')],
    ['help desk', withAdmin('The helpdesk resets it.')],
    ['a lost session', withUser('Try again.', 'Close the browser completely.')],
    ['lost data', withUser('Try again.', 'Remove your account from the app and add it anew.')],
    ['to copy by hand', withUser('Ask IT.', 'Write down the time.')],
    [
      'a warning that comes late',
      withUser(
        'A device waits.',
        'Enter its code.',
        'If you did not start it, do not enter the code.',
      ),
    ],
    ['a button that may not be there', withUser('Ask IT.', 'Send it with the button below.')],
    ['no comfort', withUser('Nothing is broken.')],
    [
      'success taken as harmless',
      makeEntry('AADSTS50199', {
        severity: 'expected',
        fix: [{ text: ['Look for a success. If it is there, nothing is to be done.'] }],
      }),
    ],
  ])('refuses %s', (_, entry) => expect(checkWording([entry])).toHaveLength(1));

  it.each<[string, WrittenEntry]>([
    ['fix', withAdmin('Fix the claim rule.')],
    ['a role', withAdmin('The Helpdesk Administrator role can reset it.')],
    [
      'a warning before',
      withUser(
        'Enter a code only if you started it.',
        'Do not enter a code that somebody sent.',
        'Enter the code.',
      ),
    ],
    ['the button', withUser('Ask IT.', 'Copy the error details and send them to IT.')],
    [
      'what to check',
      makeEntry('AADSTS50199', {
        severity: 'expected',
        fix: [{ text: ['Check the app and the address of the success.'] }],
      }),
    ],
  ])('lets %s pass', (_, entry) => expect(said(checkWording([entry]))).toBe(''));
});

describe('dates', () => {
  it.each([
    'Approved client apps will be retired on March 2026.',
    'The grant will stop on 30 June 2026.',
    'From June 30, 2026 on, the control is scheduled to go.',
    'It is due on 2026-03-01.',
  ])('refuses a past date told as future: %s', (text) =>
    expect(said(checkDates([withAdmin(text)]))).toMatch(/lies before the review/),
  );

  it.each([
    'The date was moved to 30 June 2026.',
    'The control will be retired in December 2026.',
    'It will be retired. The page of 2026-03 says so.',
    'The list is from 2025-09-12.',
  ])('lets pass: %s', (text) => expect(checkDates([withAdmin(text)])).toEqual([]));
});

describe('placeholders in prose', () => {
  it('refuses one that prints as it stands', () => {
    const entry = makeEntry('AADSTS500131', {
      fix: [{ text: ['Compare ', { c: '{tokenAudience}' }, '.'] }],
    });
    expect(said(checkPlaceholders([entry]))).toMatch(/^\{tokenAudience\} is shown as it stands/);
  });

  it.each(['{60b78e88-ead8-445c-9cfd-0b87f74ea6cd}', '<policy id>', '{appId}'])(
    '%s passes',
    (literal) =>
      expect(
        checkPlaceholders([makeEntry('AADSTS50001', { fix: [{ text: [{ c: literal }] }] })]),
      ).toEqual([]),
  );
});

describe('features', () => {
  const entry = (summary: string) =>
    makeEntry('AADSTS81011', { summary, keywords: ['Seamless SSO', 'AZUREADSSOACC'] });

  it('refuses a feature that only the keywords name', () =>
    expect(said(checkFeatures([entry('The user was not found in the directory.')]))).toMatch(
      /keywords name "Seamless SSO", and the text never names Seamless single sign-on/,
    ));

  it('passes when the text names it', () =>
    expect(checkFeatures([entry('Seamless single sign-on found no user.')])).toEqual([]));
});

describe('fields of dsregcmd', () => {
  const fix = (...texts: Sentence[]) =>
    makeEntry('0xC0048442', { fix: texts.map((text) => ({ text })) });

  it.each<[string, WrittenEntry]>([
    ['a literal', fix([{ c: 'AzureAdPrt' }, ' must be ', { c: 'YES' }, '.'])],
    ['a label', fix(['Read ', { b: 'Attempt Status' }, '.'])],
  ])('refuses %s without the command', (_, entry) =>
    expect(said(checkDsregcmd([entry]))).toMatch(/Fix names .* without the command/),
  );

  it('passes with it in the same part', () =>
    expect(
      checkDsregcmd([
        fix(['Run ', { c: 'dsregcmd /status' }, '.'], ['Read ', { c: 'AzureAdPrt' }, '.']),
      ]),
    ).toEqual([]));
});

describe('school grade of User', () => {
  const hard = withUser(
    'Authentication necessitates organizational verification of additional authorization requirements.',
    'Communicate the aforementioned administrative identification information immediately.',
  );
  const easy = withUser(
    'Your account is fine. Only the app team can fix this.',
    'Send this page to IT.',
  );

  it('refuses hard words and lets short ones pass', () => {
    expect(said(checkReadingGrade([hard]))).toMatch(/school grade \d+\.\d; 8 is the most/);
    expect(checkReadingGrade([easy])).toEqual([]);
  });

  it('agrees with the published formula', () =>
    // 3 sentences, 16 words, 18 syllables: 0.39 × 16/3 + 11.8 × 18/16 − 15.59.
    expect(gradeOf(easy.entry)).toBeCloseTo(0.39 * (16 / 3) + 11.8 * (18 / 16) - 15.59, 5));

  it('does not count what is read off the screen', () =>
    expect(
      gradeOf(
        makeEntry('AADSTS50001', {
          user: {
            text: [['Go to ', { b: 'Multifactor authentication administration' }, '.']],
            steps: [],
          },
        }).entry,
      ),
    ).toBeLessThan(1));
});

describe('risky steps', () => {
  it.each<[Sentence]>([
    [['Delete the device and join it again.']],
    [['Open the user, then revoke the grant.']],
    [['Exclude the app from the policy.']],
    [['Run ', { c: 'dsregcmd /leave' }, ' and restart.']],
    [['Choose ', { b: 'Reset password' }, '.']],
    [['To get in, disable the TPM.']],
    [['Assign the account the role again.']],
  ])('sees one: %j', (step) => expect(riskyWord(step)).toBeDefined());

  it.each<[Sentence]>([
    [['The policy removes the claim.']],
    [['Do not delete the device.']],
    [['Look for ', { b: 'Delete device' }, ' in the log.']],
    [['Read the value without clearing it.']],
  ])('sees none: %j', (step) => expect(riskyWord(step)).toBeUndefined());

  const entry = (fix: FixStep[], parts: Partial<Entry> = {}) =>
    makeEntry('0x801C000E', {
      causes: [{ id: 'limit', name: ['Limit'], tell: ['Count them.'] }],
      fix,
      ...parts,
    });
  const safe: FixStep = { text: ['Ask the user which device is still needed.'], causes: ['limit'] };
  const risky: FixStep = {
    text: ['As ', { b: 'Cloud Device Administrator' }, ', delete the stale device.'],
    causes: ['limit'],
    risky: true,
  };

  it.each<[string, WrittenEntry, RegExp]>([
    [
      'one that is not marked',
      entry([{ ...risky, risky: undefined } as unknown as FixStep]),
      /mark the step/,
    ],
    ['one before what can be undone', entry([risky, safe]), /stands before one that can be undone/],
    [
      'one without a role',
      entry([safe, { text: ['Delete the device.'], causes: ['limit'], risky: true }]),
      /names who may do it/,
    ],
    [
      'fixedBy without that role',
      entry([risky], { fixedBy: 'helpdesk' }),
      /fixedBy is helpdesk, but the steps take Cloud Device Administrator/,
    ],
    ['a user without that role', entry([risky], { fixedBy: 'user' }), /fixedBy is user/],
  ])('refuses %s', (_, one, message) => expect(said(checkRiskySteps([one]))).toMatch(message));

  it('passes the safe one first, then the marked one with its role', () =>
    expect(said(checkRiskySteps([entry([safe, risky], { fixedBy: 'admin' })]))).toBe(''));

  it('passes a step that goes on after a risky one', () =>
    expect(
      said(
        checkRiskySteps([entry([risky, { text: ['Then join the device.'], causes: ['limit'] }])]),
      ),
    ).toBe(''));
});

describe('twins', () => {
  const twins = readTwins('- codes: [AADSTS900382, AADSTS900432]');
  const body = {
    causes: [{ id: 'cloud', name: ['Other cloud'], tell: ['The app calls the global endpoint.'] }],
    fix: [{ text: ['Send the government app to its own endpoint.'], causes: ['cloud'] }],
  };
  const one = makeEntry('AADSTS900382', body);
  const twin = (parts: Partial<Entry>) =>
    makeEntry('AADSTS900432', { ...body, related: [{ code: 'AADSTS900382' }], ...parts });

  it.each<[string, Partial<Entry>, RegExp]>([
    [
      'another fixedBy',
      { fixedBy: 'developer' },
      /fixedBy is developer, in its twin AADSTS900382 admin/,
    ],
    ['another severity', { severity: 'high' }, /severity is high/],
    [
      'other advice',
      { fix: [{ text: ['Make both sides tick the cloud.'], causes: ['cloud'] }] },
      /Causes and Fix are not those/,
    ],
    ['no word of each other', { related: [] }, /related does not name its twin/],
  ])('refuses %s', (_, parts, message) =>
    expect(said(checkTwins([one, twin(parts)], twins))).toMatch(message),
  );

  it('passes one body, and twins that are apart for a reason', () => {
    expect(checkTwins([one, twin({})], twins)).toEqual([]);
    const apart = readTwins(
      '- codes: [AADSTS900382, AADSTS900432]\n  apart: The symbolic names tell them apart.',
    );
    expect(checkTwins([one, twin({ fixedBy: 'user' })], apart)).toEqual([]);
  });

  it('refuses a code in two groups', () =>
    expect(() =>
      readTwins('- codes: [AADSTS50001, AADSTS50002]\n- codes: [AADSTS50002, AADSTS50003]'),
    ).toThrow(/twice/));
});

describe('what an entry says of another code', () => {
  const target = makeEntry('0x801C0003', {
    title: 'User may not register this device',
    severity: 'medium',
    fixedBy: 'admin',
    causes: [{ name: ['Device limit reached'], tell: ['Count the devices.'] }],
  });
  const from = (differs: string) =>
    makeEntry('0x801C000E', { related: [{ code: '0x801C0003', differs }] });
  const check = (one: WrittenEntry) =>
    checkMentions([one], new Map([[target.entry.code, target.entry]]));

  it.each<[string, RegExp]>([
    [
      'it is never a device limit',
      /"never a device limit", but "device" stands in the title or a cause/,
    ],
    ['the user can fix it in the settings', /but there fixedBy is admin/],
    ['that record is expected', /but there severity is medium/],
    ['only Microsoft can fix it', /fixedBy is admin/],
  ])('refuses: %s', (differs, message) => expect(said(check(from(differs)))).toMatch(message));

  it.each(['the join is refused by a setting', 'an administrator has to change a setting'])(
    'lets pass: %s',
    (differs) => expect(said(check(from(differs)))).toBe(''),
  );

  it('refuses a code that has no entry', () =>
    expect(said(check(withAdmin('AADSTS7002199 is another matter.')))).toMatch(
      /^AADSTS7002199 has no entry/,
    ));

  it('prints both sides for reading, also where bare digits name a code', () => {
    const one = withAdmin('Unlike 50126, the password is right.');
    const [mention] = mentionsOf(one, (code) => code === 'AADSTS50126');
    const pair = formatPair(mention!, makeEntry('AADSTS50126', { title: 'Wrong password' }).entry);
    expect(pair).toMatch(/AADSTS50001 \(Admin\) says of AADSTS50126:\n\s+"Unlike 50126/);
    expect(pair).toMatch(/AADSTS50126: Wrong password \| low \| admin/);
  });
});
