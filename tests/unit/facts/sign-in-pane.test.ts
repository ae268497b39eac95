import { describe, expect, it } from 'vitest';
import { ROW_FACTS } from '../../../facts/row-facts';
import { factOfHeading, rowFactOfHeading } from '../../../facts/sign-in-fields';
import { factsByOtherLabel, isUnconfirmed } from '../../../facts/sign-in-labels';
import { typeOf } from '../../../facts/vocabulary';
import { joinReadings, readSignInPane, type LabeledValue } from '../../../facts/read-sign-in-pane';

const pairs = (...rows: [label: string, value: string][]): LabeledValue[] =>
  rows.map(([label, value]) => ({ label, value }));
const table = (heads: string[], ...rows: string[][]): LabeledValue[] =>
  rows.flatMap((cells, row) => cells.map((value, at) => ({ label: heads[at]!, value, row })));
const valuesOf = (cells: LabeledValue[], tab?: string) =>
  Object.fromEntries(readSignInPane(cells, tab).facts.map(({ name, value }) => [name, value]));

describe('the details pane', () => {
  it.each<[string, [string, string][]]>([
    [
      'English',
      [
        ['Sign-in error code', '53003'],
        ['Client app', 'Other clients'],
        ['Authentication requirement', 'Multifactor authentication'],
        ['Compliant', 'Yes'],
        ['User type', 'Guest'],
      ],
    ],
    [
      'German',
      [
        ['Anmeldefehlercode', '53003'],
        ['Client-App', 'Andere Clients'],
        ['Authentifizierungsanforderung', 'Mehrstufige Authentifizierung'],
        ['Konform', 'Ja'],
        ['Benutzertyp', 'Gast'],
      ],
    ],
    [
      'French',
      [
        ['Code d’erreur de connexion', '53003'],
        ['Application cliente', 'Autres clients'],
        ["Exigence d'authentification", 'Authentification multifacteur'],
        ['Conforme', 'Oui'],
        ["Type d'utilisateur", 'Invité'],
      ],
    ],
    [
      'Spanish',
      [
        ['Código de error de inicio de sesión', '53003'],
        ['Aplicación cliente', 'Otros clientes'],
        ['Requisito de autenticación', 'Autenticación multifactor'],
        ['Conforme', 'Sí'],
        ['Tipo de usuario', 'Invitado'],
      ],
    ],
    [
      'Italian',
      [
        ['Codice errore di accesso', '53003'],
        ['App client', 'Altri client'],
        ['Requisito di autenticazione', 'Autenticazione a più fattori'],
        ['Conforme', 'Sì'],
        ['Tipo di utente', 'Ospite'],
      ],
    ],
    [
      'Portuguese',
      [
        ['Código de erro de entrada', '53003'],
        ['Aplicativo cliente', 'Outros clientes'],
        ['Requisito de autenticação', 'Autenticação multifator'],
        ['Em conformidade', 'Sim'],
        ['Tipo de usuário', 'Convidado'],
      ],
    ],
    [
      'Dutch',
      [
        ['Foutcode voor aanmelding', '53003'],
        ['Client-app', 'Andere clients'],
        ['Verificatievereiste', 'Meervoudige verificatie'],
        ['Compatibel', 'Ja'],
        ['Gebruikerstype', 'Gast'],
      ],
    ],
    [
      'Japanese',
      [
        ['サインイン エラー コード', '53003'],
        ['クライアント アプリ', 'その他のクライアント'],
        ['認証要件', '多要素認証'],
        ['準拠', 'はい'],
        ['ユーザーの種類', 'ゲスト'],
      ],
    ],
    [
      'Chinese',
      [
        ['登录错误代码', '53003'],
        ['客户端应用', '其他客户端'],
        ['身份验证要求', '多重身份验证'],
        ['合规', '是'],
        ['用户类型', '来宾'],
      ],
    ],
  ])('in %s reads the same', (_, rows) => {
    expect(valuesOf(pairs(...rows))).toEqual({
      'signIn.errorCode': 'AADSTS53003',
      'signIn.clientApp': 'Other clients',
      'signIn.authenticationRequirement': 'multiFactorAuthentication',
      'signIn.isCompliant': 'YES',
      'signIn.userType': 'Guest',
    });
  });

  it('names the policy that refused and what it asked for, and keeps report-only apart', () => {
    const heads = ['Policy Name', 'Grant Controls', 'Session Controls', 'Result'];
    const rows = table(heads, ['Block legacy', 'Block', '', 'Failure'], ['MFA', '', '', 'Success']);
    expect(valuesOf(rows, 'Conditional Access')).toMatchObject({
      'signIn.failedPolicy': 'Block legacy',
      'signIn.failedControl': 'Block',
    });
    expect(valuesOf(rows, 'Report-only')).not.toHaveProperty('signIn.failedPolicy');
    expect(valuesOf(rows, 'Report-only')).toHaveProperty('signIn.reportOnlyPolicy');
  });

  it('takes the time of a step for none of the sign-in', () => {
    const steps = table(
      ['Date', 'Authentication method', 'Succeeded'],
      ['2026-11-18T06:00:13Z', 'Password', 'true'],
    );
    expect(valuesOf(steps)).toEqual({
      'signIn.authenticationMethod': 'Password',
      'signIn.authenticationSucceeded': 'YES',
    });
  });

  it('tells a device that was not shown from one that was not looked at', () => {
    expect(valuesOf(pairs(['Device ID', ''], ['Browser', '']))).toEqual({ 'signIn.deviceId': '' });
    expect(valuesOf(pairs(['Client app', 'Browser']))).not.toHaveProperty('signIn.deviceId');
  });

  it.each<[string, [string, string][]]>([
    ['labels of something else', [['Port', '53003']]],
    ['a word that is no value of its row', [['Sign-in error code', 'unknown']]],
    ['prose', [['In the message', 'Client app: IMAP4']]],
  ])('makes nothing of %s', (_, rows) => expect(valuesOf(pairs(...rows))).toEqual({}));
});

