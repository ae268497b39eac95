import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import {
  fieldRows,
  IS_OF_GATHERED,
  isParted,
  mayBeRow,
  PARTS_NAMES,
  ROW_FORMS,
} from '../../../facts/field-rows';
import { cleanLines, splitLines, type Line } from '../../../facts/lines';
import { keyInRecord } from '../../../facts/nested-keys';
import { mayBeSetting, SETTING } from '../../../facts/read-app-config';
import { readFacts } from '../../../facts/read-facts';
import { COMMAND, mayList } from '../../../facts/read-federated';
import { HEADING, mayBeHeading, TOKENS } from '../../../facts/read-platform-sso';
import { labelsInLine, mayHaveLabels } from '../../../facts/pairs-in-line';
import { SECRET_FORMS } from '../../../facts/secrets';

// Readers ask a line or a text for a few signs before they search it for their forms: what has a form must have its signs.

/** All texts of the tests. */
const FIXTURES = ['pastes', 'cases', 'strangers'].flatMap((name) =>
  textsIn(
    parse(readFileSync(join(import.meta.dirname, `../../fixtures/texts/${name}.yml`), 'utf8')),
  ),
);

/** Each string within a value. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : [];
}

const lineOf = (text: string): Line => splitLines(text)[0]!;

const SAMPLES: Readonly<Record<keyof typeof ROW_FORMS, string>> = {
  parted: 'user.name : mia@contoso.com',
  alone: 'azure.signinlogs.result_type',
  labeled: 'Log Source: Microsoft Entra ID',
};

/** Texts of a form, each of one line. */
const linesOf = (form: RegExp) => {
  const source = form.source
    .replaceAll(String.raw`[\p{L}`, '[a-zé語')
    .replaceAll(/\\p\{L\}/g, '[a-zé語]')
    // Where words begin and end, the form itself tells.
    .replaceAll(String.raw`\b`, '');
  return fc.stringMatching(new RegExp(source)).filter((text) => !/[\r\n]/.test(text));
};

describe('a line of a gathered record', () => {
  it.each(Object.entries(ROW_FORMS))('of the form %s may be a row', (name, form) => {
    fc.assert(
      fc.property(linesOf(form), (text) => {
        fc.pre(form.test(text) && /[a-z]/i.test(text) && text.length < 4000);
        fc.pre(name !== 'parted' || isParted(form.exec(text)!));
        expect(mayBeRow(lineOf(text))).toBe(true);
      }),
    );
  });

  it.each(Object.entries(ROW_FORMS))('of the form %s may be set in as far', (name, form) => {
    const sample = SAMPLES[name as keyof typeof ROW_FORMS];
    expect(sample).toMatch(form);
    for (let indent = 0; indent < 20; indent++) {
      const text = ' '.repeat(indent) + sample;
      if (form.test(text)) expect(mayBeRow(lineOf(text)), text).toBe(true);
    }
  });

  it('is no row where nothing parts a name from a value', () => {
    for (const text of ['The user cannot sign in', '+-----+', '', `${' '.repeat(20)}NgcSet : NO`])
      expect(mayBeRow(lineOf(text)), text).toBe(false);
  });

  it('has labels beside each other only where a sign parts them', () => {
    const labeled = fc.constantFrom('App: x', '*User 1*: é', 'é = 1', 'a:b', 'no label');
    const parting = fc.constantFrom(' | ', ' • ', '\t·\t', '; ', ';\t', ', ', ' ');
    fc.assert(
      fc.property(fc.array(fc.tuple(labeled, parting), { maxLength: 6 }), (parts) => {
        const text = parts.flat().join('');
        fc.pre(labelsInLine(text).length > 1);
        expect(mayHaveLabels(lineOf(text))).toBe(true);
      }),
    );
    expect(mayHaveLabels(lineOf('User: mia | App: Ledger'))).toBe(true);
    expect(mayHaveLabels(lineOf('User: mia, App: Ledger'))).toBe(false);
  });
});

