import { SIGN_IN_FACTS, YES_NO, type ValueType } from './sign-in-vocabulary';

/** What the rows of the Hello check say beside yes and no. */
const CHECK = ['YES', 'NO', 'UNKNOWN', 'NOT TESTED', 'UNDEFINED'] as const;
/** What the registry says for on and off. */
const ON_OFF = ['1', '0'] as const;
const TEST = ['PASS', 'FAIL', 'SKIPPED'] as const;

// Where facts are read, in the words of the page or tool: what a reader is told to open or run.
const LOG = 'the exported sign-in log';
const DEVICE_STATE = 'dsregcmd /status, Device State';
const DEVICE_DETAILS = 'dsregcmd /status, Device Details';
const TENANT_DETAILS = 'dsregcmd /status, Tenant Details';
const USER_STATE = 'dsregcmd /status as the user, User State';
const SSO_STATE = 'dsregcmd /status as the user, SSO State';
const DIAGNOSTIC = 'dsregcmd /status, Diagnostic Data';
const NGC = 'dsregcmd /status as the user, Ngc Prerequisite Check';
const WORK_ACCOUNT = 'dsregcmd /status as the user, Work Account';
const PROXY = 'dsregcmd /status, proxy sections';
const DEBUG = 'dsregcmd /debug /join as SYSTEM';
const EVENT = 'Event Viewer';
const TPM = 'Get-Tpm or tpmtool getdeviceinformation, elevated';
const POLICY = 'reg query of the PassportForWork keys';
const DEVICE_OBJECT = 'Get-MgDevice, or the device in the Microsoft Entra admin center';
const REQUEST = "address of the sign-in page, or the app's request";
const APP = 'manifest of the app registration';
const PLATFORM_SSO = 'app-sso platform -s on the Mac';
const CONFIG = 'the configuration of the app';
const COUNTS = 'the result of a query that counts sign-ins';
const CREDENTIALS = 'federated credentials of the app';
const MESSAGE = 'text of the error message';
const TOKEN = 'the token that the app received';
const CROSS_TENANT = 'Get-MgPolicyCrossTenantAccessPolicyPartner, InboundTrust';
const ACCESS_POLICY = 'the Conditional Access policy as JSON';

/**
 * The one vocabulary of facts: name, type of its values, where it is read. Readers make these, rules ask for them; the
 * compiler refuses a rule with any other name or word.
 */
