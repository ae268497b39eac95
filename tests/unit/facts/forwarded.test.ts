import { describe, expect, it } from 'vitest';
import { readFacts } from '../../../facts/read-facts';
import { factsOf, recordsOf } from './reading';

const CORRELATION = '4f1d22a0-9c3b-4e57-8a61-0b2c3d4e5f60';
const APP = '9d1f4c2b-6e5a-4b3c-8d7e-1f2a3b4c5d6e';
const TENANT = '0a7b6c5d-1e2f-4a3b-9c8d-7e6f5a4b3c2d';

const CODE = 'signIn.errorCode=AADSTS50126';
const WHO = [CODE, 'signIn.user=mia@contoso.com', 'signIn.ipAddress=203.0.113.9'];
const WHOLE = [...WHO, 'signIn.app=Ledger Web', `signIn.correlationId=${CORRELATION}`];

/** The fields of a document of Elastic, in the order in which it shows them. */
const ECS: readonly (readonly [string, string])[] = [
  ['@timestamp', '2026-11-03T08:12:44.000Z'],
  ['agent.name', 'collector-02'],
  ['azure.correlation_id', CORRELATION],
  ['azure.signinlogs.category', 'SignInLogs'],
  ['azure.signinlogs.properties.app_display_name', 'Ledger Web'],
  ['azure.signinlogs.properties.status.error_code', '50126'],
  ['azure.signinlogs.properties.user_principal_name', 'mia@contoso.com'],
  ['azure.signinlogs.result_type', '50126'],
  ['event.outcome', 'failure'],
  ['source.ip', '203.0.113.9'],
  ['user.name', 'mia'],
];
const ecs = (sign: string, end = '\n') => ECS.map((row) => row.join(sign)).join(end);

/** A failed sign-in in the audit log of Microsoft 365. */
const AUDIT = {
  CreationTime: '2026-11-03T08:12:44',
  Operation: 'UserLoginFailed',
  Workload: 'AzureActiveDirectory',
  ClientIP: '203.0.113.9',
  UserId: 'mia@contoso.com',
  ApplicationId: APP,
  ErrorNumber: '50126',
  LogonError: 'InvalidUserNameOrPassword',
};
const OF_AUDIT = [...WHO, `signIn.appId=${APP}`];
const flat = (prefix: string, sign: string, end: string) =>
  Object.entries(AUDIT)
    .map(([key, value]) => `${prefix}${key}${sign}${value}`)
    .join(end);

