/** How much an administrator should care. `expected` is part of normal sign-ins. */
export const SEVERITIES = ['expected', 'low', 'medium', 'high', 'critical'] as const;

/** Who can end the error. */
export const FIXED_BY = ['user', 'helpdesk', 'admin', 'developer', 'microsoft', 'nobody'] as const;

/** What an error is about. */
export const AREAS = [
  'credentials',
  'mfa',
  'conditional-access',
  'app',
  'consent',
  'federation',
  'guest',
  'device',
  'windows-hello',
  'enrollment',
  'tpm',
  'network',
  'token',
  'tenant',
  'service',
] as const;

/** How much is known: from the service's bare message up to a decision tree. */
export const DEPTHS = ['listed', 'brief', 'full', 'flagship'] as const;

/** Who says it. `observed` was seen in texts that people published. */
export const SOURCE_KINDS = ['vendor', 'standard', 'community', 'observed'] as const;

export const COMMAND_LANGUAGES = ['powershell', 'http', 'kql', 'shell'] as const;

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