describe('two tabs', () => {
  const read = (...rows: [string, string][]) => readSignInPane(pairs(...rows));
  const basic = read(['Request ID', 'a'], ['Client app', 'IMAP4']);

  it('of one sign-in are joined, and the newer value counts', () => {
    const joined = joinReadings(basic, read(['IP address', '203.0.113.9'], ['Client app', 'POP3']));
    expect(joined!.facts.map(({ name, value }) => [name, value])).toEqual([
      ['signIn.requestId', 'a'],
      ['signIn.ipAddress', '203.0.113.9'],
      ['signIn.clientApp', 'POP3'],
    ]);
  });
  it.each<[string, [string, string]]>([
    ['request', ['Request ID', 'b']],
    ['code', ['Sign-in error code', '50126']],
  ])('of two sign-ins are not: another %s', (_, row) => {
    const before = joinReadings(basic, read(['Sign-in error code', '53003']))!;
    expect(joinReadings(before, read(row))).toBeUndefined();
  });
  it('of one sign-in stay joined while a value is on its way', () => {
    const device = read(['Device ID', '11111111-2222-3333-4444-555555555555']);
    expect(joinReadings(device, read(['Device ID', '']))).toBeDefined();
  });
});

describe('labels in other languages', () => {
  const labels = [...factsByOtherLabel];

  it('name no other fact than the English and Spanish labels do', () => {
    const misread = labels.filter(([label, name]) => {
      const known = factOfHeading(label);
      return known !== undefined && known !== name;
    });
    expect(misread).toEqual([]);
  });

  it('tell a list the same as the details', () => {
    const ofRows = labels.filter(([, name]) => (ROW_FACTS as readonly string[]).includes(name));
    expect(ofRows.length).toBeGreaterThan(90);
    for (const [label, name] of ofRows)
      expect([label, rowFactOfHeading(label)]).toEqual([label, name]);
    // A column of something else is none of these.
    for (const [label, name] of labels)
      expect([label, [undefined, name].includes(rowFactOfHeading(label))]).toEqual([label, true]);
  });

  it('that nobody saw in a portal are no answer where their row is empty', () => {
    const nothing = labels.filter(([label]) => isUnconfirmed(label)).map(([label]) => label);
    expect(nothing.length).toBeGreaterThan(300);
    for (const label of nothing) expect([label, valuesOf(pairs([label, '']))]).toEqual([label, {}]);
    expect(valuesOf(pairs(['Device ID', '']))).toEqual({ 'signIn.deviceId': '' });
  });

  it('that nobody saw in a portal give no word of the vocabulary for a value that is none', () => {
    for (const [label, name] of labels) {
      const type = typeOf(name);
      if (typeof type === 'string') continue;
      const value = valuesOf(pairs([label, 'Zebra']))[name];
      expect([label, (type as readonly string[]).includes(value ?? '')]).toEqual([label, false]);
    }
  });

  it('that stand before a code take nothing but a code', () => {
    for (const [label, name] of labels)
      if (name === 'signIn.errorCode')
        for (const value of ['30', '2026-11-18', 'Zebra', '80180014'])
          expect([label, value, valuesOf(pairs([label, value]))]).toEqual([label, value, {}]);
  });
});
