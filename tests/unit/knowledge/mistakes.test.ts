import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runChecks } from '../../../compiler/checks/run-checks';
import { formatProblem } from '../../../compiler/problem';

// What somebody does wrong who writes an entry for the first time, and what is said to them: file, line, what, way out.

const ENTRY = 'knowledge/en/aadsts/AADSTS50126.md';
const LIST = 'knowledge/en/listed/aadsts-50000-59999.yml';
const GOOD: Record<string, string> = {
  [ENTRY]: `---
code: AADSTS50126
title: Wrong user name or password
status: reviewed
severity: low
fixedBy: user
area: credentials
related:
  - code: AADSTS50034
    differs: the account itself does not exist in the directory
sources:
  - id: reference
    url: https://learn.microsoft.com/entra/identity-platform/reference-error-codes
    kind: vendor
    at: Row AADSTS50126
    dated: 2025-09-12
    says: The user name or the password is invalid.
searched:
  on: 2026-11-21
  for: [AADSTS50126]
reviewed: 2026-11-21
---

## Summary

Microsoft Entra ID refused the password for this user name. [reference]

## User

The name or password is wrong. [reference]

1. Type your password again. [~]

## Admin

Compare the number of failures with the number of users. [~]

### Fix

1. Open [Sign-in logs](place:signInLogs) and filter by **User**. [~]
2. Send the user to \`https://aka.ms/sspr\`. [~]

## Commands

\`\`\`powershell
# The user of this sign-in
# needs: Microsoft.Graph.Users, User.Read.All
Get-MgUser -Filter "userPrincipalName eq '{userPrincipalName}'"
\`\`\`
`,
  [LIST]: `reviewed: 2026-11-21
sources:
  list:
    url: https://github.com/contoso/list
    kind: community
    says: Prints the bare message of the service.
entries:
  AADSTS50034:
    title: Account does not exist
    summary: The account does not exist in the directory.
    area: credentials
    from: [list]
`,
  'knowledge/coverage.yml': `flagship: 0
origins:
  reference: https://learn.microsoft.com/entra/identity-platform/reference-error-codes
known:
  aadsts:
    - { least: brief, from: reference, codes: AADSTS50126 }
    - { least: listed, from: reference, codes: AADSTS50034 }
  hresult: []
  event: []
exempt: []
`,
};

let root: string;

function write(files: Record<string, string>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'signpost-knowledge-'));
  mkdirSync(join(root, 'knowledge'));
  for (const name of ['places.yml', 'commands.yml', 'schema-kql.yml'])
    cpSync(join('knowledge', name), join(root, 'knowledge', name));
  write({
    'knowledge/twins.yml': '[]',
    'knowledge/search/synonyms.yml': '[]',
    'knowledge/search/subject.yml': '{}',
    'knowledge/search/frequency.yml': '{}',
    'knowledge/search/message-terms.yml': '{}',
    'knowledge/search/message-variants.yml': '{}',
    ...GOOD,
  });
});
afterEach(() => rmSync(root, { recursive: true }));

const problems = async (): Promise<string[]> => {
  const { findings } = await runChecks(root);
  return findings.filter(({ level }) => level === 'problem').map(formatProblem);
};

it('a good entry and a good list have no problem', async () => {
  expect(await problems()).toEqual([]);
});

