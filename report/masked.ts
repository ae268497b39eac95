import type { Fact, FactRecord } from '../facts/fact';

/** Names of facts whose values name a person, a device or a place. */
const PERSONAL =
  /(?:^|\.)(?:user|userDisplayName|userIdentity|identifier|deviceName|name|account|location|loginHint|hostName\w*|kerberosNames)$/;

/** The number of a phone that a step of a sign-in names. */
const PHONE = /^\+?\d{1,4}[ \dX*()-]{5,20}$/i;

/** What is masked throughout. */
const ONLY_MASKS = /^(?:\[(?:user|address)\]|[\s,;]){1,20}$/;

const ADDRESS_FORMS: readonly (readonly [RegExp, string])[] = [
  [/[\w.+'#-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/g, '[user]'],
  [/\bS-1-(?:5-21|12-1)(?:-\d{1,10}){1,8}/g, '[user]'],
  [/(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?![\w.])/g, '[address]'],
  // `9:12:46` is a time.
  [
    /(?<![\w:])(?!\d{1,2}:\d\d:\d\d(?![\w:]))(?:[\da-f]{1,4}:){2,7}(?::?[\da-f]{1,4}){1,7}(?![\w:])/gi,
    '[address]',
  ],
  [/(?<![\w\\])[A-Za-z][\w-]{1,14}\\[\w.$-]{1,64}/g, '[user]'],
];

/**
 * Takes out what names a person, a device or an address: for a text that is sent on.
 *
 * @param text Lines made from records.
 * @param records The records, whose values are known by name even where their form says nothing.
 * @returns The text with `[user]`, `[address]` and `[name]` in their place. Ids stay: support needs them.
 */
export function masked(text: string, records: readonly FactRecord[]): string {
  let result = withoutAddresses(text);
  // A name may be an address only in part: `CONTOSO\bob roy`.
  const names = records
    .flatMap(({ facts }) =>
      facts.filter(isPersonal).map(({ printed }) => withoutAddresses(printed)),
    )
    .filter((name) => !ONLY_MASKS.test(name));
  // The longest first, so that a name within another one leaves no rest.
  for (const name of [...new Set(names)].sort((a, b) => b.length - a.length))
    if (name.length > 2) result = result.split(name).join('[name]');
  return result;
}

function isPersonal({ name, printed }: Fact): boolean {
  return (
    PERSONAL.test(name) ||
    (name === 'signIn.authenticationMethodDetail' && PHONE.test(printed.trim()))
  );
}

const withoutAddresses = (text: string): string =>
  ADDRESS_FORMS.reduce((left, [form, mask]) => left.replace(form, mask), text);
