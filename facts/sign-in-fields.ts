import type { FactName } from './vocabulary';

/**
 * The fields of a sign-in: the fact, its paths in JSON (Graph, Azure Monitor) in lower case, and the headings of the
 * portal's download, English and Spanish, which are the labels of the details pane as well.
 */
const FIELDS: readonly (readonly [FactName, paths: string, ...headings: string[]])[] = [
  [
    'signIn.time',
    'createddatetime time timegenerated',
    'Date (UTC)',
    'Date',
    'Fecha (UTC)',
    'TimeGenerated',
    'CreatedDateTime',
  ],
  ['signIn.requestId', 'id', 'Request ID', 'Id. de solicitud', 'Id'],
  ['signIn.userAgent', 'useragent', 'User agent', 'Agente de usuario', 'UserAgent'],
  [
    'signIn.correlationId',
    'correlationid',
    'Correlation ID',
    'Id. de correlación',
    'CorrelationId',
  ],
  ['signIn.userId', 'userid', 'User ID', 'Id. de usuario', 'UserId'],
  ['signIn.userDisplayName', 'userdisplayname', 'User', 'Usuario', 'UserDisplayName'],
  ['signIn.user', 'userprincipalname', 'Username', 'Nombre de usuario', 'UserPrincipalName'],
  ['signIn.userType', 'usertype', 'User type', 'Tipo de usuario', 'UserType'],
  [
    'signIn.crossTenantAccessType',
    'crosstenantaccesstype',
    'Cross tenant access type',
    'Tipo de acceso entre inquilinos',
    'CrossTenantAccessType',
  ],
  [
    'signIn.incomingTokenType',
    'incomingtokentype',
    'Incoming token type',
    'Tipo de token entrante',
    'IncomingTokenType',
  ],
  [
    'signIn.protocol',
    'authenticationprotocol',
    'Authentication Protocol',
    'Protocolo de autenticación',
    'AuthenticationProtocol',
  ],
  [
    'signIn.transferMethod',
    'originaltransfermethod',
    'Original transfer method',
    'Método de transferencia original',
    'OriginalTransferMethod',
  ],
  [
    'signIn.credentialType',
    'clientcredentialtype',
    'Client credential type',
    'Tipo de credencial de cliente',
    'ClientCredentialType',
  ],
  [
    'signIn.tokenProtection',
    'tokenprotectionstatusdetails.signinsessionstatus',
    'Token Protection - Sign In Session',
    'Protección de token: sesión de inicio de sesión',
  ],
  [
    'signIn.tokenProtectionCode',
    'tokenprotectionstatusdetails.signinsessionstatuscode',
    'Token Protection - Sign In Session StatusCode',
    'Protección con tokens: código de estado de sesión de inicio de sesión',
  ],
  ['signIn.app', 'appdisplayname', 'Application', 'Aplicación', 'AppDisplayName'],
  ['signIn.appId', 'appid', 'Application ID', 'Id. de aplicación', 'AppId'],
  [
    'signIn.appOwnerTenantId',
    'appownertenantid',
    'App owner tenant ID',
    'Id. de inquilino del propietario de la aplicación',
    'AppOwnerTenantId',
  ],
  ['signIn.resource', 'resourcedisplayname', 'Resource', 'Recurso', 'ResourceDisplayName'],
  ['signIn.resourceId', 'resourceid', 'Resource ID', 'Id. de recurso', 'ResourceIdentity'],
  [
    'signIn.resourceTenantId',
    'resourcetenantid',
    'Resource tenant ID',
    'Id. de inquilino de recursos',
    'ResourceTenantId',
  ],
  [
    'signIn.resourceOwnerTenantId',
    'resourceownertenantid',
    'Resource owner tenant ID',
    'Id. de inquilino del administrador del recurso',
    'ResourceOwnerTenantId',
  ],
  [
    'signIn.homeTenantId',
    'hometenantid',
    'Home tenant ID',
    'Id. de inquilino inicial',
    'HomeTenantId',
  ],
  ['signIn.ipAddress', 'ipaddress calleripaddress', 'IP address', 'Dirección IP', 'IPAddress'],
  ['signIn.location', 'location.city', 'Location', 'Ubicación'],
  ['signIn.country', 'location.countryorregion', 'Country'],
  ['signIn.namedLocation', 'networklocationdetails[].networknames[]'],
  [
    'signIn.asn',
    'autonomoussystemnumber',
    'Autonomous system number',
    'Número de sistema autónomo',
    'AutonomousSystemNumber',
  ],
  ['signIn.status', '', 'Status', 'Estado'],
  [
    'signIn.errorCode',
    'status.errorcode resulttype',
    'Sign-in error code',
    'Código de error de inicio de sesión',
    'ResultType',
  ],
  [
    'signIn.failureReason',
    'status.failurereason resultdescription',
    'Failure reason',
    'Motivo del error',
    'ResultDescription',
  ],
  ['signIn.additionalDetails', 'status.additionaldetails', 'Additional Details'],
  ['signIn.clientApp', 'clientappused', 'Client app', 'Aplicación cliente', 'ClientAppUsed'],
  ['signIn.deviceId', 'devicedetail.deviceid', 'Device ID', 'Id. de dispositivo'],
  ['signIn.deviceName', 'devicedetail.displayname', 'Device name'],
  ['signIn.browser', 'devicedetail.browser', 'Browser', 'Explorador'],
  [
    'signIn.operatingSystem',
    'devicedetail.operatingsystem',
    'Operating System',
    'Sistema operativo',
  ],
  ['signIn.isCompliant', 'devicedetail.iscompliant', 'Compliant', 'Conforme'],
  ['signIn.isManaged', 'devicedetail.ismanaged', 'Managed', 'Administrada'],
  ['signIn.trustType', 'devicedetail.trusttype', 'Join Type', 'Tipo de unión'],
  [
    'signIn.mfaResult',
    'mfadetail.authdetail',
    'Multifactor authentication result',
    'Resultado de la autenticación multifactor',
  ],
  [
    'signIn.mfaMethod',
    'mfadetail.authmethod',
    'Multifactor authentication auth method',
    'Método de autenticación de la autenticación multifactor',
  ],
  [
    'signIn.mfaDetail',
    '',
    'Multifactor authentication auth detail',
    'Detalle de autenticación de la autenticación multifactor',
  ],
  [
    'signIn.authenticationRequirement',
    'authenticationrequirement',
    'Authentication requirement',
    'Requisito de autenticación',
    'AuthenticationRequirement',
  ],
  [
    'signIn.authenticationMethod',
    'authenticationdetails[].authenticationmethod',
    'Authentication method',
  ],
  [
    'signIn.authenticationMethodDetail',
    'authenticationdetails[].authenticationmethoddetail',
    'Authentication method detail',
  ],
  ['signIn.authenticationSucceeded', 'authenticationdetails[].succeeded', 'Succeeded'],
  [
    'signIn.authenticationResult',
    'authenticationdetails[].authenticationstepresultdetail',
    'Result detail',
  ],
  [
    'signIn.identifier',
    'signinidentifier',
    'Sign-in identifier',
    'Identificador de inicio de sesión',
    'SignInIdentifier',
  ],
  ['signIn.sessionId', 'sessionid', 'Session ID', 'Id. de sesión', 'SessionId'],
  [
    'signIn.ipAddressOfResource',
    'ipaddressfromresourceprovider',
    'IP address (seen by resource)',
    'Dirección IP (vista por recurso)',
    'IPAddressFromResourceProvider',
  ],
  [
    'signIn.globalSecureAccess',
    'isthroughglobalsecureaccess',
    'Through Global Secure Access',
    'Mediante Acceso global seguro',
  ],
  [
    'signIn.flaggedForReview',
    'flaggedforreview',
    'Flagged for review',
    'Marcado para revisión',
    'FlaggedForReview',
  ],
  [
    'signIn.tokenIssuerType',
    'tokenissuertype',
    'Token issuer type',
    'Tipo de emisor de tokens',
    'TokenIssuerType',
  ],
  [
    'signIn.tokenIssuerName',
    'tokenissuername',
    'Token issuer name',
    'Nombre del emisor de tokens',
    'TokenIssuerName',
  ],
  ['signIn.latency', 'processingtimeinmilliseconds', 'Latency', 'Latencia'],
  [
    'signIn.conditionalAccess',
    'conditionalaccessstatus',
    'Conditional Access',
    'Acceso condicional',
    'ConditionalAccessStatus',
  ],
  [
    'signIn.managedIdentityType',
    'managedserviceidentity.msitype managedidentitytype',
    'Managed Identity type',
    'Tipo de identidad administrada',
  ],
  ['signIn.servicePrincipalId', 'serviceprincipalid', 'Service principal ID', 'ServicePrincipalId'],
  [
    'signIn.servicePrincipalName',
    'serviceprincipalname',
    'Service principal name',
    'ServicePrincipalName',
  ],
  [
    'signIn.credentialKeyId',
    'serviceprincipalcredentialkeyid',
    'Credential key ID',
    'ServicePrincipalCredentialKeyId',
  ],
  [
    'signIn.credentialThumbprint',
    'serviceprincipalcredentialthumbprint',
    'Credential thumbprint',
    'ServicePrincipalCredentialThumbprint',
  ],
  ['signIn.isInteractive', 'isinteractive', 'IsInteractive'],
  ['signIn.eventType', 'signineventtypes[]'],
  ['signIn.riskLevel', 'risklevelduringsignin', 'Risk level (real-time)', 'RiskLevelDuringSignIn'],
  ['signIn.userRiskLevel', 'risklevelaggregated', 'Risk level (aggregate)', 'RiskLevelAggregated'],
  ['signIn.riskState', 'riskstate', 'Risk state', 'RiskState'],
  ['signIn.riskDetail', 'riskdetail', 'Risk detail', 'RiskDetail'],
  ['signIn.riskEvent', 'riskeventtypes_v2[]'],
];

