import { describe, expect, it } from 'vitest';
import { readFacts } from '../../../facts/read-facts';

const factsIn = (text: string) =>
  readFacts(text).records.flatMap(({ facts }) =>
    facts.map(({ name, value }) => `${name} ${value}`),
  );

const ID = '5401af8c-39e7-427f-90f0-897436e645d8';
const REQUEST = `<samlp:AuthnRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_1" Version="2.0" AssertionConsumerServiceURL="https://wiki.contoso.com/acs/"><Issuer>urn:contoso:wiki</Issuer></samlp:AuthnRequest>`;

describe('columns that administrators work out in PowerShell', () => {
  const list = (code: string, reason: string) =>
    `CreatedDateTime   : 16/11/2026 22:10:05\nUserPrincipalName : ola.berg@contoso.com\nAppDisplayName    : Contoso Wiki\nIPAddress         : 203.0.113.150\nCorrelationId     : ${ID}\n${code}\n${reason}`;

  it.each([
    ['Code              : 50076', 'Reason            : You must use multifactor authentication.'],
    ['Err               : 50076', ''],
    ['Error Number      : 50076', 'Message           : You must use it.'],
    ['Fehlercode        : 50076', 'Grund             : Mehr ist gefordert.'],
    ['StatusCode        : 50076', ''],
  ])('are the code of the sign-in: %s', (code, reason) =>
    expect(factsIn(list(code, reason))).toContain('signIn.errorCode AADSTS50076'),
  );

  it('and the reason below it', () =>
    expect(
      factsIn(list('Code : 50076', 'Reason : You must use multifactor authentication.')),
    ).toContain('signIn.failureReason You must use multifactor authentication.'));

  it.each([
    'Name : Ola Berg\nCode : 50076\nReason : Moved to another desk.',
    'Order : 12\nProduct : Headset\nCode : 50076\nMail : ola.berg@contoso.com\nPrice : 12.00',
    'User : ola.berg@contoso.com\nApp : Contoso Shop\nNo : 50076\nMessage : Order shipped',
    'Customer : ola.berg@contoso.com\nApplication : Contoso Shop\nNumber : 50076\nText : Headset',
    'Zip code : 50076\nUserPrincipalName : ola.berg@contoso.com',
  ])('and none of another list: %s', (text) =>
    expect(factsIn(text).join()).not.toContain('AADSTS50076'),
  );
});

describe('basic info below the steps of the authentication', () => {
  const STEPS =
    'Authentication Details\nDate\tAuthentication method\tAuthentication method detail\tSucceeded\tResult detail\tRequirement\n11/20/2026, 8:03:11 AM\tPassword\tPassword Hash Sync\ttrue\tCorrect password\tPrimary authentication';

  it.each([
    `${STEPS}\n\nBasic info\nUsername ola.berg@contoso.com\nSign-in error code 500121`,
    `Basic info\nSign-in error code 500121\nUsername ola.berg@contoso.com\n\n${STEPS}`,
  ])('is of the same sign-in', (text) => {
    const signIns = readFacts(text).records.filter(({ kind }) => kind === 'signIn');
    expect(signIns).toHaveLength(1);
    expect(signIns[0]!.codes).toEqual(['AADSTS500121']);
    expect(signIns[0]!.facts.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['signIn.user', 'signIn.authenticationResult']),
    );
  });

  it('two such lines without a title are a message', () =>
    expect(
      readFacts('Username ola.berg@contoso.com\nSign-in error code 500121').records.map(
        ({ kind }) => kind,
      ),
    ).toEqual(['message']));
});

