import { describe, expect, it } from 'vitest';
import { readFacts } from '../../../facts/read-facts';
import type { RecordKind } from '../../../facts/vocabulary';
import { factsOf, recordsOf, samlRequestOf, tokenOf } from './reading';

/** For each reader: texts with facts that must be read, and texts that only look like its records. */
const READERS: Record<
  string,
  { kind: RecordKind; valid: [string, string[]][]; invalid: string[] }
> = {
  dsregcmd: {
    kind: 'dsregcmd',
    valid: [
      ['AzureAdJoined : YES', ['device.azureAdJoined=YES']],
      ['>> AzureAdPrt : NO   <-- why?', ['prt.present=NO']],
      [
        '| AzureAdJoined | YES |\n| AzureAdPrt | NO |',
        ['device.azureAdJoined=YES', 'prt.present=NO'],
      ],
      [
        'AzureAdJoined : JA\nDomainJoined : NEIN',
        ['device.azureAdJoined=YES', 'device.domainJoined=NO'],
      ],
      [
        '{"AzureAdJoined":"YES","DomainJoined":false}',
        ['device.azureAdJoined=YES', 'device.domainJoined=NO'],
      ],
      [
        '<b>AzureAdJoined</b> : YES<br/>DomainJoined : NO',
        ['device.azureAdJoined=YES', 'device.domainJoined=NO'],
      ],
      [
        'KeySignTest: : PASSED\nTpmProtected : YES',
        ['device.keySignTest=PASSED', 'device.tpmProtected=YES'],
      ],
      [
        `+---+ | Device State | +---+ AzureAdJoined : YES EnterpriseJoined : NO DomainJoined : YES DomainName : CONTOSO Device Name : pc1.contoso.com ${' '.repeat(60)} +----------+ | SSO State | +-----+ AzureAdPrt : YES`,
        ['device.azureAdJoined=YES', 'device.name=pc1.contoso.com', 'prt.present=YES'],
      ],
      // OnPremTgt of SSO State is not OnPremTGT of the Hello check.
      [
        'AzureAdPrt : YES\nOnPremTgt : NO\nOnPremTGT : YES',
        ['sso.onPremTgt=NO', 'hello.onPremTgt=YES'],
      ],
      [
        'AzureAdPrt : YES\nEnterprisePrt : NO\nAttempt Status : 0xc000006d',
        ['prt.present=YES', 'enterprisePrt.attemptStatus=0xC000006D'],
      ],
      [
        '| Work Account 1 |\n WorkplaceTenantName : A\n NgcSet : YES\n| Work Account 2 |\n WorkplaceTenantName : B\n NgcSet : NO',
        ['workAccount.ngcSet=YES', 'workAccount.ngcSet=NO'],
      ],
      [
        `AzureAdPrt : NO\nServer Error Description : ${'AADSTS50155: Device authentic'.padStart(92, ' ').trim().padEnd(53, 'x')}\nation failed.`,
        ['prt.present=NO'],
      ],
      [
        'DeviceAuthStatus : FAILED. Device is either disabled or deleted',
        ['device.authStatus=FAILED. Device is either disabled or deleted'],
      ],
      ['WamDefaultSet : ERROR (0x80070520)', ['user.wamDefaultSet=ERROR']],
      [
        '{"AzureAdPrt":"NO","AttemptStatus":"0xc000006d"}',
        ['prt.present=NO', 'prt.attemptStatus=0xC000006D'],
      ],
      [
        'PC1;"{""AzureAdJoined"":""YES"",""AzureAdPrt"":""NO""}";2026-01-01;',
        ['device.azureAdJoined=YES', 'prt.present=NO'],
      ],
      [
        '"{""AzureAdJoined"":""YES"",""AzureAdPrt"":""NO""}";"PC1"',
        ['device.azureAdJoined=YES', 'prt.present=NO'],
      ],
      [
        'preCheckResult: Join\nTenantInfo::Discover: Join Info { TenantType = Managed; AutoJoinEnabled = 1; TenandID = 35b2e8e6-37f7-4c3c-932e-0e4a1ca5f621; TenantName = contoso.onmicrosoft.com }\nServerErrorDescription: {"code":"invalid_request","operation":"DeviceRenew","requestid":"b90fee8f-ece7-429f-8a67-5e63a6f18a07","time":"11-11-2026 13:02:27Z"}',
        [
          'tenant.id=35b2e8e6-37f7-4c3c-932e-0e4a1ca5f621',
          'tenant.name=contoso.onmicrosoft.com',
          'join.requestId=b90fee8f-ece7-429f-8a67-5e63a6f18a07',
        ],
      ],
      [
        'Name           Value\n----           -----\nAzureAdJoined  YES\nOnPremTgt      NO\nCloudTgt       YES',
        ['sso.onPremTgt=NO', 'sso.cloudTgt=YES'],
      ],
      ['AzureAdJoined\tYES\nDomainJoined\tNO', ['device.azureAdJoined=YES']],
      ['AzureAdJoined\nYES\nDomainJoined\nNO', ['device.domainJoined=NO']],
      [
        '2026-03-14 07:22:10.123 INFO [collector] AzureAdJoined : YES\n2026-03-14 07:22:10.124 INFO [collector] AzureAdPrt : NO',
        ['device.azureAdJoined=YES', 'prt.present=NO'],
      ],
      [
        '<AzureAdJoined>YES</AzureAdJoined>\n<AzureAdPrt>NO</AzureAdPrt>',
        ['device.azureAdJoined=YES', 'prt.present=NO'],
      ],
      [
        'Name           Value\n----           -----\nAzureAdJoined  YES\nAzureAdPrt     NO',
        ['device.azureAdJoined=YES', 'prt.present=NO'],
      ],
      [
        'Computer;AzureAdJoined;DomainJoined;AzureAdPrt\nPC-17;YES;YES;NO',
        ['device.azureAdJoined=YES', 'device.domainJoined=YES'],
      ],
    ],
    invalid: [
      'DeviceId : 9e0d0bea-1111-2222-3333-444444444444',
      'Correlation ID: 9e0d0bea-1111-2222-3333-444444444444\nRequest Id: x',
      'dsregcmd /status | Select-String "AzureAdJoined|AzureAdPrt"',
      'if AzureAdJoined is YES the device is joined',
      'Device Name : PC1\nDomainName : CONTOSO',
      '<DomainJoined>true</DomainJoined>\n<DeviceId>x</DeviceId>',
      'Domain joined\nYES',
      // The same quotes in a program.
      'INSERT INTO t VALUES (1,"{""AzureAdJoined"":""YES"",""AzureAdPrt"":""NO""}");',
      'INSERT INTO t VALUES (1,"{""AzureAdJoined"":""YES"",""AzureAdPrt"":""NO""}", 2)',
      `const row = 'PC1,"{""AzureAdJoined"":""YES"",""AzureAdPrt"":""NO""}"';`,
      'rows.append(["PC1","{""AzureAdJoined"":""YES"",""AzureAdPrt"":""NO""}"])',
      'var s = @"{""AzureAdJoined"":""YES"",""AzureAdPrt"":""NO""}";',
      // Keys without blanks are those of other products, too.
      'attemptStatus: FAILED\nerrorPhase: connect\nclientErrorCode: 0x80070005',
      '{"attemptStatus":"failed","errorPhase":"discover","clientErrorCode":"0x801c001d","userIdentity":"bob"}',
      '{"eventSource":"iam.amazonaws.com","userIdentity":{"type":"IAMUser"},"errorPhase":"auth"}',
      '',
    ],
  },
  events: {
    kind: 'event',
    valid: [
      [
        'Protokollname: Microsoft-Windows-AAD/Operational\nQuelle: Microsoft-Windows-AAD\nEreignis-ID: 1098\nBeschreibung:\nError: 0xCAA2000C x',
        ['event.code=EVENT1098-AAD', 'event.error=0xCAA2000C x'],
      ],
      [
        'Log Name: Microsoft-Windows-AAD/Operational Source: Microsoft-Windows-AAD Event ID: 1097 Task Category: None Level: Error Computer: PC1 Description: Error: 0xCAA70007 x',
        ['event.code=EVENT1097-AAD', 'event.level=Error'],
      ],
      ['Error\t8/13/2025 11:51:28 AM\tAAD\t1084\tOperation', ['event.code=EVENT1084-AAD']],
      [
        'Level,Date and Time,Source,Event ID,Task Category\nError,2/23/2025 5:20:58 PM,Microsoft-Windows-AAD,1104,None,"AAD Cloud AP plugin call x"',
        ['event.code=EVENT1104-AAD', 'event.level=Error'],
      ],
      [
        'Event ID 360\n\nWindows Hello for Business provisioning will not be launched.\n\nDevice is AAD joined ( AADJ or DJ++ ): Yes',
        ['event.code=EVENT360', 'hello.isDeviceJoined=YES'],
      ],
      [
        '{"winlog":{"channel":"Microsoft-Windows-AAD/Operational","provider_name":"Microsoft-Windows-AAD","event_id":"1098"},"message":"Error: 0xCAA2000C x"}',
        ['event.code=EVENT1098-AAD'],
      ],
      [
        'Get-WinEvent -LogName Microsoft-Windows-AAD/Operational | fl\nTimeCreated : 1/2/2025 1:02:03 PM\nId : 1098\nMessage : Error: 0xCAA2000C x\n          Code: interaction_required\n\nTimeCreated : 1/2/2025 1:02:02 PM\nId : 1097\nMessage : Error: 0x4AA50081 x',
        ['event.code=EVENT1098-AAD', 'event.code=EVENT1097-AAD'],
      ],
      // Yes means good, though XML calls it UserIsRemote.
      [
        '<Event><System><Provider Name="Microsoft-Windows-User Device Registration"/><EventID>360</EventID></System><EventData><Data Name="UserIsRemote">Yes</Data></EventData></Event>',
        ['event.code=EVENT360', 'hello.sessionIsNotRemote=YES'],
      ],
    ],
    invalid: [
      'Event ID: 360',
      "Get-WinEvent -FilterHashtable @{LogName='Microsoft-Windows-AAD/Operational'; Id=1098}",
      'The ids 304 and 360 matter here.',
      'Source: someone told me\nDate: tomorrow',
      'Id : 9e0d0bea-1111-2222-3333-444444444444',
      'Automatic registration failed at join phase.',
      'if ev["Event ID"] == 360: print("User Device Registration")',
      '<Event><System></System></Event>',
    ],
  },
  'Graph JSON': {
    kind: 'signIn',
    valid: [
      [
        'see {"status":{"errorCode":50126},"appId":"a","clientAppUsed":"Browser"} there',
        ['signIn.errorCode=AADSTS50126', 'signIn.clientApp=Browser'],
      ],
      ['{"value":[{"status":{"errorCode":0},"appId":"a"}]}', ['signIn.errorCode=0']],
      [
        '{"status":{"errorCode":53003},"appId":"a","appliedConditionalAccessPolicies":[{"displayName":"Block","result":"failure","enforcedGrantControls":["Block"]},{"displayName":"Other","result":"notApplied"}]}',
        ['signIn.failedPolicy=Block', 'signIn.failedControl=Block', 'signIn.policy=notApplied'],
      ],
      [
        '{"status":{"errorCode":1},"appId":"a","DeviceDetail":{"TrustType":"Hybrid Azure AD joined","IsCompliant":false}}',
        ['signIn.trustType=hybrid joined', 'signIn.isCompliant=NO'],
      ],
      ['{ "appId": "a", "status": { "errorCode": 50058,', ['signIn.errorCode=AADSTS50058']],
      [
        "{'appId': 'a', 'status': {'errorCode': 50126, 'additionalDetails': None}, 'clientAppUsed': \"Browser\"}",
        ['signIn.errorCode=AADSTS50126', 'signIn.clientApp=Browser'],
      ],
      [
        '{"body":"{\\"appId\\":\\"a\\",\\"status\\":{\\"errorCode\\":50126}}","tags":["preserved original event"]}',
        ['signIn.errorCode=AADSTS50126'],
      ],
      [
        'doc={\\"appId\\":\\"a\\",\\"status\\":{\\"errorCode\\":50126},\\"clientAppUsed\\":\\"C:\\\\\\\\x\\"}',
        ['signIn.errorCode=AADSTS50126', 'signIn.clientApp=C:\\x'],
      ],
      ['{“appId”: “a”, “status”: {“errorCode”: 50126}}', ['signIn.errorCode=AADSTS50126']],
      [
        '{"tables":[{"columns":[{"name":"ResultType"},{"name":"CorrelationId"},{"name":"ClientAppUsed"}],"rows":[["50126","c","IMAP4"]]}]}',
        ['signIn.errorCode=AADSTS50126', 'signIn.clientApp=IMAP4'],
      ],
      [
        '@{AppId=a; ClientAppUsed=; Status=@{ErrorCode=50126; FailureReason=Wrong, sorry; AdditionalDetails=}}',
        ['signIn.errorCode=AADSTS50126', 'signIn.failureReason=Wrong, sorry'],
      ],
    ],
    invalid: [
      '{"errorCode":50126}',
      '{"status":{"code":1},"appId":"a"}',
      '{"status":"ok","appId":"a"}',
      '[1,2,3]',
      '{"a":{"b":[{}]}}',
      '['.repeat(500),
      '{"errorCode":50126,"user":"kim","application":"orders","correlationId":"c","timestamp":"t"}',
      "const errors = { 50126: 'wrong password', status: { errorCode } };",
      'const signIn = { errorCode: 50126, userPrincipalName: user.upn, appId: app.id, ipAddress: req.ip, correlationId: cid };',
      'const signIn = { status: { errorCode: error.code }, appId: app.id, userPrincipalName: user.upn };',
      "{ name: 'User', path: '/user', app: x, errorCode: 50126, ip: y, upn: z, correlationId: c }",
      '{"timestamp":"2026-03-14T07:22:10Z","upn":"user@contoso.com","clientId":"x","statusCode":500,"errorCode":50000,"resource":"/api/orders","correlationId":"9e0d0bea-1111-2222-3333-444444444444"}',
      '{"errorCode":90010,"userPrincipalName":"a","correlationId":"9e0d0bea-1111-2222-3333-444444444444","appId":"svc"}',
      '{"resultType":"json","correlationId":"9e0d0bea-1111-2222-3333-444444444444"}',
    ],
  },
  'CSV of the log': {
    kind: 'signIn',
    valid: [
      [
        'Date (UTC),Request ID,Username,Status,Sign-in error code,Client app\n2025-01-01T00:00:00Z,r,user@contoso.com,Failure,50126,"Other clients; IMAP"',
        ['signIn.errorCode=AADSTS50126', 'signIn.clientApp=Other clients; IMAP'],
      ],
      [
        'note\nTimeGenerated [UTC]\tResultType\tCorrelationId\tAppId\tDeviceDetail\n1/1/2025\t53000\tc\ta\t"{""trustType"":""Azure AD registered""}"',
        ['signIn.errorCode=AADSTS53000', 'signIn.trustType=registered'],
      ],
      ['Date (UTC),Request ID,Username,Sign-in error code\n2025-01-01,r,u,', []],
      [
        'UserPrincipalName AppDisplayName ErrorCode CorrelationId\n----------------- -------------- --------- -------------\nuser@contoso.com  Payroll            50126 c',
        ['signIn.errorCode=AADSTS50126', 'signIn.app=Payroll'],
      ],
    ],
    invalid: [
      'Date,User,Status,Amount\n1,2,3,4',
      'I looked at the date, the request ID, the username and the status.',
      'Date (UTC),Request ID,Username,Status\n1,2,3,4',
      'Timestamp,Username,Application,ErrorCode,IPAddress\n2026-03-14,kim,VPN,10060,203.0.113.5',
    ],
  },
  'sign-ins below each other': {
    kind: 'signIn',
    valid: [
      [
        'Request ID\nr\nStatus\nFailure\nSign-in error code\n53003\nDevice ID\nClient app\nBrowser\nUsername\nuser@contoso.com',
        ['signIn.errorCode=AADSTS53003', 'signIn.clientApp=Browser', 'signIn.status=Failure'],
      ],
      [
        'CreatedDateTime : 2025-01-01\nClientAppUsed : IMAP4\nCorrelationId : c\nStatus : @{ErrorCode=50126; FailureReason=Error}',
        ['signIn.errorCode=AADSTS50126', 'signIn.clientApp=IMAP4', 'signIn.failureReason=Error'],
      ],
      [
        'Sign-in error code\t50105\nUsername\tuser@contoso.com\nApplication\tPayroll\nClient app\tBrowser',
        ['signIn.errorCode=AADSTS50105', 'signIn.app=Payroll'],
      ],
      [
        'Datum 13.3.2026\nStatus Fehler\nAnmeldefehlercode 500121\nBenutzername user@contoso.com\nAnwendung Payroll',
        ['signIn.errorCode=AADSTS500121', 'signIn.app=Payroll', 'signIn.status=Failure'],
      ],
      [
        'CorrelationId : c\nDeviceDetail : @{Browser=Edge 145; IsCompliant=False; TrustType=}\nStatus : @{ErrorCode=53001; FailureReason=x}\nAppId : a',
        ['signIn.browser=Edge 145', 'signIn.isCompliant=NO', 'signIn.errorCode=AADSTS53001'],
      ],
    ],
    invalid: [
      'Sign-in error code: 50126',
      'The sign-in error code is 50126, the status is Failure and the client app is Browser.',
      'Correlation ID: c\nTimestamp: 2025-01-01T00:00:00Z\nMessage: AADSTS50105: x',
      'Username\nuser@contoso.com\nStatus\nFailure\nApplication\nPayroll',
      'The Anmeldefehlercode 50126 is new.\nStatus of it: none\nUser Kim\nApplication Payroll\nBrowser Edge',
    ],
  },
  'rows of the list without its head': {
    kind: 'signIn',
    valid: [
      [
        '11/18/2025, 9:41:07 AM\t7d1f0b2c-5a3e-4a6b-9c1d-0e2f3a4b5c6d\tAna Kovac\tMicrosoft Teams\tFailure\t203.0.113.9\tPrague, Praha, CZ\tNot applied\tMultifactor authentication',
        [
          'signIn.time=11/18/2025, 9:41:07 AM',
          'signIn.requestId=7d1f0b2c-5a3e-4a6b-9c1d-0e2f3a4b5c6d',
          'signIn.status=Failure',
          'signIn.ipAddress=203.0.113.9',
          'signIn.location=Prague, Praha, CZ',
          'signIn.conditionalAccess=notApplied',
          'signIn.authenticationRequirement=multiFactorAuthentication',
          'signIn.userDisplayName=Ana Kovac',
          'signIn.app=Microsoft Teams',
        ],
      ],
      [
        '18.11.2025, 09:41:07\n7d1f0b2c-5a3e-4a6b-9c1d-0e2f3a4b5c6d\nana@contoso.com\nMicrosoft Teams\nUnterbrochen\n203.0.113.9\nBerlin, Berlin, DE\nErfolg\nEinstufige Authentifizierung',
        [
          'signIn.user=ana@contoso.com',
          'signIn.status=Interrupted',
          'signIn.conditionalAccess=success',
          'signIn.authenticationRequirement=singleFactorAuthentication',
        ],
      ],
      // Behind the code any column may stand.
      [
        '2026-11-03T08:12:44Z  7d1f0b2c-5a3e-4a6b-9c1d-0e2f3a4b5c6d  Ana Kovac  ana@contoso.com  Teams  Failure  203.0.113.9  Prague, Praha, CZ  50126  Failure',
        [
          'signIn.user=ana@contoso.com',
          'signIn.status=Failure',
          'signIn.ipAddress=203.0.113.9',
          'signIn.errorCode=AADSTS50126',
        ],
      ],
      // The id of the request may be missing, and the code be shown.
      [
        '2026/03/14 9:41:07\tana@contoso.com\t失敗\t2001:db8::7\t適用されていません\t50126\tBrowser',
        [
          'signIn.status=Failure',
          'signIn.ipAddress=2001:db8::7',
          'signIn.conditionalAccess=notApplied',
          'signIn.errorCode=AADSTS50126',
          'signIn.clientApp=Browser',
        ],
      ],
    ],
    invalid: [
      // The log of a VPN.
      '11/18/2025, 9:41:07 AM\tana@contoso.com\tSuccess\t203.0.113.9\tSuccess\t443',
      '11/18/2025, 9:41:07 AM\tana@contoso.com\t203.0.113.9\tFailure\tFailure\t50126',
      '2026-03-14 07:22:10\tnightly\tana@contoso.com\t203.0.113.9\tInterrupted\t50126',
      '11/18/2025, 9:41:07 AM\tana@contoso.com\tSuccess\t203.0.113.9\tPrague\t00:12:07',
      '11/18/2025, 9:41:07 AM\t7d1f0b2c-5a3e-4a6b-9c1d-0e2f3a4b5c6d\tana@contoso.com\tFailure\t203.0.113.9\t443',
      // Two times, two addresses: which is that of the sign-in?
      '11/18/2025, 9:41:07 AM\tana@contoso.com\tFailure\t203.0.113.9\t203.0.113.7\tNot applied\tBrowser',
      '11/18/2025, 9:41:07 AM\t11/18/2025, 9:45:00 AM\tana@contoso.com\tFailure\t203.0.113.9\tNot applied',
      '9:41 Ana\nFailure\n203.0.113.9\nana@contoso.com\nNot applied',
      'Failure, Failure, 203.0.113.9, ana@contoso.com, 11/18/2025, 9:41:07 AM',
    ],
  },
  'tables of codes by user or app': {
    kind: 'signIn',
    valid: [
      [
        'UPN | Error code | IP address\nuser@contoso.com | 50126 | 203.0.113.7',
        [
          'signIn.user=user@contoso.com',
          'signIn.errorCode=AADSTS50126',
          'signIn.ipAddress=203.0.113.7',
        ],
      ],
      [
        'User: user@contoso.com\nError: 53003\nIP: 203.0.113.9\nApp: Teams',
        ['signIn.errorCode=AADSTS53003', 'signIn.app=Teams'],
      ],
      [
        'App\tFehler\tOrt\nTeams\t53003\tGraz',
        ['signIn.app=Teams', 'signIn.errorCode=AADSTS53003'],
      ],
    ],
    invalid: [
      'App | Error | Count\nVPN | 10060 | 3\nVPN | 12029 | 1',
      'App | Error | Count\nTeams | 50126 | 3\nVPN | 10060 | 3',
      'App | Error | Count\nSQL | 50000 | 3\nSQL | 51000 | 1',
      'App | Error | Count\nSQL | 50001 | 3\nSQL | 50012 | 1',
      'Application,Error\nBackup,65001\nBackup,65002',
      'App | Errors\nTeams | 50126',
      'Client ID | Error | Order\n4711 | 50126 | 9',
      'User: user@contoso.com\nClient ID: 4711\nError: 50126\nLocation: Graz',
      'User,Error Code,Job\nsvc@contoso.com,65001,nightly',
      'User: user@contoso.com\nApplication: Shop\nError: 50001\nLocation: Graz',
      'User: user@contoso.com\nError: 50126\nLocation: Graz\nDate: 2026-01-01',
      'User | Error | Count\nKim | 50126 | 3',
      'ResultType\tcount_\nSuccess\t3\nFailure\t9',
      'ResultType\tcount_\n50126\t3\n10060\t9',
      'Error, count\n50126, 3',
      'User: Kim\nError: 53003\nIP: 203.0.113.9\nApp: Shop',
      'User: user@contoso.com\nError: 10060\nIP: 203.0.113.9\nApp: VPN',
      'Table | Error | Rows\norders | 50126 | 3',
      'UPN | Error code | Device\nuser@contoso.com | 404 | PC1',
    ],
  },
  'panes without a code': {
    kind: 'signIn',
    valid: [
      [
        'Date\n11/18/2025, 9:41:07 AM\nUsername\nana@contoso.com\nApplication\nTeams\nStatus\nSuccess\nIP address\n203.0.113.9',
        ['signIn.user=ana@contoso.com', 'signIn.status=Success', 'signIn.ipAddress=203.0.113.9'],
      ],
      [
        'Status\tSuccess\nUser\tAna Kovac\nClient app\tBrowser\nConditional Access\tNot applied',
        ['signIn.clientApp=Browser', 'signIn.conditionalAccess=notApplied'],
      ],
      [
        'Device ID\n7d1f0b2c-5a3e-4a6b-9c1d-0e2f3a4b5c6d\nBrowser\nEdge 131\nOperating System\nWindows 11\nCompliant\nNo\nManaged\nYes\nJoin Type\nHybrid Azure AD joined',
        ['signIn.isCompliant=NO', 'signIn.isManaged=YES', 'signIn.trustType=hybrid joined'],
      ],
      [
        'Browser         : Edge 131\nDeviceId        : 7d1f0b2c-5a3e-4a6b-9c1d-0e2f3a4b5c6d\nDisplayName     : PC-17\nIsCompliant     : False\nIsManaged       : True\nOperatingSystem : Windows 11\nTrustType       : Azure AD joined',
        [
          'signIn.deviceName=PC-17',
          'signIn.isCompliant=NO',
          'signIn.operatingSystem=Windows 11',
          'signIn.trustType=joined',
        ],
      ],
      [
        '{"deviceDetail":{"deviceId":"","displayName":"PC-17","operatingSystem":"Windows 11","browser":"Edge 131","isCompliant":false,"isManaged":true,"trustType":"Azure AD registered"}}',
        ['signIn.deviceName=PC-17', 'signIn.isCompliant=NO', 'signIn.trustType=registered'],
      ],
    ],
    invalid: [
      'Date: 11/18/2025\nUsername: ana@contoso.com\nApplication: Payroll\nStatus: Success\nIP address: 203.0.113.9',
      // The device of the directory.
      'Device ID\n7d1f0b2c-5a3e-4a6b-9c1d-0e2f3a4b5c6d\nName\nPC-17\nOperating System\nWindows\nCompliant\nNo\nJoin Type\nMicrosoft Entra joined',
      'DeviceId : x\nDisplayName : PC-17\nIsCompliant : False\nIsManaged : True\nOperatingSystem : Windows\nTrustType : AzureAd',
      '{"deviceId":"x","displayName":"PC-17","operatingSystem":"Windows","isCompliant":false,"isManaged":true,"trustType":"AzureAd"}',
      'Status\nBuild\nUser\nKim\nApplication\nPayroll\nLocation\nRoom 4',
      'Check the status, the client app and Conditional Access of the user.',
      // A page that counts its visitors.
      '{"deviceId":"4711","displayName":"Home","operatingSystem":"iOS","browser":"Safari","isManaged":false}',
    ],
  },
  'events behind the time of a log': {
    kind: 'event',
    valid: [
      [
        '2026-03-14 07:22:10 ERROR Log Name: Microsoft-Windows-AAD/Operational\nEvent ID: 1098\nDescription: Error: 0xCAA2000C x',
        ['event.log=Microsoft-Windows-AAD/Operational', 'event.code=EVENT1098-AAD'],
      ],
      [
        '[2026-03-14 07:22:10] Source: Microsoft-Windows-AAD\n[2026-03-14 07:22:10] Event ID: 1098\n[2026-03-14 07:22:11] Description:\n[2026-03-14 07:22:11] Error: 0xCAA2000C x',
        ['event.code=EVENT1098-AAD', 'event.error=0xCAA2000C x'],
      ],
      [
        '14.03.2026 07:22:10 Event ID 1098 Microsoft-Windows-AAD/Operational: Error: 0xCAA2000C x',
        ['event.code=EVENT1098-AAD', 'event.error=0xCAA2000C x'],
      ],
    ],
    invalid: [
      '2026-03-14 07:22:10 Source: backup\n2026-03-14 07:22:11 done',
      '2026-03-14 07:22:10 Event ID 1098 AAD: see the article',
      '2026-03-14 07:22:10 Log Name: backup/daily\nLevel: Error',
    ],
  },
  'panes that lost their line ends': {
    kind: 'signIn',
    valid: [
      [
        'pls check: Date 11/19/2026, 2:03:51 PM Request ID 689fbae6-b1cb-4979-b554-be83bfd48f22 Status Failure Continuous access evaluation No Sign-in error code 50055 Failure reason The password is expired. User Priya Nair Username priya.nair@contoso.com Application Microsoft Office Client app Mobile Apps and Desktop clients',
        [
          'signIn.time=11/19/2026, 2:03:51 PM',
          'signIn.status=Failure',
          'signIn.errorCode=AADSTS50055',
          'signIn.failureReason=The password is expired.',
          'signIn.user=priya.nair@contoso.com',
          'signIn.app=Microsoft Office',
          'signIn.clientApp=Mobile Apps and Desktop clients',
        ],
      ],
      [
        'Datum: 19.11.2026, 14:03 Status: Fehler Anmeldefehlercode: 50126 Benutzername:\nuser@contoso.com Anwendung: Payroll Client-App: Browser IP-Adresse: 203.0.113.7',
        [
          'signIn.errorCode=AADSTS50126',
          'signIn.user=user@contoso.com',
          'signIn.clientApp=Browser',
        ],
      ],
    ],
    invalid: [
      'The Sign-in error code is 50055, the Status was Failure, the User was Priya Nair and the Application was Microsoft Office, Client app Browser.',
      'Status Failure Sign-in error code 50055 User Priya Nair Username a@contoso.com Application Teams Status Success Client app Browser IP address 203.0.113.9',
      'Date 11/19/2026, 2:03:51 PM Status Failure Authentication requirement none User Priya Nair Application Teams and nothing else to see here',
    ],
  },
  'rows of a query that were opened': {
    kind: 'signIn',
    valid: [
      [
        'ResultType\n\t500121\nCorrelationId\n\ta72c4d96-0612-44c1-a2fa-33d761af5fc4\nAuthenticationDetails\n\t[{"authenticationMethod":"Password","succeeded":true,"authenticationStepResultDetail":"Correct password"}]\nAppDisplayName\n\tPayroll\nStatus\n\t{"errorCode":500121,"additionalDetails":"MFA denied"}\nUserPrincipalName\n\tuser@contoso.com',
        [
          'signIn.errorCode=AADSTS500121',
          'signIn.authenticationMethod=Password',
          'signIn.additionalDetails=MFA denied',
          'signIn.user=user@contoso.com',
        ],
      ],
    ],
    invalid: ['Status\n\t{"errorCode":500121,"additionalDetails":"MFA denied"}'],
  },
  'policies of Conditional Access': {
    kind: 'caPolicy',
    valid: [
      [
        '{"displayName":"Block legacy","state":"enabledForReportingButNotEnforced","conditions":{"clientAppTypes":["other"],"users":{"includeUsers":["All"],"excludeGroups":["g1"]}},"grantControls":{"operator":"OR","builtInControls":["block"]}}',
        [
          'caPolicy.name=Block legacy',
          'caPolicy.state=enabledForReportingButNotEnforced',
          'caPolicy.control=block',
          'caPolicy.includes=All',
          'caPolicy.excludes=g1',
        ],
      ],
      [
        '{"value":[{"DisplayName":"MFA","State":"disabled","Conditions":{"Users":{}},"GrantControls":null}]}',
        ['caPolicy.name=MFA', 'caPolicy.state=disabled'],
      ],
    ],
    invalid: [
      '{"displayName":"Block legacy","state":"enabled"}',
      '{"displayName":"Alarm","state":"active","conditions":{"level":3},"grantControls":null}',
      // One that was applied to a sign-in.
      '{"displayName":"Block legacy","result":"failure","enforcedGrantControls":["Block"],"conditions":{}}',
    ],
  },
  'Friendly View': {
    kind: 'event',
    valid: [
      [
        '+ System\n\n  - Provider\n\n   [ Name]  Microsoft-Windows-AAD\n\n   EventID 1098\n\n   Channel Microsoft-Windows-AAD/Operational\n\n- EventData\n\n  Error 3399614476',
        ['event.code=EVENT1098-AAD', 'event.error=3399614476'],
      ],
    ],
    invalid: ['System\nProvider\nEventID', 'System\n[ Name]  Microsoft-Windows-AAD\nEventID 1098'],
  },
  TPM: {
    kind: 'tpm',
    valid: [
      ['TpmPresent : True\nLockedOut : True', ['tpm.present=YES', 'tpm.lockedOut=YES']],
      ['-TPM Version: 2.0\n-Is Locked Out: False', ['tpm.version=2.0', 'tpm.lockedOut=NO']],
      [
        'Get-Tpm : Administrator privilege is required to execute this command.',
        ['tpm.notRead=not elevated'],
      ],
    ],
    invalid: ['LockedOut : True', 'ManufacturerVersion : 7', 'the TPM is ready: yes'],
  },
  'device object': {
    kind: 'deviceObject',
    valid: [
      [
        'TrustType : AzureAd\nAccountEnabled : False',
        ['deviceObject.trustType=AzureAd', 'deviceObject.enabled=NO'],
      ],
      [
        'DisplayName IsCompliant\n----------- -----------\nPC1         False',
        ['deviceObject.name=PC1', 'deviceObject.isCompliant=NO'],
      ],
      [
        '{"deviceId":"d","trustType":"ServerAd","accountEnabled":false}',
        ['deviceObject.trustType=ServerAd', 'deviceObject.enabled=NO'],
      ],
    ],
    invalid: ['DisplayName : PC1', 'OperatingSystem : Windows'],
  },
  requests: {
    kind: 'request',
    valid: [
      [
        'https://login.microsoftonline.com/contoso.com/oauth2/v2.0/authorize?client_id=c&redirect_uri=https%3A%2F%2Fa.example%2Fcb&response_type=code&scope=openid&scope=mail',
        [
          'request.redirectUri=https://a.example/cb',
          'request.doubled=scope',
          'request.tenant=contoso.com',
        ],
      ],
      [
        "curl -d 'client_id=c' \\\n  -d 'grant_type=refresh_token' https://login.microsoftonline.com/t/oauth2/v2.0/token",
        ['request.clientId=c', 'request.grantType=refresh_token', 'request.missing=refresh_token'],
      ],
      [
        '$body = @{\n  grant_type = "client_credentials"\n  client_id = $id\n  client_secret = $secret\n}',
        ['request.grantType=client_credentials', 'request.clientId=$id'],
      ],
      [
        'https://login.microsoftonline.us/t/oauth2/authorize?client_id=c&response_type=id_token',
        ['request.missing=redirect_uri', 'request.missing=nonce'],
      ],
      [
        'POST body: grant_type=client_credentials&client_id=c&scope=x',
        ['request.grantType=client_credentials', 'request.missing=client_secret'],
      ],
      [
        `https://login.microsoftonline.com/t/saml2?SAMLRequest=${samlRequestOf('<samlp:AuthnRequest ForceAuthn="true" AssertionConsumerServiceURL="https://a.example/acs"><saml:Issuer xmlns:saml="x">https://a.example</saml:Issuer></samlp:AuthnRequest>')}`,
        [
          'saml.issuer=https://a.example',
          'saml.replyUrl=https://a.example/acs',
          'saml.forceAuthn=YES',
        ],
      ],
      [
        'https://login.microsoftonline.com/t/saml2?SAMLRequest=%21%21',
        ['saml.unreadable=cannot be decoded'],
      ],
      [
        '> https://login.microsoftonline.com/organizations/oauth2/v2.0/authorize?clie\n> nt_id=c&redire\n> ct_uri=https%3A%2F%2Fa.example%2Fcb\n>\n> Thanks',
        ['request.clientId=c', 'request.redirectUri=https://a.example/cb'],
      ],
      // Cut off within a sign.
      [
        'https%3A%2F%2Flogin.microsoftonline.com%2Fcommon%2Foauth2%2Fauthorize%3Fclient_id%3D1%2',
        ['request.clientId=1', 'request.tenant=common'],
      ],
      [
        'https://eur01.safelinks.example/?url=https%3A%2F%2Flogin.microsoftonline.com%2Ft%2Foauth2%2Fauthorize%3Fclient_id%3Dc%26redirect_uri%3Dhttps%253A%252F%252Fa.example',
        ['request.clientId=c', 'request.redirectUri=https://a.example'],
      ],
      [
        '"params": [{ "name": "client_id", "value": "9e0d0bea-1111-2222-3333-444444444444" }, { "name": "grant_type", "value": "password" }]',
        ['request.clientId=9e0d0bea-1111-2222-3333-444444444444', 'request.grantType=password'],
      ],
      [
        '<samlp:AuthnRequest AssertionConsumerServiceURL="https://a.example/acs"\n  ForceAuthn="true">\n  <saml:Issuer>https://a.example</saml:Issuer>\n</samlp:AuthnRequest>',
        ['saml.issuer=https://a.example', 'saml.replyUrl=https://a.example/acs'],
      ],
    ],
    invalid: [
      '{"grant_types_supported":["authorization_code"]}',
      'grant_type="client_credentials" client_id="c"',
      'https://login.microsoftonline.com/t/oauth2/token',
      'CLIENT_ID=a\nTENANT_ID=common',
      'resource "azuread_application" "a" {\n  redirect_uris = ["https://a.example/cb"]\n}',
      'https://login.microsoftonline.com.evil.example/t/oauth2/authorize?client_id=c',
      'https://example.com/oauth2/authorize?client_id=c',
      'client_id: Iv1.abc\nredirect_uri: https://a.example/cb\nscope: repo',
      'client_id: 123.apps.googleusercontent.com\nredirect_uri: https://a.example/cb\nresponse_type: code\nscope: email',
      'grant_type is what it is called',
    ],
  },
  apps: {
    kind: 'app',
    valid: [
      [
        '{"appId":"9e0d0bea-1111-2222-3333-444444444444","signInAudience":"AzureADMyOrg","web":{"redirectUris":["https://a.example/cb/"]},"passwordCredentials":[{"endDateTime":"2025-01-01T00:00:00Z","hint":"abc"}]}',
        [
          'app.audience=AzureADMyOrg',
          'app.redirectUriWeb=https://a.example/cb/',
          'app.secretEnds=2025-01-01T00:00:00Z',
        ],
      ],
      [
        '{"appId":"9e0d0bea-1111-2222-3333-444444444444","replyUrlsWithType":[{"url":"http://localhost","type":"InstalledClient"}]}',
        ['app.redirectUriPublicClient=http://localhost', 'app.redirectUri=http://localhost'],
      ],
      [
        '{"appId":"9e0d0bea-1111-2222-3333-444444444444","servicePrincipalType":"Application","accountEnabled":false,"appRoleAssignmentRequired":true}',
        ['app.kind=servicePrincipal', 'app.enabled=NO', 'app.assignmentRequired=YES'],
      ],
      [
        'AppId : 9e0d0bea-1111-2222-3333-444444444444\nSignInAudience : AzureADMyOrg\nId : 9e0d0bea-5555-2222-3333-444444444444',
        ['app.objectId=9e0d0bea-5555-2222-3333-444444444444'],
      ],
      [
        'AppId : 9e0d0bea-1111-2222-3333-444444444444\nSignInAudience : AzureADMyOrg\nReplyUrls : {https://a.example/cb, https://a.example/very-lo\n             ng}',
        ['app.redirectUri=https://a.example/cb', 'app.showsRedirectUris=YES'],
      ],
      [
        'appId: 9e0d0bea-1111-2222-3333-444444444444\nsignInAudience: AzureADMyOrg\nweb:\n  redirectUris:\n  - https://a.example/cb',
        ['app.redirectUriWeb=https://a.example/cb'],
      ],
      [
        'AppId : 9e0d0bea-1111-2222-3333-444444444444\nPublisherDomain : a.example\nWeb : Microsoft.Graph.PowerShell.Models.MicrosoftGraphWebApplication',
        ['app.showsRedirectUris=NO'],
      ],
      [
        '[{"displayName":"no end","endDateTime":null,"hint":"abc","keyId":"16ff6f63-c4bf-4a48-afd0-ac76f42d43f6","startDateTime":"2020-01-01T00:00:00Z"},{"displayName":"2024","endDateTime":"2026-01-01T00:00:00Z","hint":"xyz","keyId":"16ff6f63-c4bf-4a48-afd0-ac76f42d43f7","startDateTime":"2024-01-01T00:00:00Z"}]',
        ['app.secretEnds=2026-01-01T00:00:00Z'],
      ],
    ],
    invalid: [
      '{"keyId":"1","startDateTime":"2020-01-01T00:00:00Z","endDateTime":"2021-01-01T00:00:00Z","subscriptionId":"magazine"}',
      '{"keyId":"16ff6f63-c4bf-4a48-afd0-ac76f42d43f6","startDateTime":"2020-01-01T00:00:00Z","endDateTime":"2021-01-01T00:00:00Z","door":"north"}',
      '{"keyId":"16ff6f63-c4bf-4a48-afd0-ac76f42d43f6","hint":"abc","startDateTime":"2020-01-01T00:00:00Z","endDateTime":null}',
      '{"appId":"9e0d0bea-1111-2222-3333-444444444444"}',
      "interface Props {\n  appId: string;\n  displayName: string;\n  redirectUris: string[];\n  signInAudience: 'AzureADMyOrg';\n}",
      '{"signInAudience":"AzureADMyOrg"}',
      '{"appId":"9e0d0bea-1111-2222-3333-444444444444","displayName":"b"}',
      'return { appId: id, signInAudience: audience };',
    ],
  },
  tokens: {
    kind: 'token',
    valid: [
      [
        `Bearer ${tokenOf({ aud: 'api://x', iss: 'https://sts.windows.net/t/', exp: 1715670761, appid: 'a', roles: ['R'] })}`,
        [
          'token.audience=api://x',
          'token.expires=2024-05-14T07:12:41Z',
          'token.role=R',
          'token.algorithm=RS256',
        ],
      ],
    ],
    invalid: [
      'Claim type | Value\nname | Kim',
      'function read(a: { aud: string; iss: string; exp: number }) {}',
      '{"aud":"a","iss":"b"}',
      '{"iss":"https://accounts.google.com","aud":"123.apps.googleusercontent.com","exp":1715670761,"iat":1715667161}',
      'iss: https://id.example\naud: shop\nexp: 1715670761',
      'eyJhbGciOiJub25lIn0.eyJ4IjoxfQ.',
      'eyJ!.eyJ!',
      `${tokenOf({ sub: 'x' })}`,
    ],
  },
  messages: {
    kind: 'message',
    valid: [
      [
        'AADSTS50126: x\nResource: https://graph.microsoft.com.\nHTTP status: 400\nstatusCode=401, more',
        [
          'signIn.resource=https://graph.microsoft.com',
          'message.httpStatus=400',
          'message.httpStatus=401',
        ],
      ],
      [
        "AADSTS50011: The redirect URI 'https://a.example/cb' specified in the request does not match",
        ['message.redirectUri=https://a.example/cb'],
      ],
      [
        "{'error': 'invalid_client', 'error_codes': [7000215], 'correlation_id': '9e0d0bea-1111-2222-3333-444444444444', 'suberror': 'bad_token'}\nAADSTS7000215",
        [
          'message.error=invalid_client',
          'message.subError=bad_token',
          'signIn.correlationId=9e0d0bea-1111-2222-3333-444444444444',
          'signIn.errorCode=AADSTS7000215',
        ],
      ],
      [
        '#error=access_denied&error_description=AADSTS65004%3a+User+declined.%0d%0aCorrelation+ID%3a+9e0d0bea-1111-2222-3333-444444444444',
        [
          'message.error=access_denied',
          'signIn.correlationId=9e0d0bea-1111-2222-3333-444444444444',
        ],
      ],
      [
        "AADSTS700016: Application with identifier '9e0d0bea-1111-2222-3333-444444444444' was not found in the directory 'Contoso'. Trace ID: 9e0d0bea-\n5555-2222-3333-444444444444",
        [
          'signIn.appId=9e0d0bea-1111-2222-3333-444444444444',
          'message.tenant=Contoso',
          'signIn.requestId=9e0d0bea-5555-2222-3333-444444444444',
        ],
      ],
      [
        'Error Code\n53003\nApp name\nPayroll\nDevice state\nUnregistered',
        ['signIn.errorCode=AADSTS53003', 'signIn.app=Payroll', 'message.deviceState=Unregistered'],
      ],
      [
        'エラー コード: 53003\n関連付け ID: 9e0d0bea-1111-2222-3333-444444444444\nIP アドレス：203.0.113.87',
        [
          'signIn.correlationId=9e0d0bea-1111-2222-3333-444444444444',
          'signIn.ipAddress=203.0.113.87',
        ],
      ],
    ],
    invalid: [
      'Correlation ID: 9e0d0bea-1111-2222-3333-444444444444\nerror: invalid_grant\nuser: user@contoso.com',
      'The redirect URI is wrong.',
      'error 404',
      'result 0x0',
      '0x840000',
    ],
  },
};

