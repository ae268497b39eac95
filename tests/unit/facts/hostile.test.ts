import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { jsonRegions } from '../../../facts/json-regions';
import { splitLines } from '../../../facts/lines';
import { readFacts } from '../../../facts/read-facts';
import { tableAt } from '../../../facts/table-rows';
import { FACTS } from '../../../facts/vocabulary';
import { expectLinear } from '../detection/hostile';

const TEXTS = (
  parse(readFileSync(join(import.meta.dirname, '../../fixtures/texts/pastes.yml'), 'utf8')) as {
    text: string;
  }[]
).map(({ text }) => text);

/** What punishes a careless reader: each is repeated until the text is long. */
const PIECES = [
  'Microsoft Defender alert: x\n08:41 | 203.0.113.7 | Sign-in failed | A | Error code 50126\n',
  'Entities:\n Account: a@b.co\n IP: 203.0.113.1\n',
  'Columns: Date (UTC);Request ID;Username\n2026-11-03T08:41:12Z;1;a@b.co\n',
  'displayName: A\nstate: enabled\nconditions.clientAppTypes: other\n',
  'Error code: 5OO34 AADSTS5OO34 Ox8OO9OO16\n',
  'In User Device Registration there is a warning 360:\n Policy is enabled: Yes\n',
  'ResultType\tcount_\tUsers\n50126\t3\t4\n',
  'Count Name\n----- ----\n   61 50126\n',
  'All of them from 203.0.113.9, The 0 is a@contoso.com ',
  'Device Configuration:\n {\n  "state" : "x",\n',
  'SSO Tokens:\nReceived:\n',
  'az ad app federated-credential list\nrepo:a/b:c\n',
  '"subject": "repo:a/b:c", "issuer": "https://a", ',
  'AZURE_CLIENT_ID=11112222-3333-4444-5555-666677778888\n',
  '"redirectUris": ["https://a"], "logoutUrl": "", ',
  '-TPM Present: True / -TPM Version: 2.0 / ',
  'Policy Name\nGrant Controls\nResult\n',
  'Policy Name: a\n',
  'Policy Name: a\nResult: b\n',
  'Policy Name\ta\tResult\n',
  'Policy Name | Grant Controls | Result\na | b | Failure\n',
  'Date\tAuthentication method\tSucceeded\tResult detail\na\tb\ttrue\tc\n',
  '\tPC1\tPC2\nAzureAdJoined\tYES\tNO\nAzureAdPrt\tNO\tYES\n',
  'AzureAdJoined : YES   AzureAdJoined : NO\n',
  'AzureAdJoined\tYES\tNO\n',
  'AzureAdJoined\tYES\tNO\nAzureAdPrt\tYES\tNO\tNO\n',
  'Browser\nOperating System\nCompliant\nManaged\n',
  'Event Viewer AAD\nError 1098: 0xCAA2000C x\n',
  'User Device Registration 304 and 360, ',
  'AAD/Operational 1098:\n0x80090016 x\n',
  'Failure;50057;The user is disabled.;203.0.113.61;Lyon, FR;16275207-141c-44b3-8bb3-d9b2a98029f2;',
  'https://a.contoso.com/?a=AADSTS50058&',
  'AADSTS500 11 ',
  'AADSTS\n',
  'a: b, c: d, ',
  'ResultType: 50126, Id: a, ',
  'az login -p ',
  'https://login.microsoftonline.com/common/oauth2/token?x ',
  'GET /common/oauth2/token?',
  'curl -u a:',
  'a@contoso.com app: a error 50126 ',
  'Status: Failure | Sign-in error code: 50126 | ',
  '2026-02-03 10:11:12 INFO Source: AAD\n2026-02-03 10:11:13 x: y\n',
  '{"',
  '[{"a":',
  '{"a":[',
  '"',
  '\\"',
  '+--+--+\n',
  '|---|---|\n',
  '| a | b |\n+---+---+\n',
  '-[ RECORD 1 ]-\na | b\n',
  '-[ RECORD 1 ]-\n',
  'a,"{\n  ""b"',
  'a,"[{""b"":1}]"',
  'a@contoso.com AADSTS50126\n',
  'a@contoso.com AADSTS50126 ',
  'client_secret,a,b\n',
  'a,password,b\n',
  'a\tpassword\tb\n',
  'a,password,"b\n',
  '08:00 a: b : c\nd : e\n',
  'POST /a/oauth2/token\n',
  'POST /a/oauth2/token\ngrant_type=a&b=c\n',
  'AzureAdJoined : YES ',
  'AzureAdJoined : YES\n',
  'Event ID: 360\n',
  'Source: AAD\n',
  'Log Name: a ',
  '<Event>',
  '<Event>\n',
  '<Data Name="',
  '| a ',
  '|1',
  ',',
  'Date (UTC),Status,',
  '-- ',
  '--\n',
  '- ',
  '> ',
  ': ',
  '1/1/2025 1:00 ',
  'grant_type=',
  'https://login.microsoftonline.com/a/oauth2/token?',
  'client_secret=',
  'password:\n',
  'password\t',
  ' --password-secret',
  '<td>password</td><td>',
  'https://a:b',
  'https%3A%2F%2Fa%3Aa%40',
  '<div><a href="https://login.',
  'password: ',
  'eyJhbGciOi',
  'eyJhbGciOiJ.',
  'aaa8Q~',
  '-----BEGIN PRIVATE KEY-----',
  'Bearer ',
  '&amp;',
  '**',
  '`',
  '\\r\\n',
  'Server Error Description : x\n',
  'redirect URI a://',
  'Sign-in error code\n',
  'Sign-in error code\nUsername\nx\n',
  'ErrorCode: 1\n',
  '+ System\n',
  '+ System\nProvider\n',
  'Claim type | Value\n',
  'a | b\n',
  '{ grant_type=',
  '{ grant_type ',
  "-d 'a=b' ",
  'a=b\n&',
  'eyJhbGciOiJhbGciOiJhbGci\n',
  '| TimeGenerated | ResultType | CorrelationId | AppId |\n',
  'a : b ',
  '"',
  '0x8',
  '-2147024894 ',
  "{'a': '",
  "{'a': ",
  '@{a=b; ',
  '{\\"a\\":\\"',
  '{\\\\\\"',
  'ErrorCode\tUser\tCorrelationId\n',
  'Name Value\n---- -----\n',
  'AppId;DisplayName;SignInAudience\n"',
  'appId: a\n',
  '  appId: {\n',
  "AADSTS50126: user 'a' ",
  'AADSTS50126 Correlation ID: ',
  'AADSTS50126 error_description=%3a+',
  'https%3A%2F%2Flogin.microsoftonline.com%2F',
  'https%3A%2F%2Flogin.microsoftonline.com%2Fcommon%2Foauth2%2Fauthorize%3Fclient_id%3D1%2\n',
  'https://login.microsoftonline.com/a/oauth2/authorize?a=b\n',
  '<samlp:AuthnRequest ',
  '<samlp:AuthnRequest>\n',
  '{a:1}\n',
  '{a:1\n\n\n',
  'x: {a=b (c; ',
  '2026-03-14 07:22:10 AzureAdJoined : YES\n',
  'AzureAdJoined\n',
  'AppId : a\n\n\nPS> $a.AppId | fl\n',
  'errorCode=1, userPrincipalName=a, ',
  'ResultType  AppId  CorrelationId  UserPrincipalName\n',
  '"{""appId"":1}",',
  '(1,"{""appId"":1}")\n',
  'PS> $a = $b; $a.AppId | fl\n',
  '12: a-a-a-a-a= ',
  'Message   : a\n            b\n',
  '<Data Name="a">b\n',
  'dsreg.txt:1: a=b: ',
  '[{"name":"a","value":"{\\"a\\":1}"},',
  "'AADSTS50011',",
  '> 1: // a\n| b\n',
  '\u001b[0m[31m\u200b',
  '11/18/2025, 9:41:07 AM\n',
  '11/18/2025, 9:41:07 AM\na\n',
  '11/18/2025, 9:41:07 AM\tFailure\t203.0.113.9\ta@b\tFailure\n',
  'Failure\t',
  'Status\nSuccess\n',
  'Client app\tBrowser\n',
  'UPN | Error | a\n',
  'Sign-in error code 50126 Status Failure User Kim Application Payroll Client app Browser ',
  'Date 11/19/2026, 2:03 PM Sign-in error code 50126 Status Failure User Kim\n',
  'Status\n\t{"errorCode":500121}\n',
  'AuthenticationDetails\n\t[{"a":1}]\n',
  '{"displayName":"a","state":"enabled","conditions":{},"grantControls":null}\n',
  '2026-03-14 07:22:10 Event ID: 1098\n',
  `${'a'.repeat(60)} ${'b'.repeat(19)}\n`,
  `${'a'.repeat(60)} "b\n`,
  'ResultType    1\n',
  'ResultType    {"a":[\n',
  'DeviceDetail    {\n\nAppId    1\n',
  '2026-02-03T09:14:55Z,aaaaaaaa-1111-2222-3333-444444444444,"a\n',
  '2026-02-03T09:14:55Z,aaaaaaaa-1111-2222-3333-444444444444,(',
  '"a": 1 },\n\n',
  '"riskLevelAggregated": 1 }, {\n\n',
  'CreatedDateTime  AppId  Code\n',
  '2/3/2026, 9:14:55 AM\na\nb\nFailure\n203.0.113.61\nLyon, FR\nSuccess\n50126\n',
  'DisplayName State\n----------- -----\n',
  'DisplayName    : a\nTpmPresent : b\n',
];

