import type { Code } from '../detection/code';
import { remembering } from './remembering';

/** A log whose events are explained. Ids mean nothing without it: 300, 1025, 1026, 1085 and 1104 have namesakes. */
interface EventSource {
  /** Its short name, as titles show it. */
  name: string;
  /** What the codes of its events end in; several logs have the same numbers. */
  suffix: string;
}

/** By the provider's name without `Microsoft-Windows-`, in lower case. */
const SOURCES: Readonly<Record<string, EventSource>> = Object.assign(
  Object.create(null),
  Object.fromEntries(
    (
      [
        ['User Device Registration', ''],
        ['AAD', '-AAD'],
        ['HelloForBusiness', '-HELLO'],
        ['TPM-WMI', '-TPM'],
        ['TPM', '-TPM'],
        ['Workplace Join', '-WPJ'],
        ['DeviceManagement-Enterprise-Diagnostics-Provider', '-MDM'],
        ['Kerberos-Key-Distribution-Center', '-KERBEROS'],
        ['AD FS', '-ADFS'],
        ['AD FS Auditing', '-ADFS'],
        ['ADSync', '-ADSYNC'],
        ['Directory Synchronization', '-ADSYNC'],
      ] as const
    ).map(([name, suffix]) => [name.toLowerCase(), { name, suffix }]),
  ),
);

/** The task categories that only the log of AAD has: `AadCloudAPPlugin Operation`, `AadTokenBrokerPlugin-Vorgang`. */
const CATEGORY_OF_AAD = /^Aad(?:CloudAP|TokenBroker)Plugin[ -]\p{L}/iu;

/** @returns The log whose task category it is; undefined where several have it. */
export function sourceOfCategory(category: string): string | undefined {
  return CATEGORY_OF_AAD.test(category) ? 'AAD' : undefined;
}

/** What the names of logs end in, as Event Viewer shows it. */
const ENDINGS =
  'Admin|Operational|Debug|Analytic|Betriebsbereit|Opérationnel|Operativo|Operacional|Operationeel';
const LOG_ENDING = new RegExp(`/(?:${ENDINGS})$`, 'i');

/** The name of a provider or log without what all have: `Microsoft-Windows-AAD/Operational` is `AAD`. */
export const shortSource = remembering((name) =>
  name
    .trim()
    .replace(/^"|"$/g, '')
    .replace(/^Microsoft-Windows-/i, '')
    .replace(LOG_ENDING, '')
    .trim(),
);

const knownSource = remembering((name) => SOURCES[shortSource(name).toLowerCase()]);

/** @returns The source that a provider, or a log of its own, is; undefined for every other one. */
export function sourceOf(name: string | undefined): EventSource | undefined {
  return name === undefined ? undefined : knownSource(name);
}

/** @returns `EVENT360`, `EVENT1098-AAD`. */
export function eventCode(source: EventSource, id: number): Code {
  return `EVENT${id}${source.suffix}`;
}

/** The sources' names in running text, with the log's ending or not. */
export const SOURCE_IN_TEXT =
  '(?:Microsoft-Windows-)?(?:User Device Registration|AAD(?![\\w-])|HelloForBusiness|TPM-WMI|Workplace Join' +
  `|DeviceManagement-Enterprise-Diagnostics-Provider)(?:/(?:${ENDINGS}))?`;

/**
 * Messages that only one source writes, with the ids that they have. They stand for the source where a paste lacks it,
 * and only with such an id beside them. Texts: Event Viewer of Windows 10 and 11 as published in reports.
 */
const MESSAGES: readonly (readonly [RegExp, source: string, ids: readonly number[]])[] = [
  [/^Automatic registration failed at join phase/i, 'User Device Registration', [304]],
  [/^Automatic registration failed at authentication phase/i, 'User Device Registration', [305]],
  [/^Automatic registration succeeded/i, 'User Device Registration', [306]],
  [/^Automatic registration failed/i, 'User Device Registration', [204, 304, 305, 307]],
  [
    /^Automatic device join pre-check tasks completed/i,
    'User Device Registration',
    [331, 334, 335],
  ],
  [
    /^The (?:Microsoft Passport|NGC|Windows Hello for Business) key was successfully registered/i,
    'User Device Registration',
    [300],
  ],
  [
    /^(?:NGC|Microsoft Passport|Windows Hello for Business) key registration failed/i,
    'User Device Registration',
    [301],
  ],
  [
    /^(?:(?:Windows Hello for Business|Microsoft Passport) provisioning will (?:not )?be launched|Die (?:Bereitstellung von Windows Hello for Business|Windows Hello for Business-Bereitstellung) wird (?:nicht )?gestartet)/i,
    'User Device Registration',
    [358, 360, 362],
  ],
  [/^AAD Cloud AP plugin call/i, 'AAD', [1104]],
  [
    /^(?:Http transport error|OAuth response error|Logon failure\. Status|Key error:)/i,
    'AAD',
    [1081, 1082, 1084, 1085],
  ],
  [/^Enterprise STS Logon failure/i, 'AAD', [1118]],
  [/^(?:Error|Fehler): 0xCAA[\da-f]{5}\b/i, 'AAD', [1097, 1098]],
  [/^The Trusted Platform Module \(TPM\) hardware cannot be provisioned/i, 'TPM-WMI', [1026]],
];

/** How those messages begin, in one form: most lines begin with none. */
const MESSAGE_START =
  /^(?:automatic|the (?:mi|ng|wi|tr)|die (?:b|w)|ngc|microsoft p|windows h|aad c|http |oauth|logon|key e|enterprise s|error|fehler)/i;

/** @returns The source whose message a line begins, and the ids that this message has. */
export function sourceOfMessage(
  line: string,
): { source: string; ids: readonly number[] } | undefined {
  const text = line.trimStart();
  if (!MESSAGE_START.test(text)) return;
  const found = MESSAGES.find(([form]) => form.test(text));
  return found && { source: found[1], ids: found[2] };
}