describe.each(Object.entries(READERS))('the reader of %s', (_, { kind, valid, invalid }) => {
  it.each(valid)('reads %j', (text, expected) => {
    expect(recordsOf(kind, text).length).toBeGreaterThan(0);
    expect(factsOf(kind, text)).toEqual(expect.arrayContaining(expected));
  });
  it.each(invalid)('takes nothing from %j', (text) => {
    const own = recordsOf(kind, text).filter(
      ({ facts }) => kind !== 'event' || facts.some(({ name }) => name === 'event.code'),
    );
    expect(own).toEqual([]);
  });
});

it.each([
  [
    'a line that begins with one',
    '@{ErrorCode=50126; AppId=%; UserPrincipalName=user@contoso.com; IPAddress=203.0.113.5\n@{ErrorCode=53003; AppId=%; UserPrincipalName=user@contoso.com; IPAddress=203.0.113.6}',
  ],
  [
    'a text that stands apart',
    '{errorCode: 50126, appId: %, userPrincipalName: user@contoso.com, ipAddress: 203.0.113.5\n\n\nsee {errorCode: 53003, appId: %, userPrincipalName: user@contoso.com, ipAddress: 203.0.113.6}',
  ],
])('ends an object that was never closed at %s', (_, text) => {
  const signIns = recordsOf('signIn', text.replaceAll('%', '9e0d0bea-1111-2222-3333-444444444444'));
  expect(signIns.map(({ codes }) => codes)).toEqual([['AADSTS50126'], ['AADSTS53003']]);
});