/** Facts by path in JSON. */
export const SIGN_IN_PATHS: ReadonlyMap<string, FactName> = new Map(
  FIELDS.flatMap(([name, paths]) =>
    paths
      .split(' ')
      .filter(Boolean)
      .map((path) => [path, name] as const),
  ),
);

/** Facts by heading. */
const HEADINGS: ReadonlyMap<string, FactName> = new Map(
  FIELDS.flatMap(([name, , ...headings]) =>
    headings.map((one) => [plainHeading(one), name] as const),
  ),
);

/** Headings of cells of Log Analytics that hold JSON, and the path that this JSON has in Graph's form. */
export const JSON_HEADINGS: Readonly<Record<string, string>> = {
  devicedetail: 'devicedetail',
  status: 'status',
  locationdetails: 'location',
  mfadetail: 'mfadetail',
  authenticationdetails: 'authenticationdetails',
  networklocationdetails: 'networklocationdetails',
  conditionalaccesspolicies: 'appliedconditionalaccesspolicies',
};

/** A heading without case, doubled blanks, the zone of Log Analytics and the number of a second column of one name. */
export function plainHeading(heading: string): string {
  return heading
    .replace(/ \[[^\]]{1,40}\]$|_\d$/g, '')
    .replace(/\s{1,9}/g, ' ')
    .trim()
    .toLowerCase();
}

/** @returns The fact that a column, or a row of the details pane, is. */
export function factOfHeading(heading: string): FactName | undefined {
  return HEADINGS.get(plainHeading(heading));
}
