import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFacts } from '../../../facts/read-facts';
import { withoutSecrets } from '../../../facts/secrets';
import { factsOf, samlRequestOf, tokenOf } from './reading';

const SAML =
  '<samlp:AuthnRequest ID="_1"><saml:Issuer>https://app.contoso.com</saml:Issuer></samlp:AuthnRequest>';

/** Made of the signs of secrets that Microsoft Entra ID makes. */
const SECRET = 'abc8Q~AbCdEfGhIjKlMnOpQrStUvWxYz0123456';

const PLACES: [string, (secret: string) => string, string][] = [
  [
    'a token request',
    (secret) => `grant_type=client_credentials&client_id=c&client_secret=${secret}&scope=s`,
    'client secret',
  ],
  [
    'JSON',
    (secret) => `{"appId":"a","passwordCredentials":[{"secretText":"${secret}"}]}`,
    'client secret',
  ],
  ['escaped JSON', (secret) => `{\\"client_secret\\":\\"${secret}\\"}`, 'client secret'],
  ['a configuration', (secret) => `ClientSecret: ${secret}`, 'client secret'],
  ['a password grant', (secret) => `grant_type=password&username=u&password=${secret}`, 'password'],
  ['a redirect', (secret) => `https://a.example/cb?code=${secret}&state=1`, 'authorization code'],
  ['a head of HTTP', (secret) => `Authorization: Bearer ${secret}`, 'token'],
  ['a refresh', (secret) => `grant_type=refresh_token&refresh_token=${secret}`, 'token'],
  ['a cookie', (secret) => `Cookie: ESTSAUTHPERSISTENT=${secret}`, 'cookie'],
  [
    'Get-Tpm',
    (secret) => `TpmPresent : True\nOwnerAuth : ${secret}\nTpmReady : True`,
    'TPM owner password',
  ],
  [
    'a name and a value',
    (secret) => `name=client_secret value=${secret} AADSTS7000215`,
    'client secret',
  ],
  ['YAML', (secret) => `- name: AZURE_CLIENT_SECRET\n  value: ${secret}`, 'client secret'],
  ['a value of CEF', (secret) => `msg=see password\\=${secret} there`, 'password'],
  ['an address in CEF', (secret) => `request=https://a/c?sv\\=1&sig\\=${secret}`, 'token'],
  ['a redirect in CEF', (secret) => `https://a/cb?code\\=${secret}`, 'authorization code'],
  ['a cookie in CEF', (secret) => `msg=Cookie: a\\=${secret} src=203.0.113.9`, 'cookie'],
  ["HTTPie's query", (secret) => `http POST :/token password=='${secret}'`, 'password'],
  ["HTTPie's JSON", (secret) => `http POST :/token password:='"${secret}"'`, 'password'],
  ['an entry of a dictionary', (secret) => `$body["password"] = "${secret}"`, 'password'],
  ['a SAML response', (secret) => `SAMLResponse=${secret}`, 'assertion'],
  [
    'a private key',
    (secret) => `-----BEGIN PRIVATE KEY-----\n${secret.replaceAll(/[~.-]/g, '+')}\n-----END`,
    'private key',
  ],
];

