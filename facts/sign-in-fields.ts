import { factsByOtherLabel, rowFactsByOtherLabel } from './sign-in-labels';
import type { SignInFactName } from './sign-in-vocabulary';
import { STATUS_HEADINGS } from './status-words';

/**
 * The fields of a sign-in: the fact, and the headings of the portal's download, English and Spanish, which are the labels
 * of the details pane as well. Both were seen in downloads; other languages stand in sign-in-labels.ts.
 */
const FIELDS: readonly (readonly [SignInFactName, ...headings: string[]])[] = [
  ['signIn.time', 'Date (UTC)', 'Date', 'Fecha (UTC)', 'TimeGenerated', 'CreatedDateTime'],
  ['signIn.count', '# sign-ins', 'Number of sign-ins'],
  ['signIn.requestId', 'Request ID', 'Id. de solicitud', 'Id'],
  ['signIn.userAgent', 'User agent', 'Agente de usuario', 'UserAgent'],
  ['signIn.correlationId', 'Correlation ID', 'Id. de correlación', 'CorrelationId'],
  ['signIn.userId', 'User ID', 'Id. de usuario', 'UserId'],
  ['signIn.userDisplayName', 'User', 'Usuario', 'UserDisplayName'],
  ['signIn.user', 'Username', 'Nombre de usuario', 'UserPrincipalName', 'User principal name'],
  ['signIn.userType', 'User type', 'Tipo de usuario', 'UserType'],
  [
    'signIn.crossTenantAccessType',
    'Cross tenant access type',
    'Tipo de acceso entre inquilinos',
    'CrossTenantAccessType',
  ],
  [
    'signIn.incomingTokenType',
    'Incoming token type',
    'Tipo de token entrante',
    'IncomingTokenType',
  ],
  [
    'signIn.protocol',
    'Authentication Protocol',
    'Protocolo de autenticación',
    'AuthenticationProtocol',
  ],
  [
    'signIn.transferMethod',
    'Original transfer method',
    'Método de transferencia original',
    'OriginalTransferMethod',
  ],
  [
    'signIn.credentialType',
    'Client credential type',
    'Tipo de credencial de cliente',
    'ClientCredentialType',
  ],
  [
    'signIn.tokenProtection',
    'Token Protection - Sign In Session',
    'Protección de token: sesión de inicio de sesión',
  ],
  [
    'signIn.tokenProtectionCode',
    'Token Protection - Sign In Session StatusCode',
    'Protección con tokens: código de estado de sesión de inicio de sesión',
  ],
  ['signIn.app', 'Application', 'Aplicación', 'AppDisplayName'],
  ['signIn.appId', 'Application ID', 'Id. de aplicación', 'AppId'],
  [
    'signIn.appOwnerTenantId',
    'App owner tenant ID',
    'Id. de inquilino del propietario de la aplicación',
    'AppOwnerTenantId',
  ],
  ['signIn.resource', 'Resource', 'Recurso', 'ResourceDisplayName'],
  ['signIn.resourceId', 'Resource ID', 'Id. de recurso', 'ResourceIdentity'],
  [
    'signIn.resourceTenantId',
    'Resource tenant ID',
    'Id. de inquilino de recursos',
    'ResourceTenantId',
  ],
  [
    'signIn.resourceOwnerTenantId',
    'Resource owner tenant ID',
    'Id. de inquilino del administrador del recurso',
    'ResourceOwnerTenantId',
  ],
  ['signIn.homeTenantId', 'Home tenant ID', 'Id. de inquilino inicial', 'HomeTenantId'],
  ['signIn.ipAddress', 'IP address', 'Dirección IP', 'IPAddress'],
  ['signIn.location', 'Location', 'Ubicación'],
  ['signIn.country', 'Country'],
  [
    'signIn.asn',
    'Autonomous system number',
    'Número de sistema autónomo',
    'AutonomousSystemNumber',
  ],
  ['signIn.status', ...STATUS_HEADINGS],
  ['signIn.errorCode', 'Sign-in error code', 'Código de error de inicio de sesión', 'ResultType'],
  ['signIn.failureReason', 'Failure reason', 'Motivo del error', 'ResultDescription'],
  ['signIn.additionalDetails', 'Additional Details'],
  ['signIn.clientApp', 'Client app', 'Aplicación cliente', 'ClientAppUsed'],
  ['signIn.deviceId', 'Device ID', 'Id. de dispositivo'],
  ['signIn.deviceName', 'Device name'],
  ['signIn.browser', 'Browser', 'Explorador'],
  ['signIn.operatingSystem', 'Operating System', 'Sistema operativo'],
  ['signIn.isCompliant', 'Compliant', 'Conforme'],
  ['signIn.isManaged', 'Managed', 'Administrada'],
  ['signIn.trustType', 'Join Type', 'Tipo de unión'],
  [
    'signIn.mfaResult',
    'Multifactor authentication result',
    'Resultado de la autenticación multifactor',
  ],
  [
    'signIn.mfaMethod',
    'Multifactor authentication auth method',
    'Método de autenticación de la autenticación multifactor',
  ],
  [
    'signIn.mfaDetail',
    'Multifactor authentication auth detail',
    'Detalle de autenticación de la autenticación multifactor',
  ],
  [
    'signIn.authenticationRequirement',
    'Authentication requirement',
    'Requisito de autenticación',
    'AuthenticationRequirement',
  ],
  ['signIn.authenticationMethod', 'Authentication method'],
  ['signIn.authenticationMethodDetail', 'Authentication method detail'],
  ['signIn.authenticationSucceeded', 'Succeeded'],
  ['signIn.authenticationResult', 'Result detail'],
  [
    'signIn.identifier',
    'Sign-in identifier',
    'Identificador de inicio de sesión',
    'SignInIdentifier',
  ],
  ['signIn.sessionId', 'Session ID', 'Id. de sesión', 'SessionId'],
  [
    'signIn.ipAddressOfResource',
    'IP address (seen by resource)',
    'Dirección IP (vista por recurso)',
    'IPAddressFromResourceProvider',
  ],
  ['signIn.globalSecureAccess', 'Through Global Secure Access', 'Mediante Acceso global seguro'],
  ['signIn.flaggedForReview', 'Flagged for review', 'Marcado para revisión', 'FlaggedForReview'],
  ['signIn.tokenIssuerType', 'Token issuer type', 'Tipo de emisor de tokens', 'TokenIssuerType'],
  ['signIn.tokenIssuerName', 'Token issuer name', 'Nombre del emisor de tokens', 'TokenIssuerName'],
  ['signIn.latency', 'Latency', 'Latencia'],
  [
    'signIn.conditionalAccess',
    'Conditional Access',
    'Acceso condicional',
    'ConditionalAccessStatus',
  ],
  ['signIn.managedIdentityType', 'Managed Identity type', 'Tipo de identidad administrada'],
  ['signIn.servicePrincipalId', 'Service principal ID', 'ServicePrincipalId'],
  ['signIn.servicePrincipalName', 'Service principal name', 'ServicePrincipalName'],
  ['signIn.credentialKeyId', 'Credential key ID', 'ServicePrincipalCredentialKeyId'],
  ['signIn.credentialThumbprint', 'Credential thumbprint', 'ServicePrincipalCredentialThumbprint'],
  ['signIn.isInteractive', 'IsInteractive'],
  ['signIn.riskLevel', 'Risk level (real-time)', 'RiskLevelDuringSignIn'],
  ['signIn.aggregateRiskLevel', 'Risk level (aggregate)', 'RiskLevelAggregated'],
  ['signIn.riskState', 'Risk state', 'RiskState'],
  ['signIn.riskDetail', 'Risk detail', 'RiskDetail'],
];

