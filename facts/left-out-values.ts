import type { FactRecord } from './fact';
import { GUID, isAddress, USER_NAME } from './value-forms';
import type { FactName } from './vocabulary';

/** Facts that say who, where and what it was: what people take out of a text before they pass it on. */
const TAKEN_OUT: ReadonlySet<FactName> = new Set<FactName>([
  'signIn.user',
  'signIn.userDisplayName',
  'signIn.userId',
  'signIn.app',
  'signIn.appId',
  'signIn.resource',
  'signIn.ipAddress',
  'signIn.location',
  'signIn.requestId',
  'signIn.correlationId',
  'signIn.deviceId',
  'signIn.deviceName',
  'message.tenant',
]);

/** What stands in place of it: `[REDACTED]`, `<removed>`, `xxx.xxx.xxx.xxx`, `████-████`, `***`. */
const IN_BRACKETS = /^(?:\[[^[\]]{1,40}\]|<[^<>@]{1,40}>|\{\{?[^{}]{1,40}\}\}?)$/;
const MASKED = /^(?=.{0,80}(?:x{3}|[*#•█▇■░▒▓_]{2}))[x*#•█▇■░▒▓_\s.:@-]{3,80}$/i;
const SAID =
  /^\(?(?:redacted|removed|masked|hidden|anonymi[sz]ed|entfernt|geschwärzt|anonymisiert|supprimée?|masquée?|anonymisée?|eliminad[oa]|ocult[oa]|anonimizad[oa]|rimosso|removid[oa]|verwijderd)\)?$/i;

/**
 * Takes out of records what is no value, since somebody put it in place of one: two sign-ins of `[REDACTED]` need not be of
 * one user.
 *
 * @param records Their facts are changed.
 */
export function dropLeftOut(records: readonly FactRecord[]): void {
  for (const record of records) {
    if (record.kind !== 'signIn' && record.kind !== 'message') continue;
    const facts = record.facts.filter(
      ({ name, printed }) => !TAKEN_OUT.has(name) || !isLeftOut(printed),
    );
    if (facts.length < record.facts.length) record.facts = facts;
  }
}

const isLeftOut = (printed: string): boolean =>
  printed.length <= 80 &&
  ((IN_BRACKETS.test(printed) && !isValue(printed.slice(1, -1))) ||
    MASKED.test(printed) ||
    SAID.test(printed));

/** Whether brackets hold a value, as a program writes it: `{5a1f3c77-…}`, `[203.0.113.7]`. */
const isValue = (inner: string): boolean =>
  GUID.test(inner) || isAddress(inner) || USER_NAME.test(inner);
