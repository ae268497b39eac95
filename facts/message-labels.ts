import { ID_LABELS } from '../detection/id-labels';
import type { SignInIds } from '../detection/find-ids';
import { remembering } from './remembering';
import { plainKey } from './sign-in-keys';
import type { FactName } from './vocabulary';

/** How a value has to look to be that of its label. */
export type ValueForm =
  | 'guid'
  | 'time'
  | 'address'
  | 'user'
  | 'word'
  | 'term'
  | 'resource'
  | 'tenant'
  | 'subject'
  | 'exception'
  | 'status'
  | 'number'
  | 'hresult'
  | 'sentence'
  | 'text';

/** What a label of an error message, a page or a response says. */
export interface MessageLabel {
  fact: FactName;
  form: ValueForm;
}

/** The ids of a sign-in are those of its record. */
const IDS: readonly (readonly [keyof SignInIds, FactName, ValueForm])[] = [
  ['correlationId', 'signIn.correlationId', 'guid'],
  ['requestId', 'signIn.requestId', 'guid'],
  ['traceId', 'signIn.requestId', 'guid'],
  ['timestamp', 'signIn.time', 'time'],
  ['appId', 'signIn.appId', 'guid'],
  ['appName', 'signIn.app', 'text'],
  ['deviceId', 'signIn.deviceId', 'guid'],
  ['ipAddress', 'signIn.ipAddress', 'address'],
  ['userPrincipalName', 'signIn.user', 'user'],
];

const ID_FORMS = IDS.map(
  ([id, fact, form]) => [new RegExp(`^(?:${ID_LABELS[id]})$`, 'i'), { fact, form }] as const,
);

/**
 * Other labels: parameters of a response (RFC 6749, 5.2, and the service's own), headers, exceptions of the sign-in
 * libraries, and rows of the sign-in page in the languages of `ID_LABELS`. As `plainKey` writes them.
 */
const OTHER: readonly (readonly [FactName, ValueForm, labels: string])[] = [
  [
    'message.error',
    'word',
    'error|errorcode|oautherror|msaloautherrorkey|msidoautherrorkey|fehler|erreur|errore',
  ],
  [
    'message.subError',
    'term',
    'suberror|errorsubcode|subcode|msaloauthsuberrorkey|msidoauthsuberrorkey',
  ],
  ['signIn.errorCode', 'number', 'errorcodes|errorcode|errorno|errornumber|serviceerrorcode'],
  [
    'signIn.correlationId',
    'guid',
    'clientrequestid|xmsclientrequestid|msalcorrelationidkey|msidcorrelationidkey',
  ],
  ['signIn.requestId', 'guid', 'xmsrequestid'],
  ['signIn.appId', 'guid', 'clientid|client|appid|azp|forclientid'],
  ['signIn.ipAddress', 'address', 'remoteaddr|clientip|callerip|calleripaddress|xforwardedfor'],
  ['signIn.user', 'user', 'loginhint|accounthint|useridentity'],
  [
    'signIn.resource',
    'resource',
    'resource|ressource|risorsa|recurso|resourceurl|resourcevaluefromrequest',
  ],
  ['signIn.resourceId', 'guid', 'resourceid|resourceappid'],
  // Of the token that a workload shows to get one of Microsoft Entra ID.
  ['message.issuer', 'resource', 'issuer|assertionissuer|tokenissuer'],
  ['message.subject', 'subject', 'subject|subjectclaim|subjectidentifier|assertionsubject'],
  ['message.audience', 'resource', 'audience|audiences|assertionaudience'],
  ['message.exception', 'exception', 'name|exception|exceptiontype|exceptionname|errortype'],
  ['message.tenant', 'text', 'tenant|mandant|locataire|inquilino'],
  ['message.tenant', 'tenant', 'tenantid|tid|directoryid|mandantenid'],
  [
    'message.httpStatus',
    'status',
    'statuscode|httpstatus|httpstatuscode|status|msalhttpresponsecodekey|msidhttpresponsecodekey',
  ],
  // Of the page that setup and enrollment show.
  ['message.serverErrorCode', 'hresult', 'servererrorcode|servererror|serverfehlercode'],
  ['message.serverMessage', 'sentence', 'servermessage|servermeldung|servernachricht'],
  [
    'message.deviceState',
    'text',
    "devicestate|gerätestatus|étatdel'appareil|étatdel’appareil|estadodeldispositivo|estadododispositivo|statodeldispositivo|statodispositivo|デバイスの状態|设备状态|裝置狀態",
  ],
  [
    'message.devicePlatform',
    'text',
    "deviceplatform|geräteplattform|plateformedel'appareil|plateformedel’appareil|plataformadeldispositivo|plataformadodispositivo|piattaformadeldispositivo|デバイスのプラットフォーム|デバイスプラットフォーム|设备平台|裝置平台",
  ],
  [
    'signIn.errorCode',
    'number',
    "fehlercode|coded'erreur|coded’erreur|códigodeerror|códigodeerro|codiceerrore|codicedierrore|エラーコード|错误代码|錯誤碼|錯誤代碼",
  ],
];

const LABELS = new Map<string, MessageLabel[]>();
for (const [fact, form, labels] of OTHER)
  for (const label of labels.split('|')) {
    const known = LABELS.get(label);
    if (known) known.push({ fact, form });
    else LABELS.set(label, [{ fact, form }]);
  }

/**
 * @param label Words before a colon or an equals sign, as printed.
 * @returns What they may say, by the form that the value has; none for any other label.
 */
export const messageLabels = remembering((label): readonly MessageLabel[] => {
  const id = ID_FORMS.find(([form]) => form.test(label))?.[1];
  const other = LABELS.get(plainKey(label)) ?? [];
  return id ? [id, ...other] : other;
});
