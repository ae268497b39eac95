import { ID_LABELS } from '../detection/id-labels';
import { BREAKABLE_GUID as GUID, type MessageValue } from './message-values';

/** Quotation marks of the languages of the service's messages. */
const OPEN = '[\'"‘“„«「(]';
const CLOSE = '[\'"’”“»」)]';
const APP =
  '(?:app(?:lication)?s?|client|anwendung|aplicación|aplicativo|applicazione|アプリケーション|应用程序)';
const USER = '(?:users?|account|benutzer|konto|utilisateur|usuario|usuário|utente|ユーザー|用户)';

/** `the application Contoso Expenses ('…')`, not `the application with the id ('…')`. */
const BARE_APP = new RegExp(`${APP} ([^'"‘“„«()=:;.\\n]{1,80}?) ?\\(${OPEN}?${GUID}${CLOSE}`, 'gi');

/** What no sentence goes on with: a capital, or a sign of another script. A word with a digit or a hyphen is a name, too. */
const NAME = /^(?:\P{Ll}|\S{0,79}[-_\d]\S{0,79}$)/u;

/**
 * What the texts of the service name in quotes. They are translated, but the order of the words hardly changes. Texts:
 * learn.microsoft.com/entra/identity-platform/reference-error-codes.
 */
const NAMED: readonly (readonly [MessageValue['fact'], label: string, RegExp])[] = [
  [
    'signIn.appId',
    'app Id',
    new RegExp(`\\b(?:app|application|client) ?id,?\\s${OPEN}(${GUID})${CLOSE}`, 'gi'),
  ],
  [
    'signIn.appId',
    'app',
    new RegExp(`${APP}[^'"‘“„«「:;.\\d]{0,40}${OPEN}{1,2}(${GUID})${CLOSE}`, 'gi'),
  ],
  [
    'signIn.appId',
    'app',
    new RegExp(
      `${APP}[^:;.\\n]{0,20}${OPEN}[^'"’”“»」\\n]{1,80}${CLOSE} ?${OPEN}{1,2}(${GUID})${CLOSE}`,
      'gi',
    ),
  ],
  [
    'signIn.app',
    'app name',
    new RegExp(`${GUID}${CLOSE}{1,2} ?(?:named ${OPEN}|\\()([^'"()\\n]{1,80})[')"]`, 'gi'),
  ],
  [
    'signIn.app',
    'app name',
    new RegExp(
      `${APP}[^:;.\\n]{0,20}${OPEN}([^'"’”“»」\\n]{1,80})${CLOSE} ?${OPEN}{1,2}${GUID}${CLOSE}`,
      'gi',
    ),
  ],
  ['signIn.app', 'app name', BARE_APP],
  [
    'signIn.user',
    'user',
    new RegExp(
      `${USER}[^:;.\\n]{0,40}?${OPEN}([^\\s'"<>()„“@]{1,64}@[\\w.-]{3,190})${CLOSE}`,
      'gi',
    ),
  ],
  // What a program says that it did for whom: `acquireTokenSilent for user@contoso.com`. Not the account that Git has.
  [
    'signIn.user',
    'user',
    /\b(?:acquire\w{3,30}|token|sign(?:ed|ing)?[ -]?in|log(?:ged|ging)?[ -]?(?:in|on)|authenticat\w{2,4}|(?:for|of|as|by)(?: the)? (?:user|account)|(?:^|[.:;\]] )(?:user|account))(?: (?:for|of|as|with))?(?: user| account)? (?!git@)([^\s'"<>()„“@:=]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5})/gi,
  ],
  // Who was to sign in by a command: `Connect-ExchangeOnline -UserPrincipalName …`, `az login --username …`.
  [
    'signIn.user',
    'user',
    /\b(?:Connect-[A-Z][A-Za-z]{1,40}|(?<!-)login)(?=\s)[^\n|;]{0,160}?\s--?(?:UserPrincipalName|user(?:name)?|upn|u|account(?:Id)?)[ =:]["']?([^\s'"<>()„“@:=]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5})/gi,
  ],
  // As people note it; not that of a server, and none that no service sees.
  [
    'signIn.ipAddress',
    'IP',
    /(?:^|[\s(,;])(?<!\b(?:server|proxy|gateway|dns|dc|host|printer|target|destination|lan|private|internal|vpn|white-?list(?:ed)?|allow(?:ed|list)?)\b[^.;!?,]{0,40})IP(?: address)?\s(?!(?:10|127|192\.168|169\.254|172\.(?:1[6-9]|2\d|3[01]))\.)((?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}\d{1,3})(?!\.?\d)/gi,
  ],
  [
    'signIn.credentialThumbprint',
    'Thumbprint of key used by client',
    /\bthumbprint of key used by client\W{1,4}([\dA-F]{40,64})(?![\dA-F])/gi,
  ],
  ...(['issuer', 'subject', 'audience'] as const).map(
    (claim) =>
      [
        `message.${claim}`,
        claim,
        new RegExp(`\\bassertion ${claim} ${OPEN}([^\\s'"]{2,300})${CLOSE}`, 'gi'),
      ] as const,
  ),
  [
    'message.tenant',
    'tenant',
    /(?:tenant|directory|Verzeichnis|Mandant\w{0,2}) ['"„“]([^'"„“”\n]{2,80})['"“”]/gi,
  ],
  ['message.tenant', 'tenant', new RegExp(`\\b(?:tenant|directory) (${GUID})(?![\\w-])`, 'gi')],
  [
    'message.tenant',
    'tenant',
    // A domain or an id: documents have a word of their own there.
    /https:\/\/login\.(?:microsoftonline\.(?:com|us)|partner\.microsoftonline\.cn|windows\.net)\/([\w-]{1,63}(?:\.[\w-]{1,63}){1,5}|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\/(?:oauth2|v2\.0|saml2|wsfed)\b/gi,
  ],
  [
    'message.httpStatus',
    'HTTP status',
    /\b(?:HTTP status(?: code)?|status code was|response(?: status)?(?: code)?(?=:| \d{3}(?:\W{0,3}$|[^\w\s]))|HTTP\/[\d.]{1,3})[ :]{1,3}([45]\d\d)\b/gi,
  ],
  [
    'signIn.resource',
    'resource',
    // Not the resource of a program: `resource 'rg_2'`.
    new RegExp(
      `(?:resource(?: principal named)?|access) ${OPEN}([a-z][\\w+.-]{1,20}:[^'"\\s]{2,200}|${GUID})${CLOSE}`,
      'gi',
    ),
  ],
];

/** Ids that stand behind their labels with nothing between. */
const IDS = (
  [
    ['signIn.correlationId', ID_LABELS.correlationId],
    ['signIn.correlationId', 'client[ -]?request[ -]?id'],
    ['signIn.requestId', ID_LABELS.requestId],
    ['signIn.requestId', ID_LABELS.traceId],
  ] as const
).map(
  ([fact, labels]) => [fact, new RegExp(`(${labels})\\s{1,3}(${GUID})(?![\\w-])`, 'gi')] as const,
);

/** Errors of OAuth and OpenID Connect, where no label stands before them: `[invalid_client] AADSTS7000222: …`. */
const ERROR =
  /(?<![\w.])(invalid_(?:grant|client|request|scope|resource|token|target)|unauthorized_client|access_denied|unsupported_(?:grant|response)_type|interaction_required|login_required|consent_required|temporarily_unavailable|server_error)(?=["'\]):,\s]{1,9}(?:["'(]?AADSTS|\d{5,8} ?-|error_description))/g;

/**
 * Finds what the text of an error message names without a label of its own.
 *
 * @param text The text, with blanks for line ends; the time grows linearly.
 */
export function namedInProse(text: string): MessageValue[] {
  const values = NAMED.flatMap(([fact, label, form]) =>
    [...text.matchAll(form)]
      .filter(({ 1: value = '' }) => form !== BARE_APP || NAME.test(value))
      .map(({ index, 1: value = '' }) => ({
        fact,
        label,
        value: value.replace(/-\s/g, '-').trim(),
        at: index,
      })),
  );
  for (const [fact, form] of IDS)
    for (const { index, 1: label = '', 2: value = '' } of text.matchAll(form))
      values.push({ fact, label, value: value.replace(/-\s/g, '-'), at: index });
  for (const { index, 1: value = '' } of text.matchAll(ERROR))
    values.push({ fact: 'message.error', label: 'error', value, at: index });
  return values;
}