it('reads on behind a bracket in a value that was never closed', () => {
  const rows = (reason: string) =>
    factsOf(
      'signIn',
      `@{ErrorCode=50126; FailureReason=${reason}; ClientAppUsed=Browser (old); AppId=9e0d0bea-1111-2222-3333-444444444444; CorrelationId=9e0d0bea-5555-2222-3333-444444444444}`,
    );
  expect(rows('Wrong (see docs')).toEqual(
    expect.arrayContaining([
      'signIn.failureReason=Wrong (see docs',
      'signIn.clientApp=Browser (old)',
    ]),
  );
});

it('reads a SAML request in XML below one that has no end', () => {
  const request = (host: string) =>
    `<samlp:AuthnRequest AssertionConsumerServiceURL="https://${host}.example/acs">`;
  const text = `${request('a')}${'<a>\n'.repeat(3000)}${request('b')}</samlp:AuthnRequest>\n${request('c')}`;
  expect(factsOf('request', text)).toEqual([
    'saml.replyUrl=https://b.example/acs',
    'saml.replyUrl=https://c.example/acs',
  ]);
});

it('takes a table with more columns than any log has for none', () => {
  const table = (extra: number) => {
    const names = ['ResultType', 'AppId', 'CorrelationId', 'UserPrincipalName'];
    const columns = [...names, ...Array.from({ length: extra }, (_, at) => `c${at}`)];
    const row = [
      '50126',
      '9e0d0bea-1111-2222-3333-444444444444',
      '9e0d0bea-5555-2222-3333-444444444444',
      'user@contoso.com',
    ];
    return JSON.stringify({
      tables: [{ columns: columns.map((name) => ({ name })), rows: [row] }],
    });
  };
  expect(recordsOf('signIn', table(50))).toHaveLength(1);
  expect(recordsOf('signIn', table(300))).toEqual([]);
});