const FORMS: Record<string, (readonly [text: string, facts: string[]])[]> = {
  'CEF and LEEF': [
    [
      `<134>Nov 3 08:12:44 gw CEF:0|Microsoft|Entra ID|1.0|SignInLogs|Sign-in activity|5|suser=mia@contoso.com src=203.0.113.9 reason=50126 cs1Label=AppDisplayName cs1=Ledger Web cs2Label=CorrelationId cs2=${CORRELATION}`,
      WHOLE,
    ],
    [
      `CEF:0|Microsoft|Azure Active Directory|2.1|50126|UserLoginFailed|5|src=203.0.113.9 duser=mia@contoso.com cs1=Ledger Web cs1Label=Application cs2=${CORRELATION} cs2Label=Correlation ID cn1=50126 cn1Label=ErrorCode`,
      WHOLE,
    ],
    [
      `LEEF:2.0|Microsoft|Azure AD|1.0|SignInLogs|^|usrName=mia@contoso.com^src=203.0.113.9^resultType=50126^appDisplayName=Ledger Web^correlationId=${CORRELATION}`,
      WHOLE,
    ],
    [
      `LEEF:2.0|Microsoft|Entra ID|1.0|SignInLogs|x09|usrName=mia@contoso.com\tsrc=203.0.113.9\terrorCode=50126\tappDisplayName=Ledger Web\tcorrelationId=${CORRELATION}`,
      WHOLE,
    ],
  ],
  'pairs in a line': [
    [
      `Nov 3 08:12:44 gw entra-forwarder[2]: category=SignInLogs resultType="50126" userPrincipalName="mia@contoso.com" appDisplayName="Ledger Web" ipAddress="203.0.113.9" correlationId="${CORRELATION}"`,
      WHOLE,
    ],
    [
      `Nov 3 08:12:44 hf1 sourcetype="azure:monitor:aad"\nbody.properties.userPrincipalName=mia@contoso.com body.properties.appDisplayName="Ledger Web" body.callerIpAddress=203.0.113.9\nbody.properties.status.errorCode=50126 body.correlationId=${CORRELATION} linecount=1`,
      WHOLE,
    ],
    [
      `user="mia@contoso.com" src="203.0.113.9" app="Ledger Web" signature_id=50126 vendor_product="Microsoft Azure Active Directory" correlationId="${CORRELATION}"`,
      WHOLE,
    ],
    [
      `source:azure.activedirectory @properties.status.errorCode:50126 @properties.userPrincipalName:mia@contoso.com @properties.appDisplayName:"Ledger Web" @network.client.ip:203.0.113.9 @correlationId:${CORRELATION}`,
      WHOLE,
    ],
    [
      'Dimensions: ServicePrincipalName = func-bill ; ResultType = 7000222 ; ResourceDisplayName = Microsoft Graph',
      [
        'signIn.errorCode=AADSTS7000222',
        'signIn.servicePrincipalName=func-bill',
        'signIn.resource=Microsoft Graph',
      ],
    ],
    [
      '*User*: mia@contoso.com | *App*: Ledger Web | *ResultType*: 50126 | *IP*: 203.0.113.9',
      [...WHO, 'signIn.app=Ledger Web'],
    ],
    [flat('', '=', ' '), OF_AUDIT],
  ],
  'fields below each other': [
    [ecs('   '), WHOLE],
    [ecs('\t'), WHOLE],
    [ecs(': '), WHOLE],
    [ecs('\n'), WHOLE],
    [ecs(': ', '\n\n'), WHOLE],
    [ecs('\n', '\n\n'), WHOLE],
    [ecs(': ', ', '), WHOLE],
    [
      `Could you look?\n\n${ECS.map(([key, value]) => `> ${key}   ${value}`).join('\n')}\n\nThanks`,
      WHOLE,
    ],
    [
      `| Field | Value |\n|---|---|\n${ECS.map((row) => `| ${row.join(' | ')} |`).join('\n')}`,
      WHOLE,
    ],
    // A table shows numbers with their thousands parted.
    [
      ecs('  ')
        .replace(/.*result_type.*\n/, '')
        .replace('50126', '50,126'),
      WHOLE,
    ],
    [
      `azure_signin_properties_userPrincipalName\nmia@contoso.com\nazure_signin_properties_appDisplayName\nLedger Web\nazure_signin_properties_status_errorCode\n50126\nazure_signin_callerIpAddress\n203.0.113.9\nazure_signin_correlationId\n${CORRELATION}`,
      WHOLE,
    ],
    [
      'metadata.log_type = "AZURE_AD"\nmetadata.event_type = "USER_LOGIN"\nprincipal.ip[0] = "203.0.113.9"\ntarget.user.email_addresses[0] = "mia@contoso.com"\ntarget.application = "Ledger Web"\nsecurity_result[0].rule_id = "50126"\nsecurity_result[0].action[0] = "BLOCK"',
      [...WHO, 'signIn.app=Ledger Web'],
    ],
    [
      'Event Name: Sign-in activity-failure\nLog Source: Microsoft Entra ID @ contoso\nUsername: mia@contoso.com\nSource IP: 203.0.113.9\nresultType (custom): 50126\nApplication (custom): Ledger Web',
      [...WHO, 'signIn.app=Ledger Web'],
    ],
    [flat('data.office365.', '  ', '\n'), OF_AUDIT],
    [flat('o365.audit.', ': ', '\n'), OF_AUDIT],
    [flat('', '   : ', '\n'), OF_AUDIT],
  ],
  'tables whose heads are such names': [
    [`${ECS.map(([key]) => key).join('\t')}\n${ECS.map(([, value]) => value).join('\t')}`, WHO],
    [
      `_time,properties.userPrincipalName,properties.appDisplayName,properties.status.errorCode,properties.ipAddress\n2026-11-03 08:12:44,mia@contoso.com,Ledger Web,50126,203.0.113.9`,
      [...WHO, 'signIn.app=Ledger Web'],
    ],
  ],
  'documents in JSON': [
    [JSON.stringify(Object.fromEntries(ECS), null, 2), WHOLE],
    [
      JSON.stringify({
        _id: 'x',
        fields: Object.fromEntries(ECS.map(([key, value]) => [key, [value]])),
      }),
      WHOLE,
    ],
    [
      JSON.stringify({
        source: { ip: '203.0.113.9' },
        event: { outcome: 'failure', id: TENANT },
        azure: {
          tenant_id: TENANT,
          correlation_id: CORRELATION,
          signinlogs: {
            result_type: '50126',
            properties: {
              app_display_name: 'Ledger Web',
              user_principal_name: 'mia@contoso.com',
              status: { error_code: 50126 },
            },
          },
        },
      }),
      WHOLE,
    ],
    [
      JSON.stringify({
        metadata: { eventType: 'USER_LOGIN', logType: 'AZURE_AD' },
        principal: { ip: ['203.0.113.9'] },
        target: { user: { userid: 'mia@contoso.com' }, application: 'Ledger Web' },
        securityResult: [{ ruleId: '50126', action: ['BLOCK'] }],
      }),
      [...WHO, 'signIn.app=Ledger Web'],
    ],
    [
      JSON.stringify({
        text: 'Sign-in failed',
        fields: [
          { title: 'User', value: 'mia@contoso.com' },
          { title: 'ResultType', value: '50126' },
          { title: 'IPAddress', value: '203.0.113.9' },
          { title: 'Application', value: 'Ledger Web' },
        ],
      }),
      [...WHO, 'signIn.app=Ledger Web'],
    ],
    [
      JSON.stringify({
        ...AUDIT,
        DeviceProperties: [
          { Name: 'OS', Value: 'Windows 10' },
          { Name: 'BrowserType', Value: 'Edge' },
        ],
      }),
      [...OF_AUDIT, 'signIn.operatingSystem=Windows 10', 'signIn.browser=Edge'],
    ],
    [
      `"UserPrincipalName","AppDisplayName","IPAddress","Status"\n"mia@contoso.com","Ledger Web","203.0.113.9","@{ErrorCode=50126; FailureReason=Invalid}"`,
      [...WHO, 'signIn.app=Ledger Web'],
    ],
  ],
};

