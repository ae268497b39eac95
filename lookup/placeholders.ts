/** What the page can fill into a command, as `{correlationId}`. The same names as in detection/find-ids. */
export const PLACEHOLDERS = [
  'correlationId',
  'requestId',
  'userPrincipalName',
  'appId',
  'deviceId',
  'ipAddress',
  'timestamp',
] as const;
