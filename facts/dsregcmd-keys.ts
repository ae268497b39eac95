import { beginnings, Question, SIGN, type Line } from './lines';
import type { FactName } from './vocabulary';

/** Rows of one section: what is printed, and the fact that it is. */
type Rows = Readonly<Record<string, FactName>>;

const DEVICE: Rows = {
  AzureAdJoined: 'device.azureAdJoined',
  EnterpriseJoined: 'device.enterpriseJoined',
  DomainJoined: 'device.domainJoined',
  DomainName: 'device.domainName',
  'Virtual Desktop': 'device.virtualDesktop',
  'Device Name': 'device.name',
  DeviceName: 'device.name',
  DeviceId: 'device.id',
  Thumbprint: 'device.thumbprint',
  DeviceCertificateValidity: 'device.certificateValidity',
  KeyContainerId: 'device.keyContainerId',
  KeyProvider: 'device.keyProvider',
  TpmProtected: 'device.tpmProtected',
  DeviceAuthStatus: 'device.authStatus',
  KeySignTest: 'device.keySignTest',
  AadRecoveryEnabled: 'device.aadRecoveryEnabled',
  AadRecoveryNeeded: 'device.aadRecoveryEnabled',
  DisplayNameUpdated: 'device.displayNameUpdated',
  OsVersionUpdated: 'device.osVersionUpdated',
  HostNameUpdated: 'device.hostNameUpdated',
  'Last HostName Update': 'device.lastHostNameUpdate',
};

const TENANT: Rows = {
  TenantName: 'tenant.name',
  TenantId: 'tenant.id',
  Idp: 'tenant.idp',
  MdmUrl: 'tenant.mdmUrl',
  ...Object.fromEntries(
    (
      'AuthCodeUrl AccessTokenUrl MdmTouUrl MdmComplianceUrl SettingsUrl JoinSrvVersion JoinSrvUrl JoinSrvId ' +
      'KeySrvVersion KeySrvUrl KeySrvId WebAuthNSrvVersion WebAuthNSrvUrl WebAuthNSrvId ' +
      'DeviceManagementSrvVer DeviceManagementSrvVersion DeviceManagementSrvUrl DeviceManagementSrvId'
    )
      .split(' ')
      .map((key) => [key, 'tenant.endpoint'] as const),
  ),
};

const USER: Rows = {
  NgcSet: 'user.ngcSet',
  NgcKeyId: 'user.ngcKeyId',
  CanReset: 'user.canReset',
  WorkplaceJoined: 'user.workplaceJoined',
  WorkAccountCount: 'user.workAccountCount',
  WamDefaultSet: 'user.wamDefaultSet',
  WamDefaultAuthority: 'user.wamDefaultAuthority',
  WamDefaultId: 'user.wamDefaultId',
  WamDefaultGUID: 'user.wamDefaultGuid',
  WorkplaceDeviceId: 'workAccount.deviceId',
  WorkplaceThumbprint: 'workAccount.thumbprint',
  WorkplaceIdp: 'workAccount.idp',
  WorkplaceTenantId: 'workAccount.tenantId',
  WorkplaceTenantName: 'workAccount.tenantName',
  WorkplaceMdmUrl: 'workAccount.mdmUrl',
  WorkplaceSettingsUrl: 'workAccount.settingsUrl',
};

const SSO: Rows = {
  AzureAdPrt: 'prt.present',
  AzureAdPrtUpdateTime: 'prt.updateTime',
  AzureAdPrtExpiryTime: 'prt.expiryTime',
  AzureAdPrtAuthority: 'prt.authority',
  AcquirePrtDiagnostics: 'prt.acquireDiagnostics',
  RefreshPrtDiagnostics: 'prt.refreshDiagnostics',
  'Previous Prt Attempt': 'prt.attemptTime',
  'Attempt Status': 'prt.attemptStatus',
  'User Identity': 'prt.userIdentity',
  'Credential Type': 'prt.credentialType',
  'Correlation ID': 'prt.correlationId',
  'Endpoint URI': 'prt.endpoint',
  'HTTP Method': 'prt.httpMethod',
  'HTTP Error': 'prt.httpError',
  'HTTP status': 'prt.httpStatus',
  'Server Error Code': 'prt.serverErrorCode',
  'Server Error Description': 'prt.serverErrorDescription',
  EnterprisePrt: 'enterprisePrt.present',
  EnterprisePrtUpdateTime: 'enterprisePrt.updateTime',
  EnterprisePrtExpiryTime: 'enterprisePrt.expiryTime',
  EnterprisePrtAuthority: 'enterprisePrt.authority',
  OnPremTgt: 'sso.onPremTgt',
  CloudTgt: 'sso.cloudTgt',
  KerbTopLevelNames: 'sso.kerberosNames',
};