describe('a secret', () => {
  it.each(PLACES)('in %s is recognized and kept nowhere', (_, place, kind) => {
    const { secrets, records } = readFacts(`first line\n${place(SECRET)}`);
    expect(secrets.map((secret) => secret.kind)).toContain(kind);
    expect(secrets[0]!.line).toBeGreaterThan(1);
    expect(JSON.stringify(records)).not.toContain(SECRET.slice(6, 20));
  });

  it('of any signs is in no fact, whatever stands around it', () => {
    const secret = fc
      .stringMatching(/^[\w~.]{24,60}$/)
      .filter((one) => !/AADSTS|^x+$|^secret|^primary|^refresh|^invalid/i.test(one));
    const around = fc.constantFrom(
      '',
      'AzureAdJoined : YES\n',
      'Event ID: 1098\nSource: AAD\nDescription:\n',
      '{"a":1}\n',
    );
    fc.assert(
      fc.property(
        secret,
        fc.constantFrom(...PLACES.slice(0, 11)),
        around,
        (one, [, place], before) => {
          const { secrets, records } = readFacts(before + place(one) + '\nAADSTS50126: x');
          expect(secrets.length).toBeGreaterThan(0);
          expect(JSON.stringify(records)).not.toContain(one);
        },
      ),
    );
  });

  it.each([
    (secret) => `AZURE_PASSWORD="${secret}"`,
    (secret) => `DB_PASS='${secret}'`,
    (secret) => `ARM_CLIENT_SECRET="${secret}"`,
    (secret) => `ApiKey: "${secret}"`,
    (secret) => `x-api-key: ${secret}`,
    (secret) => `<add key="ClientSecret" value="${secret}"/>`,
    (secret) => `<add key="ida:ClientSecret" value="${secret}" />`,
    (secret) => `<add key="ida:AppKey" value="${secret}"/>`,
    (secret) => `<property name="azure.client.secret" value="${secret}"/>`,
    (secret) => `'client_credential': '${secret}',`,
    (secret) => `ClientSecret = @"${secret}";`,
    (secret) => `<clientSecret>${secret}</clientSecret>`,
    (secret) => `{"name": "Set-Cookie",\n "value": "buid=${secret}; path=/"}`,
    (secret) => `{\\\\\\"client_secret\\\\\\":\\\\\\"${secret}\\\\\\"}`,
    (secret) => `Geheimer Clientschlüssel: ${secret}`,
    (secret) => `Set-Cookie: buid=${secret}; expires=Sun, 22-Nov-2026`,
    (secret) => `Cookie: a=1; MUID=${secret}`,
    (secret) => `https://contoso.blob.core.windows.net/a?sv=2024&sig=${secret}%3D&se=1`,
    (secret) => `AccountName=a;AccountKey=${secret}==;EndpointSuffix=core.windows.net`,
    (secret) => `secretKey: "${secret}"`,
    (secret) => `smtpPassword: "${secret}"`,
    (secret) => `az login --password=${secret}`,
    (secret) => `az login --password ${secret} --tenant t`,
    (secret) => `user_code: "${secret}"`,
    (secret) => `TemporaryAccessPass: "${secret}"`,
    (secret) => `resource: ${secret}`,
    (secret) => `myOwnThing: "${secret}"`,
    (secret) => `What I typed: ${secret}`,
  ] satisfies ((secret: string) => string)[])(
    'beside an error message is no fact of it (%#)',
    (place) => {
      for (const secret of ['Winter2026!', 'K4mE8z&x,y;z(9)']) {
        const text = place(secret);
        const { secrets, records } = readFacts(`${text}\nAADSTS50126: x\n${text}\nnext line`);
        expect(JSON.stringify(records)).not.toContain(secret);
        expect(records.flatMap(({ codes }) => codes)).toEqual(['AADSTS50126']);
        const isTold = !/resource|myOwn|typed|sig=/.test(text);
        if (isTold) expect(secrets).not.toEqual([]);
      }
    },
  );

  it('in quotes may have blanks', () => {
    const { secrets, records } = readFacts(
      'AADSTS7000215: Invalid client secret. ARM_CLIENT_SECRET="winter is hidden here" was sent',
    );
    expect(secrets.map(({ kind }) => kind)).toEqual(['client secret']);
    expect(JSON.stringify(records)).not.toContain('hidden');
  });

  it.each([
    'secreto de cliente',
    'segredo do cliente',
    'Secret client',
    'Mot de passe',
    ...(
      'secret client_secret clientSecretText secret_value secretKey api-key apiKey account_key accountkey access_key ' +
      'shared_access_key subscription-key Clientschlüssel CLIENTGEHEIMNIS secreto segredo smtp_password passwd passphrase ' +
      'passcode pwd pass pin OTP otc temporary_access_pass Kennwort Passwort contraseña CONTRASEÑA senha wachtwoord ' +
      'access_token refreshToken id-token flow_token sas_token auth_token bearer_token ests_cookie prtCookie ' +
      'code_verifier device_code userCode x-ms-RefreshTokenCredential assertion client_assertion SAMLResponse wresult ' +
      'ESTSAUTH ESTSAUTHPERSISTENT ESTSAUTHLIGHT x-ms-cpim-trans SignInStateCookie OwnerAuth'
    ).split(' '),
  ])('behind %s is masked, in each notation', (key) => {
    const secret = 'Hunter22hunter';
    for (const text of [
      `${key}=${secret}`,
      `${key} : ${secret}`,
      `"${key}": "${secret}"`,
      `\\"${key}\\":\\"${secret}\\"`,
      `https%3A%2F%2Fa.example%3F${key}%3D${secret}`,
      `<Data Name="${key}">${secret}</Data>`,
      `{"name": "${key}", "value": "${secret}"}`,
      `{"value": "${secret}",\n "name": "${key}"}`,
    ]) {
      const { text: masked, secrets } = withoutSecrets(`first line\n${text}\nlast line`);
      expect(masked, text).not.toContain(secret);
      expect(secrets, text).toHaveLength(1);
      expect(masked.split('\n'), text).toHaveLength(text.split('\n').length + 2);
    }
  });

  it('is recognized in the line below its name', () => {
    const { secrets } = readFacts('{"name": "client_secret",\n "value": "Winter2026!"}');
    expect(secrets).toEqual([{ kind: 'client secret', line: 2 }]);
  });

  it.each([
    `PC1,"{""EventID"":1098,""ProviderName"":""Microsoft-Windows-AAD"",""LogName"":""Microsoft-Windows-AAD/Operational"",""EventData"":{""password"":""Hunter22hunter"",""note"":""x""}}"`,
    `x,"{""client_secret"" : ""Hunter22hunter"",""error"":""AADSTS7000215: Invalid client secret provided.""}"`,
    `[{"type":"client_secret","value":"Hunter22hunter"},{"type":"error","value":"AADSTS7000215: x"}]`,
    `[{"typ":"password","val":"Hunter22hunter"},{"typ":"error","val":"AADSTS50126: x"}]`,
    `[{"value":"Hunter22hunter","name":"client_secret"},{"value":"AADSTS7000215: x","name":"error"}]`,
    `[{"value": "Hunter22hunter",\n "name": "client_secret"}]`,
    `x,"{\\"\\"client_secret\\"\\":\\"\\"Hunter22hunter\\"\\"} AADSTS7000215: x"`,
    `[{"name": "password"; "value": "Hunter22hunter"}]`,
    `<Event><System><Provider Name="Microsoft-Windows-AAD"/><EventID>1098</EventID></System><EventData><Data Name="Password">Hunter22hunter</Data></EventData></Event>`,
    `x,"[{""name"":""password"",""value"":""Hunter22hunter""},{""name"":""error"",""value"":""AADSTS50126: x""}]"`,
  ])('is in no fact, however JSON is written down: %s', (text) => {
    const { secrets, records } = readFacts(text);
    expect(secrets).toHaveLength(1);
    expect(JSON.stringify(records)).not.toContain('Hunter22hunter');
  });

  it.each([
    (state) =>
      `https://login.microsoftonline.com/contoso.com/saml2?SAMLRequest=fZJN&RelayState=${state}`,
    (state) => `SAMLRequest: ${samlRequestOf(SAML)}\nRelayState: ${state}`,
    (state) => `AADSTS50011: The reply URL does not match. RelayState=${state}`,
    (state) =>
      `https://login.microsoftonline.com/common/oauth2/v2.0/authorize?response_type=code&client_id=x&redirect_uri=${state}`,
  ] satisfies ((state: string) => string)[])(
    'in an address within an address is in no fact (%#)',
    (place) => {
      const code = '0.AXoAbcdefghijklmnopqrstuvw';
      const token = 'qrstuvwxyzabcdef';
      const once = encodeURIComponent(
        `https://app.contoso.com/cb?code=${code}&access_token=${token}`,
      );
      for (const state of [once, encodeURIComponent(once)]) {
        const { secrets, records } = readFacts(place(state));
        expect(secrets.map(({ kind }) => kind)).toContain('authorization code');
        expect(JSON.stringify(records)).toContain('app.contoso.com');
        expect(JSON.stringify(records)).not.toContain(code);
        expect(JSON.stringify(records)).not.toContain(token);
      }
    },
  );

  it('may be any part of what an app gets back, of which only the address is told', () => {
    const address =
      'https://login.microsoftonline.com/contoso.com/saml2?SAMLRequest=fZJN&RelayState=https%3A%2F%2Fapp.contoso.com%2Fcb%3Fticket%3DHunter22hunter';
    expect(factsOf('request', address)).toContain('saml.relayState=https://app.contoso.com/cb');
  });

  it.each([
    ['#/orders', '#/orders'],
    ['#/orders/open?ticket=1', '#/orders/open'],
    ['#/reset/AbCdEfGhIjKlMnOpQrSt', '#/reset'],
    ['#/invitation/abcdefgh', '#/invitation'],
    ['#/orders/abcdefghijklmnopqrst', '#/orders'],
    ['#/AbCdEfGh', ''],
    ['#/a/b/c', '#/a/b'],
  ])('is not taken for a place in an app: %s', (given, kept) => {
    const state = encodeURIComponent(`https://app.contoso.com/${given}`);
    const address = `https://login.microsoftonline.com/contoso.com/saml2?SAMLRequest=fZJN&RelayState=${state}`;
    expect(factsOf('request', address)).toContain(
      `saml.relayState=https://app.contoso.com/${kept}`,
    );
  });

  it.each([
    (secret) => `Password:\n${secret}`,
    (secret) => `Password:\r\n  ${secret}\r`,
    (secret) => `client_secret\t${secret}`,
    (secret) => `| password | ${secret} |`,
    (secret) => `x <td>password</td> <td class="a">${secret}</td>`,
    (secret) => `connect --client_secret ${secret}`,
    (secret) => `Connect-App -client_secret "${secret}"`,
    (secret) => `connect --access_token ${secret} --tenant t`,
    (secret) => `secreto_de_cliente=${secret}`,
    (secret) => `segredo_do_cliente: ${secret}`,
    (secret) => `mot_de_passe=${secret}`,
    (secret) => `secret_client=${secret}`,
    (secret) => `Access token: ${secret}`,
    (secret) => `issuer: https://ana:${secret}@idp.example/`,
    (secret) => `resource=https%3A%2F%2Fana%3A${secret}%40idp.example%2F`,
  ] satisfies ((secret: string) => string)[])(
    'stands in other places, too, and is kept in none (%#)',
    (place) => {
      const secret = 'Hunter22hunter';
      const text = `${place(secret)}\nAADSTS50126: x\n${place(secret)}`;
      const { secrets, records } = readFacts(text);
      expect(secrets).toHaveLength(2);
      expect(withoutSecrets(text).text).not.toContain(secret);
      expect(JSON.stringify(records)).not.toContain(secret);
    },
  );

  it('in the row below its label is no field of an event', () => {
    const event = (value: string) =>
      factsOf(
        'event',
        `Log Name: AD FS/Admin\nSource: AD FS\nEvent ID: 364\nDescription:\nFailed.\nProtocol Name:\nwsfed\nPassword:\n${value}\nUser:\nana`,
      );
    for (const value of ['hunter2secret', 'abc', 'correct horse battery'])
      expect(event(value).join('\n')).not.toContain(value);
    expect(event('x')).toContain('event.field=wsfed');
  });

  it('in an address leaves the address and invents no user', () => {
    const found = factsOf(
      'message',
      'AADSTS700211: No matching record. issuer: https://ana:Winter26@contoso.com/idp',
    );
    expect(found).toContain('message.issuer=https://contoso.com/idp');
    expect(found.join('\n')).not.toContain('signIn.user');
  });

  it.each(['OTP: "123456"', 'otc: "123456"', 'Passcode: 123456', 'PIN=123456'])(
    'is also a number: %s',
    (text) => {
      const { secrets, records } = readFacts(`${text}\nAADSTS50126: x\n${text}\nnext line`);
      expect(secrets.map(({ kind }) => kind)).toEqual(['password', 'password']);
      expect(JSON.stringify(records)).not.toContain('123456');
    },
  );

  it('that is a token leaves its claims and nothing of its signature', () => {
    const token = tokenOf({ aud: 'api://x', iss: 'https://sts.windows.net/t/' });
    const { secrets, records } = readFacts(`{"access_token":"${token}"}`);
    expect(secrets).toEqual([{ kind: 'token', line: 1 }]);
    expect(records.map(({ kind }) => kind)).toContain('token');
    for (const part of token.split('.')) expect(JSON.stringify(records)).not.toContain(part);
  });

  it.each([
    'Credential Type : Password',
    'AADSTS50126: Error validating credentials due to invalid username or password. Trace ID: x',
    'incomingTokenType: primaryRefreshToken',
    'password: ********',
    'client_secret={secret}',
    'Server Error Code : invalid_grant',
    'SettingsUrl : eyJVcmlzIjpbImh0dHBzOi8va2lsbGlhbi5leGFtcGxlIl19',
    'error_code=50126',
    'AD Configuration Test : PASS',
    'User Account Pin : none',
    'Spring: 123456, Opinion: 123456',
    'Invalid client secret provided. Ensure the secret being sent is the client secret value.',
    '{"name":"ClientId","value":"11112222-3333-4444-5555-666677778888"}',
    'code_challenge=abcdefghijklmnopqrstuvwxyz0123456789',
    'User\tPassword\tApplication',
    'Password\tSucceeded\n| Password | Success |',
    'Password:\nUser: ana',
    'redirect_uri=http://localhost:3000&login_hint=user@contoso.com',
    'Ask -password for the field',
    'New-App -Password $password -ClientSecret $secret',
  ])('is not seen in %j', (text) => {
    expect(readFacts(text).secrets).toEqual([]);
  });
});