it('keeps listed apps apart where a row is missing', () => {
  const apps = recordsOf(
    'app',
    'AppId : AAAAAAAA\nSignInAudience : AzureADMyOrg\n\nDisplayName : Y\nReplyUrls : {https://b.example}\nAppId : BBBBBBBB\nSignInAudience : AzureADMultipleOrgs',
  );
  expect(
    apps.map(({ facts }) =>
      facts
        .map(({ name, value }) => `${name}=${value}`)
        .filter((one) => /id=|name=|Uri=/.test(one)),
    ),
  ).toEqual([
    ['app.id=AAAAAAAA'],
    ['app.id=BBBBBBBB', 'app.name=Y', 'app.redirectUri=https://b.example'],
  ]);
});

describe('what a command shows of an app', () => {
  const APP =
    'AppId : 9e0d0bea-1111-2222-3333-444444444444\nSignInAudience : AzureADMyOrg\nWeb : Microsoft.Graph.PowerShell.Models.MicrosoftGraphWebApplication';
  const uris = (first: string, second: string, gap = '\n\n\n') =>
    factsOf(
      'app',
      `PS C:\\> ${first}\n\n${APP}${gap}PS C:\\> ${second}\n\nHomePageUrl :\nRedirectUris : {https://second.contoso.com/cb}`,
    ).filter((one) => one.startsWith('app.redirectUri='));
  const FIRST = `Get-MgApplication -Filter "displayName eq 'First app'"`;

  it.each([
    ['$a | fl AppId,SignInAudience,Web', '$a.Web | fl'],
    [`$a = ${FIRST}; $a | fl`, '$a.web | Format-List'],
    [`${FIRST} | fl`, `(${FIRST}).Web`],
    [`${FIRST} | fl`, '$app.Web | fl'],
  ])('is its own: %s, then %s', (first, second) => {
    expect(uris(first, second)).toEqual(['app.redirectUri=https://second.contoso.com/cb']);
  });

  it.each([
    ['$a | fl AppId,SignInAudience,Web', '$b.Web | fl'],
    ['$a | fl', `(Get-MgApplication -Filter "displayName eq 'Second app'").Web`],
    [`${FIRST} | fl`, `(Get-MgApplication -Filter "displayName eq 'Second app'").Web`],
    [`$b = Get-MgApplication -ApplicationId 2\nPS C:\\> ${FIRST} | fl`, '$b.Web | fl'],
    ['$a | fl', '$b | fl HomePageUrl,RedirectUris'],
  ])('is that of another one: %s, then %s', (first, second) => {
    expect(uris(first, second)).toEqual([]);
    expect(uris(first, second, '\n\n')).toEqual([]);
  });
});

