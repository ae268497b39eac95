/** A value that is one of these words. What is printed otherwise is kept as it is. */
type Words = readonly string[];

/** How the values of a fact read, and so what a rule may compare it with. */
export type ValueType = 'text' | 'time' | 'number' | 'code' | Words;

export const YES_NO = ['YES', 'NO'] as const;

// Where facts are read, in the words of the page: what a reader is told to open.
const BASIC = 'Basic info tab of the sign-in';
const LOCATION = 'Location tab of the sign-in';
const DEVICE_TAB = 'Device info tab of the sign-in';
const AUTH_TAB = 'Authentication Details tab of the sign-in';
const CA_TAB = 'Conditional Access tab of the sign-in';
const ADDITIONAL = 'Additional Details tab of the sign-in';
const LIST = 'the tab of the sign-in logs that lists the row';
const RISK = 'the reports on risky sign-ins and risky users';

/** The part of the vocabulary that is read on pages: name, type of its values, where it is read. */
export const SIGN_IN_FACTS = {
  'signIn.errorCode': ['code', BASIC],
  'signIn.status': [['Success', 'Failure', 'Interrupted'], BASIC],
  'signIn.failureReason': ['text', BASIC],
  'signIn.additionalDetails': ['text', BASIC],
  'signIn.time': ['time', BASIC],
  'signIn.count': ['number', LIST],
  'signIn.requestId': ['text', BASIC],
  'signIn.correlationId': ['text', BASIC],
  'signIn.user': ['text', BASIC],
  // In place of the code, its reason and details.
  'signIn.statusType': ['text', BASIC],
  'signIn.userId': ['text', BASIC],
  'signIn.userDisplayName': ['text', BASIC],
  'signIn.userType': [['Member', 'Guest'], BASIC],
  'signIn.identifier': ['text', BASIC],
  'signIn.app': ['text', BASIC],
  'signIn.appId': ['text', BASIC],
  'signIn.appOwnerTenantId': ['text', BASIC],
  'signIn.resource': ['text', BASIC],
  'signIn.resourceId': ['text', BASIC],
  'signIn.resourceTenantId': ['text', BASIC],
  'signIn.resourceOwnerTenantId': ['text', BASIC],
  'signIn.homeTenantId': ['text', BASIC],
  'signIn.crossTenantAccessType': ['text', BASIC],
  'signIn.clientApp': ['text', BASIC],
  'signIn.userAgent': ['text', BASIC],
  'signIn.tokenIssuerType': ['text', BASIC],
  'signIn.tokenIssuerName': ['text', BASIC],
  'signIn.incomingTokenType': ['text', BASIC],
  'signIn.eventType': [
    ['interactiveUser', 'nonInteractiveUser', 'servicePrincipal', 'managedIdentity'],
    LIST,
  ],
  'signIn.isInteractive': [YES_NO, LIST],
  'signIn.servicePrincipalId': ['text', BASIC],
  'signIn.servicePrincipalName': ['text', BASIC],
  'signIn.credentialType': ['text', BASIC],
  'signIn.credentialKeyId': ['text', BASIC],
  'signIn.credentialThumbprint': ['text', BASIC],
  'signIn.managedIdentityType': ['text', BASIC],
  'signIn.authenticationRequirement': [
    ['singleFactorAuthentication', 'multiFactorAuthentication'],
    BASIC,
  ],
  'signIn.flaggedForReview': [YES_NO, BASIC],
  'signIn.sessionId': ['text', BASIC],
  'signIn.protocol': ['text', ADDITIONAL],
  'signIn.transferMethod': ['text', ADDITIONAL],
  'signIn.latency': ['number', ADDITIONAL],
  'signIn.tokenProtection': ['text', ADDITIONAL],
  'signIn.tokenProtectionCode': ['text', ADDITIONAL],
  'signIn.ipAddress': ['text', LOCATION],
  'signIn.ipAddressOfResource': ['text', LOCATION],
  'signIn.location': ['text', LOCATION],
  'signIn.country': ['text', LOCATION],
  'signIn.namedLocation': ['text', LOCATION],
  'signIn.asn': ['number', LOCATION],
  'signIn.globalSecureAccess': [YES_NO, LOCATION],
  'signIn.deviceId': ['text', DEVICE_TAB],
  'signIn.deviceName': ['text', DEVICE_TAB],
  'signIn.operatingSystem': ['text', DEVICE_TAB],
  'signIn.browser': ['text', DEVICE_TAB],
  'signIn.isCompliant': [YES_NO, DEVICE_TAB],
  'signIn.isManaged': [YES_NO, DEVICE_TAB],
  'signIn.trustType': [['joined', 'hybrid joined', 'registered'], DEVICE_TAB],
  'signIn.mfaResult': ['text', AUTH_TAB],
  'signIn.mfaMethod': ['text', AUTH_TAB],
  'signIn.mfaDetail': ['text', AUTH_TAB],
  'signIn.authenticationMethod': ['text', AUTH_TAB],
  'signIn.authenticationMethodDetail': ['text', AUTH_TAB],
  'signIn.authenticationResult': ['text', AUTH_TAB],
  'signIn.authenticationSucceeded': [YES_NO, AUTH_TAB],
  'signIn.conditionalAccess': [['success', 'failure', 'notApplied', 'unknown'], CA_TAB],
  'signIn.policy': ['text', CA_TAB],
  'signIn.failedPolicy': ['text', CA_TAB],
  'signIn.failedControl': ['text', CA_TAB],
  'signIn.reportOnlyPolicy': ['text', CA_TAB],
  'signIn.riskLevel': [['none', 'low', 'medium', 'high', 'hidden'], RISK],
  'signIn.aggregateRiskLevel': [['none', 'low', 'medium', 'high', 'hidden'], RISK],
  'signIn.riskState': ['text', RISK],
  'signIn.riskDetail': ['text', RISK],
  'signIn.riskEvent': ['text', RISK],
} as const satisfies Record<string, readonly [ValueType, string]>;

export type SignInFactName = keyof typeof SIGN_IN_FACTS;

/** @returns Where a fact of a sign-in is read, in the words of the page. */
export function placeOfSignIn(name: string): string {
  return SIGN_IN_FACTS[name as SignInFactName]?.[1] ?? '';
}