describe('a table of three columns and more', () => {
  const SECRETS = ['Zx9pQ2lmN8vK3rT6yU1wEoPa', 'Hopla-7788-qq'];
  const [first, second] = SECRETS as [string, string];

  it.each([
    `| Name | Value | Slot |\n|---|---|---|\n| ClientId | a | no |\n| ClientSecret | ${first} | no |`,
    `App\tClientSecret\tEnds\nA\t${first}\t2026-01-01\nB\t${second}\t2026-02-01`,
    `user,temporary password,expires\nana@contoso.com,${first},2025-12-01\nben@contoso.com,${second},2025-12-01`,
    `"App","AppId","SecretText"\n"A","b","${first}"`,
    ` id | name | client_secret            | created\n----+------+--------------------------+-----\n  1 | a    | ${first} | 2025`,
    `Setting       | Test | Production\nCLIENT_SECRET | ${first} | ${second}`,
    `Name     KeyId                                SecretText\n----     -----                                ----------\nrotate   eeeeeeee-1111-4111-8111-111111111101 ${first}`,
    `Description\tExpires\tValue\tSecret ID\nrotate\t1/2/2026\t${first}\teeeeeeee-1111-4111-8111-111111111101`,
    `<table><tr><th>App</th><th>Client secret</th><th>Ends</th></tr><tr><td>A</td><td>${first}</td><td>2026</td></tr></table>`,
  ])('shows no secret (%#)', (table) => {
    const { secrets, records } = readFacts(`AADSTS7000215\n\n${table}`);
    expect(secrets).toHaveLength(table.includes(second) ? 2 : 1);
    for (const secret of SECRETS) expect(JSON.stringify(records)).not.toContain(secret);
  });

  it.each([
    `user,password,error\nana@contoso.com,"${first}""x","AADSTS50126: x"`,
    `user,password,error\nben@contoso.com,x,"AADSTS50126:\nx"\nana@contoso.com,${first},AADSTS50053`,
    `| user | password | error |\n|---|---|---|\n| bob | x | a | b |\n| ana | ${first} | AADSTS50126 |`,
    `user, password, error\nana@contoso.com, ${first}, AADSTS50126: wrong`,
    `| App | **Client secret** | Ends |\n|---|---|---|\n| A | ${first} | 2026 |`,
    `App\tClient secret:\tEnds\nA\t${first}\t2026`,
    `App\tClient secret (prod)\tEnds\nA\t${first}\t2026`,
    `Name, first;Password;Error\nana;${first};AADSTS50126`,
    `Name           Value                     Code\n----           -----                     ----\nclient_secret  ${first}  AADSTS7000215`,
    `name,type,x\na,b,c\nuser,password,x\nana,${first},c`,
  ])('shows none that is written otherwise (%#)', (table) => {
    const { secrets, records } = readFacts(`AADSTS7000215\n\n${table}`);
    expect(secrets).not.toEqual([]);
    expect(JSON.stringify(records)).not.toContain(first);
  });

  it.each(['P@ssword.2026', '$ummer2026!x', 'Winterhase', 'correct horse battery 9', '4711'])(
    'shows no password below its heading, whatever it looks like: %s',
    (password) => {
      const { secrets, records } = readFacts(
        `user\tpassword\terror\nana@contoso.com\t${password}\tAADSTS50126: x`,
      );
      expect(secrets).toHaveLength(1);
      expect(JSON.stringify(records)).not.toContain(password);
    },
  );

  it.each([
    'Password\tPassword in the cloud\tTrue\t2026-11-20T10:00:00Z\t11111111-2222-3333-4444-555555555555',
    'Pass | login.microsoftonline.com | 443',
    'Password,PasswordHashSync,true,203.0.113.5',
    '| Code | Name | Meaning |\n|---|---|---|\n| AADSTS50126 | InvalidUserNameOrPassword | bad |\n| AADSTS53003 | BlockedByConditionalAccess | no |',
    'Code,Name,Meaning\n50126,InvalidUserNameOrPassword,bad\n53003,BlockedByConditionalAccess,no',
    'User\tPassword\tLast\nana\tPasswordHashSync\tx\nben\tExpired\tx',
    '\tCredential Type\t:\tPassword\n\tCorrelation ID\t:\t11111111-2222-3333-4444-555555555555',
  ])('takes nothing else for one: %j', (text) => {
    expect(readFacts(text).secrets).toEqual([]);
  });

  it('keeps methods, dates and what is said of passwords', () => {
    const text = `| User | Method | Result |\n|---|---|---|\n| ana@contoso.com | Password | AADSTS50126 |`;
    expect(readFacts(text).secrets).toEqual([]);
    const said = 'It says wrong user, wrong password, or both\nserver, ServerErrorCode12, or so';
    expect(readFacts(said).secrets).toEqual([]);
  });
});

