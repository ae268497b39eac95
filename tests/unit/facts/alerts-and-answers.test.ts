import { describe, expect, it } from 'vitest';
import { readFacts } from '../../../facts/read-facts';

/** The values of a fact in all records of a text. */
const valuesOf = (text: string, wanted: string): string[] =>
  readFacts(text).records.flatMap(({ facts }) =>
    facts.flatMap(({ name, value }) => (name === wanted ? [value] : [])),
  );

describe('a list of one item in an alert', () => {
  const alert = (user: string) =>
    `Alert: many failures\nUserPrincipalName: ${user}\nAppDisplayName: Ledger\nResultType: 50072\nConditionalAccessPolicies_dynamic: [{"displayName":"MFA for staff","result":"failure","enforcedGrantControls":["Mfa"]}]\nCorrelationId: 0d4cce33-0831-4eb4-867e-10c27b0bf91a`;

  it('is that item', () => {
    expect(valuesOf(alert('["ana@contoso.com"]'), 'signIn.user')).toEqual(['ana@contoso.com']);
    const json =
      '{"ResultType":"50072","AppDisplayName":["Ledger"],"UserPrincipalName":["ana@contoso.com"],"CorrelationId":"0d4cce33-0831-4eb4-867e-10c27b0bf91a"}';
    expect(valuesOf(json, 'signIn.user')).toEqual(['ana@contoso.com']);
    expect(valuesOf(json, 'signIn.app')).toEqual(['Ledger']);
  });

  it('names nobody where it has two', () =>
    expect(valuesOf(alert('["ana@contoso.com","bo@contoso.com"]'), 'signIn.user')).toEqual([]));

  it('stands beside policies whose column names its type', () =>
    expect(valuesOf(alert('ana@contoso.com'), 'signIn.failedPolicy')).toEqual(['MFA for staff']));
});

describe('an opened row of a query', () => {
  it('has the columns of objects that stand below its other rows', () => {
    const text =
      'ResultType\n700082\nCorrelationId\n2592932a-bd7f-4356-bbba-26baf41ae609\nAppDisplayName\nMail\nUserPrincipalName\nana@contoso.com\nDeviceDetail\n{"deviceId":"","operatingSystem":"Ios 17.6.1","browser":"Mobile Safari"}\nStatus\n{"errorCode":700082,"failureReason":"The refresh token has expired."}\nType\nAADNonInteractiveUserSignInLogs';
    expect(readFacts(text).records.map(({ kind }) => kind)).toEqual(['signIn']);
    expect(valuesOf(text, 'signIn.operatingSystem')).toEqual(['Ios 17.6.1']);
  });
});

describe('an answer in SAML', () => {
  const issuer = 'https://sts.windows.net/3c739e3b-148e-462b-834b-1f452a5f7e28/';
  const answer = (message: string) =>
    `<samlp:Response ID="_1" Version="2.0" Destination="https://hr.contoso.com/acs?a=1&amp;b=2" InResponseTo="_2" xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol">
  <Issuer xmlns="urn:oasis:names:tc:SAML:2.0:assertion">${issuer}</Issuer>
  <samlp:Status>
    <samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Responder"/>
    <samlp:StatusMessage>${message}</samlp:StatusMessage>
  </samlp:Status>
</samlp:Response>`;
  const MESSAGE = 'AADSTS50105: The signed in user is not assigned to a role for the application.';

  it.each([
    ['over lines', answer(MESSAGE)],
    ['in one line', answer(MESSAGE).replace(/\n\s*/g, '')],
    ['behind a sentence', `The app got this:\n${answer(MESSAGE)}\nWhat now?`],
    ['in single quotes', answer(MESSAGE).replaceAll('"', "'")],
    ['with another prefix', answer(MESSAGE).replaceAll('samlp:', 'saml2p:')],
  ])('tells who sent it where: %s', (_, text) => {
    expect(valuesOf(text, 'message.samlIssuer')).toEqual([issuer]);
    expect(valuesOf(text, 'message.samlDestination')).toEqual([
      'https://hr.contoso.com/acs?a=1&b=2',
    ]);
    expect(valuesOf(text, 'message.description')).toEqual([MESSAGE]);
  });

  it('tells nothing where it ended above the message', () => {
    const text = `${answer('Denied.')}\n\n${MESSAGE}`;
    expect(valuesOf(text, 'message.samlIssuer')).toEqual([]);
  });

  it('tells nothing of a code in a sentence below its beginning', () => {
    const text = `${answer('').split('\n').slice(0, 2).join('\n')}\nThe user gets ${MESSAGE}`;
    expect(valuesOf(text, 'message.samlIssuer')).toEqual([]);
  });

  it('tells nothing without a message of the service', () =>
    expect(readFacts(answer('Denied.')).records).toEqual([]));
});

