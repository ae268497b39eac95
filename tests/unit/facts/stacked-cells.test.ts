import { describe, expect, it, vi } from 'vitest';
import { readFacts } from '../../../facts/read-facts';
import { factsOf, recordsOf } from './reading';

const ID = 'b506105f-532f-4967-ac9c-210d3e37736';
const HEAD = [
  'Date',
  'Request ID',
  'User',
  'Application',
  'Status',
  'IP address',
  'Sign-in error code',
  'Failure reason',
];
const FAILED = [
  '11/16/2026, 9:40:03 AM',
  `${ID}1`,
  'Noor El-Amin',
  'Salesforce',
  'Failure',
  '203.0.113.77',
  '50126',
  'Error validating credentials due to invalid username or password.',
];
const FINE = [
  '11/16/2026, 9:39:12 AM',
  `${ID}2`,
  'Wim de Groot',
  'Teams',
  'Success',
  '203.0.113.78',
  '0',
  'Other.',
];
const without = (cells: readonly string[], ...places: number[]) =>
  cells.filter((_, place) => !places.includes(place));
const userFirst = ([date, id, user, ...rest]: readonly string[]) => [user!, date!, id!, ...rest];
const text = (...parts: (readonly string[])[]) => parts.map((part) => part.join('\n')).join('\n\n');

/** User, app and code of each sign-in. */
const toldIn = (pasted: string) =>
  recordsOf('signIn', pasted).map(({ facts, codes }) =>
    ['userDisplayName', 'app']
      .map((name) => facts.find((fact) => fact.name === `signIn.${name}`)?.value ?? '-')
      .concat(codes)
      .join(' '),
  );

