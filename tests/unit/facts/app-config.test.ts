import { describe, expect, it } from 'vitest';
import { readFacts } from '../../../facts/read-facts';
import { factsOf, recordsOf } from './reading';

const TENANT = '3f6a1c1e-8c0e-4a3f-9a57-3c9c3c1b2d10';
const CLIENT = '8a1f2b3c-4d5e-4f60-8172-839405a6b7c8';
const WANTED = [`appConfig.clientId=${CLIENT}`, `appConfig.tenant=${TENANT}`];

describe('the settings of an app', () => {
  it.each([
    [
      'appsettings.json',
      `{\n "AzureAd": {\n "Instance": "https://login.microsoftonline.com/",\n "TenantId": "${TENANT}",\n "ClientId": "${CLIENT}",\n "ClientSecret": "Qx18Q~madeUpSecretValueOfNobody01234567",\n "CallbackPath": "/signin-oidc"\n },\n "Retry": { "MaxDelayMs": 50076 }\n}`,
    ],
    [
      '.env',
      `AZURE_TENANT_ID=${TENANT}\nAZURE_CLIENT_ID="${CLIENT}"\nAZURE_CLIENT_SECRET=Qx18Q~madeUpSecretValueOfNobody01234567`,
    ],
    [
      'web.config',
      `<add key="ida:ClientId" value="${CLIENT}" />\n<add key="ida:Tenant_Id" value="x" />\n<add key="ida:TenantId" value="${TENANT}" />`,
    ],
    [
      'Spring',
      `spring.cloud.azure.active-directory.profile.tenant-id=${TENANT}\nspring.cloud.azure.active-directory.credential.client-id=${CLIENT}`,
    ],
  ])('are read from %s, without their secret', (_, text) => {
    expect(factsOf('appConfig', text)).toEqual(expect.arrayContaining(WANTED));
    const { records } = readFacts(text);
    expect(JSON.stringify(records)).not.toContain('madeUpSecret');
    expect(records.flatMap(({ codes }) => codes)).toEqual([]);
  });

  it('are read with the name of a tenant', () => {
    const text = `<add key="ida:ClientId" value="${CLIENT}" />\n<add key="ida:Tenant" value="contoso.onmicrosoft.com" />`;
    expect(factsOf('appConfig', text)).toContain('appConfig.tenant=contoso.onmicrosoft.com');
  });

  it('have no audience that is none', () => {
    const text = `{"clientId":"${CLIENT}","tenantId":"${TENANT}","audience":"misplaced-password"}`;
    expect(factsOf('appConfig', text)).toEqual(WANTED);
  });

  it('are read from a configuration of MSAL', () => {
    const text = `{"auth":{"clientId":"${CLIENT}","authority":"https://login.microsoftonline.com/common","redirectUri":"http://localhost:3000"}}`;
    expect(factsOf('appConfig', text)).toEqual([
      `appConfig.clientId=${CLIENT}`,
      'appConfig.authority=https://login.microsoftonline.com/common',
      'appConfig.redirectUri=http://localhost:3000',
    ]);
  });

  it.each([
    [
      'another identity provider',
      `{"clientId":"${CLIENT}","authority":"https://contoso.example.net/oauth"}`,
    ],
    [
      'another form of client',
      '{"clientId":"shop-web","authority":"https://login.microsoftonline.com/common"}',
    ],
    [
      'a record of a log',
      `{"clientId":"${CLIENT}","tenantId":"${TENANT}","errorCode":50126,"correlationId":"${TENANT}"}`,
    ],
    [
      'another identity provider whose tenants have IDs',
      `{"clientId":"${CLIENT}","tenantId":"${TENANT}","authority":"https://id.example.net/realms/shop"}`,
    ],
    ['a user pool', `{"userPoolId":"eu-west-1_x","clientId":"${CLIENT}","tenantId":"${TENANT}"}`],
    [
      'another issuer',
      `{"issuer":"https://id.example.net","clientId":"${CLIENT}","tenantId":"${TENANT}"}`,
    ],
    [
      'a managed identity',
      `{"clientId":"${CLIENT}","principalId":"${CLIENT}","tenantId":"${TENANT}"}`,
    ],
    [
      'two providers of one app',
      `spring.security.oauth2.client.registration.okta.client-id=${CLIENT}\nspring.cloud.azure.tenant-id=${TENANT}`,
    ],
    ['two apps', `AZURE_CLIENT_ID=${CLIENT}\nARM_TENANT_ID=${TENANT}`],
    ['a client without a tenant', `AZURE_CLIENT_ID=${CLIENT}`],
    ['prose', `The client ID is ${CLIENT} and the tenant ID is ${TENANT}.`],
  ])('are none in %s', (_, text) => {
    expect(recordsOf('appConfig', text)).toEqual([]);
  });
});