describe('rows without a head', () => {
  const ROW = (cells: string) =>
    `11/21/2026, 6:58:02 AM\t${ID}\t${cells}\t203.0.113.201\tLisbon, Lisboa, PT\tSingle-factor authentication`;

  it.each([
    [ROW('Ines Prado\tiprado@contoso.com\tOutlook Mobile\tFailure'), 'Outlook Mobile'],
    [ROW('Ines Prado\tines@contoso.com\tContoso Wiki\tFailure\t50173'), 'Contoso Wiki'],
    [
      ROW(`ines.prado@contoso.com\tInes Prado\tMember\tWindows Sign In\t${ID}\tFailure`),
      'Windows Sign In',
    ],
  ])('name the app between the person and the status', (row, app) =>
    expect(factsIn(row)).toEqual(
      expect.arrayContaining([`signIn.app ${app}`, 'signIn.userDisplayName Ines Prado']),
    ),
  );

  it.each([
    ['two names', ROW('Ines Prado\tiprado@contoso.com\tContoso Wiki\tContoso Api\tFailure')],
    ['a name of nobody', ROW('Ola Berg\tiprado@contoso.com\tContoso Wiki\tFailure')],
    ['a word of another column', ROW('Ines Prado\tiprado@contoso.com\tB2B collaboration\tFailure')],
  ])('leave it open where it may be another: %s', (_, row) =>
    expect(factsIn(row).join()).not.toContain('signIn.app '),
  );
});

describe('what an enrollment page says', () => {
  it.each([
    [
      `Server Error Code: 801c0003\nCorrelation ID: ${ID}\nServer Message: User 'ola.berg@contoso.com' is not eligible to enroll a device of type 'Windows'. Reason 'DeviceCapReached'.`,
      "message.serverMessage User 'ola.berg@contoso.com' is not eligible to enroll a device of type 'Windows'. Reason 'DeviceCapReached'.",
    ],
    ['Error 0x801c0003\nServer error code: 0x801c0003', 'message.serverErrorCode 0x801c0003'],
  ])('is read with its labels', (text, fact) => expect(factsIn(text)).toContain(fact));
});

describe('a request in lines whose scopes are not encoded', () => {
  it('is read to its end', () =>
    expect(
      factsIn(
        `GET /common/oauth2/v2.0/authorize?\nclient_id=${ID}\n&response_type=code\n&redirect_uri=https://tool.contoso.com/cb\n&scope=openid profile api://tool/Data.Read\n&prompt=none\n&login_hint=ola.berg@contoso.com\nHTTP/1.1`,
      ),
    ).toEqual(
      expect.arrayContaining([
        'request.scope openid profile api://tool/Data.Read',
        'request.prompt none',
        'request.loginHint ola.berg@contoso.com',
      ]),
    ));

  it('a sentence behind its last line is none of it', () =>
    expect(
      factsIn(`client_id=${ID}\n&response_type=code\n&scope=openid and then it failed`),
    ).toContain('request.scope openid'));
});

describe('the SAML settings that somebody notes below a request', () => {
  it.each([
    'Identifier (Entity ID)  urn:contoso:wiki-test\nReply URL (ACS)  https://wiki.contoso.com/acs',
    'Entity ID: urn:contoso:wiki-test\nReply URL: https://wiki.contoso.com/acs',
    'Bezeichner (Entitäts-ID)\turn:contoso:wiki-test\nAntwort-URL (Assertionsverbraucherdienst-URL)\thttps://wiki.contoso.com/acs',
    "- Identificateur (ID d'entité) : urn:contoso:wiki-test\n- URL de réponse : https://wiki.contoso.com/acs",
    '| Reply URL (Assertion Consumer Service URL) | https://wiki.contoso.com/acs |\n| Identifier (Entity ID) | urn:contoso:wiki-test |',
  ])('are those of its app: %s', (text) =>
    expect(factsIn(`${REQUEST}\n\n${text}`)).toEqual(
      expect.arrayContaining([
        'app.identifierUri urn:contoso:wiki-test',
        'app.redirectUri https://wiki.contoso.com/acs',
      ]),
    ),
  );

  it.each([
    'Entity ID: urn:contoso:wiki-test\nReply URL: https://test.contoso.com/acs, https://wiki.contoso.com/acs',
    'Entity ID: urn:contoso:wiki-test.\nReply URL: https://test.contoso.com/acs\n  https://wiki.contoso.com/acs (default)',
    'Identificador (id. de entidad): urn:contoso:wiki-test\nURL de respuesta: https://test.contoso.com/acs; https://wiki.contoso.com/acs;',
  ])('may have some values: %s', (text) =>
    expect(factsIn(`${REQUEST}\n\n${text}`).filter((fact) => fact.startsWith('app.'))).toEqual([
      'app.identifierUri urn:contoso:wiki-test',
      'app.redirectUri https://test.contoso.com/acs',
      'app.redirectUri https://wiki.contoso.com/acs',
    ]),
  );

  it.each([
    [REQUEST, 'Entity ID: https://sts.windows.net/5401af8c-39e7-427f-90f0-897436e645d8/'],
    [REQUEST, 'Entity ID: urn:contoso:wi…'],
    [REQUEST, 'Entity ID: http://www.okta.com/exk123\nReply URL: https://contoso.okta.com/sso'],
    [REQUEST, 'Entity ID: http://fs.contoso.com/adfs/services/trust'],
    [REQUEST, 'Identifier (Entity ID) is what we have to change, and the Reply URL too.'],
    ['no request here', 'Entity ID: urn:contoso:wiki-test'],
    [REQUEST, 'Reply URL: see the portal'],
  ])('and a sentence is none', (first, text) =>
    expect(factsIn(`${first}\n${text}`).join()).not.toContain('app.'),
  );
});

