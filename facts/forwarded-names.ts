import { keyInRecord } from './nested-keys';
import { remembering } from './remembering';
import { plainKey } from './sign-in-keys';
import type { SignInFactName } from './sign-in-vocabulary';

/**
 * Names that products which gather logs give to the fields of any log: CEF, LEEF, Elastic's ECS, the UDM of Google
 * SecOps, Datadog, Splunk's CIM. What they hold is told of a sign-in only where the record says that it is one. By the
 * name as `plainKey` writes it.
 * Source of ECS: sample_event.json of signinlogs in github.com/elastic/integrations.
 */
const NAMES: readonly (readonly [SignInFactName, names: string])[] = [
  [
    'signIn.user',
    'usrname username user suser duser sourceusername destinationusername srcuser account accountname login email useremail usrid usrname usremail targetuseruserid targetuseremailaddresses principaluseruserid principaluseremailaddresses',
  ],
  ['signIn.userDisplayName', 'userfullname usrfullname targetuseruserdisplayname identity'],
  [
    'signIn.ipAddress',
    'src sourceaddress srcaddr principalip principalassetip remoteip remoteaddr remoteaddress clientaddress identsrc networkclientip',
  ],
  ['signIn.app', 'targetapplication'],
  ['signIn.resource', 'resource targetresourcename'],
  [
    'signIn.errorCode',
    'code error errcode errorid result resultcode reason outcome signatureid statuscode status securityresultruleid',
  ],
  [
    'signIn.failureReason',
    'reason msg message description errormessage signature securityresultsummary securityresultdescription',
  ],
  ['signIn.time', 'rt devtime eventtime starttime metadataeventtimestamp'],
  [
    'signIn.userAgent',
    'useragentoriginal requestclientapplication httpuseragent networkhttpuseragent',
  ],
];

const FACTS: ReadonlyMap<string, readonly SignInFactName[]> = NAMES.reduce(
  (facts, [fact, names]) => {
    for (const name of names.split(' ')) facts.set(name, [...(facts.get(name) ?? []), fact]);
    return facts;
  },
  new Map<string, SignInFactName[]>(),
);

/** Places in lists: `security_result[0].rule_id`. */
const INDEX = /\[[\d*]{0,6}\]|\{\}/g;

/** @returns What a field of a gathered log may be in a sign-in, the likeliest first: a number or a text may stand in it. */
export const factsOfForwarded = remembering(
  (key): readonly SignInFactName[] =>
    FACTS.get(plainKey(key.replace(INDEX, ''))) ??
    FACTS.get(plainKey(keyInRecord(key) ?? '')) ??
    [],
);

/** Fields that name the product whose log it is. By the last of their names. */
const OF_PRODUCT: ReadonlySet<string> = new Set(
  'vendor vendorname devicevendor product productname deviceproduct vendorproduct'.split(' '),
);

/** Fields that name the log as well. */
const OF_LOG: ReadonlySet<string> = new Set([
  ...OF_PRODUCT,
  ...'category cat sourcetype source dataset module logtype workload index integration logsource logsourcetype logsourcename datasource eventsource channel'.split(
    ' ',
  ),
]);

/** Those, and fields that may name what wrote the record, or what the user signed in with. */
const OF_SOURCE: ReadonlySet<string> = new Set([
  ...OF_LOG,
  ...'type service provider logger table tags'.split(' '),
]);

const OF_ACTION: ReadonlySet<string> = new Set(
  'operation operations operationname activity eventaction evtname producteventtype'.split(' '),
);

const lastOf = (key: string): string => plainKey(/[^.:/]*$/.exec(key.replace(INDEX, ''))![0]);

/** @returns Whether a field names the product whose log it is. */
export const namesProduct = remembering((key) => isOneOf(OF_PRODUCT, key));

/** @returns Whether a field names the log or its product. */
export const namesLog = remembering((key) => isOneOf(OF_LOG, key));

/** @returns Whether a field may name the log that it stands in. */
export const namesSource = remembering((key) => isOneOf(OF_SOURCE, key));

/** @returns Whether a field says what happened. */
export const namesAction = remembering((key) => isOneOf(OF_ACTION, key));

const isOneOf = (names: ReadonlySet<string>, key: string): boolean =>
  names.has(lastOf(key)) || names.has(plainKey(key));

/** What only Entra's log of sign-ins is called, or its record in that of Microsoft 365. */
export const LOG_OF_ENTRA =
  /sign-?_?in-?_?logs?\b|sign-?ins?events|aadsts\d|\bazure[._-]?sign-?in|azure:monitor:aad|\bazure\.active_?directory|microsoft\.aadiam|\buserlog(?:inf|ged)/i;

/** The name of Entra, which records of other products have as well: of the app or the provider of a sign-in. */
export const NAME_OF_ENTRA =
  /\bazure[ ._:-]?(?:ad\b|aad\b|active[ ._-]?directory)|\baad\b|\bentra/i;

/** Either of them. */
export const OF_ENTRA = new RegExp(`${LOG_OF_ENTRA.source}|${NAME_OF_ENTRA.source}`, 'i');

/** Who makes it. */
export const OF_MICROSOFT = /microsoft|azure|entra|\baad\b|o365|office/i;

/**
 * What a line has at least that may be one of Entra's: the name of the log, or a key that few other logs have. Most lines
 * with pairs have neither.
 */
export const MAY_BE_OF_ENTRA = new RegExp(
  `${OF_ENTRA.source}|principal|display_?name|app_?id|client_?app|correlation|conditional|upn|result_?type|sign-?in`,
  'i',
);

/** What Entra's other logs are called, and products that sign users in to it. */
export const OF_OTHERS =
  /\b(?:okta|duo|ping(?:id|one|federate)|onelogin|jumpcloud|auth0|audit ?logs|(?:graph ?)?activity ?logs|provisioning ?logs|risky ?users|user ?risk ?events|sslvpn|vpn|radius|microsoft-windows|(?:ad|entra)(?: id)? connect|amazonaws)\b|\baad\/\w/i;

/** What a field says of a sign-in that says what happened. */
export const IS_SIGN_IN = /sign[- _]?in|log(?:ged|s)?[- _]?(?:in|on)|authenticat/i;