export const FACTS = {
  'log.variant': ['text', LOG],
  'log.delimiter': ['text', LOG],
  'log.locale': ['text', LOG],
  'log.columns': ['number', LOG],
  'log.rows': ['number', LOG],
  'log.failures': ['number', LOG],
  'log.interrupted': ['number', LOG],

  ...SIGN_IN_FACTS,

  'signIn.laterSuccess': ['time', LOG],
  'signIn.laterAppSuccess': ['time', LOG],
  'signIn.failedAgain': ['time', LOG],

  'device.azureAdJoined': [YES_NO, DEVICE_STATE],
  'device.enterpriseJoined': [YES_NO, DEVICE_STATE],
  'device.domainJoined': [YES_NO, DEVICE_STATE],
  'device.domainName': ['text', DEVICE_STATE],
  'device.virtualDesktop': [['NOT SET', 'YES', 'INVALID'], DEVICE_STATE],
  'device.name': ['text', DEVICE_STATE],
  'device.id': ['text', DEVICE_DETAILS],
  'device.thumbprint': ['text', DEVICE_DETAILS],
  'device.certificateValidity': ['text', DEVICE_DETAILS],
  'device.keyContainerId': ['text', DEVICE_DETAILS],
  'device.keyProvider': ['text', DEVICE_DETAILS],
  'device.tpmProtected': [YES_NO, DEVICE_DETAILS],
  'device.authStatus': [
    ['SUCCESS', 'FAILED. Device is either disabled or deleted', 'FAILED. ERROR', 'FAILED'],
    DEVICE_DETAILS,
  ],
  'device.keySignTest': [['PASSED', 'FAILED', 'MUST Run elevated to test'], DIAGNOSTIC],
  'device.aadRecoveryEnabled': [YES_NO, DIAGNOSTIC],
  'device.displayNameUpdated': ['text', DIAGNOSTIC],
  'device.osVersionUpdated': ['text', DIAGNOSTIC],
  'device.hostNameUpdated': ['text', DIAGNOSTIC],
  'device.lastHostNameUpdate': ['text', DIAGNOSTIC],

  'tenant.name': ['text', TENANT_DETAILS],
  'tenant.id': ['text', TENANT_DETAILS],
  'tenant.idp': ['text', TENANT_DETAILS],
  'tenant.mdmUrl': ['text', TENANT_DETAILS],
  'tenant.endpoint': ['text', TENANT_DETAILS],

  'user.ngcSet': [YES_NO, USER_STATE],
  'user.ngcKeyId': ['text', USER_STATE],
  'user.canReset': [
    ['DestructiveAndNonDestructive', 'DestructiveOnly', 'NonDestructiveOnly', 'Unknown'],
    USER_STATE,
  ],
  'user.workplaceJoined': [YES_NO, USER_STATE],
  'user.workAccountCount': ['number', USER_STATE],
  'user.wamDefaultSet': [['YES', 'NO', 'ERROR'], USER_STATE],
  'user.wamDefaultAuthority': ['text', USER_STATE],
  'user.wamDefaultId': ['text', USER_STATE],
  'user.wamDefaultGuid': ['text', USER_STATE],

  'workAccount.deviceId': ['text', WORK_ACCOUNT],
  'workAccount.thumbprint': ['text', WORK_ACCOUNT],
  'workAccount.certificateValidity': ['text', WORK_ACCOUNT],
  'workAccount.keyContainerId': ['text', WORK_ACCOUNT],
  'workAccount.keyProvider': ['text', WORK_ACCOUNT],
  'workAccount.tpmProtected': [YES_NO, WORK_ACCOUNT],
  'workAccount.idp': ['text', WORK_ACCOUNT],
  'workAccount.tenantId': ['text', WORK_ACCOUNT],
  'workAccount.tenantName': ['text', WORK_ACCOUNT],
  'workAccount.mdmUrl': ['text', WORK_ACCOUNT],
  'workAccount.settingsUrl': ['text', WORK_ACCOUNT],
  'workAccount.ngcSet': [YES_NO, WORK_ACCOUNT],

  'prt.present': [YES_NO, SSO_STATE],
  'prt.updateTime': ['time', SSO_STATE],
  'prt.expiryTime': ['time', SSO_STATE],
  'prt.authority': ['text', SSO_STATE],
  'prt.acquireDiagnostics': ['text', SSO_STATE],
  'prt.refreshDiagnostics': ['text', SSO_STATE],
  'prt.attemptTime': ['time', SSO_STATE],
  'prt.attemptStatus': ['code', SSO_STATE],
  'prt.userIdentity': ['text', SSO_STATE],
  'prt.credentialType': ['text', SSO_STATE],
  'prt.correlationId': ['text', SSO_STATE],
  'prt.endpoint': ['text', SSO_STATE],
  'prt.httpMethod': ['text', SSO_STATE],
  'prt.httpError': ['code', SSO_STATE],
  'prt.httpStatus': ['number', SSO_STATE],
  'prt.serverErrorCode': ['text', SSO_STATE],
  'prt.serverErrorDescription': ['text', SSO_STATE],
  'enterprisePrt.present': [YES_NO, SSO_STATE],
  'enterprisePrt.updateTime': ['time', SSO_STATE],
  'enterprisePrt.expiryTime': ['time', SSO_STATE],
  'enterprisePrt.authority': ['text', SSO_STATE],
  'enterprisePrt.acquireDiagnostics': ['text', SSO_STATE],
  'enterprisePrt.refreshDiagnostics': ['text', SSO_STATE],
  'enterprisePrt.attemptTime': ['time', SSO_STATE],
  'enterprisePrt.attemptStatus': ['code', SSO_STATE],
  'enterprisePrt.userIdentity': ['text', SSO_STATE],
  'enterprisePrt.credentialType': ['text', SSO_STATE],
  'enterprisePrt.correlationId': ['text', SSO_STATE],
  'enterprisePrt.endpoint': ['text', SSO_STATE],
  'enterprisePrt.httpMethod': ['text', SSO_STATE],
  'enterprisePrt.httpError': ['code', SSO_STATE],
  'enterprisePrt.httpStatus': ['number', SSO_STATE],
  'enterprisePrt.serverErrorCode': ['text', SSO_STATE],
  'enterprisePrt.serverErrorDescription': ['text', SSO_STATE],
  'sso.onPremTgt': [YES_NO, SSO_STATE],
  'sso.cloudTgt': [YES_NO, SSO_STATE],
  'sso.kerberosNames': ['text', SSO_STATE],

  'run.userContext': [['SYSTEM', 'UN-ELEVATED User', 'ELEVATED User'], DIAGNOSTIC],
  'run.clientTime': ['time', DIAGNOSTIC],
  'run.account': ['text', DIAGNOSTIC],
  'join.adConnectivity': [TEST, DIAGNOSTIC],
  'join.adConfiguration': [TEST, DIAGNOSTIC],
  'join.drsDiscovery': [TEST, DIAGNOSTIC],
  'join.drsConnectivity': [TEST, DIAGNOSTIC],
  'join.kerberosTicket': [TEST, DIAGNOSTIC],
  'join.tokenAcquisition': [TEST, DIAGNOSTIC],
  'join.fallbackToSync': [['ENABLED', 'DISABLED'], DIAGNOSTIC],
  'join.fallbackToFed': [['ENABLED', 'DISABLED'], DIAGNOSTIC],
  'join.previousRegistration': ['time', DIAGNOSTIC],
  'join.registrationType': [['sync', 'fed'], DIAGNOSTIC],
  'join.errorPhase': [['pre-check', 'discover', 'auth', 'join', 'post-join'], DIAGNOSTIC],
  'join.clientErrorCode': ['code', DIAGNOSTIC],
  'join.serverErrorCode': ['text', DIAGNOSTIC],
  'join.serverMessage': ['text', DIAGNOSTIC],
  'join.httpsStatus': ['number', DIAGNOSTIC],
  'join.requestId': ['text', DIAGNOSTIC],
  'join.preCheckResult': [['Join', 'DoNotJoin'], DEBUG],
  'join.deviceKeysHealthy': [CHECK, DEBUG],
  'join.isJoined': [CHECK, DEBUG],
  'join.isDcAvailable': [CHECK, DEBUG],
  'join.isSystem': [CHECK, DEBUG],
  'join.isPrivateKeyFound': [CHECK, DEBUG],
  'join.drsInstance': ['text', DEBUG],
  'join.resultCode': ['code', DEBUG],
  'join.tenantType': [['Managed', 'Federated'], DEBUG],
  'join.taskIsRunning': [YES_NO, DEBUG],
  'join.debugValue': ['text', DEBUG],

  'proxy.autoDetect': ['text', PROXY],
  'proxy.autoConfigUrl': ['text', PROXY],
  'proxy.servers': ['text', PROXY],
  'proxy.bypass': ['text', PROXY],
  'proxy.accessType': ['text', PROXY],

  'hello.preRequisites': [['ERROR'], NGC],
  'hello.isDeviceJoined': [CHECK, NGC],
  'hello.isUserAzureAd': [CHECK, NGC],
  'hello.policyEnabled': [CHECK, NGC],
  'hello.postLogonEnabled': [CHECK, NGC],
  'hello.deviceEligible': [CHECK, NGC],
  'hello.sessionIsNotRemote': [CHECK, NGC],
  'hello.certificateRequired': [CHECK, NGC],
  'hello.certEnrollment': [['none', 'enrollment authority', 'mobile device management'], NGC],
  'hello.scepReady': [CHECK, NGC],
  'hello.adfsRefreshToken': [CHECK, NGC],
  'hello.adfsRaIsReady': [CHECK, NGC],
  'hello.logonCertTemplateReady': [CHECK, NGC],
  'hello.onPremTgt': [CHECK, NGC],
  'hello.cloudTrustEnabled': [CHECK, NGC],
  'hello.policySource': ['text', EVENT],
  'hello.result': [['WillProvision', 'WillNotProvision'], NGC],

  'event.log': ['text', EVENT],
  'event.source': ['text', EVENT],
  'event.id': ['number', EVENT],
  'event.code': ['code', EVENT],
  'event.isOurs': [YES_NO, EVENT],
  'event.time': ['text', EVENT],
  'event.level': ['text', EVENT],
  'event.message': ['text', EVENT],
  'event.error': ['text', EVENT],
  'event.user': ['text', EVENT],
  'event.account': ['text', EVENT],
  'event.field': ['text', EVENT],
  'event.laterSuccess': ['number', EVENT],
  'event.laterSuccessTime': ['text', EVENT],
  'event.otherSuccess': ['number', EVENT],

  'tpm.present': [YES_NO, TPM],
  'tpm.ready': [YES_NO, TPM],
  'tpm.enabled': [YES_NO, TPM],
  'tpm.activated': [YES_NO, TPM],
  'tpm.owned': [YES_NO, TPM],
  'tpm.version': ['text', TPM],
  'tpm.manufacturer': ['text', TPM],
  'tpm.manufacturerVersion': ['text', TPM],
  'tpm.lockedOut': [YES_NO, TPM],
  'tpm.lockoutCount': ['number', TPM],
  'tpm.lockoutMax': ['number', TPM],
  'tpm.lockoutHealTime': ['text', TPM],
  'tpm.readyForStorage': [YES_NO, TPM],
  'tpm.readyForAttestation': [YES_NO, TPM],
  'tpm.capableOfAttestation': [YES_NO, TPM],
  'tpm.clearNeeded': [YES_NO, TPM],
  'tpm.vulnerableFirmware': [YES_NO, TPM],
  'tpm.restartPending': [YES_NO, TPM],
  'tpm.autoProvisioning': ['text', TPM],
  'tpm.notRead': [['not elevated'], TPM],
  'tpm.other': ['text', TPM],

  'policy.userGroupPolicy': [ON_OFF, POLICY],
  'policy.computerGroupPolicy': [ON_OFF, POLICY],
  'policy.userMdm': [ON_OFF, POLICY],
  'policy.deviceMdm': [ON_OFF, POLICY],
  'policy.certificateTrust': [ON_OFF, POLICY],
  'policy.cloudTrust': [ON_OFF, POLICY],
  'policy.requiresSecurityDevice': [ON_OFF, POLICY],
  'policy.notAfterSignIn': [ON_OFF, POLICY],
  'policy.other': ['text', POLICY],

  'deviceObject.id': ['text', DEVICE_OBJECT],
  'deviceObject.name': ['text', DEVICE_OBJECT],
  'deviceObject.trustType': [['AzureAd', 'ServerAd', 'Workplace'], DEVICE_OBJECT],
  'deviceObject.enabled': [YES_NO, DEVICE_OBJECT],
  'deviceObject.isCompliant': [YES_NO, DEVICE_OBJECT],
  'deviceObject.isManaged': [YES_NO, DEVICE_OBJECT],
  'deviceObject.profileType': ['text', DEVICE_OBJECT],
  'deviceObject.registered': ['text', DEVICE_OBJECT],
  'deviceObject.lastSignIn': ['text', DEVICE_OBJECT],
  'deviceObject.operatingSystem': ['text', DEVICE_OBJECT],

  'request.endpoint': ['text', REQUEST],
  'request.tenant': ['text', REQUEST],
  'request.clientId': ['text', REQUEST],
  'request.redirectUri': ['text', REQUEST],
  'request.responseType': ['text', REQUEST],
  'request.responseMode': ['text', REQUEST],
  'request.grantType': ['text', REQUEST],
  'request.scope': ['text', REQUEST],
  'request.resource': ['text', REQUEST],
  'request.prompt': ['text', REQUEST],
  'request.domainHint': ['text', REQUEST],
  'request.loginHint': ['text', REQUEST],
  'request.claims': ['text', REQUEST],
  'request.codeChallengeMethod': ['text', REQUEST],
  'request.missing': ['text', REQUEST],
  'request.doubled': ['text', REQUEST],
  'saml.relayState': ['text', REQUEST],
  'saml.id': ['text', REQUEST],
  'saml.issuer': ['text', REQUEST],
  'saml.replyUrl': ['text', REQUEST],
  'saml.nameIdFormat': ['text', REQUEST],
  'saml.forceAuthn': [YES_NO, REQUEST],
  'saml.isPassive': [YES_NO, REQUEST],
  'saml.authnContext': ['text', REQUEST],
  'saml.comparison': ['text', REQUEST],
  'saml.destination': ['text', REQUEST],
  'saml.issueInstant': ['time', REQUEST],
  'saml.unreadable': ['text', REQUEST],

  'app.id': ['text', APP],
  'app.objectId': ['text', APP],
  'app.name': ['text', APP],
  'app.kind': [['application', 'servicePrincipal'], APP],
  'app.servicePrincipalType': ['text', APP],
  'app.signOnMode': ['text', APP],
  'app.loginUrl': ['text', APP],
  'app.audience': [
    [
      'AzureADMyOrg',
      'AzureADMultipleOrgs',
      'AzureADandPersonalMicrosoftAccount',
      'PersonalMicrosoftAccount',
    ],
    APP,
  ],
  'app.redirectUri': ['text', APP],
  'app.redirectUriWeb': ['text', APP],
  'app.redirectUriSpa': ['text', APP],
  'app.redirectUriPublicClient': ['text', APP],
  'app.showsRedirectUris': [YES_NO, APP],
  'app.closestRedirectUri': ['text', APP],
  'app.redirectUriDiffers': [['case', 'slash', 'scheme', 'case and slash', 'path', 'other'], APP],
  'app.logoutUrl': ['text', APP],
  'app.identifierUri': ['text', APP],
  'app.secretEnds': ['time', APP],
  'app.certificateEnds': ['time', APP],
  'app.enabled': [YES_NO, APP],
  'app.assignmentRequired': [YES_NO, APP],
  'app.isFallbackPublicClient': [YES_NO, APP],
  'app.idTokenIssuance': [YES_NO, APP],
  'app.accessTokenIssuance': [YES_NO, APP],
  'app.tokenVersion': ['text', APP],
  'app.federatedSubject': ['text', CREDENTIALS],
  'app.federatedIssuer': ['text', CREDENTIALS],
  'app.federatedAudience': ['text', CREDENTIALS],
  'app.showsFederated': [YES_NO, CREDENTIALS],
  'federated.subject': ['text', MESSAGE],
  'federated.issuer': ['text', MESSAGE],
  'federated.audience': ['text', MESSAGE],
  'federated.subjectIs': [
    // The closest first.
    [
      'same',
      'case of environment',
      'case of repository',
      'case',
      'end',
      'underscore',
      'ids',
      'trigger',
      'ids and trigger',
      'service account',
      'name',
      'format',
      'other',
    ],
    CREDENTIALS,
  ],
  'federated.issuerIs': [['same', 'case', 'end', 'other', 'apart'], CREDENTIALS],
  'federated.audienceIs': [['same', 'case', 'end', 'other', 'apart'], CREDENTIALS],
  'federated.closestSubject': ['text', CREDENTIALS],
  'federated.closestAudience': ['text', CREDENTIALS],

  'token.audience': ['text', TOKEN],
  'token.issuer': ['text', TOKEN],
  'token.version': ['text', TOKEN],
  'token.issued': ['time', TOKEN],
  'token.notBefore': ['time', TOKEN],
  'token.expires': ['time', TOKEN],
  'token.tenantId': ['text', TOKEN],
  'token.appId': ['text', TOKEN],
  'token.appName': ['text', TOKEN],
  'token.user': ['text', TOKEN],
  'token.scope': ['text', TOKEN],
  'token.role': ['text', TOKEN],
  'token.methods': ['text', TOKEN],
  'token.subjectType': ['text', TOKEN],
  'token.algorithm': ['text', TOKEN],
  'token.keyId': ['text', TOKEN],

  'caPolicy.name': ['text', ACCESS_POLICY],
  'caPolicy.state': [['enabled', 'disabled', 'enabledForReportingButNotEnforced'], ACCESS_POLICY],
  'caPolicy.operator': [['AND', 'OR'], ACCESS_POLICY],
  'caPolicy.control': ['text', ACCESS_POLICY],
  'caPolicy.includes': ['text', ACCESS_POLICY],
  'caPolicy.excludes': ['text', ACCESS_POLICY],
  'caPolicy.id': ['text', ACCESS_POLICY],
  'caPolicy.excludedLocation': ['text', ACCESS_POLICY],
  'caPolicy.reach': [['all', 'all but locations', 'a part'], ACCESS_POLICY],
  'caPolicy.excludesNobody': [YES_NO, ACCESS_POLICY],
  'caPolicy.legacyClients': ['text', ACCESS_POLICY],

  'crossTenant.tenantId': ['text', CROSS_TENANT],
  'crossTenant.compliantDevice': [YES_NO, CROSS_TENANT],
  'crossTenant.hybridDevice': [YES_NO, CROSS_TENANT],
  'crossTenant.mfa': [YES_NO, CROSS_TENANT],

  'platformSso.registrationCompleted': [YES_NO, PLATFORM_SSO],
  'platformSso.loginType': ['text', PLATFORM_SSO],
  'platformSso.extension': ['text', PLATFORM_SSO],
  'platformSso.issuer': ['text', PLATFORM_SSO],
  'platformSso.userState': ['text', PLATFORM_SSO],
  'platformSso.userLoginType': ['text', PLATFORM_SSO],
  'platformSso.tokensReceived': ['text', PLATFORM_SSO],
  'platformSso.tokensExpire': ['text', PLATFORM_SSO],

  'appConfig.clientId': ['text', CONFIG],
  'appConfig.tenant': ['text', CONFIG],
  'appConfig.authority': ['text', CONFIG],
  'appConfig.redirectUri': ['text', CONFIG],
  'appConfig.audience': ['text', CONFIG],

  'summary.row': ['text', COUNTS],
  'summary.note': ['text', COUNTS],
  'summary.code': ['code', COUNTS],
  'summary.count': ['number', COUNTS],
  'summary.sharedCount': ['number', COUNTS],
  'summary.users': ['number', COUNTS],
  'summary.addresses': ['number', COUNTS],
  'summary.user': ['text', COUNTS],
  'summary.app': ['text', COUNTS],
  'summary.ipAddress': ['text', COUNTS],
  'summary.first': ['time', COUNTS],
  'summary.last': ['time', COUNTS],
  'summary.successUser': ['text', COUNTS],
  'summary.sprayAddress': ['text', COUNTS],
  'summary.sprayUsers': ['number', COUNTS],
  'summary.triedRow': ['text', COUNTS],
  'summary.successRow': ['text', COUNTS],

  'clock.now': ['time', 'clock of this computer'],

  'message.redirectUri': ['text', MESSAGE],
  'message.samlIssuer': ['text', MESSAGE],
  'message.samlDestination': ['text', MESSAGE],
  'message.error': ['text', MESSAGE],
  'message.description': ['text', MESSAGE],
  'message.subError': ['text', MESSAGE],
  'message.exception': ['text', MESSAGE],
  'message.issuer': ['text', MESSAGE],
  'message.subject': ['text', MESSAGE],
  'message.audience': ['text', MESSAGE],
  'message.httpStatus': ['number', MESSAGE],
  'message.tenant': ['text', MESSAGE],
  'message.serverErrorCode': ['text', MESSAGE],
  'message.serverMessage': ['text', MESSAGE],
  'message.deviceState': ['text', 'details below the error message'],
  'message.devicePlatform': ['text', 'details below the error message'],
} as const satisfies Record<string, readonly [ValueType, string]>;