describe('a key', () => {
  it('in which a record was kept has a sign that parts its names', () => {
    const part = fc.constantFrom(
      '@',
      '_',
      '.',
      ':',
      '/',
      '[0]',
      '{}',
      'azure',
      'properties',
      'body',
      'id',
      'status',
      'x1',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const key = parts.join('');
        fc.pre(keyInRecord(key) !== undefined);
        expect(PARTS_NAMES.test(key)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

/** Made of the signs of secrets that Microsoft Entra ID makes. */
const SECRET = 'abc8Q~AbCdEfGhIjKlMnOpQrStUvWxYz0123456';
const JWT = 'eyJhbGciOiJub25lIn0.eyJhdWQiOiJhcGkifQ.c2lnbmF0dXJl';

/** Where secrets stand: one text for each form at least. */
const TEXTS = [
  `Cookie: a=${SECRET}`,
  `{"name": "client_secret", "value": "${SECRET}"}`,
  `<add key="ClientSecret" value="${SECRET}" />`,
  `{"name": "client_secret",\n  "value": "${SECRET}"}`,
  `{"value": "${SECRET}", "type": "client_secret"}`,
  `{"value": "${SECRET}",\n "type": "client_secret"\n}`,
  `name=client_secret value=${SECRET}`,
  `- name: AZURE_CLIENT_SECRET\n  value: ${SECRET}`,
  `<Data Name="password">${SECRET}</Data>`,
  `<Data Name='x-ms-cpim-sso' >${SECRET}</Data>`,
  `x-ms-cpim-trans=${SECRET}`,
  `X-MS-CPIM-SSO: ${SECRET}`,
  `ClientSecret: ${SECRET}`,
  `client_secret%3D${SECRET}`,
  `my-Client_Secret"] = @"${SECRET} and more"`,
  `signin --password ${SECRET}`,
  `az login --service-principal -u app -p ${SECRET}`,
  `HELM REGISTRY LOGIN host -p ${SECRET}`,
  `curl -u user:${SECRET} host`,
  `ConvertTo-SecureString -String "${SECRET}"`,
  `"${SECRET}" | ConvertTo-SecureString`,
  `| client_secret | ${SECRET} |`,
  `<td>client_secret</td><td>${SECRET}</td>`,
  `<TH>Password</TH>\n <td class="x">${SECRET}</td>`,
  `client_secret:\n  ${SECRET}`,
  `https://user:${SECRET}@host.example/a`,
  `https%3A%2F%2Fuser%3A${SECRET}%40host.example`,
  `https%253A%252F%252Fuser%253A${SECRET}%2540host.example`,
  `https://a.example/c?sv=1&sig=${SECRET}`,
  `https://a.example/c?sv\\=1&sig\\=${SECRET}`,
  `a%26sig%3D${SECRET}`,
  `-----BEGIN PRIVATE KEY-----\n${SECRET.replaceAll('~', '+')}`,
  `https://a.example/cb?code=${SECRET}`,
  `https://a.example/cb?CODE\\=${SECRET}`,
  `%3Fcode%3D${SECRET}`,
  `{"name": "code", "value": "1.AXkA-${SECRET}"}`,
  `{"name": "code",\n  "value": "M.C5${SECRET}"}`,
  `its code 1.AXkA${SECRET}${SECRET}${SECRET}`,
  `token ${JWT}`,
  `Authorization: Bearer ${SECRET}`,
  `Authorization: Basic ${SECRET}`,
  SECRET,
];

describe('the form of a secret', () => {
  it.each(SECRET_FORMS.map(({ form }) => [form.source.slice(0, 60), form] as const))(
    '%s has a hint in each text that it stands in',
    (_, form) => {
      const has = (one: RegExp, text: string) => new RegExp(one.source, one.flags).test(text);
      const hints = SECRET_FORMS.filter((one) => one.form === form).map(({ hint }) => hint);
      const isOfCookie = form.source.includes('|x-ms-cpim-');
      // The cookies of external identities are keys as well, and have a hint of their own.
      const texts = TEXTS.filter(
        (text) => has(form, text) && !(isOfCookie && /^x-ms-cpim/i.test(text)),
      );
      expect(texts).not.toEqual([]);
      for (const text of texts)
        expect(
          hints.some((hint) => has(hint, text)),
          text,
        ).toBe(true);
    },
  );
});

describe('a line of a form that is rare', () => {
  const FORMS = [
    ['a setting', SETTING, mayBeSetting],
    ['a heading of Platform SSO', HEADING, mayBeHeading],
    ['its tokens', TOKENS, mayBeHeading],
    ['a command that lists federated credentials', COMMAND, mayList],
  ] as const;

  it.each(FORMS)('passes the gate of its reader: %s', (_, form, mayBe) => {
    fc.assert(
      fc.property(linesOf(form), fc.constantFrom('as it is', 'upper', 'lower'), (made, letters) => {
        const cased = letters === 'upper' ? made.toUpperCase() : made.toLowerCase();
        const text = letters === 'as it is' ? made : cased;
        fc.pre(form.test(text));
        expect(mayBe(lineOf(text))).toBe(true);
      }),
    );
  });

  it.each(FORMS)('passes it in all texts of the tests, too: %s', (_, form, mayBe) => {
    const lines = FIXTURES.flatMap((text) => cleanLines(splitLines(text)));
    expect(lines.length).toBeGreaterThan(5000);
    for (const line of lines) if (form.test(line.text)) expect(mayBe(line), line.text).toBe(true);
  });

  it('of a gathered sign-in tells that the text has one', () => {
    let records = 0;
    for (const text of FIXTURES) {
      const raw = splitLines(text);
      for (const { at } of fieldRows(raw)) {
        records++;
        expect(at.some((own) => raw[own]!.ask(IS_OF_GATHERED))).toBe(true);
      }
    }
    expect(records).toBeGreaterThan(0);
    for (const text of [
      'azure.signinlogs.result_type = 50126',
      'azure.signinlogs.result_type',
      'properties.status.errorCode: 50126',
      'Log Source: Microsoft Entra ID',
      'source\tAzure AD',
    ])
      expect(lineOf(text).ask(IS_OF_GATHERED), text).toBe(true);
    for (const text of [
      'AzureAdPrt : NO',
      'Log Source: Microsoft-Windows-Kernel',
      'contoso.com',
      '',
    ])
      expect(lineOf(text).ask(IS_OF_GATHERED), text).toBe(false);
  });
});

describe('a form that a reader of its own looks for', () => {
  const kindsOf = (text: string) => readFacts(text).records.map(({ kind }) => kind);

  it.each([
    ['set_ResultType', ['50126', '50053'], 'Users', 61],
    ['Codes', [50126], 'count_', 61],
    ['ResultType', 50126, 'Tally', 61],
    ['Error', 'AADSTS50126', 'Users', 61],
  ])('is read from an object with %s', (code, value, count, times) => {
    expect(kindsOf(JSON.stringify([{ [code]: value, [count]: times }]))).toEqual(['summary']);
  });

  it('is read from a list of labels', () => {
    expect(kindsOf('UserPrincipalName : mia@contoso.com\nset_ResultType : {50126, 50053}')).toEqual(
      ['summary'],
    );
  });

  it.each([
    'az identity federated-credential list -o tsv',
    'Get-MgApplicationFederatedIdentityCredential',
  ])('is read behind %s, whatever its case', (command) => {
    for (const typed of [command, command.toUpperCase(), command.toLowerCase()])
      expect(kindsOf(`${typed}\nrepo:contoso/shop:pull_request`)).toEqual(['app']);
  });

  it.each(['Authority', 'redirect_uri', 'redirectUrl', 'REDIRECT-URI'])(
    'is read from a line with the setting %s',
    (setting) => {
      const text = `AAD_${setting}=https://login.microsoftonline.com/common\nAAD_CLIENT_ID=0b1c7e0e-59a8-4f93-8e24-9a1d8b5d6b10`;
      const labels = readFacts(text).records.flatMap(({ facts }) =>
        facts.map(({ label }) => label),
      );
      expect(labels).toEqual([`AAD_${setting}`, 'AAD_CLIENT_ID']);
    },
  );
});
