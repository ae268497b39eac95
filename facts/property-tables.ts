import { remembering } from './remembering';
import type { FactName, RecordKind } from './vocabulary';

/** An object that tools print as a list of properties. */
export interface PropertyTable {
  kind: RecordKind;
  title: string;
  /** Facts by property, in lower case without blanks. */
  properties: ReadonlyMap<string, FactName>;
  /** Properties that tell this object from others; one is enough. */
  telling: ReadonlySet<string>;
}

/** @returns A property as the tables have it: `TPM Present` and `TpmPresent` are one. */
function propertyKey(label: string): string {
  return label.toLowerCase().replace(/[\s_]/g, '');
}

/** Whether a table has a property. */
const isProperty = (key: string) => PROPERTY_TABLES.some(({ properties }) => properties.has(key));

/** @returns The key of a label that one of the tables has; undefined for any other label. */
export const keyOfProperty = remembering((label) => {
  const key = propertyKey(label);
  return isProperty(key) ? key : undefined;
});

function table(
  kind: RecordKind,
  title: string,
  properties: Partial<Record<string, FactName>>,
  telling: string,
): PropertyTable {
  return {
    kind,
    title,
    properties: new Map(
      Object.entries(properties).flatMap(([label, name]) =>
        name ? [[propertyKey(label), name]] : [],
      ),
    ),
    telling: new Set(telling.split(', ').map(propertyKey)),
  };
}

/**
 * Rows of `tpmtool getdeviceinformation` on Windows in other languages. German was seen in notes; the rest was not seen in
 * a console.
 */
const OTHER_TPM_LABELS: readonly (readonly [FactName, string])[] = [
  [
    'tpm.present',
    'tpm vorhanden|tpm présent|module de plateforme sécurisée présent|tpm presente|tpm aanwezig',
  ],
  [
    'tpm.version',
    'tpm-version|version du tpm|version tpm|versión de tpm|versione tpm|tpm-versie|versão do tpm',
  ],
  [
    'tpm.manufacturer',
    'tpm-hersteller-id|tpm hersteller-id|id du fabricant du tpm|id. de fabricante de tpm|id de fabricante de tpm|id produttore tpm|tpm-fabrikant-id|id do fabricante do tpm',
  ],
  [
    'tpm.manufacturerVersion',
    'tpm-herstellerversion|version du fabricant du tpm|versión de fabricante de tpm|versione produttore tpm|versie van tpm-fabrikant|versão do fabricante do tpm',
  ],
  [
    'tpm.readyForStorage',
    "für speicherung bereit|bereit für speicherung|speicher bereit|prêt pour le stockage|listo para almacenamiento|pronto per l'archiviazione|pronto para armazenamento|gereed voor opslag",
  ],
  [
    'tpm.readyForAttestation',
    "für nachweis bereit|bereit für nachweis|für attestierung bereit|prêt pour l'attestation|listo para atestación|pronto per l'attestazione|pronto para atestado|gereed voor attestation",
  ],
  ['tpm.lockedOut', 'ist gesperrt|est verrouillé|está bloqueado|è bloccato|is vergrendeld'],
];

const OTHER_TPM_ROWS = Object.fromEntries(
  OTHER_TPM_LABELS.flatMap(([name, labels]) => labels.split('|').map((label) => [label, name])),
);