describe('any text', () => {
  it.each(PIECES)('is read in linear time, as %j again and again', (piece) => {
    expectLinear((text) => readFacts(text), piece);
  });

  it('is read in linear time where all rows of a table go on with the first', () => {
    const head = '+---+---+\n| a | b |\n+---+---+\n';
    expectLinear((text) => readFacts(head + text), '|   | c |\n');
  });

  it('keeps no more of a list than any record has', () => {
    const items = (count: number) =>
      readFacts(`appId: xx\nsignInAudience: y\nreplyUrls:\n${'https://a.example\n'.repeat(count)}`);
    const [app] = items(3).records;
    expect(app!.facts.filter(({ name }) => name === 'app.redirectUri')).toHaveLength(3);
    expect(items(20_000).records[0]!.facts.length).toBeLessThan(600);
  });

  it.each(['[{"a":', '{"a":[', '{"a":[]}', '[[{"a":1}]]', '"', '{"value":'])(
    'is searched for JSON in linear time, as %j again and again',
    (piece) => {
      const count = (length: number) => {
        const spy = vi.spyOn(String.prototype, 'charCodeAt');
        jsonRegions(piece.repeat(length / piece.length));
        const { length: calls } = spy.mock.calls;
        spy.mockRestore();
        return calls;
      };
      expect(count(40_000)).toBeLessThan(count(10_000) * 4.2 + 1000);
    },
  );

  it('is read without a throw, and every fact is of the vocabulary and names a line of it', () => {
    const part = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(...PIECES),
      fc.constantFrom('\n', ' : ', '}', ']'),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        const lines = text.split(/\r\n|\n|\r/).length;
        for (const { facts } of readFacts(text).records)
          for (const { name, source } of facts) {
            expect(FACTS).toHaveProperty([name]);
            expect(source.line).toBeGreaterThan(0);
            expect(source.line).toBeLessThanOrEqual(lines);
          }
      }),
      { numRuns: 400 },
    );
  });

  it.each(['valueOf', 'constructor', '__proto__', 'hasOwnProperty', 'toString'])(
    'may call something %s, which objects have by themselves',
    (name) => {
      const texts = [
        `https://login.microsoftonline.com/a/oauth2/token?${name}&client_id=x&grant_type=password`,
        `LogName=Microsoft-Windows-AAD/Operational ${name}=1 EventCode=1098 ${name}=2 Message=Error`,
        `Log Name: ${name}\nSource: ${name}\nEvent ID: 1098\nDescription:\nError: 0xCAA20003`,
        `&${name}; AzureAdPrt : NO`,
        `ResultType   50126\nResultDescription   x\n${name}   y\nUserPrincipalName   user@contoso.com`,
        `{"${name}":{"errorCode":50126},"userPrincipalName":"user@contoso.com","appDisplayName":"x"}`,
        `${name}\nx\nApplication\ny\nStatus\nFailure\nSign-in error code\n50126`,
        `{"status":{"errorCode":50126},"userPrincipalName":"user@contoso.com","deviceDetail":{"isCompliant":"${name}","isManaged":"${name}"}}`,
        `User Configuration:\n{\n  "${name}" : "x",\n  "state" : "POUserStateNormal (0)"\n}`,
      ];
      for (const text of texts)
        for (const { title, facts } of readFacts(text).records) {
          expect(title).not.toMatch(/undefined|function/);
          for (const one of facts) {
            expect(FACTS).toHaveProperty([one.name]);
            expect(one.value).toBeTypeOf('string');
            expect(one.value).not.toMatch(/undefined|native code/);
          }
        }
    },
  );

  it('may be a record cut anywhere', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...TEXTS),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (text, share) => {
          const cut = text.slice(0, Math.floor(text.length * share));
          const whole = new Set(readFacts(text).records.flatMap(({ codes }) => codes));
          // A number that lost its end is another number; no code is invented beside it.
          const invented = readFacts(cut)
            .records.flatMap(({ codes }) => codes)
            .filter((code) => ![...whole].some((one) => one.startsWith(code.slice(0, 6))));
          expect(invented.length).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('what nests deeper than any record', () => {
  /** A message that stands below. */
  const BELOW =
    '\n\n\nAADSTS50126: Error validating credentials due to invalid username or password.';
  const asText = (text: string) => JSON.stringify({ id: 1, text: text.padEnd(40) });

  it.each<[string, (depth: number) => string]>([
    ['objects', (depth) => '{"id":'.repeat(depth)],
    ['arrays', (depth) => `${'['.repeat(depth)}"a"${']'.repeat(depth)}`],
    ['objects in a text', (depth) => asText('{"a":'.repeat(depth))],
    ['arrays in a text, with blanks', (depth) => asText('[ '.repeat(depth))],
    ['brackets of two kinds in a text', (depth) => asText('[{"a":'.repeat(depth))],
    ['brackets that close another kind', (depth) => asText('[},'.repeat(depth))],
    ['brackets behind a quote in a comment', (depth) => asText(`[ /*"*/ ${'['.repeat(depth)}`)],
    ['brackets behind a line that ends in a string', (depth) => asText(`["\r${'['.repeat(depth)}`)],
    [
      'the cell of a table',
      (depth) =>
        `Date (UTC),User,Username,Sign-in error code,Status,DeviceDetail\n2026-01-01T00:00:00Z,U,u@contoso.com,0,Success,"${'{""a"":'.repeat(depth)}1${'}'.repeat(depth)}"`,
    ],
    [
      'the column of a row',
      (depth) => JSON.stringify({ resultType: '0', appId: 'x', Status: '{"a":'.repeat(depth) }),
    ],
    ['a dictionary', (depth) => "{'a': ".repeat(depth)],
    [
      'the value of a list',
      (depth) => `appId : x\nsignInAudience : y\nweb : ${'@{a='.repeat(depth)}`,
    ],
    [
      'rows that are set in',
      (depth) =>
        `appId:\n${Array.from({ length: Math.min(depth, 2000) }, (_, at) => `${' '.repeat(at)}a${at}:`).join('\n')}`,
    ],
    [
      'claims',
      (depth) => `eyJhbGciOiJSUzI1NiJ9.${btoa(`{"aud":"x","iss":${'['.repeat(depth)}`)}.x`,
    ],
    ['elements', (depth) => '<Event>'.repeat(depth)],
  ])('is passed over: %s', (_, textOf) => {
    for (const depth of [1000, 20_000])
      expect(readFacts(textOf(depth) + BELOW).records.flatMap(({ codes }) => codes)).toEqual([
        'AADSTS50126',
      ]);
  });

  it('hides nothing of a record that nests as deep as records do', () => {
    const text = JSON.stringify({ value: [{ status: { errorCode: 50126 }, appId: 'x' }] });
    const deep = Array.from({ length: 20 }).reduce<string>((inner) => `{"a":[${inner}]}`, text);
    expect(readFacts(deep).records.flatMap(({ codes }) => codes)).toEqual(['AADSTS50126']);
  });
});

describe('two texts in one paste', () => {
  /** What stands apart is another computer, sign-in or command: two blank lines between them. */
  const joined = TEXTS.flatMap((first, at) =>
    [7, 31, 53].map((step) => [first, TEXTS[(at + step) % TEXTS.length]!] as const),
  );

  it('hardly ever put a line of one into a record of the other', () => {
    const mixed = joined.filter(([first, second]) => {
      const boundary = first.split(/\r\n|\n|\r/).length + 2;
      return readFacts(`${first}\n\n\n${second}`).records.some(({ facts }) => {
        const lines = facts.map(({ source }) => source.line);
        return Math.min(...lines) < boundary && Math.max(...lines) > boundary;
      });
    });
    // Rows of a later section alone, below an output that ended before it, look like more of it.
    expect(mixed.length).toBeLessThanOrEqual(joined.length / 60);
  });

  it('are read as each of them is alone', () => {
    const told = (text: string) =>
      readFacts(text)
        .records.map(({ kind, facts, codes }) =>
          [kind, ...facts.map(({ name, value }) => `${name}=${value}`), ...codes].join(' '),
        )
        .toSorted();
    const other = joined.filter(([first, second]) => {
      const both = [...told(first), ...told(second)].toSorted();
      return told(`${first}\n\n\n${second}`).join('\n') !== both.join('\n');
    });
    expect(other.length).toBeLessThanOrEqual(joined.length / 30);
  });

  it.each([
    ['Windows line ends', (text: string) => text.replace(/\r?\n/g, '\r\n')],
    ['line ends of old Macs', (text: string) => text.replace(/\r?\n/g, '\r')],
    ['blanks behind each line', (text: string) => text.replace(/$/gm, '  ')],
    ['a code block around them', (text: string) => `\`\`\`\n${text}\n\`\`\``],
  ])('with %s are the same', (_, changed) => {
    const told = (text: string) =>
      readFacts(text).records.flatMap(({ facts, codes }) => [
        ...facts.map(({ name, value }) => `${name}=${value}`),
        ...codes,
      ]);
    for (const text of TEXTS) expect(told(changed(text))).toEqual(told(text));
  });
});

describe('a table with more rows than a call has arguments', () => {
  it('is read', () => {
    const head = `UserPrincipalName    AppDisplayName      ErrorCode  IPAddress
-----------------    --------------      ---------  ---------
`;
    const row = 'ana@contoso.com      Teams               50126      203.0.113.5\n';
    const table = tableAt(splitLines(head + row.repeat(130_000)), 0, () => true);
    expect(table!.rows).toHaveLength(130_000);
  });
});

describe('labels of a pane that come again and again', () => {
  it.each(['Status\nSuccess\n', 'Status\tSuccess\n', 'Client app\n', 'Status\n\nSuccess\n\n'])(
    'are not followed to the end of a pane from each line: %j',
    (piece) => {
      const count = 300;
      const spy = vi.spyOn(String.prototype, 'trim');
      readFacts(piece.repeat(count));
      const { length } = spy.mock.calls;
      spy.mockRestore();
      expect(length / count).toBeLessThan(60);
    },
  );
});

describe('objects in one line', () => {
  it('are not looked for in the whole line again and again', () => {
    const passed = (count: number) => {
      const { lastIndexOf } = String.prototype;
      let signs = 0;
      const spy = vi.spyOn(String.prototype, 'lastIndexOf').mockImplementation(function (
        this: string,
        ...args: [string, number?]
      ) {
        const found = lastIndexOf.apply(this, args);
        signs += Math.min(this.length, args[1] ?? this.length) - found;
        return found;
      });
      readFacts('a\t{"errorCode":1}'.repeat(count));
      spy.mockRestore();
      return signs;
    };
    expect(passed(1000)).toBeLessThan(passed(250) * 5 + 1000);
  });
});

describe('an event with more rows than a call has arguments', () => {
  it('is read', () => {
    const [event] = readFacts(`Event ID: 1098\nSource: AAD\n${'a: b\n'.repeat(160_000)}`).records;
    expect(event!.facts.length).toBeGreaterThan(160_000);
  });
});
