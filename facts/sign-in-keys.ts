import { keyInRecord } from './nested-keys';
import { remembering } from './remembering';
import { factOfHeading } from './sign-in-fields';
import { SIGN_IN_PATHS } from './sign-in-paths';
import type { SignInFactName } from './sign-in-vocabulary';

/**
 * Columns of other tables that hold sign-ins: EntraIdSignInEvents and AADSignInEventsBeta of Microsoft Defender, the
 * unified audit log, and what lists of the portal and scripts call a column. By the heading as `plainKey` writes it.
 */
const OTHER_COLUMNS: readonly (readonly [SignInFactName, keys: string])[] = [
  ['signIn.errorCode', 'errorcode signinerrorcode errornumber statuserrorcode status.errorcode'],
  ['signIn.failureReason', 'statusfailurereason errordescription failurereason logonerror'],
  ['signIn.additionalDetails', 'additionaldetails statusadditionaldetails'],
  [
    'signIn.time',
    'timestamp datetime timegeneratedutc createddatetimeutc creationtime createdat localtime signintime',
  ],
  ['signIn.requestId', 'requestid'],
  ['signIn.user', 'accountupn upn userprincipal'],
  ['signIn.userDisplayName', 'accountdisplayname'],
  ['signIn.userId', 'accountobjectid userobjectid'],
  ['signIn.app', 'app appname applicationname applicationdisplayname'],
  ['signIn.appId', 'applicationid clientid'],
  ['signIn.resource', 'resourcename'],
  ['signIn.clientApp', 'clientapplication'],
  [
    'signIn.ipAddress',
    'ip clientip clientipaddress actoripaddress calleripaddress sourceip srcip networkclientip',
  ],
  ['signIn.location', 'city locationcity'],
  ['signIn.country', 'countryorregion locationcountryorregion'],
  ['signIn.deviceId', 'aaddeviceid entraiddeviceid devicedetaildeviceid'],
  ['signIn.deviceName', 'devicename devicedetaildisplayname'],
  ['signIn.operatingSystem', 'osplatform os devicedetailoperatingsystem'],
  ['signIn.browser', 'devicedetailbrowser'],
  ['signIn.isCompliant', 'iscompliant devicedetailiscompliant'],
  ['signIn.isManaged', 'ismanaged devicedetailismanaged'],
  ['signIn.trustType', 'trusttype devicetrusttype devicedetailtrusttype'],
];

/** A key without case and without what parts its words: `User_Principal_Name` and `userPrincipalName` are one. */
export function plainKey(key: string): string {
  return key.toLowerCase().replace(/[\s_.-]/g, '');
}

const KEYS: ReadonlyMap<string, SignInFactName> = new Map([
  ...[...SIGN_IN_PATHS].flatMap(([path, name]) =>
    path.includes('[') ? [] : [[plainKey(path), name] as const],
  ),
  ...OTHER_COLUMNS.flatMap(([name, keys]) => keys.split(' ').map((key) => [key, name] as const)),
]);

/** @returns The fact of a sign-in that a key or the heading of a column names, in any of its spellings. */
export const signInFactOfKey = remembering((key): SignInFactName | undefined => {
  // The id of the document that holds a record is none of the record.
  if (key.length > LONGEST_KEY || key === '_id') return undefined;
  const inner = keyInRecord(key);
  return factOf(key) ?? (inner === undefined ? undefined : factOf(inner));
});

const factOf = (key: string) => factOfHeading(key) ?? KEYS.get(plainKey(key));

/** `azure.signinlogs.properties.token_protection_status_details.sign_in_session_status` is one of the longest. */
const LONGEST_KEY = 120;
