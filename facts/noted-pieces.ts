import { isInKnownRange } from '../detection/bare-codes';
import { factOfHeading } from './sign-in-fields';
import type { SignInFactName } from './sign-in-vocabulary';
import { GUID, isAddress, isClientApp, isMoment, isStatus, USER_NAME } from './value-forms';

/** A fact as it is added to a sign-in: its name, its label, its value. */
type NotedFact = readonly [name: SignInFactName, label: string, value: string];

/** A piece that says how a sign-in ended. */
export interface End {
  end: 'failure' | 'success';
  fact: NotedFact;
  /** Its number is none of the sign-in service. */
  isOther: boolean;
}

/** How it ended: `Failure 50125`, `Result: Failure (50053)`, `Basic info: Sign-in error code 500121`, `Success 0`. */
const FAILED =
  /^(?:(?:basic info|details?|log|sign-?in|status|result|outcome|anmeldung|ergebnis|statut|état|résultat|estado|resultado|stato|esito): {0,3})?(?:(?:failure|failed|error|interrupted|fehler|fehlgeschlagen|échec|erreur|fallo|errore|falha|erro|fout|mislukt)|(?:sign-?in )?(?:error|failure) ?code|fehlercode(?: bei der anmeldung)?)[ :#(]{1,3}(\d{5,8})\)?$/iu;
const SUCCEEDED =
  /^(?:(?:status|result|ergebnis|résultat|resultado)[ :]{1,3})?(?:success|erfolg|réussite|correcto)(?: \(?0\)?)?$/i;

/** @returns How a sign-in ended, if a piece says that. */
export function endIn(piece: string): End | undefined {
  const digits = FAILED.exec(piece)?.[1];
  if (digits)
    return {
      end: 'failure',
      fact: ['signIn.errorCode', 'Error code', digits],
      isOther: !isInKnownRange(digits),
    };
  return SUCCEEDED.test(piece)
    ? { end: 'success', fact: ['signIn.status', 'Status', 'Success'], isOther: false }
    : undefined;
}

/** What else people write before a value than the log does. */
const SHORT: Readonly<Record<string, SignInFactName>> = Object.assign(Object.create(null), {
  app: 'signIn.app',
  user: 'signIn.user',
  account: 'signIn.user',
  upn: 'signIn.user',
  benutzer: 'signIn.user',
  utilisateur: 'signIn.user',
  usuario: 'signIn.user',
  ip: 'signIn.ipAddress',
  client: 'signIn.clientApp',
  timestamp: 'signIn.time',
  'trace id': 'signIn.requestId',
});

/** Names of apps begin with a capital or stand in quotes. */
const isName = (value: string): boolean =>
  /^[\p{Lu}\p{Lo}\d](?!.{0,60}[.!?]\s)[^:=]{1,60}$/u.test(value);
const isId = (value: string): boolean => GUID.test(value);

/** How a value has to look. */
const FORMS: Readonly<Partial<Record<SignInFactName, (value: string) => boolean>>> = {
  'signIn.user': (value) => USER_NAME.test(value),
  'signIn.app': isName,
  'signIn.resource': isName,
  'signIn.clientApp': isClientApp,
  'signIn.ipAddress': isAddress,
  'signIn.status': isStatus,
  'signIn.userAgent': (value) => value.length < 300,
  'signIn.time': isMoment,
  'signIn.failureReason': (value) => value.length < 400,
  'signIn.correlationId': isId,
  'signIn.requestId': isId,
  'signIn.appId': isId,
  'signIn.deviceId': isId,
};

/**
 * @param mayLackSign Whether the name of an app may stand behind its label without a sign.
 * @returns A piece as a fact: `App: My Apps`, `app "My Apps"`, `Client app Browser`, `user@contoso.com`.
 */
export function labeled(piece: string, mayLackSign: boolean): NotedFact | undefined {
  if (USER_NAME.test(piece)) return ['signIn.user', 'user', piece];
  const words = piece.split(' ');
  for (let count = Math.min(4, words.length - 1); count > 0; count--) {
    const label = words
      .slice(0, count)
      .join(' ')
      .replace(/\s?[:=]$/, '');
    const name = SHORT[label.toLowerCase()] ?? factOfHeading(label);
    if (!name) continue;
    const printed = words.slice(count).join(' ');
    const value = printed.replace(/^["'“„](.{1,80})["'”“]$/, '$1');
    const isSigned = /[:=]$/.test(words[count - 1]!) || value !== printed;
    if (name === 'signIn.app' && !isSigned && !mayLackSign) continue;
    const own = name === 'signIn.userDisplayName' && USER_NAME.test(value) ? 'signIn.user' : name;
    if (FORMS[own]?.(value)) return [own, label, value];
  }
  return undefined;
}