it('keeps the sign-ins of one line apart', () => {
  const pairs = (user: string, end: string, code: number) =>
    `userPrincipalName=${user}@contoso.com, appId=11111111-2222-4333-8444-55555555555${end}, clientAppUsed=Browser, errorCode=${code}`;
  const told = (first: number) =>
    recordsOf('signIn', `${pairs('a', '5', first)}; ${pairs('b', '9', 53003)}`).map(
      ({ facts, codes }) => [
        ...facts.filter(({ name }) => name === 'signIn.user').map(({ value }) => value),
        ...codes,
      ],
    );
  const failed = ['b@contoso.com', 'AADSTS53003'];
  expect(told(50126)).toEqual([['a@contoso.com', 'AADSTS50126'], failed]);
  expect(told(0)).toEqual([failed]);
});

it('keeps the code of a message behind the pairs of a sign-in', () => {
  const line =
    'userPrincipalName=a@contoso.com, appId=11111111-2222-4333-8444-555555555555, clientAppUsed=Browser, errorCode=50126, message=AADSTS53003 was seen before';
  expect(recordsOf('signIn', line).flatMap(({ codes }) => codes)).toEqual(['AADSTS50126']);
  expect(recordsOf('message', line).flatMap(({ codes }) => codes)).toContain('AADSTS53003');
});

it('keeps the runs of one paste apart', () => {
  const run = (prt: string) =>
    `| Device State |\nAzureAdJoined : YES\n| SSO State |\nAzureAdPrt : ${prt}\n`;
  const runs = recordsOf(
    'dsregcmd',
    `As the user:\n${run('YES')}\nAs administrator:\n${run('NO')}`,
  );
  expect(runs.map(({ facts }) => facts.find(({ name }) => name === 'prt.present')?.value)).toEqual([
    'YES',
    'NO',
  ]);
});

it('reads records of several kinds out of one text, in its order', () => {
  const text = [
    'AzureAdJoined : YES',
    'Log Name: Microsoft-Windows-AAD/Operational\nEvent ID: 1098\nDescription:\nError: 0xCAA2000C x',
    '',
    '',
    '-TPM Present: True\n-TPM Version: 2.0',
    '{"status":{"errorCode":50126},"appId":"a"}',
  ].join('\n');
  const kinds = ['dsregcmd', 'event', 'tpm', 'log', 'signIn'] as const;
  for (const kind of kinds) expect(recordsOf(kind, text), kind).toHaveLength(1);
});

it.each([
  [
    'in a quoted cell',
    'Date (UTC),Request ID,Username,Sign-in error code,Failure reason\nd,r,u,50126,"Error validating',
  ],
  [
    'before its last cell',
    'Date (UTC),Request ID,Username,Sign-in error code,Failure reason\nd,r,u,50126',
  ],
  ['in JSON', '{"value":[{"appId":"a","status":{"errorCode":50126}'],
])('says that an export ends %s, and counts what is there', (_, text) => {
  const [log] = recordsOf('log', text);
  expect(log!.doubts).toEqual(['cut off']);
  expect(factsOf('log', text)).toContain('log.rows=1 (cut off)');
  expect(recordsOf('signIn', text)).toMatchObject([
    { codes: ['AADSTS50126'], doubts: ['cut off'] },
  ]);
});

it.each(['Resource: John Smith', 'Status: 400 open tickets', 'Account: user@contoso.com'])(
  'reads nothing of a sign-in out of %j beside a message',
  (row) => {
    expect(factsOf('message', `AADSTS50126: x\n${row}\nthe end`)).toEqual([
      'message.description=AADSTS50126: x',
    ]);
  },
);

it('calls a row of sign-ins no record of Graph', () => {
  const row =
    '{"errorCode":50126,"userPrincipalName":"user@contoso.com","appId":"11112222-3333-4444-5555-666677778888","ipAddress":"203.0.113.5"}';
  expect(recordsOf('signIn', row).map(({ title }) => title)).toEqual(['rows of sign-ins']);
});

