import { DEBUG_KEYS } from './dsregcmd-keys';
import { remembering } from './remembering';
import type { FactName } from './vocabulary';

/** What a row of an event's head is. */
export type HeadField =
  'log' | 'source' | 'id' | 'instance' | 'time' | 'level' | 'user' | 'other' | 'message';

/**
 * The labels of an event's head, in lower case: Event Viewer in seven languages, `Get-WinEvent`, `wevtutil`, and
 * collectors. German was seen in reports; the rest follows Event Viewer's own terms.
 */
const HEAD: ReadonlyMap<string, HeadField> = new Map(
  (
    [
      [
        'log',
        'log name|logname|channel|protokollname|nom du journal|nombre de registro|nome do log|nome registro|ログの名前|日志名称|記錄檔名稱',
      ],
      [
        'source',
        'source|provider|providername|provider name|sourcename|source name|quelle|origen|fonte|origine|ソース|来源|來源',
      ],
      [
        'id',
        "event id|eventid|event_id|id|eventcode|event code|ereignis-id|ereigniskennung|id de l’événement|id de l'événement|id. del evento|id. de evento|identificação do evento|id do evento|id evento|イベント id|事件 id|事件識別碼",
      ],
      ['instance', 'instanceid'],
      [
        'time',
        'date|timecreated|time created|date and time|timestamp|logged|timegenerated|datum|fecha|data|日付|日期',
      ],
      [
        'level',
        'level|leveldisplayname|entrytype|type|ebene|niveau|nivel|nível|livello|レベル|级别|等級',
      ],
      ['user', 'user|userid|benutzer|utilisateur|usuario|usuário|utente|ユーザー|用户|使用者'],
      [
        'other',
        'category|task category|task|taskdisplayname|keywords|keyword|keywordsdisplaynames|opcode|opcodedisplayname|computer|computername|computer_name|machinename|hostname|user name|version|qualifiers|recordid|event record id|eventrecordid|providerid|processid|threadid|activityid|relatedactivityid|kategorie|aufgabenkategorie|schlüsselwörter|catégorie de la tâche|mots clés|ordinateur|categoría de la tarea|palabras clave|equipo|categoria da tarefa|palavras-chave|computador|categoria attività|parole chiave|タスクのカテゴリ|キーワード|コンピューター|任务类别|关键字|计算机|電腦',
      ],
      ['message', 'description|message|beschreibung|descripción|descrição|descrizione|説明|描述'],
    ] as const
  ).flatMap(([field, labels]) => labels.split('|').map((label) => [label, field] as const)),
);

/** @returns What a label of an event's head is; undefined for any other label. */
export const headField = remembering((label) =>
  label.length < 40 ? HEAD.get(label.toLowerCase()) : undefined,
);

/**
 * Rows of the Hello events 358 to 362 are those of the Ngc check: the words changed with each name of the service. What
 * stands in brackets is not translated; the rest is, here to German.
 */
const HELLO_ROWS: readonly (readonly [RegExp, FactName])[] = [
  [/^device is .{0,60}joined|^deviceisjoined$|\(\s?aadj or dj\+\+\s?\)$/i, 'hello.isDeviceJoined'],
  [
    /^user has logged on with .{0,60}credentials|^aadprt$|^(?:der )?benutzer hat sich mit .{0,60}anmeldeinformationen/i,
    'hello.isUserAzureAd',
  ],
  [
    /certificate for on.premise auth policy|^logoncertrequired$|^benutzerzertifikat für .{0,60}richtlinie/i,
    'hello.certificateRequired',
  ],
  [/cloud trust.{0,60}enabled|^cloudtrustenabled$/i, 'hello.cloudTrustEnabled'],
  [
    /^(?:(?:windows hello for business|microsoft passport) )?policy is enabled|^ngcpolicyenabled$|^(?:die )?(?:windows hello for business|microsoft passport).richtlinie ist aktiviert/i,
    'hello.policyEnabled',
  ],
  [/post.?logon provisioning|bereitstellung nach der anmeldung/i, 'hello.postLogonEnabled'],
  [/hardware requirements|hardwareanforderungen|^ngchardwarepolicymet$/i, 'hello.deviceEligible'],
  // XML calls it UserIsRemote, and means the same as the text: Yes is good.
  [
    /not connected .{0,60}remote desktop|^userisremote$|nicht .{0,60}remotedesktop/i,
    'hello.sessionIsNotRemote',
  ],
  [/enrollment endpoint is ready|^adfsraisready$/i, 'hello.adfsRaIsReady'],
  [/logon certificate template|^logoncerttemplateready$/i, 'hello.logonCertTemplateReady'],
  [/authenticated to the enterprise sts|^adfsprt$/i, 'hello.adfsRefreshToken'],
  [/^certificate enrollment method/i, 'hello.certEnrollment'],
  [/has cloud tgt/i, 'hello.onPremTgt'],
  [
    /^machinepolicysource$|governed by .{0,60}policy|unterliegt .{0,60}richtlinie/i,
    'hello.policySource',
  ],
];

/** Other rows of messages, in lower case without blanks. */
const ROWS: ReadonlyMap<string, FactName> = new Map([
  ...Object.entries(DEBUG_KEYS).map(([key, name]) => [key.toLowerCase(), name] as const),
  ['errorphase', 'join.errorPhase'],
  ['joinphase', 'join.errorPhase'],
  ['registrationtype', 'join.registrationType'],
  ['tenanttype', 'join.tenantType'],
  ['drsinstance', 'join.drsInstance'],
  ['exitcode', 'event.error'],
  ['error', 'event.error'],
  ['errorcode', 'event.error'],
  ['status', 'event.error'],
  ['upn', 'event.user'],
  ['userprincipalname', 'event.user'],
]);

/** @returns The fact that a row of an event's message is; `event.field` for one that no rule asks for. */
export const factOfRow = remembering(
  (label): FactName =>
    ROWS.get(label.toLowerCase().replace(/\s/g, '')) ??
    HELLO_ROWS.find(([form]) => form.test(label))?.[1] ??
    'event.field',
);
