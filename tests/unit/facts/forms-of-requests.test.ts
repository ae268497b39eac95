import { describe, expect, it } from 'vitest';
import { readFacts } from '../../../facts/read-facts';
import { factsOf, recordsOf } from './reading';

const ID = '73f12169-9105-42e6-ac7e-570f5654a188';
const TOKEN = 'https://login.microsoftonline.com/contoso.com/oauth2/v2.0/token';
const SCOPE = 'https://graph.microsoft.com/.default';

describe('the parameters of one request', () => {
  it.each([
    [
      'quotes within one',
      `curl ${TOKEN} -d client_id=${ID} -d grant_type=password -d scope='${SCOPE}'`,
    ],
    [
      'double quotes within each',
      `curl ${TOKEN} -d client_id="${ID}" -d scope="${SCOPE}" -d grant_type="password"`,
    ],
    [
      'quotes around each',
      `curl ${TOKEN} --data-urlencode "grant_type=password" -d 'client_id=${ID}' --data "scope=${SCOPE}"`,
    ],
    [
      "the signs of Windows' console",
      `curl ${TOKEN} ^\n  -d "client_id=${ID}" ^\n  -d "grant_type=password" ^\n  -d "scope=${SCOPE}"`,
    ],
    ['its sign before &', `curl ${TOKEN} -d grant_type=password^&client_id=${ID}^&scope=${SCOPE}`],
    [
      'a form of curl',
      `curl ${TOKEN} -F 'grant_type=password' -F client_id=${ID} --form scope='${SCOPE}'`,
    ],
    [
      'an equals sign behind the option',
      `wget ${TOKEN} --post-data="grant_type=password&client_id=${ID}&scope=${SCOPE}"`,
    ],
    ['HTTPie', `http --form POST ${TOKEN} grant_type=password client_id=${ID} scope='${SCOPE}'`],
    [
      'HTTPie in lines',
      `http -f POST ${TOKEN} \\\n    grant_type=password \\\n    client_id=${ID} \\\n    scope==${SCOPE}`,
    ],
    ['lines of their own', `POST ${TOKEN}\n\ngrant_type=password\nclient_id=${ID}\nscope=${SCOPE}`],
    [
      'a body of PowerShell',
      `irm ${TOKEN} -Method Post -Body @{ grant_type = 'password'; client_id = "${ID}"; scope = '${SCOPE}' }`,
    ],
  ])('are read with %s', (_, text) => {
    expect(recordsOf('request', text)).toHaveLength(1);
    expect(factsOf('request', text)).toEqual(
      expect.arrayContaining([
        'request.grantType=password',
        `request.clientId=${ID}`,
        `request.scope=${SCOPE}`,
      ]),
    );
    expect(factsOf('request', text).join()).not.toContain('request.missing');
  });

  it.each([
    ["scope='User.Read Mail.Send'"],
    ['scope="User.Read Mail.Send"'],
    ["'scope=User.Read Mail.Send'"],
    ['"scope=User.Read Mail.Send&state=1"'],
  ])('keep the blanks of %s', (parameter) => {
    const text = `curl ${TOKEN} -d client_id=${ID} -d grant_type=password -d ${parameter}`;
    expect(factsOf('request', text)).toContain('request.scope=User.Read Mail.Send');
  });

  it('are those of two requests where one comes again', () => {
    const text = `grant_type=password\nclient_id=${ID}\ngrant_type=refresh_token\nclient_id=${ID}`;
    expect(recordsOf('request', text)).toHaveLength(2);
  });

  it('never show what is secret', () => {
    const text = `curl ${TOKEN} -d client_id="${ID}" -d grant_type='client_credentials' -d client_secret='abC8Q~xyz0123456789abcdefghijklmnopqrst' -d password="Spring-2026!"`;
    const reading = readFacts(text);
    expect(reading.secrets.length).toBeGreaterThan(0);
    expect(JSON.stringify(reading)).not.toMatch(/abC8Q|Spring-2026/);
  });

  it.each([
    'level=info scope="a b" msg=started',
    "export scope='https://graph.microsoft.com/.default'",
    'The body has scope="User.Read" and client_id="1".',
    'state=1\nuser=2\nscope=3',
  ])('are none of %j', (text) => expect(recordsOf('request', text)).toEqual([]));
});
