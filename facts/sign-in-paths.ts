import type { SignInFactName } from './sign-in-vocabulary';

/** The fields of a sign-in in JSON (Graph, Azure Monitor): the fact, and its paths in lower case. */
const PATHS: readonly (readonly [SignInFactName, paths: string])[] = [
  ['signIn.time', 'createddatetime time timegenerated firstsignindatetime'],
  ['signIn.count', 'signincount'],
  ['signIn.requestId', 'id'],
  ['signIn.userAgent', 'useragent'],
  ['signIn.correlationId', 'correlationid'],
  ['signIn.userId', 'userid'],
  ['signIn.userDisplayName', 'userdisplayname'],
  ['signIn.user', 'userprincipalname'],
  ['signIn.userType', 'usertype'],
  ['signIn.crossTenantAccessType', 'crosstenantaccesstype'],
  ['signIn.incomingTokenType', 'incomingtokentype'],
  ['signIn.protocol', 'authenticationprotocol'],
  ['signIn.transferMethod', 'originaltransfermethod'],
  ['signIn.credentialType', 'clientcredentialtype'],
  ['signIn.tokenProtection', 'tokenprotectionstatusdetails.signinsessionstatus'],
  ['signIn.tokenProtectionCode', 'tokenprotectionstatusdetails.signinsessionstatuscode'],
  ['signIn.app', 'appdisplayname'],
  ['signIn.appId', 'appid'],
  ['signIn.appOwnerTenantId', 'appownertenantid'],
  ['signIn.resource', 'resourcedisplayname'],
  ['signIn.resourceId', 'resourceid'],
  ['signIn.resourceTenantId', 'resourcetenantid'],
  ['signIn.resourceOwnerTenantId', 'resourceownertenantid'],
  ['signIn.homeTenantId', 'hometenantid'],
  ['signIn.ipAddress', 'ipaddress calleripaddress'],
  ['signIn.location', 'location.city'],
  ['signIn.country', 'location.countryorregion'],
  ['signIn.namedLocation', 'networklocationdetails[].networknames[]'],
  ['signIn.asn', 'autonomoussystemnumber'],
  ['signIn.errorCode', 'status.errorcode resulttype'],
  ['signIn.failureReason', 'status.failurereason resultdescription'],
  ['signIn.additionalDetails', 'status.additionaldetails'],
  ['signIn.clientApp', 'clientappused'],
  ['signIn.deviceId', 'devicedetail.deviceid'],
  ['signIn.deviceName', 'devicedetail.displayname'],
  ['signIn.browser', 'devicedetail.browser'],
  ['signIn.operatingSystem', 'devicedetail.operatingsystem'],
  ['signIn.isCompliant', 'devicedetail.iscompliant'],
  ['signIn.isManaged', 'devicedetail.ismanaged'],
  ['signIn.trustType', 'devicedetail.trusttype'],
  ['signIn.mfaResult', 'mfadetail.authdetail'],
  ['signIn.mfaMethod', 'mfadetail.authmethod'],
  ['signIn.authenticationRequirement', 'authenticationrequirement'],
  ['signIn.authenticationMethod', 'authenticationdetails[].authenticationmethod'],
  ['signIn.authenticationMethodDetail', 'authenticationdetails[].authenticationmethoddetail'],
  ['signIn.authenticationSucceeded', 'authenticationdetails[].succeeded'],
  ['signIn.authenticationResult', 'authenticationdetails[].authenticationstepresultdetail'],
  ['signIn.identifier', 'signinidentifier'],
  ['signIn.sessionId', 'sessionid'],
  ['signIn.ipAddressOfResource', 'ipaddressfromresourceprovider'],
  ['signIn.globalSecureAccess', 'isthroughglobalsecureaccess'],
  ['signIn.flaggedForReview', 'flaggedforreview'],
  ['signIn.tokenIssuerType', 'tokenissuertype'],
  ['signIn.tokenIssuerName', 'tokenissuername'],
  ['signIn.latency', 'processingtimeinmilliseconds'],
  ['signIn.conditionalAccess', 'conditionalaccessstatus'],
  ['signIn.managedIdentityType', 'managedserviceidentity.msitype managedidentitytype'],
  ['signIn.servicePrincipalId', 'serviceprincipalid'],
  ['signIn.servicePrincipalName', 'serviceprincipalname'],
  ['signIn.credentialKeyId', 'serviceprincipalcredentialkeyid'],
  ['signIn.credentialThumbprint', 'serviceprincipalcredentialthumbprint'],
  ['signIn.isInteractive', 'isinteractive'],
  ['signIn.eventType', 'signineventtypes[]'],
  ['signIn.riskLevel', 'risklevelduringsignin'],
  ['signIn.aggregateRiskLevel', 'risklevelaggregated'],
  ['signIn.riskState', 'riskstate'],
  ['signIn.riskDetail', 'riskdetail'],
  ['signIn.riskEvent', 'riskeventtypes_v2[]'],
];

/** Facts by path in JSON. */
export const SIGN_IN_PATHS: ReadonlyMap<string, SignInFactName> = new Map(
  PATHS.flatMap(([name, paths]) => paths.split(' ').map((path) => [path, name] as const)),
);

/** Headings of cells of Log Analytics that hold JSON, and the path that this JSON has in Graph's form. */
export const JSON_HEADINGS: Readonly<Record<string, string>> = Object.assign(Object.create(null), {
  devicedetail: 'devicedetail',
  status: 'status',
  locationdetails: 'location',
  mfadetail: 'mfadetail',
  authenticationdetails: 'authenticationdetails',
  networklocationdetails: 'networklocationdetails',
  conditionalaccesspolicies: 'appliedconditionalaccesspolicies',
});

/** How exports of Log Analytics name the type of a column behind its name. */
const TYPE_ENDING = /_(?:dynamic|string|[dsgbt])$/;

/** @returns The path in Graph's form that an object under a key has. */
export const pathOfObject = (key: string): string | undefined => {
  const name = key.toLowerCase();
  return JSON_HEADINGS[name] ?? JSON_HEADINGS[name.replace(TYPE_ENDING, '')];
};