const DIAGNOSTIC: Rows = {
  'Diagnostics Reference': 'join.debugValue',
  'User Context': 'run.userContext',
  'Client Time': 'run.clientTime',
  'Executing Account Name': 'run.account',
  'AD Connectivity Test': 'join.adConnectivity',
  'AD Configuration Test': 'join.adConfiguration',
  'DRS Discovery Test': 'join.drsDiscovery',
  'DRS Connectivity Test': 'join.drsConnectivity',
  'Kerberos Ticket Test': 'join.kerberosTicket',
  'Token acquisition Test': 'join.tokenAcquisition',
  'Fallback to Sync-Join': 'join.fallbackToSync',
  'Fallback to Fed-Join': 'join.fallbackToFed',
  'Previous Registration': 'join.previousRegistration',
  'Registration Type': 'join.registrationType',
  'Error Phase': 'join.errorPhase',
  'Client ErrorCode': 'join.clientErrorCode',
  'Server ErrorCode': 'join.serverErrorCode',
  'Server Message': 'join.serverMessage',
  'Https Status': 'join.httpsStatus',
  'Request Id': 'join.requestId',
};

const HELLO: Rows = {
  NgcPreReq: 'hello.preRequisites',
  IsDeviceJoined: 'hello.isDeviceJoined',
  IsUserAzureAD: 'hello.isUserAzureAd',
  PolicyEnabled: 'hello.policyEnabled',
  PostLogonEnabled: 'hello.postLogonEnabled',
  DeviceEligible: 'hello.deviceEligible',
  SessionIsNotRemote: 'hello.sessionIsNotRemote',
  X509CertRequired: 'hello.certificateRequired',
  CertEnrollment: 'hello.certEnrollment',
  ScepReady: 'hello.scepReady',
  AdfsRefreshToken: 'hello.adfsRefreshToken',
  AdfsRaIsReady: 'hello.adfsRaIsReady',
  LogonCertTemplateReady: 'hello.logonCertTemplateReady',
  // Not the row OnPremTgt of SSO State; before 23H2 it was CloudTGT.
  OnPremTGT: 'hello.onPremTgt',
  CloudTGT: 'hello.onPremTgt',
  PreReqResult: 'hello.result',
};

/** What `dsregcmd /debug /join` prints, and event 331 repeats. */
export const DEBUG_KEYS: Rows = {
  preCheckResult: 'join.preCheckResult',
  deviceKeysHealthy: 'join.deviceKeysHealthy',
  isJoined: 'join.isJoined',
  isDcAvailable: 'join.isDcAvailable',
  isSystem: 'join.isSystem',
  isPrivateKeyFound: 'join.isPrivateKeyFound',
  keyProvider: 'join.debugValue',
  keyContainer: 'join.debugValue',
  dsrInstance: 'join.drsInstance',
  elapsedSeconds: 'join.debugValue',
  resultCode: 'join.resultCode',
  AdalErrorCode: 'join.debugValue',
  ClientRequestId: 'join.requestId',
  TenantType: 'join.tenantType',
  AutoJoinEnabled: 'join.debugValue',
  // As the command spells it.
  TenandID: 'tenant.id',
};

const PROXY: Rows = {
  'Auto Detect Settings': 'proxy.autoDetect',
  'Auto Detect PAC Status': 'proxy.autoDetect',
  'Auto-Configuration URL': 'proxy.autoConfigUrl',
  'Proxy Server List': 'proxy.servers',
  'Proxy Bypass List': 'proxy.bypass',
  'Access Type': 'proxy.accessType',
};

/** Every row of dsregcmd by its key as printed. */
export const DSREGCMD_KEYS: ReadonlyMap<string, FactName> = new Map(
  [DEVICE, TENANT, USER, SSO, DIAGNOSTIC, HELLO, DEBUG_KEYS, PROXY].flatMap((rows) =>
    Object.entries(rows),
  ),
);

/** Keys of several words that no other output has: `AttemptStatus`, but not `CorrelationID`. */
const OF_WORDS =
  / .*(?:Test|Join|Error ?(?:Code|Description)|Account|Registration)|Prt |Attempt|Identity$|^Error /;