describe('dsregcmd of a collector', () => {
  it.each([
    [{ ComputerName: 'PC1', hostname: 'pc1.contoso.com', MachineName: 'PC1' }, ['PC1']],
    [{ PSComputerName: 'SRV1', 'Device Name': 'PC2' }, ['PC2']],
  ])('names the device once: %j', (names, expected) => {
    const [record] = recordsOf('dsregcmd', JSON.stringify({ ...names, AzureAdJoined: 'YES' }));
    const named = record!.facts.filter(({ name }) => name === 'device.name');
    expect(named.map(({ value }) => value)).toEqual(expected);
  });
});

it.each([
  'DSRBeginJoin failed with error code 0x801c03f2.',
  'DsrCmdJoinHelper::Join: DSRBeginJoin failed with error code 0x801c03f2.',
])('the step that failed while a join is debugged: %s', (line) => {
  expect(factsOf('dsregcmd', `preCheckResult: Join\nisDcAvailable: YES\n${line}`)).toContain(
    'join.clientErrorCode=0x801C03F2',
  );
});

describe('rows of dsregcmd and of the TPM behind something else', () => {
  it.each([
    'AzureAdJoined\tNO if the device is not joined\nAzureAdPrt\tNO if there is no PRT for the user',
    '09:12:01 Expected AzureAdJoined: NO for hybrid only\n09:12:02 Expected AzureAdPrt: NO for all',
    '09:12:01 Expected AzureAdJoined: NO\n09:12:02 Expected AzureAdPrt: NO',
    '10:00:01 We check AzureAdJoined: it should be YES\n10:00:02 We check AzureAdPrt: it should be YES',
    'AzureAdJoined\nSet the value to YES if it is joined\nAzureAdPrt\nSet the value to NO if not',
    'TpmPresent=False\nTpmReady=False\nLockedOut=True',
    'pc1.txt:12:    AzureAdJoined : YES\npc2.txt:40:    AzureAdPrt : NO',
    'src/join.ts:12:  AzureAdJoined: YES\nsrc/join.ts:13:  AzureAdPrt: NO',
    'docs/x.md:88: AzureAdPrt : NO\ndocs/x.md:120: AzureAdJoined : YES',
    'What I usually check on a client:\n\n1) AzureAdJoined : YES\n2) AzureAdPrt : YES\n3) DomainJoined : NO',
    'What I usually check on a client:\n\n1: AzureAdJoined : YES\n2: AzureAdPrt : YES\n3: DomainJoined : NO',
    'The expected result is\n\n14: AzureAdJoined : YES\n41: AzureAdPrt : YES',
    'If AzureAdJoined=YES, DomainJoined=NO, AzureAdPrt=NO then check the WAM plug-in.',
    'Falls AzureAdJoined=YES, DomainJoined=NO, AzureAdPrt=NO, bitte neu anmelden.',
    'Devices with AzureAdJoined=YES, DomainJoined=NO, AzureAdPrt=NO then need the WAM plug-in.',
    'Expected state: AzureAdJoined=YES, DomainJoined=NO, AzureAdPrt=NO.',
    "SELECT * FROM devices WHERE AzureAdJoined=1, DomainJoined=0, AzureAdPrt=0, Name LIKE 'PC%'",
    'mapping:\nDomainJoined -> NO\nAzureAdJoined -> YES',
    'We map the columns so:\nAzureAdJoined -> YES\nDomainJoined -> NO\nAzureAdPrt -> NO',
  ])('are none in %j', (text) => {
    expect([...recordsOf('dsregcmd', text), ...recordsOf('tpm', text)]).toEqual([]);
  });
  it('are those of their file', () => {
    const of = (file: string, prt: string) =>
      `${file}:6:      AzureAdJoined : YES\n${file}:41:      AzureAdPrt : ${prt}`;
    const records = recordsOf('dsregcmd', `${of('pc1.txt', 'YES')}\n${of('pc2.txt', 'NO')}`);
    expect(
      records.map(({ facts }) => facts.find(({ name }) => name === 'prt.present')?.value),
    ).toEqual(['YES', 'NO']);
  });
  it('are those of their computer', () => {
    const of = (computer: string, joined: string, prt: string) =>
      `10:00:01 [INFO] ${computer} AzureAdJoined : ${joined}\n10:00:02 [WARN] ${computer} AzureAdPrt : ${prt}`;
    const records = recordsOf('dsregcmd', `${of('PC1', 'YES', 'YES')}\n${of('PC2', 'YES', 'NO')}`);
    expect(
      records.map(({ facts }) => facts.find(({ name }) => name === 'prt.present')?.value),
    ).toEqual(['YES', 'NO']);
    expect(
      recordsOf('dsregcmd', '10:00:01 PC1 AzureAdJoined : YES\n10:00:02 PC2 AzureAdPrt : NO'),
    ).toEqual([]);
  });
});

const LIST = `Message              : TPM based key creation failed.
Id                   : 1098
ProviderName         : Microsoft-Windows-AAD
Level                : 2
TimeCreated          : 11/4/2026 7:58:12 AM`;

const RECORDING = JSON.stringify(
  {
    request: {
      method: 'POST',
      postData: {
        text: 'grant_type=client_credentials&client_id=4cd60b3b-7dfc-4f98-a4d1-3873547737f0&scope=https%3A%2F%2Fgraph.microsoft.com%2F.default',
        params: [
          { name: 'grant_type', value: 'client_credentials' },
          { name: 'client_id', value: '4cd60b3b-7dfc-4f98-a4d1-3873547737f0' },
          { name: 'scope', value: 'https%3A%2F%2Fgraph.microsoft.com%2F.default' },
        ],
      },
    },
    response: {
      content: {
        text: JSON.stringify({
          error: 'invalid_scope',
          error_description: 'AADSTS70011: The scope is not valid.',
        }),
      },
    },
  },
  null,
  2,
);