/** `Get-Tpm`, and `tpmtool getdeviceinformation`. The owner's password is a secret and stands in neither. */
const TPM = table(
  'tpm',
  'TPM',
  {
    // Which computer, where the remote of several was asked.
    PSComputerName: 'tpm.other',
    TpmPresent: 'tpm.present',
    TpmReady: 'tpm.ready',
    TpmEnabled: 'tpm.enabled',
    TpmActivated: 'tpm.activated',
    TpmOwned: 'tpm.owned',
    IsEnabled_InitialValue: 'tpm.enabled',
    IsActivated_InitialValue: 'tpm.activated',
    IsOwned_InitialValue: 'tpm.owned',
    RestartPending: 'tpm.restartPending',
    ManufacturerId: 'tpm.other',
    ManufacturerIdTxt: 'tpm.manufacturer',
    ManufacturerVersion: 'tpm.manufacturerVersion',
    ManufacturerVersionFull20: 'tpm.manufacturerVersion',
    ManagedAuthLevel: 'tpm.other',
    AutoProvisioning: 'tpm.autoProvisioning',
    LockedOut: 'tpm.lockedOut',
    LockoutHealTime: 'tpm.lockoutHealTime',
    LockoutCount: 'tpm.lockoutCount',
    LockoutMax: 'tpm.lockoutMax',
    OwnerClearDisabled: 'tpm.other',
    SpecVersion: 'tpm.version',
    'TPM Version': 'tpm.version',
    'TPM Manufacturer ID': 'tpm.manufacturer',
    'TPM Manufacturer Full Name': 'tpm.other',
    'TPM Manufacturer Version': 'tpm.manufacturerVersion',
    'Is Initialized': 'tpm.other',
    'Ready For Storage': 'tpm.readyForStorage',
    'Ready For Attestation': 'tpm.readyForAttestation',
    'Is Capable For Attestation': 'tpm.capableOfAttestation',
    'Clear Needed To Recover': 'tpm.clearNeeded',
    'Clear Possible': 'tpm.other',
    'TPM Has Vulnerable Firmware': 'tpm.vulnerableFirmware',
    'Maintenance Task Complete': 'tpm.other',
    'Bitlocker PCR7 Binding State': 'tpm.other',
    'TPM Spec Version': 'tpm.other',
    'Is Locked Out': 'tpm.lockedOut',
    'Lockout Counter': 'tpm.lockoutCount',
    'Max Auth Fail': 'tpm.lockoutMax',
    'Lockout Interval': 'tpm.lockoutHealTime',
    'Lockout Recovery': 'tpm.other',
    ...OTHER_TPM_ROWS,
  },
  'TpmPresent, TpmReady, TpmEnabled, IsEnabled_InitialValue, LockoutCount, LockoutHealTime, ManufacturerIdTxt, TPM Version, Ready For Storage, ' +
    'Ready For Attestation, Is Capable For Attestation, TPM Has Vulnerable Firmware, Is Locked Out, Lockout Counter, ' +
    // What else is locked, or ready for storage, is no TPM.
    OTHER_TPM_LABELS.filter(([name]) => !['tpm.lockedOut', 'tpm.readyForStorage'].includes(name))
      .flatMap(([, labels]) => labels.split('|'))
      .join(', '),
);

/** The device in Microsoft Entra ID, as Graph and its PowerShell print it. */
const DEVICE_OBJECT = table(
  'deviceObject',
  'device in Microsoft Entra ID',
  {
    DeviceId: 'deviceObject.id',
    DisplayName: 'deviceObject.name',
    TrustType: 'deviceObject.trustType',
    DeviceTrustType: 'deviceObject.trustType',
    AccountEnabled: 'deviceObject.enabled',
    IsCompliant: 'deviceObject.isCompliant',
    IsManaged: 'deviceObject.isManaged',
    ProfileType: 'deviceObject.profileType',
    RegistrationDateTime: 'deviceObject.registered',
    ApproximateLastSignInDateTime: 'deviceObject.lastSignIn',
    ApproximateLastLogonTimestamp: 'deviceObject.lastSignIn',
    OperatingSystem: 'deviceObject.operatingSystem',
  },
  'TrustType, DeviceTrustType, ProfileType, IsCompliant, IsManaged, ApproximateLastSignInDateTime, ApproximateLastLogonTimestamp',
);

/** An enterprise app or an app registration, as Graph's PowerShell prints it. */
const APP = table(
  'app',
  'app registration or service principal',
  {
    AppId: 'app.id',
    DisplayName: 'app.name',
    SignInAudience: 'app.audience',
    ServicePrincipalType: 'app.servicePrincipalType',
    AccountEnabled: 'app.enabled',
    AppRoleAssignmentRequired: 'app.assignmentRequired',
    PreferredSingleSignOnMode: 'app.signOnMode',
    LoginUrl: 'app.loginUrl',
    IsFallbackPublicClient: 'app.isFallbackPublicClient',
  },
  'AppRoleAssignmentRequired, ServicePrincipalType, IsFallbackPublicClient, PublisherDomain, PreferredSingleSignOnMode',
);

/** What a tenant trusts of another organization. A value that is not set is that of all organizations. */
const INBOUND_TRUST = table(
  'crossTenant',
  'inbound trust of cross-tenant access',
  {
    TenantId: 'crossTenant.tenantId',
    IsCompliantDeviceAccepted: 'crossTenant.compliantDevice',
    IsHybridAzureADJoinedDeviceAccepted: 'crossTenant.hybridDevice',
    IsMfaAccepted: 'crossTenant.mfa',
  },
  'IsCompliantDeviceAccepted, IsHybridAzureADJoinedDeviceAccepted, IsMfaAccepted',
);

export const PROPERTY_TABLES: readonly PropertyTable[] = [TPM, DEVICE_OBJECT, APP, INBOUND_TRUST];