/** A name of the vocabulary. */
export type FactName = keyof typeof FACTS;

/** What a record is, which is what a rule is asked about. */
export const RECORD_KINDS = [
  'log',
  'signIn',
  'summary',
  'dsregcmd',
  'event',
  'tpm',
  'policy',
  'deviceObject',
  'request',
  'app',
  'token',
  'caPolicy',
  'crossTenant',
  'platformSso',
  'appConfig',
  'message',
] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

const TYPES: ReadonlyMap<string, ValueType> = new Map(
  Object.entries(FACTS).map(([name, [type]]) => [name, type]),
);

/** @returns How the values of a fact read. */
export function typeOf(name: FactName): ValueType {
  return TYPES.get(name)!;
}

/** What we hold of an event's source, of an app and its list: the text prints none of it, so that no line shows it. */
const OUR_JUDGMENTS: ReadonlySet<FactName> = new Set([
  'event.isOurs',
  'app.kind',
  'app.showsRedirectUris',
  'app.redirectUriDiffers',
  'app.showsFederated',
  'federated.subjectIs',
  'federated.issuerIs',
  'federated.audienceIs',
  'summary.sprayAddress',
  'summary.sprayUsers',
  'caPolicy.reach',
  'caPolicy.excludesNobody',
  'caPolicy.legacyClients',
]);

/** @returns Whether a fact is what we hold of the record, and nothing that it prints. */
export function isOurJudgment(name: FactName): boolean {
  return OUR_JUDGMENTS.has(name);
}

/** @returns Where a fact is read, in the words of the page or tool. */
export function placeOf(name: FactName): string {
  return FACTS[name][1];
}