describe.each(Object.entries(FORMS))('a sign-in that another product gathered: %s', (_, forms) => {
  it.each(forms)('is read from %j', (text, facts) => {
    expect(recordsOf('signIn', text)).toHaveLength(1);
    expect(factsOf('signIn', text)).toEqual(expect.arrayContaining(facts));
  });
});

describe('what such products gather of others', () => {
  it.each([
    [
      'Okta in CEF',
      'CEF:0|Okta|Okta|1.0|user.session.start|User login|5|suser=mia@contoso.com src=203.0.113.9 reason=50126 cs1Label=Application cs1=Entra ID',
    ],
    [
      'Duo in LEEF',
      'LEEF:1.0|Duo|Duo Security|1.0|authentication|usrName=mia@contoso.com\tsrc=203.0.113.9\treason=50126\tappDisplayName=Ledger',
    ],
    [
      'a VPN',
      'fw01 sslvpn: user=mia@contoso.com src=203.0.113.9 action=login status=failure error=50126 app="SSL VPN"',
    ],
    [
      'a sign-on of Windows',
      'EventCode=4625 Account_Name=mia Account_Domain=CONTOSO Status=50126 Source_Network_Address=203.0.113.9 Logon_Type=3',
    ],
    [
      'a web server',
      '2026-11-03 08:12:44 W3SVC1 GET /login - 443 mia@contoso.com 203.0.113.9 Mozilla/5.0 401 1 50126',
    ],
    [
      'an app of somebody',
      'level=error msg="login failed" user=mia@contoso.com app=ledger errorCode=50126 ip=203.0.113.9',
    ],
    [
      'a broker before Entra',
      'user=mia@contoso.com src=203.0.113.9 product="PingFederate" app="Ledger Web" error_code=50126 target="Entra ID"',
    ],
    [
      'Azure’s log of activities',
      `azure.activitylogs.category: Administrative\nazure.activitylogs.result_type: 50126\nazure.correlation_id: ${CORRELATION}\nsource.ip: 203.0.113.9\nuser.name: mia@contoso.com`,
    ],
    ['a file in the same log', flat('', '=', ' ').replace('UserLoginFailed', 'FileAccessed')],
    [
      'another workload in UDM',
      'metadata.log_type: WORKSPACE_ACTIVITY\nmetadata.event_type: USER_LOGIN\nprincipal.ip: 203.0.113.9\ntarget.user.email_addresses: mia@contoso.com\nsecurity_result.rule_id: 50126',
    ],
    [
      'Okta in ECS',
      'event.dataset: okta.system\nuser.name: mia@contoso.com\nsource.ip: 203.0.113.9\nerror.code: 50126\nokta.target: Microsoft Entra ID',
    ],
    [
      'two users',
      'category=SignInLogs resultType=50126 userPrincipalName=mia@contoso.com userPrincipalName=ben@contoso.com appDisplayName=Ledger',
    ],
    [
      'an event of Windows',
      'Log Source: Microsoft-Windows-AAD\nUsername: mia@contoso.com\nSource IP: 203.0.113.9\nReason: 50126',
    ],
    [
      'two users of a product’s own names',
      'CEF:0|Microsoft|Entra ID|1.0|SignInLogs|Sign-in activity|5|suser=mia@contoso.com duser=ben@contoso.com src=203.0.113.9 reason=50126',
    ],
    [
      'two records in a line',
      'category=SignInLogs userPrincipalName=mia@contoso.com resultType=50126 appDisplayName=Ledger; category=SignInLogs userPrincipalName=mia@contoso.com resultType=50126 ipAddress=203.0.113.7',
    ],
    [
      'two codes',
      'category=SignInLogs userPrincipalName=mia@contoso.com resultType=50126 status.errorCode=50053 appDisplayName=Ledger',
    ],
    [
      'a line that names Entra, and the line of another log below it',
      'Nov 3 08:12:44 gw category=SignInLogs site=a rack=b unit=c\nNov 3 08:12:45 fw user=ben@contoso.com src=203.0.113.9 error=50126 act=deny',
    ],
    [
      'a proxy in front of Entra, in CEF',
      'CEF:0|Zscaler|NSSWeblog|5.7|403|Blocked|3|suser=mia@contoso.com src=203.0.113.9 reason=50126 cat=Azure AD app=Entra',
    ],
    [
      'a proxy in front of Entra',
      'vendor=Zscaler product=NSS category="Azure AD" user=mia@contoso.com srcip=203.0.113.9 result=50126 appname="Azure AD"',
    ],
    [
      'a firewall whose users come from Entra',
      'type="event" action="login" user="mia@contoso.com" srcip=203.0.113.9 status="failed" reason=50126 tags="entra" app="Admin GUI"',
    ],
    [
      'another cloud whose users come from Entra',
      `eventSource=sso.amazonaws.com eventName=Federate userName=mia@contoso.com sourceIPAddress=203.0.113.9 provider=AzureAD errorCode=50126 app=Console requestID=${APP}`,
    ],
    [
      'the socket of a service that is called like Entra',
      'source=AAD user=mia@contoso.com app=TokenBroker error=10054 src=203.0.113.9',
    ],
    [
      'what copies users to Entra',
      'source=ADSync product="Azure AD Connect" user=mia@contoso.com error=50126 msg="Password sync failed for user"',
    ],
    [
      'a search of Kibana',
      'azure.signinlogs.result_type:50126 and azure.signinlogs.properties.user_principal_name:"mia@contoso.com" and azure.signinlogs.properties.app_display_name:"Ledger"',
    ],
    [
      'a search in Kusto',
      'SigninLogs | where ResultType=50126 and UserPrincipalName="mia@contoso.com" and AppDisplayName="Ledger"',
    ],
    ...['AuditLogs', 'UserRiskEvents', 'MicrosoftGraphActivityLogs', 'Administrative'].map(
      (category) => [
        `Azure Monitor’s ${category}`,
        JSON.stringify({
          category,
          operationName: 'Update user',
          resultType: '0',
          correlationId: CORRELATION,
          callerIpAddress: '203.0.113.9',
          properties: { appId: APP, userPrincipalName: 'mia@contoso.com' },
        }),
      ],
    ),
    [
      'no code',
      'category=SignInLogs userPrincipalName=mia@contoso.com appDisplayName=Ledger ipAddress=203.0.113.9',
    ],
  ])('is none of Entra: %s', (_, text) => {
    expect(recordsOf('signIn', text)).toEqual([]);
  });

  it('leaves the record of another product below it alone', () => {
    const rows = `${ecs(': ')}\n\nevent.dataset: panw.panos\nuser_agent.original: Firewall 9\nnetwork.client.ip: 203.0.113.77`;
    expect(factsOf('signIn', rows)).toEqual(expect.arrayContaining(WHOLE));
    expect(factsOf('signIn', rows).join()).not.toMatch(/Firewall|203\.0\.113\.77/);
  });

  it('has the code that stands as the outcome, and no status of the line', () => {
    const text = JSON.stringify({
      ddsource: 'azure.activedirectory',
      status: 'warn',
      attributes: {
        network: { client: { ip: '203.0.113.9' } },
        usr: { id: 'mia@contoso.com', name: 'Mia Berg' },
        evt: { category: 'SignInLogs', outcome: '50126' },
      },
    });
    expect(factsOf('signIn', text)).toEqual(expect.arrayContaining(WHO));
    expect(factsOf('signIn', text).join()).not.toContain('signIn.status');
  });

  it('keeps the id of the document out of the sign-in', () => {
    const text = `_id: ${APP}\nevent.id: ${TENANT}\n${ecs(': ')}`;
    expect(factsOf('signIn', text)).toEqual(expect.arrayContaining(WHOLE));
    expect(factsOf('signIn', text).join()).not.toContain('signIn.requestId');
  });

  it('leaves values of another form alone', () => {
    const text =
      'category=SignInLogs resultType=50126 userPrincipalName=mia@contoso.com appId=none src=gateway7 appDisplayName=Ledger';
    expect(factsOf('signIn', text).join()).not.toMatch(/appId|ipAddress/);
  });

  it('holds no secret', () => {
    const secret = 'Zx8Q~notARealSecretValue1234567890abc';
    const text = `category=SignInLogs resultType=7000215 appDisplayName="Ledger Web" appId=${APP} client_secret=${secret}`;
    expect(JSON.stringify(readFacts(text).records)).not.toContain(secret);
    expect(readFacts(text).secrets).toHaveLength(1);
  });
});