describe('one mistake gives one message, with its line and the way out', () => {
  it.each<[string, string, string, string, string]>([
    [
      'a misspelled key',
      ENTRY,
      'severity: low',
      'severty: low',
      `${ENTRY}:5: severty: no such key; did you mean "severity"?`,
    ],
    [
      'a misspelled key in a source',
      ENTRY,
      '    kind: vendor',
      '    knd: vendor',
      `${ENTRY}:14: knd: no such key; did you mean "kind"?`,
    ],
    [
      'a missing key',
      ENTRY,
      'area: credentials\n',
      '',
      `${ENTRY}:2: area is missing; see knowledge/README.md`,
    ],
    [
      'a severity that is none',
      ENTRY,
      'severity: low',
      'severity: minor',
      `${ENTRY}:5: severity: is one of expected, low, medium, high, critical`,
    ],
    [
      'no source',
      ENTRY,
      'sources:\n',
      'sources: []\nx:\n',
      `${ENTRY}:11: sources: is empty; name at least one, with id, url`,
    ],
    ['an unquoted colon', ENTRY, 'title: Wrong', 'title: Error: wrong', `${ENTRY}:3: `],
    [
      'a tab',
      ENTRY,
      '  - code: AADSTS50034',
      '\t- code: AADSTS50034',
      `${ENTRY}:9: a tab stands at the start of the line; use blanks`,
    ],
    [
      'an ask that another entry is called by',
      ENTRY,
      'related:',
      'asks: [account does not exist]\nrelated:',
      `${ENTRY}:8: asks: "account does not exist" is the title of AADSTS50034 already; ask in other words`,
    ],
    [
      'an ask that stands twice',
      ENTRY,
      'related:',
      'asks:\n  - cannot log in any more\n  - Cannot log in any more?\nrelated:',
      `${ENTRY}:10: asks: "Cannot log in any more?" is an ask of AADSTS50126 already; ask in other words`,
    ],
    [
      'an ask that says too little',
      ENTRY,
      'related:',
      'asks: [login]\nrelated:',
      `${ENTRY}:8: asks.0: "login" is too short to tell one code from others`,
    ],
    [
      'a related code that does not exist',
      ENTRY,
      'AADSTS50034',
      'AADSTS50043',
      `${ENTRY}:9: related: AADSTS50043 has no entry; correct the code`,
    ],
    [
      'a misspelled heading',
      ENTRY,
      '## Summary',
      '## Sumary',
      `${ENTRY}:24: "## Sumary" is no heading of an entry; did you mean "## Summary"?`,
    ],
    [
      'a statement without evidence',
      ENTRY,
      'password is wrong. [reference]',
      'password is wrong.',
      `${ENTRY}:30: "The name or password is wrong." has neither a source nor [~]`,
    ],
    [
      'an unknown source',
      ENTRY,
      'wrong. [reference]',
      'wrong. [refrence]',
      `${ENTRY}:30: [refrence] is no source of this entry; known: reference`,
    ],
    [
      'filler',
      ENTRY,
      'Send the user to `https://aka.ms/sspr`.',
      'Check the settings of the application in **Entra**, and check the settings of the application.',
      `${ENTRY}:41: "check the settings of the application": name the setting`,
    ],
    [
      'an unknown place',
      ENTRY,
      'place:signInLogs',
      'place:signinlogs',
      `${ENTRY}:40: place "signinlogs" is not in knowledge/places.yml`,
    ],
    [
      'a typing error in a cmdlet',
      ENTRY,
      'Get-MgUser -',
      'Get-MgUsr -',
      'Get-MgUsr is no known cmdlet; did you mean Get-MgUser?',
    ],
    [
      'a typing error in a parameter',
      ENTRY,
      '-Filter',
      '-Fliter',
      `${ENTRY}:48: -Fliter is no known parameter; did you mean -Filter?`,
    ],
    [
      'a leftover in the list',
      LIST,
      'AADSTS50034:',
      'AADSTS50126:',
      `${LIST}:8: AADSTS50126 has an entry in ${ENTRY}; delete it here`,
    ],
    [
      'a source of a list that is not there',
      LIST,
      '[list]',
      '[lst]',
      `${LIST}:12: AADSTS50034: source "lst" is not among the sources`,
    ],
    [
      'a code that nobody knows of',
      'knowledge/coverage.yml',
      'codes: AADSTS50126',
      'codes: AADSTS50127',
      'knowledge/coverage.yml:6: AADSTS50127 has no entry; brief is asked for',
    ],
  ])('%s', async (_, file, from, to, message) => {
    expect(GOOD[file]).toContain(from);
    write({ [file]: GOOD[file]!.replace(from, to) });
    const found = await problems();
    expect(found.join('\n')).toContain(message);
  });

  it('says nothing of what only follows from an unreadable entry', async () => {
    write({ [ENTRY]: GOOD[ENTRY]!.replace('severity: low', 'severty: low') });
    const about = (await problems()).filter((one) => !one.startsWith(`${ENTRY}:`));
    expect(about).toEqual([]);
  });

  it('says nothing of what only follows from an unreadable list', async () => {
    write({ [LIST]: GOOD[LIST]!.replace('entries:', 'entries: [') });
    const about = (await problems()).filter((one) => !one.startsWith(`${LIST}:`));
    expect(about).toEqual([]);
  });
});

it('line ends of Windows are no mistake', async () => {
  write(
    Object.fromEntries(
      Object.entries(GOOD).map(([file, text]) => [file, text.replaceAll('\n', '\r\n')]),
    ),
  );
  expect(await problems()).toEqual([]);
});

it('the untouched template is not an entry: each line to write is named', async () => {
  const template = await readFile('knowledge/TEMPLATE.md', 'utf8');
  const text = template
    .replace('- code: AADSTS50126', '- code: AADSTS50034')
    .replaceAll('__CODE__', 'AADSTS50126')
    .replaceAll('__DATE__', '2026-11-21');
  write({ [ENTRY]: text });
  const found = await problems();
  const lines = text.split('\n').flatMap((line, at) => (line.includes('TODO') ? [at + 1] : []));
  expect(lines.length).toBeGreaterThan(15);
  for (const line of lines) expect(found.join('\n')).toContain(`${ENTRY}:${line}: "TODO`);
  expect(found.filter((one) => !one.includes("still the template's"))).toEqual([]);
});