/** Facts by heading. */
const HEADINGS: ReadonlyMap<string, SignInFactName> = new Map(
  FIELDS.flatMap(([name, ...headings]) =>
    headings.map((one) => [plainHeading(one), name] as const),
  ),
);

/** A heading without case, doubled blanks, the zone of Log Analytics and the number of a second column of one name. */
export function plainHeading(heading: string): string {
  return heading
    .replace(/ \[[^\]]{1,40}\]$|_\d$/g, '')
    .replace(/\s{1,9}/g, ' ')
    .replace(/’/g, "'")
    .trim()
    .toLowerCase();
}

/** @returns The fact that a column, or a row of the details pane, is. */
export function factOfHeading(heading: string): SignInFactName | undefined {
  const plain = plainHeading(heading);
  return HEADINGS.get(plain) ?? factsByOtherLabel.get(plain);
}

/** @returns The same for what lists are read for; a column of anything else may be undefined. */
export function rowFactOfHeading(heading: string): SignInFactName | undefined {
  const plain = plainHeading(heading);
  return HEADINGS.get(plain) ?? rowFactsByOtherLabel.get(plain);
}

/** @returns A form that each heading of a fact has somewhere, and that most lines of a text lack. */
export function headingForm(fact: SignInFactName): RegExp {
  const headings = [...HEADINGS, ...factsByOtherLabel].flatMap(([heading, name]) =>
    name === fact ? [heading.replace(/ /g, '\\s{1,9}').replace(/'/g, "['’]")] : [],
  );
  return new RegExp(headings.join('|'), 'i');
}