describe('a table of sign-ins with each cell in a line of its own', () => {
  const both = ['Noor El-Amin Salesforce AADSTS50126', 'Wim de Groot Teams'];

  it.each([
    ['one below the other', [...HEAD, ...FAILED, ...FINE].join('\n')],
    ['parted by a blank line', text(HEAD, FAILED, FINE)],
    ['with a blank line behind each cell', [...HEAD, '', ...FAILED, ...FINE].join('\n\n')],
    ['with a text above and below', text(['Last hour, as copied:'], HEAD, FAILED, FINE, ['Why?'])],
    [
      'behind a column that we do not know',
      text(['Device tag', ...HEAD], ['A1', ...FAILED], ['B2', ...FINE]),
    ],
  ])('is read %s', (_, pasted) => expect(toldIn(pasted)).toEqual(both));

  it('gives each value its line', () => {
    const [record] = recordsOf('signIn', text(['Copied:'], HEAD, FAILED));
    const code = record!.facts.find(({ name }) => name === 'signIn.errorCode');
    expect([record!.from, record!.to, code!.source.line]).toEqual([12, 19, 18]);
  });

  it('counts its rows', () => {
    expect(factsOf('log', text(HEAD, FAILED, FINE))).toEqual(
      expect.arrayContaining(['log.rows=2', 'log.failures=1']),
    );
  });

  it('keeps its places where an empty cell is a blank line', () => {
    const row = FAILED.with(3, '');
    expect(toldIn([...HEAD, ...row, ...FINE].join('\n'))[0]).toBe('Noor El-Amin - AADSTS50126');
  });

  it.each([
    ['whose form tells its column', [0], 'Noor El-Amin Salesforce AADSTS50126'],
    ['behind the code', [7], 'Noor El-Amin Salesforce AADSTS50126'],
    ['of a name, which leaves it open whose the other one is', [3], '- - AADSTS50126'],
  ])('is read without an empty cell %s', (_, places, wanted) => {
    expect(toldIn(text(HEAD, without(FAILED, ...places), FINE))).toContain(wanted);
  });

  it('takes no text below it for its last cell', () => {
    const pasted = text(HEAD, without(FINE, 7), ['Thanks, everybody']);
    expect(factsOf('signIn', pasted).join()).not.toContain('Thanks');
    expect(toldIn(pasted)).toEqual(['Wim de Groot Teams']);
  });

  it.each([
    [
      'an id that begins the next row',
      [...without(HEAD, 0), ...without(FAILED, 0, 7), ...without(FINE, 0)].join('\n'),
    ],
    [
      'the user with whom the next row begins',
      text(userFirst(HEAD), [...without(userFirst(FAILED), 7), ...userFirst(FINE)]),
    ],
    [
      'a question right below it',
      [...HEAD, ...without(FAILED, 7), 'Who can help?', 'Thanks'].join('\n'),
    ],
  ])('takes for an empty cell at its end not %s', (_, pasted) => {
    const [failed] = recordsOf('signIn', pasted);
    expect(failed!.codes).toEqual(['AADSTS50126']);
    expect(failed!.facts.map(({ name }) => name)).not.toContain('signIn.failureReason');
  });

  it('is read with any column first, and gives nobody the name of a cell between two rows', () => {
    const [failed, fine] = [userFirst(FAILED), userFirst(FINE)];
    expect(toldIn(text(userFirst(HEAD), [...failed, ...fine]))).toEqual(both);
    const users = recordsOf('signIn', text(userFirst(HEAD), [...failed, ...without(fine, 0)]));
    expect(users.flatMap(({ facts }) => facts.map(({ value }) => value))).not.toContain(FINE[3]);
    expect(toldIn(text(userFirst(HEAD), [...failed, ...without(fine, 0)]))).toEqual(
      both.slice(0, 1),
    );
  });

  it('keeps its last cell where the headings come again', () => {
    const pasted = [...HEAD, ...FAILED, ...HEAD, ...FINE].join('\n');
    expect(factsOf('signIn', pasted)).toContain(`signIn.failureReason=${FAILED[7]}`);
    expect(toldIn(pasted)).toEqual(both);
  });

  it('is that of apps where it names no user', () => {
    const head = HEAD.with(2, 'Service principal name').with(3, 'Resource');
    const [record] = recordsOf(
      'signIn',
      text(head, FAILED.with(2, 'sp-nightly').with(6, '7000222')),
    );
    expect(record!.title).toBe('ApplicationSignIns');
    expect(factsOf('signIn', text(head, FAILED.with(2, 'sp-nightly')))).toContain(
      'signIn.servicePrincipalName=sp-nightly',
    );
  });

  it('is read with the heads of Log Analytics, the JSON of a cell included', () => {
    const head = [
      'TenantId',
      'TimeGenerated [UTC]',
      'Category',
      'ResultType',
      'UserPrincipalName',
      'IPAddress',
      'Status',
    ];
    const row = [
      `${ID}9`,
      '2026-11-06T22:14:55.118Z',
      'SignInLogs',
      '90094',
      'ana@contoso.com',
      '203.0.113.18',
      '{"errorCode":90094,"additionalDetails":"An admin must consent"}',
    ];
    expect(factsOf('signIn', text(head, row))).toEqual(
      expect.arrayContaining([
        'signIn.errorCode=AADSTS90094',
        'signIn.user=ana@contoso.com',
        'signIn.additionalDetails=An admin must consent',
      ]),
    );
  });

  it.each([
    [
      'German',
      'Datum|Anforderungs-ID|Benutzer|Anwendung|Status|IP-Adresse|Anmeldefehlercode',
      'Fehler',
    ],
    [
      'French',
      "Date|ID de la demande|Utilisateur|Application|État|Adresse IP|Code d'erreur de connexion",
      'Échec',
    ],
    [
      'Spanish',
      'Fecha (UTC)|Id. de solicitud|Usuario|Aplicación|Estado|Dirección IP|Código de error de inicio de sesión',
      'Fallo',
    ],
    [
      'Italian',
      'Data|ID richiesta|Utente|Applicazione|Stato|Indirizzo IP|Codice errore di accesso',
      'Errore',
    ],
    [
      'Portuguese',
      'Data|ID da solicitação|Usuário|Aplicativo|Status|Endereço IP|Código de erro de entrada',
      'Falha',
    ],
    [
      'Japanese',
      '日付|要求 ID|ユーザー|アプリケーション|状態|IP アドレス|サインイン エラー コード',
      '失敗',
    ],
    ['Chinese', '日期|请求 ID|用户|应用程序|状态|IP 地址|登录错误代码', '失败'],
  ])('is read in %s', (_, heads, status) => {
    const row = [...FAILED.slice(0, 4), status, ...FAILED.slice(5, 7)].with(
      0,
      '2026-11-16 09:40:03',
    );
    expect(toldIn(text(heads.split('|'), row))).toEqual(['Noor El-Amin Salesforce AADSTS50126']);
  });

  it.each([
    ['the heads alone', text(['The columns are:'], HEAD, ['and some may be hidden.'])],
    [
      "another product's list",
      text(
        ['Date', 'User', 'Application', 'Status', 'IP address', 'Location'],
        [...without(FAILED, 1, 6, 7), 'Graz, Steiermark, AT'],
      ),
    ],
    [
      'a table of something else',
      text(
        ['Date', 'Name', 'Order', 'Status', 'Price', 'City'],
        ['11/16/2026', 'Noor', '50126', 'Open', '12.00', 'Graz'],
      ),
    ],
    [
      'rows of other columns',
      text(HEAD, ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight']),
    ],
    ['prose', HEAD.map((one) => `The ${one.toLowerCase()} is shown here.`).join('\n')],
  ])('is not read from %s', (_, pasted) => expect(recordsOf('signIn', pasted)).toEqual([]));

  it('leaves the pane alone, whose labels stand above their values', () => {
    const pane = HEAD.flatMap((label, at) => [label, FAILED[at]!]).join('\n');
    expect(recordsOf('signIn', pane).map(({ title }) => title)).toEqual(['Sign-in details']);
  });

  it.each([
    'Date\nRequest ID\nUser\nStatus\nIP address\nConditional Access\n',
    `${HEAD.join('\n')}\n`,
    `${text(HEAD, without(FAILED, 3))}\n\n`,
  ])('looks at each line a few times only: %j', (piece) => {
    const count = 60;
    const spy = vi.spyOn(String.prototype, 'trim');
    readFacts(piece.repeat(count));
    const few = spy.mock.calls.length;
    spy.mockClear();
    readFacts(piece.repeat(count * 4));
    const many = spy.mock.calls.length;
    spy.mockRestore();
    expect(many / few).toBeLessThan(6);
    expect(few / (count * piece.split('\n').length)).toBeLessThan(40);
  });
});