describe('an event that a headline names with its source', () => {
  const rows = (no: string) =>
    `Die Windows Hello for Business-Bereitstellung wird nicht gestartet.\nGerät ist in Microsoft Entra eingebunden ( AADJ or DJ++ ): Yes\nBenutzer ist nicht über Remotedesktop mit dem Computer verbunden: ${no}`;

  it.each([
    ['in German', `Ereignis 360, User Device Registration\n\n${rows('No')}`],
    ['with the words of Windows', `Ereignis-ID 360, User Device Registration\n\n${rows('Nein')}`],
    ['in Spanish', `Evento 360, User Device Registration\n\n${rows('No')}`],
    ['in English', `Event 360, User Device Registration\n\n${rows('No')}`],
    ['by its message alone', `360\n${rows('No')}`],
  ])('is read with its rows: %s', (_, text) => {
    expect(valuesOf(text, 'event.code')).toEqual(['EVENT360']);
    expect(valuesOf(text, 'hello.isDeviceJoined')).toEqual(['YES']);
    expect(valuesOf(text, 'hello.sessionIsNotRemote')).toEqual(['NO']);
  });

  it.each([
    'Evento 360, Outlook\n\nReunión: No',
    'Ereignis 360, Kalender\n\nBenutzer ist nicht über Remotedesktop verbunden: No',
    'Die Bereitstellung der Drucker wird nicht gestartet.\nHardwareanforderungen: No',
  ])('is none of ours otherwise: %s', (text) => expect(valuesOf(text, 'event.code')).toEqual([]));
});

describe('the entities of an alert above the columns of its row', () => {
  const alert = (head: string, code = 'ResultType 50158') =>
    `Alert: rare failure\n${head}\n Account: ana@contoso.com\n IP: 203.0.113.142\n Host: WKS-50058\n${code}\nResultDescription External challenge was not satisfied.\nAppDisplayName Field Access`;

  it.each(['Entities:', 'Related entities', '**Entities**'])('are of its sign-in: %s', (head) => {
    expect(valuesOf(alert(head), 'signIn.user')).toEqual(['ana@contoso.com']);
    expect(valuesOf(alert(head), 'signIn.ipAddress')).toEqual(['203.0.113.142']);
    expect(valuesOf(alert(head), 'signIn.app')).toEqual(['Field Access']);
    expect(valuesOf(alert(head), 'signIn.errorCode')).toEqual(['AADSTS50158']);
  });

  it('are none under another head, and a ticket names somebody else', () => {
    const pane =
      'Sign-in error code 50126\nUser Maria Silva\nApplication Teams\nIP address 203.0.113.7\nUsername maria@contoso.com';
    for (const head of ['Opened by', 'Entities:\n\nOpened by'])
      expect(valuesOf(`${head}\nAccount: helpdesk@contoso.com\n${pane}`, 'signIn.user')).toEqual([
        'maria@contoso.com',
      ]);
  });

  it('are none where they are two of a kind', () => {
    const two = alert('Entities:').replace(' Host:', ' Account: bo@contoso.com\n Host:');
    expect(valuesOf(two, 'signIn.user')).toEqual([]);
    expect(valuesOf(two, 'signIn.ipAddress')).toEqual(['203.0.113.142']);
    expect(
      valuesOf(two.replace(' Host:', ' IP: 203.0.113.143\n Host:'), 'signIn.ipAddress'),
    ).toEqual([]);
  });

  it('are none beside a code of another product', () =>
    expect(valuesOf(alert('Entities:', 'EventCode 4625'), 'signIn.errorCode')).toEqual([]));
});
