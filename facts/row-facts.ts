import type { SignInFactName } from './sign-in-vocabulary';

/** The fields of a sign-in that are looked at across the rows of a log or a list. All other columns are left unread. */
export const ROW_FACTS = [
  'signIn.errorCode',
  'signIn.status',
  'signIn.time',
  'signIn.count',
  'signIn.user',
  'signIn.userDisplayName',
  'signIn.app',
  'signIn.servicePrincipalName',
  'signIn.appId',
  'signIn.ipAddress',
  'signIn.location',
  'signIn.country',
  'signIn.clientApp',
  'signIn.protocol',
  'signIn.transferMethod',
  'signIn.correlationId',
  'signIn.requestId',
] as const satisfies SignInFactName[];

export type RowFact = (typeof ROW_FACTS)[number];

/** The cells of one row of a list as printed, by what their columns are. */
export type RowCells = Partial<Record<RowFact, string>>;