/** What a record says, and what it must not: texts in which something else stands close to it. */
const APART: Record<string, [kind: RecordKind, text: string, has: string[], lacks: RegExp]> = {
  'a row of an event ends before the whole label of the next': [
    'event',
    `Event ID: 304\nSource: User Device Registration\nDescription:\nAutomatic registration failed at join phase. Exit Code: Unknown HResult Error code: 0x801c001d Server Error Code: invalid_request Server Error Description: The user is unknown. HTTP Status Code: 400, Sub Error Code: abc`,
    [
      'Exit Code=Unknown HResult Error code: 0x801c001d',
      'Server Error Code=invalid_request',
      'Server Error Description=The user is unknown',
      'HTTP Status Code=400',
      'Sub Error Code=abc',
    ],
    /=[^"]*(?:Server|Sub) Error|"(?:Code|Description)=/,
  ],
  'an error message names its own user, tenant and status': [
    'message',
    `AADSTS50020: User account 'ana@contoso.com' from identity provider 'live.com' does not exist in tenant 'Contoso'. Please write to the account team@contoso.com. The docs use https://login.microsoftonline.com/YOUR_TENANT_ID/oauth2/v2.0/token. The API gave response 500 once. Authentication of git@ssh.dev.azure.com failed.`,
    ['user=ana@contoso.com', 'tenant=Contoso'],
    /team@|git@|YOUR_|HTTP status/,
  ],
  'an error message tells what a program did for whom': [
    'message',
    `AADSTS53003: Blocked. acquireTokenSilent failed for account ana@contoso.com at https://login.microsoftonline.com/contoso.com/oauth2/v2.0/token with response: 400`,
    ['user=ana@contoso.com', 'tenant=contoso.com', 'HTTP status=400'],
    /never/,
  ],
  'line ends in the XML of a request are none of its values': [
    'request',
    `<samlp:AuthnRequest ID="_1" AssertionConsumerServiceURL="https://app.contoso.com/acs&#10;"><saml:Issuer>&#13;&#10;https://app.contoso.com&#10;</saml:Issuer></samlp:AuthnRequest>`,
    ['Issuer=https://app.contoso.com', 'AssertionConsumerServiceURL=https://app.contoso.com/acs'],
    /\\\\[rn]/,
  ],
  'of a recording, the body is read once': [
    'request',
    RECORDING,
    ['grant_type=client_credentials', 'client_id=4cd60b3b-7dfc-4f98-a4d1-3873547737f0'],
    /grant_type.*grant_type/,
  ],
  'the titles of tabs are no values': [
    'signIn',
    `Informations de base\nEmplacement\nInformations sur l'appareil\nDétails de l'authentification\nAccès conditionnel\nRapport seul\nDate\n12/11/2026 09:05:33\nID de demande\nfb0115ac-39a6-4c8e-82c0-37aae82cc891\nCode d'erreur de connexion\n500121\nNom d'utilisateur\ncmartin@contoso.com\nAdresse IP\n203.0.113.77`,
    ["Nom d'utilisateur=cmartin@contoso.com", 'code=AADSTS500121'],
    /Emplacement|Accès/,
  ],
  'the number of a handle is no code': [
    'event',
    `Event ID: 3\nSource: Microsoft-AzureMfa-AuthZ\nDescription:\nError authenticating to eSTS: Error in retreiving token details from request handle: -895352831`,
    ['Event ID=3'],
    /CAA2/,
  ],
  'a bracket in a cell of an export takes no other cells': [
    'signIn',
    `Date,Request ID,Sign-in error code,Username,Application,Status,User agent,Location\n2026-11-04T08:00:00Z,11111111-2222-4333-8444-555555555555,50126,a@contoso.com,"App :( beta",Failure,Mozilla,Oslo,`,
    ['Application=App :( beta', 'Status=Failure', 'Location=Oslo'],
    /beta,/,
  ],
  'an arrow behind a letter is no prompt': [
    'event',
    `Event ID: 1098\nSource: AAD\nDescription:\nC: provider -> broker\nAADSTS50126: Error validating credentials.`,
    ['code=AADSTS50126'],
    /never/,
  ],
  'another list below an event has its own rows': [
    'event',
    `${LIST}\n\nName                 : Contoso VPN\nLevel                : 9`,
    ['Level=2'],
    /VPN|=9/,
  ],
  'rows of an event may stand far apart': [
    'event',
    LIST.replaceAll('\n', '\n\n'),
    ['Level=2', 'TimeCreated=11/4/2026 7:58:12 AM'],
    /never/,
  ],
  'the state of another request is not that of this one': [
    'request',
    `SAMLRequest: ${samlRequestOf('<samlp:AuthnRequest ID="_1"><saml:Issuer>https://app.contoso.com</saml:Issuer></samlp:AuthnRequest>')}\n\nAnd from the other app:\nRelayState: https://second.contoso.com`,
    ['Issuer=https://app.contoso.com'],
    /second/,
  ],
};

describe('what stands beside a record', () => {
  it.each(Object.entries(APART))('%s', (_, [kind, text, has, lacks]) => {
    const said = recordsOf(kind, text).flatMap(({ facts, codes }) => [
      ...facts
        .filter(({ name }) => name !== 'message.description' && name !== 'event.message')
        .map(({ label, printed }) => `${label}=${printed}`),
      ...codes.map((code) => `code=${code}`),
    ]);
    expect(said).toEqual(expect.arrayContaining(has));
    expect(JSON.stringify(said)).not.toMatch(lacks);
  });
});

describe('the message of an answer in JSON', () => {
  it('is the text of its error', () => {
    expect(factsOf('message', RECORDING)).toContain(
      'message.description=AADSTS70011: The scope is not valid.',
    );
  });
});

describe('a link of a page', () => {
  const ADDRESS =
    'https://login.microsoftonline.com/contoso.com/oauth2/v2.0/authorize?client_id=11112222-3333-4444-5555-666677778888&amp;response_type=code';

  it.each([
    `<a href="${ADDRESS}">Sign in</a>`,
    `<a class="x" href='${ADDRESS}' target="_blank">${ADDRESS}</a>`,
    `<a href="https://mail.example/?url=${encodeURIComponent(ADDRESS.replace('&amp;', '&'))}&amp;data=1">Sign in</a>`,
  ])('to the sign-in service is a request: %s', (link) => {
    const page = `<div>This link fails: ${link}</div>`;
    expect(recordsOf('request', page)).toHaveLength(1);
    expect(factsOf('request', page)).toContain(
      'request.clientId=11112222-3333-4444-5555-666677778888',
    );
  });

  it('to any other place leaves its text alone', () => {
    const page =
      '<div>AADSTS50126: x<br>User: <a href="https://portal.example/ana?a=b">ana@contoso.com</a></div>';
    expect(factsOf('message', page)).toContain('signIn.user=ana@contoso.com');
  });
});

describe('the name of an app in a sentence', () => {
  const ID = '11112222-3333-4444-5555-666677778888';

  it.each(['Contoso Expenses', 'contoso-web', '経費'])('may be %s', (name) => {
    expect(
      factsOf('message', `AADSTS650052: The application ${name} ('${ID}') asks for a service.`),
    ).toContain(`signIn.app=${name}`);
  });

  it.each(['uses a secret', 'secret', 'must have the id'])('is not what it does: %s', (words) => {
    const text = `AADSTS7000215: The application ${words} (${ID}) that has expired.`;
    expect(factsOf('message', text).join('\n')).not.toContain('signIn.app=');
  });
});

describe('a dash between a label and its value', () => {
  const ID = '11112222-3333-4444-5555-666677778888';

  it('is read in each line', () => {
    const found = factsOf(
      'message',
      `AADSTS50126: x\nCorrelation ID - ${ID}\nUser - ana@contoso.com`,
    );
    expect(found).toEqual(
      expect.arrayContaining([`signIn.correlationId=${ID}`, 'signIn.user=ana@contoso.com']),
    );
  });

  it('is no more than a dash behind a colon, or behind many others', () => {
    for (const before of ['note: we saw a user', 'a - b - c - d - e - user']) {
      const found = factsOf('message', `AADSTS50126: x\n${before} - ana@contoso.com`);
      expect(found.join('\n')).not.toContain('ana@');
    }
  });
});

describe('a request of which the body was read', () => {
  const FORM =
    'grant_type=client_credentials&client_id=2a3b4c5d-6e7f-4809-8a1b-2c3d4e5f6071&scope=x';
  const tenants = (text: string) =>
    factsOf('request', text).filter((fact) => fact.startsWith('request.tenant'));

  it.each([
    `curl -d '${FORM}' https://login.microsoftonline.com/organizations/oauth2/v2.0/token`,
    `POST /organizations/oauth2/v2.0/token HTTP/1.1\nHost: login.microsoftonline.com\n\n${FORM}`,
    JSON.stringify({
      request: {
        url: 'https://login.microsoftonline.com/organizations/oauth2/v2.0/token',
        postData: {
          params: FORM.split('&').map((pair) => ({
            name: pair.split('=')[0],
            value: pair.split('=')[1],
          })),
        },
      },
    }),
  ])('has the tenant of its address (%#)', (text) => {
    expect(tenants(text)).toEqual(['request.tenant=organizations']);
  });

  it('has that of its own address, of two requests, and none of one far away', () => {
    const to = (tenant: string) =>
      `POST https://login.microsoftonline.com/${tenant}/oauth2/token\n${FORM}${tenant}\n`;
    expect(tenants(to('common') + to('contoso.com'))).toEqual([
      'request.tenant=common',
      'request.tenant=contoso.com',
    ]);
    const far = `https://login.microsoftonline.com/common/oauth2/token${'\n'.repeat(60)}${FORM}`;
    expect(tenants(far)).toEqual([]);
  });

  const LOGIN = 'https://login.microsoftonline.com';
  const CURL = `curl -d '${FORM}' \\\n  ${LOGIN}/contoso.com/oauth2/v2.0/token`;

  it.each([
    [
      'the host of another product',
      `POST /services/oauth2/token HTTP/1.1\nHost: login.salesforce.com\n\n${FORM}`,
    ],
    ['a domain of its own', `POST /api/oauth2/token HTTP/1.1\nHost: auth.contoso.com\n\n${FORM}`],
    [
      'a tenant at another host',
      `POST /contoso.com/oauth2/token HTTP/1.1\nHost: auth.fabrikam.com\n\n${FORM}`,
    ],
    ['no host and a path of another product', `POST /services/oauth2/token HTTP/1.1\n\n${FORM}`],
    [
      'the address of another product between',
      `POST ${LOGIN}/contoso.com/oauth2/token\nPOST https://contoso.okta.com/oauth2/v1/token\n${FORM}`,
    ],
    [
      'a sentence above',
      `${LOGIN}/contoso.com/oauth2/v2.0/token returned AADSTS7000215\n\n${FORM}`,
    ],
    [
      'a sentence with a quoted address above',
      `'${LOGIN}/contoso.com/oauth2/v2.0/token', which Ana uses, fails\n\n${FORM}`,
    ],
    [
      'an answer between',
      `POST ${LOGIN}/contoso.com/oauth2/token\n\nHTTP/1.1 400 Bad Request\n\n${FORM}`,
    ],
    [
      'an address above and another below',
      `TokenEndpoint : ${LOGIN}/contoso.com/oauth2/token\n\n${FORM}\n\nEndpoint: ${LOGIN}/fabrikam.com/oauth2/token`,
    ],
    [
      'an address between two bodies',
      `First I sent\n${FORM}\nThen to ${LOGIN}/contoso.com/oauth2/token\n${FORM}2`,
    ],
  ])('has no tenant with %s', (_, text) => {
    expect(factsOf('request', text)).toContain('request.grantType=client_credentials');
    expect(tenants(text)).toEqual([]);
  });

  it.each([
    [
      'a tenant without a host',
      `POST /contoso.com/oauth2/token HTTP/1.1\n\n${FORM}`,
      ['contoso.com'],
    ],
    [
      'an address above that another body has',
      `POST ${LOGIN}/contoso.com/oauth2/v2.0/token\n${FORM}\n\nThe other tenant, fabrikam.com, sends this body:\n${FORM}&b=2`,
      ['contoso.com'],
    ],
    [
      'an address far above and that of its own command',
      `Endpoint: ${LOGIN}/fabrikam.com/oauth2/v2.0/token\n${'and so on\n'.repeat(30)}${CURL}`,
      ['contoso.com'],
    ],
    [
      'scripts that name the address below each body',
      ['contoso.com', 'fabrikam.com']
        .map(
          (tenant) =>
            `$body = @{\n  grant_type = "client_credentials"\n  client_id = "${tenant}"\n}\nInvoke-RestMethod -Uri "${LOGIN}/${tenant}/oauth2/token" -Body $body`,
        )
        .join('\n'),
      ['contoso.com', 'fabrikam.com'],
    ],
    [
      'two commands',
      `${CURL}\n\n${CURL.replace('contoso', 'fabrikam').replace('=x', '=y')}`,
      ['contoso.com', 'fabrikam.com'],
    ],
    [
      'commands that run after each other, the address first',
      ['contoso', 'fabrikam']
        .map((tenant) => `curl ${LOGIN}/${tenant}.com/oauth2/token \\\n  -d '${FORM}${tenant}'`)
        .join(' \\\n  && '),
      ['contoso.com', 'fabrikam.com'],
    ],
    [
      'a form above a body in braces',
      `POST ${LOGIN}/contoso.com/oauth2/token\n${FORM}\nPOST ${LOGIN}/fabrikam.com/oauth2/token\n{"grant_type":"client_credentials","client_id":"2a3b4c5d-6e7f-4809-8a1b-2c3d4e5f6071"}`,
      ['contoso.com', 'fabrikam.com'],
    ],
  ])('has the tenant of its own address with %s', (_, text, wanted) => {
    expect(tenants(text)).toEqual(wanted.map((tenant) => `request.tenant=${tenant}`));
  });
});

it('reads the code of a pane below a label in other words', () => {
  const rows = [
    ['Datum', '20.11.2025, 09:00:00'],
    ['Korrelations-ID', 'aaaaaaaa-3333-4111-8111-111111111101'],
    ['Status', 'Fehler'],
    ['Fehlercode bei der Anmeldung', '50074'],
    ['Benutzername', 'user@contoso.com'],
    ['Anwendung', 'Salesforce'],
  ];
  const facts = factsOf('signIn', rows.flat().join('\n'));
  expect(facts).toContain('signIn.errorCode=AADSTS50074');
  expect(facts).toContain('signIn.user=user@contoso.com');
});

describe('what is no value', () => {
  it.each([
    ['signIn.status', 'Status : Microsoft.Graph.PowerShell.Models.MicrosoftGraphSignInStatus'],
    [
      'signIn.location',
      'Location : Microsoft.Graph.PowerShell.Models.MicrosoftGraphSignInLocation',
    ],
    ['signIn.resource', 'ResourceDisplayName : System.Object[]'],
  ])('is the name of its type: %s', (name, row) => {
    const facts = factsOf(
      'signIn',
      `AppDisplayName : Payroll\nClientAppUsed : Browser\nConditionalAccessStatus : success\nIPAddress : 203.0.113.7\n${row}`,
    );
    expect(facts).toContain('signIn.app=Payroll');
    expect(facts.filter((one) => one.startsWith(`${name}=`))).toEqual([]);
  });

  it('is another error beside the code', () => {
    const pane =
      'Sign-in error code: 53003\nUsername: a@contoso.com\nApplication: Teams\nStatus: Failure';
    for (const text of [`Error: 50126\n${pane}`, `${pane}\nError: 50126`]) {
      const facts = factsOf(
        'signIn',
        `Date: 11/18/2026, 9:41:07 AM\n${text}\nIP address: 203.0.113.9`,
      );
      expect(facts).toContain('signIn.time=11/18/2026, 9:41:07 AM');
      expect(facts).toContain('signIn.errorCode=AADSTS53003');
      expect(facts).toContain('signIn.ipAddress=203.0.113.9');
    }
  });

  it('is a word that no status is', () => {
    const facts = factsOf(
      'signIn',
      'Status\nDone\nUser\nana@contoso.com\nClient app\nBrowser\nConditional Access\nSuccess',
    );
    expect(facts).toContain('signIn.clientApp=Browser');
    expect(facts.filter((one) => one.startsWith('signIn.status='))).toEqual([]);
  });

  it('is no app whose name begins as one of a type', () => {
    const facts = factsOf(
      'signIn',
      '{"appId":"a","userPrincipalName":"user@contoso.com","status":{"errorCode":50105},"appDisplayName":"System.Billing","resourceDisplayName":"Microsoft.Graph.Explorer"}',
    );
    expect(facts).toContain('signIn.app=System.Billing');
    expect(facts).toContain('signIn.resource=Microsoft.Graph.Explorer');
  });

  it('is what a cut left of it, in JSON', () => {
    const RECORD =
      '{"appId":"a","userPrincipalName":"user@contoso.com","status":{"errorCode":50105';
    expect(factsOf('signIn', `${RECORD}},"appDisplayName":"Pay`)).toEqual([
      'signIn.appId=a',
      'signIn.user=user@contoso.com',
      'signIn.errorCode=AADSTS50105',
    ]);
    expect(factsOf('signIn', `${RECORD}},"appDisplayName":"Pay"`)).toContain('signIn.app=Pay');
  });

  it('is a code that a table cut', () => {
    const row = (code: string) =>
      recordsOf(
        'event',
        `Event ID: 204\nSource: User Device Registration\nThe callback failed with exit code: Error code: ${code}`,
      ).flatMap(({ codes }) => codes);
    expect(row('0x801c0...')).toEqual([]);
    expect(row('0x2ee6…')).toEqual([]);
    expect(row('0x2ee6.')).toEqual(['0x2EE6']);
    expect(row('0x801c03f2...')).toEqual(['0x801C03F2']);
  });

  it('is an address behind the words of a sentence', () => {
    const facts = factsOf(
      'message',
      'AADSTS50011: The redirect URI does not match. Make sure it matches one added to your application in the Azure portal. Navigate to https://aka.ms/redirectUriMismatchError to learn more. Application in the portal: Payroll',
    );
    expect(facts.filter((one) => one.startsWith('signIn.app='))).toEqual(['signIn.app=Payroll']);
  });
});

describe('an HRESULT without its sign', () => {
  const codes = (text: string) => readFacts(text).records.flatMap((record) => record.codes);

  it.each([
    'We could not enroll your device: error 80180014',
    'Server error code: 80180014',
    'Fehlercode 80180014.',
  ])('is read in %j', (text) => expect(codes(text)).toEqual(['0x80180014']));

  it.each([
    'Order code 80180014',
    'error in ticket 80180014',
    'error 80180014-2',
    'error 8018001499',
    'Fehler: Rechnung 80070005',
  ])('is none in %j', (text) => expect(codes(text)).toEqual([]));
});

describe('an event in the schema of a log shipper', () => {
  it('is the whole object, whatever else is called an event there', () => {
    const text = JSON.stringify({
      '@timestamp': '2026-11-09T06:44:57.301Z',
      winlog: {
        channel: 'Microsoft-Windows-HelloForBusiness/Operational',
        provider_name: 'Microsoft-Windows-HelloForBusiness',
        event_id: '7054',
      },
      event: { code: '7054', kind: 'event', provider: 'Microsoft-Windows-HelloForBusiness' },
      message: 'The check failed.\r\nError: 0x801C044D',
    });
    const { records } = readFacts(text);
    expect(records.map(({ title, codes }) => [title, codes])).toEqual([
      ['HelloForBusiness 7054', ['0x801C044D']],
    ]);
    expect(factsOf('event', text)).toContain('event.time=2026-11-09T06:44:57.301Z');
  });
});

describe('a pane in a line', () => {
  const tail = (text: string) =>
    factsOf(
      'signIn',
      `Status Failure Sign-in error code 50105 User Kim Username user@contoso.com IP address 203.0.113.7 ${text}`,
    );

  it('has its last value where nothing else stands behind it', () => {
    expect(tail('Client app Browser')).toContain('signIn.clientApp=Browser');
    expect(tail('Application Microsoft Teams')).toContain('signIn.app=Microsoft Teams');
    expect(tail('Failure reason The user is not assigned.')).toContain(
      'signIn.failureReason=The user is not assigned.',
    );
  });

  it.each([
    'Client app Browser please help us',
    'Application Payroll please help us',
    'Failure reason The user is not assigned. Thanks, Ana',
  ])('has no sentence behind its last value: %j', (text) => {
    const facts = tail(text);
    expect(facts).toContain('signIn.errorCode=AADSTS50105');
    expect(facts.filter((one) => /please|Thanks/.test(one))).toEqual([]);
  });
});

describe('lists without an end', () => {
  it.each([
    ['a table of codes', 'User | Error\n', 'user@contoso.com | 50126\n'],
    [
      'rows without a head',
      '',
      '11/20/2026, 7:41:02 AM\tuser@contoso.com\tFailure\t203.0.113.9\tNot Applied\n',
    ],
  ])('have no more records than a download: %s', (_, head, row) => {
    const records = recordsOf('signIn', head + row.repeat(3000));
    expect(records.length).toBeGreaterThan(100);
    expect(records.length).toBeLessThanOrEqual(1000);
  });
});

describe('rows of the list', () => {
  const row = (status: string, app: string) =>
    `11/20/2026, 7:41:02 AM\t16275207-141c-44b3-8bb3-d9b2a98029f2\tTom\t${app}\t${status}\t203.0.113.9\tLeeds, Leeds, GB\tNot Applied\tSingle-factor authentication`;

  it('are counted where there are several', () => {
    expect(factsOf('log', [row('Success', 'A'), row('Failure', 'B')].join('\n'))).toEqual(
      expect.arrayContaining(['log.rows=2', 'log.failures=1']),
    );
    expect(recordsOf('log', row('Failure', 'B'))).toEqual([]);
  });

  it('name no user where an id stands in its column', () => {
    const other = row('Failure', 'B').replace('Tom', '26275207-141c-44b3-8bb3-d9b2a98029f2');
    expect(factsOf('signIn', other).filter((one) => one.includes('.userDisplayName'))).toEqual([]);
  });

  it('have empty cells in their places', () => {
    const known = (text: string) =>
      factsOf('signIn', text).filter((one) => /^signIn\.(?:app|user|requestId)/.test(one));
    const one = row('Failure', 'B');
    expect(known(one.replace('\tTom\t', '\t\t'))).toEqual([
      'signIn.requestId=16275207-141c-44b3-8bb3-d9b2a98029f2',
      'signIn.app=B',
    ]);
    expect(known(one.replace('\tTom\t', '\t\tTom\t'))).toEqual([
      'signIn.requestId=16275207-141c-44b3-8bb3-d9b2a98029f2',
    ]);
    expect(known(one.replace('AM\t', 'AM\t\t'))).toEqual([]);
    expect(known(row('Failure', 'ana@contoso.com'))).not.toContain('signIn.app=ana@contoso.com');
  });

  it('end where a text stands below their cells', () => {
    const cells = row('Failure', 'B').replaceAll('\t', '\n');
    const facts = factsOf(
      'signIn',
      `${cells}\nthe order is\n50126\nasked ana@contoso.com\nana@contoso.com`,
    );
    expect(facts).toContain('signIn.app=B');
    expect(facts.filter((one) => /50126|ana@/.test(one))).toEqual([]);
  });

  it('name no app where a column was added', () => {
    const more = row('Failure', 'B').replace('\tTom\t', '\tTom\tBrowser\t');
    expect(factsOf('signIn', more).filter((one) => /^signIn\.(?:app|user)/.test(one))).toEqual([]);
  });
});

describe('an event in one line of a forwarder', () => {
  const read = (text: string) => readFacts(text).records;
  const line = (id: string, message: string) =>
    `11/15/2026 04:20:09 AM LogName=Microsoft-Windows-User Device Registration/Admin EventCode=${id} EventType=2 ComputerName=PC7.contoso.com SourceName=Microsoft-Windows-User Device Registration Type=Error Keywords=None Message=${message}`;

  it('has its source, id and message', () => {
    const [event, ...others] = read(line('304', 'Automatic registration failed. 0x801c001d'));
    expect(others).toEqual([]);
    expect(event).toMatchObject({
      kind: 'event',
      title: 'User Device Registration 304',
      codes: ['0x801C001D'],
    });
    const facts = new Map(event!.facts.map(({ name, value }) => [name, value]));
    expect(facts.get('event.code')).toBe('EVENT304');
    expect(facts.get('event.message')).toBe('Automatic registration failed. 0x801c001d');
  });

  it('stands apart from the next line', () =>
    expect(
      read(`${line('304', 'One.')}\n${line('305', 'Other.')}`).map(({ title }) => title),
    ).toEqual(['User Device Registration 304', 'User Device Registration 305']));

  it.each([
    'LogName=app EventType=2 Message=no id',
    'index=wineventlog EventCode=304 | stats count by ComputerName',
    'if LogName=x and EventCode=304 then Message=y',
  ])('is none without a log that is ours: %s', (text) =>
    expect(read(text).filter(({ kind }) => kind === 'event')).toEqual([]),
  );
});

describe('rows of dsregcmd that were typed off or lost their line ends', () => {
  const factsOf = (text: string) =>
    readFacts(text).records.flatMap(({ facts }) =>
      facts.map(({ name, value }) => `${name}=${value}`),
    );

  it('are read behind leading dots', () =>
    expect(
      factsOf(
        'AzureAdPrt . . . . . : NO\nAttempt Status . . . : 0xc000006d\nUser Identity.......: user@contoso.com',
      ),
    ).toEqual([
      'prt.present=NO',
      'prt.attemptStatus=0xC000006D',
      'prt.userIdentity=user@contoso.com',
    ]));

  it('are read in one line without blanks before their colons', () =>
    expect(
      factsOf(
        'AzureAdJoined: YES DomainJoined: NO Device Name: PC7 DeviceAuthStatus: FAILED. Device is either disabled or deleted AzureAdPrt: NO',
      ),
    ).toEqual([
      'device.azureAdJoined=YES',
      'device.domainJoined=NO',
      'device.name=PC7',
      'device.authStatus=FAILED. Device is either disabled or deleted',
      'prt.present=NO',
    ]));

  it('are one row where a sentence behind it names another', () =>
    expect(factsOf('AzureAdPrt : NO (see also TenantId: none)')).toEqual(['prt.present=NO']));
});

describe('brackets behind a value of dsregcmd', () => {
  const rows = (state: string, tenant: string) =>
    `AzureAdJoined : ${state}\nDomainJoined : YES\nWorkplaceJoined : NO\nTenantName : ${tenant}`;

  it('are a remark behind a word of the output', () => {
    expect(factsOf('dsregcmd', rows('NO (should it not be YES?)', 'Contoso'))).toContain(
      'device.azureAdJoined=NO',
    );
  });

  it('are a part of a name', () => {
    expect(factsOf('dsregcmd', rows('NO', 'ACME (Test tenant)'))).toContain(
      'tenant.name=ACME (Test tenant)',
    );
  });
});