/** A key as dsregcmd prints it, and the fact that it is. */
interface LooseKey {
  key: string;
  name: FactName;
  /** It lost its blanks: other products have keys of that name, so that it tells nothing alone. */
  isCompact: boolean;
}

/**
 * The same keys in another case or without their blanks, as tools that wrap dsregcmd write them; not those that differ by
 * case alone.
 */
export const LOOSE_KEYS: ReadonlyMap<string, LooseKey> = new Map(
  [...DSREGCMD_KEYS]
    .filter(([key]) => !/^(?:onprem|cloud)tgt$/i.test(key))
    .flatMap(([key, name]) => {
      const plain = key.toLowerCase();
      const spellings = OF_WORDS.test(key) ? [plain, plain.replace(/\s/g, '')] : [plain];
      return spellings.map((one) => [one, { key, name, isCompact: one !== plain }] as const);
    }),
);

/** The sections in the order in which the command prints them, each with the keys that tell it. */
const ORDER: readonly (readonly [title: string, rows: Rows])[] = [
  ['device state', DEVICE],
  ['device details', {}],
  ['tenant details', TENANT],
  ['user state', USER],
  ['sso state', SSO],
  ['diagnostic data', DIAGNOSTIC],
  ['ngc prerequisite check', HELLO],
];

const PLACES_OF_SECTIONS = new Map(ORDER.map(([title], place) => [title, place]));

/** @returns The place of a section in the order of the output; undefined where it has no fixed place. */
export function placeOfSection(title: string): number | undefined {
  return PLACES_OF_SECTIONS.get(title.toLowerCase());
}

const PLACES: ReadonlyMap<string, number> = new Map(
  ORDER.flatMap(([, rows], place) => Object.keys(rows).map((key) => [key, place] as const)),
);

/** Rows that stand in no other output, so that one of them is enough to tell dsregcmd's. */
const OWN_KEYS = [
  'AzureAdJoined',
  'EnterpriseJoined',
  'DomainJoined',
  'DeviceAuthStatus',
  'KeySignTest',
  'AadRecoveryEnabled',
  ...Object.keys(USER).filter((key) => key !== 'CanReset'),
  ...Object.keys(SSO).filter((key) => /Prt|Tgt|KerbTop|Attempt/.test(key)),
  ...Object.keys(DIAGNOSTIC).filter((key) => / Test$|Fallback|Error|Account/.test(key)),
  ...Object.keys(HELLO),
  'preCheckResult',
];

const OWN_PLACES: ReadonlyMap<string, number> = new Map(
  OWN_KEYS.map((key) => [key, PLACES.get(key) ?? 0]),
);

/** @returns The place of the section that a row tells; 0 where it has none, undefined for rows of other outputs, too. */
export function placeTold(key: string): number | undefined {
  return OWN_PLACES.get(key);
}

/** The same row of a work account is another fact. */
export const WORK_ACCOUNT_ROWS: Rows = {
  NgcSet: 'workAccount.ngcSet',
  DeviceCertificateValidity: 'workAccount.certificateValidity',
  KeyContainerId: 'workAccount.keyContainerId',
  KeyProvider: 'workAccount.keyProvider',
  TpmProtected: 'workAccount.tpmProtected',
};

/** Titles of the sections. `Work Account 2` is known by its form. */
const TITLES =
  'Device State|Device Details|Tenant Details|User State|SSO State|Diagnostic Data|IE Proxy Config for [\\w ]{4,20}|URL Specific Proxy Config|WinHttp Default Proxy Config|Ngc Prerequisite Check|Work Account \\d{1,2}';

const SECTION = new RegExp(`^[|\\s]{0,8}(${TITLES})[|\\s]{0,80}$`, 'i');

/** The title of the next section behind the last value of one, where the output lost its line ends. */
export const TITLE_BEHIND = new RegExp(`\\s(?:${TITLES.replaceAll(' ', ' ?')})\\s{0,9}$`, 'i');

/** The first letters of those, and the side of a box. */
const SECTION_STARTS = beginnings('|dtusinw');

/** @returns The title of a section that a line is, in a box, underlined or bare. */
export function sectionOf(line: Line): string | undefined {
  if (!line.has(SIGN.letter) || !line.begins(SECTION_STARTS)) return;
  return line.ask(TITLE);
}

const TITLE = new Question((line) =>
  line.text.length > 159 || (line.has(SIGN.colon) && line.text.includes(':'))
    ? undefined
    : SECTION.exec(line.text)?.[1],
);