describe('tpmtool in other languages', () => {
  it.each([
    '-TPM vorhanden: Wahr\n-TPM-Version: 1.2\n-Für Nachweis bereit: Falsch',
    '-TPM vorhanden: Wahr\n-TPM-Version: 1.2\n-Bereit für Nachweis: Falsch',
    "-TPM présent: Vrai\n-Version du TPM: 1.2\n-Prêt pour l'attestation: Faux",
    '-TPM presente: Verdadero\n-Versión de TPM: 1.2\n-Listo para atestación: Falso',
    "-TPM presente: Vero\n-Versione TPM: 1.2\n-Pronto per l'attestazione: Falso",
  ])('is read: %s', (text) =>
    expect(factsIn(text)).toEqual([
      'tpm.present YES',
      'tpm.version 1.2',
      'tpm.readyForAttestation NO',
    ]),
  );
});

it('reads no TPM where something else is locked and ready for storage', () =>
  expect(factsIn('Version: 2.0\nIst gesperrt: Ja\nSpeicher bereit: Ja').join()).not.toContain(
    'tpm.',
  ));

describe('an IP that somebody notes beside a code', () => {
  const CODE = 'Sign-in error code: 50131, user is waiting';
  it.each(['IP 203.0.113.177', '(IP address 203.0.113.177)', 'from IP 203.0.113.177.'])(
    'is that of the sign-in: %s',
    (noted) => expect(factsIn(`${CODE}\n  ${noted}`)).toContain('signIn.ipAddress 203.0.113.177'),
  );
  it.each([
    'DNS server IP 203.0.113.177',
    "the printer's IP 203.0.113.177",
    'IP 203.0.113.177.5',
    'VoIP 203.0.113.177',
    'our web server has the IP 203.0.113.177',
    'whitelisted IP 203.0.113.177',
    'my laptop has IP 192.168.4.7',
  ])('and none of a server: %s', (noted) =>
    expect(factsIn(`${CODE}\n  ${noted}`).join()).not.toContain('signIn.ipAddress'),
  );
});

describe('a word behind a token', () => {
  it('is no secret, and the sentence stays whole', () => {
    const said = 'Error: unable to obtain access token: running Azure CLI: AADSTS700082: expired.';
    const { records, secrets } = readFacts(said);
    expect(secrets).toEqual([]);
    expect(records[0]!.facts[0]!.value).toBe(said);
  });
  it.each([
    'access token: abcdef123456ghijkl AADSTS700082',
    'my access token: hunterwinter AADSTS700082',
    'my access token: Hunter',
    'my access token: hunterwintersummer is new',
  ])('but what may be one is: %s', (text) => {
    const { secrets, records } = readFacts(text);
    expect(secrets).toHaveLength(1);
    expect(JSON.stringify(records)).not.toMatch(/abcdef|hunter/i);
  });
});