describe('the code of a redirect in a recording', () => {
  const row = (name: string, value: string) =>
    `"params": [{"name": "client_id", "value": "341028dc-f9ea-4d7b-a935-ff348f5159ec"},\n{"name": "${name}", "value": "${value}"}]`;

  it('is taken out', () => {
    const { text, secrets } = withoutSecrets(row('code', '1.AXkA-madeUpCode-9f3d7b2c'));
    expect(text).not.toContain('AXkA');
    expect(secrets).toEqual([{ kind: 'authorization code', line: 2 }]);
  });

  it.each([
    ['code', 'AADSTS50126'],
    ['code', 'InvalidAuthenticationToken'],
    ['error_code', '1.AXkA-madeUpCode-9f3d7b2c'],
  ])('is not what else is called so: %s %s', (name, value) =>
    expect(withoutSecrets(row(name, value)).secrets).toEqual([]),
  );
});

describe('a token that no application can read', () => {
  const TOKEN = `1.AXkA${'made-Up_0'.repeat(20)}.AgABAwEAAAA`;

  it.each([`code\t${TOKEN}`, `it sent ${TOKEN} twice`, `{"value":"${TOKEN}","name":"code"}`])(
    'is taken out wherever it stands: %s',
    (text) => {
      const masked = withoutSecrets(text);
      expect(masked.text).not.toContain('made');
      expect(masked.secrets).toEqual([{ kind: 'token', line: 1 }]);
    },
  );

  it('is none of the claims that begin alike', () =>
    expect(withoutSecrets('rh: 0.AXoAabcdefghijklmnopqrstuvwxyz0123456789.').secrets).toEqual([]));
});
